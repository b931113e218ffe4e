import { describe, expect, test } from 'vitest';
import {
  denseMatrix,
  type NetworkOptions,
  type NetworkRows,
  network,
} from '../../../../src/analysis/index.js';
import { BOOLEAN, CATEGORY, row, SCALE, testRows } from '../../../support/network-rows.js';

/** Weights by the names of their ends, those of 0 left out. */
function weights(rows: NetworkRows, options: NetworkOptions): Record<string, number> {
  const found = network(rows, options);
  return Object.fromEntries(
    denseMatrix(found).flatMap((line, i) =>
      [...line].flatMap((weight, j) =>
        weight === 0 ? [] : [[`${found.rows[i]?.name} ${found.columns[j]?.name}`, weight]],
      ),
    ),
  );
}

describe('two-mode networks, by hand', () => {
  const rows = testRows([
    row('A x yes'),
    row('A x yes'),
    row('A x no'),
    row('A y no'),
    row('B x no'),
    row('B z yes'),
    row('B z no'),
  ]);
  const two = (options: Omit<NetworkOptions, 'type'>) => weights(rows, { type: 'ACTOR_TOPIC', ...options });

  test('ignore counts rows, subtract takes opposition from support, combine says which levels there are', () => {
    expect(two({})).toEqual({ 'A x': 3, 'A y': 1, 'B x': 1, 'B z': 2 });
    expect(two({ aggregation: 'SUBTRACT' })).toEqual({ 'A x': 1, 'A y': -1, 'B x': -1 });
    expect(two({ aggregation: 'COMBINE' })).toEqual({ 'A x': 3, 'A y': 2, 'B x': 2, 'B z': 3 });
  });

  test('activity divides by all rows of the actor, prominence by all of the topic', () => {
    expect(two({ normalization: 'ACTIVITY' })).toEqual({
      'A x': 3 / 4,
      'A y': 1 / 4,
      'B x': 1 / 3,
      'B z': 2 / 3,
    });
    expect(two({ aggregation: 'SUBTRACT', normalization: 'ACTIVITY' })).toEqual({
      'A x': 1 / 4,
      'A y': -1 / 4,
      'B x': -1 / 3,
    });
    expect(two({ aggregation: 'SUBTRACT', normalization: 'PROMINENCE' })).toEqual({
      'A x': 1 / 4,
      'A y': -1,
      'B x': -1 / 4,
    });
    expect(two({ aggregation: 'COMBINE', normalization: 'ACTIVITY' })).toEqual({
      'A x': 3 / 2,
      'A y': 1,
      'B x': 1,
      'B z': 3 / 2,
    });
    expect(two({ aggregation: 'COMBINE', normalization: 'PROMINENCE' })).toEqual({
      'A x': 3 / 2,
      'A y': 2,
      'B x': 1,
      'B z': 3,
    });
  });

  test('on a scale subtract weighs rows by their level, and combine gives each level that occurs a bit', () => {
    const scale = testRows([row('A x yes'), row('A x rather no'), row('B x neutral'), row('B y no')], SCALE);
    expect(weights(scale, { type: 'ACTOR_TOPIC', aggregation: 'SUBTRACT' })).toEqual({
      'A x': 0.5,
      'B y': -1,
    });
    expect(network(scale, { type: 'ACTOR_TOPIC', aggregation: 'COMBINE' }).levels).toEqual([
      'no',
      'rather no',
      'neutral',
      'yes',
    ]);
    expect(weights(scale, { type: 'ACTOR_TOPIC', aggregation: 'COMBINE' })).toEqual({
      'A x': 1 + 4,
      'B x': 2,
      'B y': 8,
    });
  });
});

