import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountsWanted, counts } from '../../../../src/analysis/stance-table/counts.js';
import { LEVELS } from '../../../../src/analysis/stance-table/levels.js';
import { filtersIn, keysNotInTable } from '../../../../src/analysis/stance-table/matching.js';
import { select } from '../../../../src/analysis/stance-table/selection.js';
import { type StanceTable, sizeOf } from '../../../../src/analysis/stance-table/stance-table.js';
import { parseStatementFilter, type StatementFilter } from '../../../../src/model/index.js';
import { CODINGS, corpus, statementsOf } from '../../../support/corpus.js';
import { evaluateFilter, stanceMatches } from '../../../support/evaluate-filter.js';
import { anyFilter } from '../../../support/filter-arbitraries.js';
import { shuffled } from '../../../support/shuffled.js';
import { anyStatements, smallTable } from '../../../support/small-table.js';
import { tableOf } from '../../../support/table-of.js';

const PRINCIPALS: CountsWanted = { actorsAs: 'PRINCIPAL', coding: 'adjudicated' };
const of = (table: StanceTable, wanted: CountsWanted, filter: StatementFilter = {}) =>
  counts(select(table, filter, sizeOf(table), new Map()), wanted);

/** Each cell as `actor topic position untilMet`, and how often. */
function cellsOf({ actors, topics, actor, topic, level, count }: ReturnType<typeof counts>) {
  return [...count].map((n, cell) => {
    const { position, untilMet } = LEVELS[level[cell] ?? 0] ?? {};
    return [`${actors[actor[cell] ?? 0]} ${topics[topic[cell] ?? 0]} ${position} ${untilMet ?? ''}`, n];
  });
}

describe('actor by topic by position', () => {
  test('a joint statement counts for each of its actors', () => {
    const table = smallTable(
      {
        principals: ['actor:b', 'actor:a'],
        speakers: ['actor:p'],
        stances: [
          { topic: 'topic:y', position: 'OPPOSE' },
          { topic: 'topic:x', position: 'CONDITIONAL', untilMet: 'SUPPORT' },
        ],
      },
      { principals: ['actor:a'], speakers: ['actor:p'], stances: [{ topic: 'topic:y', position: 'OPPOSE' }] },
      { principals: ['actor:c'], stances: [{ topic: 'topic:z', position: 'NO_STANCE' }] },
    );
    const found = of(table, PRINCIPALS);
    expect(found.actors).toEqual(['actor:a', 'actor:b']);
    expect(found.topics).toEqual(['topic:x', 'topic:y']);
    expect(cellsOf(found)).toEqual([
      ['actor:a topic:x CONDITIONAL SUPPORT', 1],
      ['actor:a topic:y OPPOSE ', 2],
      ['actor:b topic:x CONDITIONAL SUPPORT', 1],
      ['actor:b topic:y OPPOSE ', 1],
    ]);
    expect(cellsOf(of(table, { ...PRINCIPALS, actorsAs: 'SPEAKER' }))).toEqual([
      ['actor:p topic:x CONDITIONAL SUPPORT', 1],
      ['actor:p topic:y OPPOSE ', 2],
    ]);
  });

  test('nothing selected is no cell', () => {
    expect(cellsOf(of(smallTable(), PRINCIPALS))).toEqual([]);
  });
});

describe('of a generated corpus', () => {
  const records = corpus();
  const table = tableOf(records, () => 1);

  test('are what counting one by one gives', () => {
    fc.assert(
      fc.property(
        anyFilter,
        fc.constantFrom(...CODINGS),
        fc.constantFrom('ann', 'ben', ''),
        fc.constantFrom<CountsWanted['actorsAs']>('PRINCIPAL', 'SPEAKER'),
        (input, coding, coder, actorsAs) => {
          const filter = parseStatementFilter(input);
          fc.pre(filtersIn(filter).every((inner) => !keysNotInTable(inner)));
          fc.pre(filter.stance == null || filter.stance.codings.length === 1);
          const wanted = filter.stance ?? { codings: [coding] };
          const selected = evaluateFilter(records, filter, () => 1);
          const cells = new Map<string, number>();
          for (const s of statementsOf(records).filter(({ id }) => selected.has(id))) {
            const parties = actorsAs === 'PRINCIPAL' ? (s.onBehalfOf ?? s.speakers) : s.speakers;
            for (const stance of s.stances ?? []) {
              if ((stance.coder ?? '') !== coder || !stanceMatches(records, stance, wanted)) continue;
              for (const { actor } of parties) {
                const cell = `${actor} ${stance.topic} ${stance.position} ${stance.untilMet ?? ''}`;
                cells.set(cell, (cells.get(cell) ?? 0) + 1);
              }
            }
          }
          const found = cellsOf(of(table, { actorsAs, coding, coder }, filter));
          expect(Object.fromEntries(found)).toEqual(Object.fromEntries(cells));
          expect(new Set(found.map(([cell]) => cell)).size).toBe(found.length);
        },
      ),
      { numRuns: 300, seed: 29 },
    );
  });
});

test('actor by topic by position does not depend on the order of the input', () => {
  fc.assert(
    fc.property(
      anyStatements.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
      ([statements, others]) => {
        const found = of(smallTable(...statements), PRINCIPALS);
        expect(of(smallTable(...others), PRINCIPALS)).toEqual(found);
        const stances = statements.flatMap(({ principals = [], stances = [] }) =>
          stances
            .filter(({ coding, position }) => coding === 'adjudicated' && position !== 'NO_STANCE')
            .flatMap(() => principals),
        );
        expect(found.count.reduce((sum, count) => sum + count, 0)).toBe(stances.length);
      },
    ),
  );
});
