import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statementIds } from '../../../../src/analysis/stance-table/statement-ids.js';

const anyId = fc.stringMatching(/^[a-z0-9._-]{1,3}$/).map((local) => `statement:${local}`);

test('an id is found at its last row, and a row gives its id', () => {
  fc.assert(
    fc.property(fc.array(anyId, { maxLength: 2_000, size: 'max' }), fc.array(anyId), (pushed, others) => {
      const ids = statementIds();
      const rows = new Map<string, number>();
      for (const [row, id] of pushed.entries()) {
        expect(ids.push(id)).toBe(rows.get(id));
        rows.set(id, row);
      }
      expect(pushed.map((_, row) => ids.idOf(row))).toEqual(pushed);
      for (const id of [...pushed, ...others]) expect(ids.rowOf(id)).toBe(rows.get(id));
    }),
    { numRuns: 50 },
  );
});
