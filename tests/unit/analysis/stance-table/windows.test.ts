import { expect, test } from 'vitest';
import { MOST_EDGES } from '../../../../src/analysis/network/strongest.js';
import { toldNetwork } from '../../../../src/analysis/stance-table/networks.js';
import { select } from '../../../../src/analysis/stance-table/selection.js';
import { sizeOf } from '../../../../src/analysis/stance-table/stance-table.js';
import { type SmallStatement, smallTable } from '../../../support/small-table.js';

/** How much of the networks of windows an answer tells. */

const ACTORS = 200;
const PAIRS = (ACTORS * (ACTORS - 1)) / 2;
const MONTHS = 4;

/** Every month all actors support the same. */
const statements = Array.from({ length: MONTHS }, (_, month) =>
  Array.from({ length: ACTORS }, (_, actor): SmallStatement => {
    const id = `actor:${String(actor).padStart(3, '0')}`;
    return {
      date: `2020-0${month + 1}-15`,
      principals: [id],
      speakers: [id],
      stances: [{ topic: 'topic:x', position: 'SUPPORT' }],
    };
  }),
).flat();
const table = smallTable(...statements);

function told(windowEdges: number | undefined) {
  return toldNetwork(select(table, { date: { from: '2020-01', to: '2020-04' } }, sizeOf(table), new Map()), {
    actorsAs: 'PRINCIPAL',
    coding: 'adjudicated',
    includeNeutral: false,
    includeValence: false,
    includeVotes: false,
    options: { type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE' },
    window: { unit: 'DAY', size: 2, kernel: 'NONE' },
    measures: [],
    seed: 1,
    whole: false,
    windowEdges,
  });
}

test('windows whose edges are not asked for are told without them, to the end', () => {
  const { windows, moreWindows } = told(0);
  expect(moreWindows).toBe(false);
  const full = windows.filter(({ statements: count }) => count > 0);
  expect(full.length).toBeGreaterThan(MOST_EDGES / PAIRS);
  for (const { density, edges, truncated } of full) {
    expect([density, edges.weight.length, truncated]).toEqual([1, 0, false]);
  }
});

test('of edges as many as were asked for, until the answer is full', () => {
  const few = told(10);
  expect(few.moreWindows).toBe(false);
  for (const { statements: count, edges, truncated } of few.windows) {
    expect([edges.weight.length, truncated]).toEqual([count > 0 ? 10 : 0, false]);
  }
  const all = told(undefined);
  expect(all.moreWindows).toBe(true);
  expect(all.windows.reduce((sum, { edges }) => sum + edges.weight.length, 0)).toBe(MOST_EDGES);
  const last = all.windows.at(-1);
  expect(last?.truncated).toBe(true);
  expect(last?.edges.weight.length).toBeLessThan(PAIRS);
  expect(all.windows.slice(0, -1).every(({ truncated }) => !truncated)).toBe(true);
});
