import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../../../src/analysis/stance-table/levels.js';
import { filtersIn, keysNotInTable } from '../../../../src/analysis/stance-table/matching.js';
import { select } from '../../../../src/analysis/stance-table/selection.js';
import { type StanceTable, sizeOf } from '../../../../src/analysis/stance-table/stance-table.js';
import {
  INTERVALS,
  type Interval,
  type TimelinePoint,
  timeline,
} from '../../../../src/analysis/stance-table/timeline.js';
import { parseStatementFilter, type StatementFilter } from '../../../../src/model/index.js';
import { CODINGS, corpus, statementsOf } from '../../../support/corpus.js';
import { evaluateFilter, stanceMatches } from '../../../support/evaluate-filter.js';
import { anyFilter } from '../../../support/filter-arbitraries.js';
import { shuffled } from '../../../support/shuffled.js';
import { anyStatements, smallTable } from '../../../support/small-table.js';
import { tableOf } from '../../../support/table-of.js';

const of = (
  table: StanceTable,
  interval: Interval,
  filter: StatementFilter = {},
  coding: { coding: string; coder?: string } = { coding: 'adjudicated' },
) => timeline(select(table, filter, sizeOf(table), new Map()), { interval, ...coding });

/** A point as `from..to`, the positions it has, and the mean. */
const shown = ({ from, to, counts, mean }: TimelinePoint) => [
  `${from}..${to}`,
  Object.fromEntries(
    LEVELS.flatMap(({ position, untilMet }, level) =>
      counts[level] ? [[untilMet ? `${position} ${untilMet}` : position, counts[level]]] : [],
    ),
  ),
  mean,
];

const on = (date: string, position: string, untilMet = '') => ({
  date,
  principals: ['actor:a', 'actor:b'],
  stances: [{ topic: 'topic:x', position, untilMet }],
});

