import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACETS, type Facet, facets } from '../../../../src/analysis/stance-table/facets.js';
import { filtersIn, keysNotInTable } from '../../../../src/analysis/stance-table/matching.js';
import { select } from '../../../../src/analysis/stance-table/selection.js';
import {
  addStatement,
  type StanceTable,
  sizeOf,
} from '../../../../src/analysis/stance-table/stance-table.js';
import { parseStatementFilter, type StatementFilter } from '../../../../src/model/index.js';
import { ACTS, CONTROLS, POSITIONS } from '../../../../src/model/vocabulary.js';
import { ACTORS, corpus, GROUPS, PEOPLE, PUBLISHERS, statementsOf, TOPICS } from '../../../support/corpus.js';
import { evaluateFilter } from '../../../support/evaluate-filter.js';
import { anyFilter } from '../../../support/filter-arbitraries.js';
import { shuffled } from '../../../support/shuffled.js';
import { smallTable } from '../../../support/small-table.js';
import { entryOf, tableOf } from '../../../support/table-of.js';

const ALL = Object.fromEntries(FACETS.map((facet) => [facet, 100]));
const of = (table: StanceTable, filter: StatementFilter = {}, wanted: { [F in Facet]?: number } = ALL) =>
  facets(select(table, filter, sizeOf(table), new Map()), wanted);

describe('facets', () => {
  test('count statements, each once for a value', () => {
    const table = smallTable(
      {
        date: '2020-09',
        principals: ['actor:b', 'actor:a'],
        speakers: ['actor:p'],
        stances: [
          { topic: 'topic:x', position: 'SUPPORT', coder: 'ann' },
          { topic: 'topic:x', position: 'SUPPORT', coder: 'ben' },
          { topic: 'topic:y', position: 'CONDITIONAL', untilMet: 'OPPOSE' },
          { topic: 'topic:y', position: 'OPPOSE', coding: 'second' },
        ],
        sources: ['source:a', 'source:a'],
      },
      {
        date: '2021',
        principals: ['actor:a'],
        speakers: ['actor:a'],
        stances: [{ topic: 'topic:y', position: 'NO_STANCE' }],
      },
      { date: '2021-01-01', speakers: ['actor:p'] },
    );
    expect(of(table)).toEqual({
      byActor: [
        { value: 'actor:a', count: 2 },
        { value: 'actor:b', count: 1 },
      ],
      bySpeaker: [
        { value: 'actor:p', count: 2 },
        { value: 'actor:a', count: 1 },
      ],
      byTopic: [
        { value: 'topic:x', count: 1 },
        { value: 'topic:y', count: 1 },
      ],
      byPosition: [
        { value: 'CONDITIONAL', count: 1 },
        { value: 'SUPPORT', count: 1 },
      ],
      byYear: [
        { value: '2021', count: 2 },
        { value: '2020', count: 1 },
      ],
      byPublisher: [],
      byControl: [],
      byAct: [{ value: 'STATEMENT', count: 3 }],
    });
  });

  test('a statement that was written anew counts as it is now', () => {
    const table = smallTable({ id: 'statement:a', date: '2020', principals: ['actor:a'] });
    const [again] = statementsOf(corpus());
    if (!again) throw new Error('the corpus has statements');
    addStatement(table, {
      ...entryOf(again, 2),
      id: 'statement:a',
      dateFrom: '2022-01-01',
      dateTo: '2022-01-01',
    });
    expect(of(table).byYear).toEqual([{ value: '2022', count: 1 }]);
  });

  test('only those asked for, and the most frequent of them', () => {
    const table = smallTable({ principals: ['actor:b', 'actor:a'] }, { principals: ['actor:b'] });
    expect(of(table, {}, { byActor: 1 })).toEqual({ byActor: [{ value: 'actor:b', count: 2 }] });
  });
});

describe('facets of a generated corpus', () => {
  const records = corpus();
  const revisionOf = () => 1;
  const table = tableOf(records, revisionOf);
  const parties = [...ACTORS, ...GROUPS, ...PEOPLE];
  const stance = (filter: StatementFilter) => filter.stance ?? { codings: ['adjudicated'] };

  /** All values of a facet, and the filter of the statements that have a value besides. */
  const values: Readonly<
    Record<Facet, [readonly string[], (value: never, filter: StatementFilter) => StatementFilter]>
  > = {
    byActor: [parties, (id) => ({ principals: [id] })],
    bySpeaker: [parties, (id) => ({ speakers: [id] })],
    byTopic: [TOPICS, (id, filter) => ({ stance: { ...stance(filter), topics: [id] } })],
    byPosition: [POSITIONS, (position, filter) => ({ stance: { ...stance(filter), positions: [position] } })],
    byYear: [['2019', '2020', '2021'], (year) => ({ date: { from: year, to: year } })],
    byPublisher: [PUBLISHERS, (id) => ({ publishers: [id] })],
    byControl: [CONTROLS, (control) => ({ publisherControl: [control] })],
    byAct: [ACTS, (act) => ({ acts: [act] })],
  };

  test('each count is the number of statements that the filter with that value selects', () => {
    fc.assert(
      fc.property(anyFilter, (input) => {
        const filter = parseStatementFilter(input);
        // what is neither wanted nor in the table is for the tests with a database
        fc.pre(filtersIn(filter).every((inner) => !keysNotInTable(inner)));
        const found = of(table, filter);
        for (const facet of FACETS) {
          const [all, clause] = values[facet];
          const { topics, positions } = filter.stance ?? {};
          const allowed =
            facet === 'byPosition' ? (positions ?? POSITIONS.filter((p) => p !== 'NO_STANCE')) : all;
          if (facet === 'byTopic' && topics) continue;
          const wanted = allowed
            .map((value) => ({
              value,
              count: evaluateFilter(records, { and: [filter, clause(value as never, filter)] }, revisionOf)
                .size,
            }))
            .filter(({ count }) => count > 0)
            .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
          // an issue has the stances on itself, the filter on an issue those on its parts
          const issues =
            facet === 'byTopic' ? wanted.filter(({ value }) => value.startsWith('topic:q')) : wanted;
          expect(found[facet], `${facet} ${JSON.stringify(input)}`).toEqual(issues);
        }
      }),
      { numRuns: 60, seed: 17 },
    );
  });

  test('do not depend on the order of the input', () => {
    const wanted = of(table);
    fc.assert(
      fc.property(shuffled(records), (others) => {
        expect(of(tableOf(others, revisionOf))).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });
});
