import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filtersIn, keysNotInTable } from '../../../../src/analysis/stance-table/matching.js';
import { select } from '../../../../src/analysis/stance-table/selection.js';
import { rowCount, type StanceTable, sizeOf } from '../../../../src/analysis/stance-table/stance-table.js';
import { parseStatementFilter, type StatementFilter } from '../../../../src/model/index.js';
import { corpus, STATEMENTS } from '../../../support/corpus.js';
import { evaluateFilter } from '../../../support/evaluate-filter.js';
import { anyFilter, CLAUSES } from '../../../support/filter-arbitraries.js';
import { tableOf } from '../../../support/table-of.js';

const records = corpus();
const revisionOf = (id: string) => Math.floor(Number(id.slice(-3)) / 60) + 1;
const table = tableOf(records, revisionOf);
const meant = (filter: StatementFilter) => [...evaluateFilter(records, filter, revisionOf)].sort();

/** What the database would find for the keys that the table has no columns for. */
function elsewhere(filter: StatementFilter): Map<StatementFilter, Uint8Array> {
  const found = new Map<StatementFilter, Uint8Array>();
  for (const inner of filtersIn(filter)) {
    const keys = keysNotInTable(inner);
    if (!keys) continue;
    const ids = evaluateFilter(records, keys, revisionOf);
    found.set(
      inner,
      Uint8Array.from({ length: rowCount(table) }, (_, row) => (ids.has(table.ids.idOf(row)) ? 1 : 0)),
    );
  }
  return found;
}

function selected(from: StanceTable, filter: StatementFilter): string[] {
  const { rows } = select(from, filter, sizeOf(from), elsewhere(filter));
  return [...rows].map((row) => from.ids.idOf(row)).sort();
}

describe('a filter selects on the table what it means', () => {
  test.each(Object.entries(CLAUSES))('%s', (key, values) => {
    for (const value of fc.sample(values as fc.Arbitrary<unknown>, { numRuns: 60, seed: 7 })) {
      const filter = parseStatementFilter({ [key]: value });
      expect(selected(table, filter), JSON.stringify(filter)).toEqual(meant(filter));
    }
  });

  test('a few thousand random ones', () => {
    let telling = 0;
    for (const input of fc.sample(anyFilter, { numRuns: 3_000, seed: 41 })) {
      const filter = parseStatementFilter(input);
      const wanted = meant(filter);
      if (wanted.length > 0 && wanted.length < STATEMENTS.length) telling++;
      expect(selected(table, filter), JSON.stringify(input)).toEqual(wanted);
    }
    expect(telling).toBeGreaterThan(1_000);
  });
});