describe('a timeline', () => {
  test('has every interval from the first to the last, and the mean of what has a value', () => {
    const table = smallTable(
      on('2020-12-31', 'SUPPORT'),
      on('2020-12', 'CONDITIONAL', 'OPPOSE'),
      on('2020-12-01', 'CONDITIONAL', 'UNSTATED'),
      on('2021-02-01', 'NEUTRAL'),
      on('2021-02-28', 'NO_STANCE'),
      on('2021', 'OPPOSE'),
    );
    const { points, imprecise } = of(table, 'MONTH');
    expect(points.map(shown)).toEqual([
      ['2020-12-01..2020-12-31', { SUPPORT: 1, 'CONDITIONAL OPPOSE': 1, 'CONDITIONAL UNSTATED': 1 }, 0.25],
      ['2021-01-01..2021-01-31', {}, null],
      ['2021-02-01..2021-02-28', { NEUTRAL: 1 }, 0],
    ]);
    expect(imprecise).toBe(1);
    expect(of(table, 'YEAR').points.map(shown)).toEqual([
      ['2020-01-01..2020-12-31', { SUPPORT: 1, 'CONDITIONAL OPPOSE': 1, 'CONDITIONAL UNSTATED': 1 }, 0.25],
      ['2021-01-01..2021-12-31', { OPPOSE: 1, NEUTRAL: 1 }, -0.5],
    ]);
  });

  test('has the weeks of ISO 8601', () => {
    // a Sunday and the Monday after it
    const { points } = of(smallTable(on('2021-01-03', 'SUPPORT'), on('2021-01-04', 'OPPOSE')), 'WEEK');
    expect(points.map(shown)).toEqual([
      ['2020-12-28..2021-01-03', { SUPPORT: 1 }, 1],
      ['2021-01-04..2021-01-10', { OPPOSE: 1 }, -1],
    ]);
  });

  test("has the intervals of the filter's period, also where nothing was said", () => {
    const table = smallTable(on('2020-09-02', 'SUPPORT'));
    const days = (date: StatementFilter['date']) => of(table, 'DAY', { date }).points.map(({ from }) => from);
    expect(days({ from: '2020-09-01', to: '2020-09-03' })).toEqual([
      '2020-09-01',
      '2020-09-02',
      '2020-09-03',
    ]);
    expect(days({ from: '2020-09-01' })).toEqual(['2020-09-01', '2020-09-02']);
    expect(days({ from: '2021-01-01', to: '2021-01-02' })).toEqual(['2021-01-01', '2021-01-02']);
    expect(days({ from: '2021-01-01' })).toEqual([]);
    expect(of(smallTable(), 'DAY')).toEqual({ points: [], imprecise: 0 });
  });

  test('refuses more intervals than anyone can draw', () => {
    const table = smallTable(on('1900-01-01', 'SUPPORT'), on('2020-09-01', 'SUPPORT'));
    expect(of(table, 'MONTH').points).toHaveLength(1_449);
    expect(() => of(table, 'DAY')).toThrow(
      expect.objectContaining({
        code: 'QUERY_TOO_COSTLY',
        message: expect.stringContaining(
          'expected at most 5000 intervals, but from 1900-01-01 on there are 44074',
        ),
      }),
    );
  });

  test('counts one coding set, and one coder where several have coded the same', () => {
    const coded = (coder: string, position: string) => ({
      topic: 'topic:x',
      position,
      coding: 'first',
      coder,
    });
    const table = smallTable({ stances: [coded('ben', 'SUPPORT'), coded('ann', 'OPPOSE')] });
    expect(of(table, 'YEAR')).toEqual({ points: [], imprecise: 0 });
    expect(() => of(table, 'YEAR', {}, { coding: 'first' })).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        message:
          'coder: expected one of "ann", "ben", who have coded the same statements in the coding set first',
      }),
    );
    const { points } = of(table, 'YEAR', {}, { coding: 'first', coder: 'ann' });
    expect(points.map(shown)).toEqual([['2020-01-01..2020-12-31', { OPPOSE: 1 }, -1]]);
    expect(() => of(table, 'YEAR', { stance: { codings: ['first', 'second'] } })).toThrow(
      'filter.stance.codings: expected one coding set, or a statement would count once for each; found first, second',
    );
  });
});

describe('timelines of a generated corpus', () => {
  const records = corpus();
  const byId = new Map(statementsOf(records).map((statement) => [statement.id, statement]));
  const table = tableOf(records, () => 1);

  test('have every stance that counts, once', () => {
    fc.assert(
      fc.property(
        anyFilter,
        fc.constantFrom(...INTERVALS),
        fc.constantFrom(...CODINGS),
        fc.constantFrom('ann', 'ben', ''),
        (input, interval, coding, coder) => {
          const filter = parseStatementFilter(input);
          fc.pre(filtersIn(filter).every((inner) => !keysNotInTable(inner)));
          fc.pre(filter.stance == null || filter.stance.codings.length === 1);
          const wanted = filter.stance ?? { codings: [coding] };
          const stances = [...evaluateFilter(records, filter, () => 1)].flatMap((id) =>
            (byId.get(id)?.stances ?? []).filter(
              (stance) => (stance.coder ?? '') === coder && stanceMatches(records, stance, wanted),
            ),
          );
          const { points, imprecise } = of(table, interval, filter, { coding, coder });
          const counted = points.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
          expect(counted + imprecise).toBe(stances.length);
          for (const [i, point] of points.entries()) {
            expect(point.from <= point.to).toBe(true);
            if (i > 0) expect(Date.parse(point.from) - Date.parse(points[i - 1]?.to ?? '')).toBe(86_400_000);
          }
        },
      ),
      { numRuns: 300, seed: 23 },
    );
  });
});

test('a timeline does not depend on the order of the input', () => {
  fc.assert(
    fc.property(
      anyStatements.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
      fc.constantFrom(...INTERVALS),
      ([statements, others], interval) => {
        expect(of(smallTable(...others), interval)).toEqual(of(smallTable(...statements), interval));
      },
    ),
  );
});