describe('one-mode networks, by hand', () => {
  // A: x yes 2, no 1; y no 1.  B: x yes 1, no 2; z yes 1.  n(A) = n(B) = 4
  const rows = testRows([
    row('A x yes'),
    row('A x yes'),
    row('A x no'),
    row('A y no'),
    row('B x yes'),
    row('B x no'),
    row('B x no'),
    row('B z yes'),
  ]);
  const one = (options: Omit<NetworkOptions, 'type'>) =>
    weights(rows, { type: 'ACTOR_ACTOR', ...options })['A B'];

  test('aggregations: what two say on one topic, at the same level or at different ones', () => {
    expect(one({})).toBe(3 * 3);
    expect(one({ aggregation: 'CONGRUENCE' })).toBe(2 * 1 + 1 * 2);
    expect(one({ aggregation: 'CONFLICT' })).toBe(2 * 2 + 1 * 1);
    expect(one({ aggregation: 'SUBTRACT' })).toBe(4 - 5);
  });

  test('normalisations', () => {
    const aggregation = 'CONGRUENCE';
    expect(one({ aggregation, normalization: 'AVERAGE' })).toBe(4 / ((4 + 4) / 2));
    // only one of them: y no of A, z yes of B; both: 2·1 and 1·2
    expect(one({ aggregation, normalization: 'JACCARD' })).toBe(4 / (1 + 1 + 4));
    expect(one({ aggregation, normalization: 'COSINE' })).toBe(4 / (4 * 4));
    expect(one({ aggregation, normalization: 'TRUE_COSINE' })).toBeCloseTo(
      4 / (Math.sqrt(4 + 1 + 1) * Math.sqrt(1 + 4 + 1)),
      12,
    );
    expect(one({ normalization: 'TRUE_COSINE' })).toBeCloseTo(9 / (Math.sqrt(9 + 1) * Math.sqrt(9 + 1)), 12);
    expect(one({ aggregation: 'SUBTRACT', normalization: 'TRUE_COSINE' })).toBeCloseTo(
      -1 / (Math.sqrt(1 + 1) * Math.sqrt(1 + 1)),
      12,
    );
  });

  test('topics are tied by the actors that speak on both', () => {
    expect(weights(rows, { type: 'TOPIC_TOPIC', aggregation: 'CONGRUENCE' })).toEqual({
      'x y': 1,
      'y x': 1,
      'x z': 1,
      'z x': 1,
    });
    expect(weights(rows, { type: 'TOPIC_TOPIC', aggregation: 'CONFLICT' })).toEqual({
      'x y': 2,
      'y x': 2,
      'x z': 2,
      'z x': 2,
    });
  });

  test('on a scale two rows are as near as their levels', () => {
    const scale = testRows([row('A x yes'), row('B x rather yes'), row('C x neutral')], SCALE);
    const strict = { type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE' } as const;
    expect(weights(scale, strict)).toMatchObject({ 'A B': 0.75, 'A C': 0.5, 'B C': 0.75 });
    // DNA measures by the levels that occur: from 0 to 1
    expect(weights(scale, { ...strict, mode: 'DNA' })).toEqual({
      'A B': 0.5,
      'B A': 0.5,
      'B C': 0.5,
      'C B': 0.5,
    });
  });

  test('half support and support are no conflict only because nobody opposes', () => {
    const scale = testRows([row('A x yes'), row('B x rather yes')], SCALE);
    expect(weights(scale, { type: 'ACTOR_ACTOR', aggregation: 'CONFLICT' })['A B']).toBe(0.25);
    expect(weights(scale, { type: 'ACTOR_ACTOR', aggregation: 'CONFLICT', mode: 'DNA' })['A B']).toBe(1);
  });

  test('categories agree where they are the same, and conflict by what only one of two has', () => {
    const categories = testRows(
      [row('A x red'), row('A x red'), row('A y blue'), row('B x red'), row('B x green'), row('C z blue')],
      CATEGORY,
    );
    expect(weights(categories, { type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE' })).toEqual({
      'A B': 2,
      'B A': 2,
    });
    expect(weights(categories, { type: 'ACTOR_ACTOR', aggregation: 'CONFLICT' })).toMatchObject({
      'A B': 1 + 1,
      'A C': 3 + 1,
      'B C': 2 + 1,
    });
    const subtracted = weights(categories, { type: 'ACTOR_ACTOR', aggregation: 'SUBTRACT' });
    expect(subtracted).toMatchObject({ 'A C': 0 - (3 + 1) });
    expect(subtracted).not.toHaveProperty('A B');
  });
});

test('edges of less than the least weight are left out, their nodes stay', () => {
  const rows = testRows([row('A x yes'), row('A x yes'), row('B x no'), row('C x yes')]);
  const found = network(rows, { type: 'ACTOR_ACTOR', aggregation: 'SUBTRACT', minWeight: 2 });
  expect(found.rows.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  // A B −2, A C 2, B C −1
  expect([...found.edges.weight]).toEqual([-2, 2]);
});

test('labels are in the order of their UTF-16 code units, names that are alike by id', () => {
  const rows = testRows(
    ['b', 'ﬀ', 'B', '𝒳', 'a', 'Ä'].map((name) => row(`${name} x yes`)),
    BOOLEAN,
  );
  expect(network(rows, { type: 'ACTOR_ACTOR' }).rows.map(({ name }) => name)).toEqual([
    'B',
    'a',
    'b',
    'Ä',
    '𝒳',
    'ﬀ',
  ]);
});
