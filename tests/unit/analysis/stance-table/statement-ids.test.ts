import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statementIds } from '../../../../src/analysis/stance-table/statement-ids.js';

const anyId = fc.stringMatching(/^[a-z0-9._-]{1,12}$/).map((local) => `statement:${local}`);

test('an id is found at its last row, and a row gives its id', () => {
  fc.assert(
    fc.property(fc.array(anyId, { maxLength: 400 }), fc.array(anyId), (pushed, others) => {
      const ids = statementIds();
      const rows = new Map<string, number>();
      for (const [row, id] of pushed.entries()) {
        ids.push(id);
        rows.set(id, row);
      }
      expect(pushed.map((_, row) => ids.idOf(row))).toEqual(pushed);
      for (const id of [...pushed, ...others]) expect(ids.rowOf(id)).toBe(rows.get(id));
    }),
  );
});

test('ids that are not of statements, or not ASCII, are not there', () => {
  const ids = statementIds();
  ids.push('statement:a');
  expect(ids.rowOf('statement:')).toBeUndefined();
  expect(ids.rowOf('statement:ša')).toBeUndefined();
});
