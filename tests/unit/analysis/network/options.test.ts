import { describe, expect, test } from 'vitest';
import {
  type Aggregation,
  type NetworkOptions,
  type Normalization,
  network,
  networkWindows,
  type WindowOptions,
} from '../../../../src/analysis/index.js';
import { BOOLEAN, CATEGORY, row, SCALE, testRows } from '../../../support/network-rows.js';

const rows = testRows([row('A x yes'), row('B x no')]);

describe('options that do not go together are refused, and the message names those that do', () => {
  test.each([
    [
      'ACTOR_TOPIC',
      { aggregation: 'CONGRUENCE' },
      /aggregation CONGRUENCE.*ACTOR_TOPIC.*IGNORE, SUBTRACT, COMBINE/,
    ],
    ['ACTOR_ACTOR', { aggregation: 'COMBINE' }, /IGNORE, CONGRUENCE, CONFLICT, SUBTRACT/],
    ['TOPIC_TOPIC', { normalization: 'ACTIVITY' }, /NONE, AVERAGE, JACCARD, COSINE, TRUE_COSINE/],
    ['ACTOR_TOPIC', { normalization: 'COSINE' }, /NONE, ACTIVITY, PROMINENCE/],
    [
      'ACTOR_ACTOR',
      { aggregation: 'CONFLICT', normalization: 'TRUE_COSINE' },
      /IGNORE, CONGRUENCE, SUBTRACT/,
    ],
    ['ACTOR_ACTOR', { range: { start: 2, stop: 1 } }, /range: expected a start/],
    ['ACTOR_ACTOR', { minWeight: -1 }, /minWeight: expected a number of at least 0/],
    ['ACTOR_ACTOR', { minWeight: Number.NaN }, /minWeight/],
    ['ACTOR_ACTOR', { mode: 'DNA', normalization: 'TRUE_COSINE' }, /TRUE_COSINE in mode DNA/],
    ['ACTOR_ACTOR', { mode: 'DNA', duplicates: 'DAY' }, /DAY in mode DNA/],
  ] as const)('%s with %j', (type, options, message) => {
    expect(() => network(rows, { type, ...options })).toThrow(message);
    expect(() => network(rows, { type, ...options })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });

  test('categories cannot be subtracted in a two-mode network', () => {
    const categories = testRows([row('A x red')], CATEGORY);
    const options = { type: 'ACTOR_TOPIC', aggregation: 'SUBTRACT' } as const;
    expect(() => network(categories, options)).toThrow('one of IGNORE, COMBINE');
    // DNA ignores them
    expect([...network(categories, { ...options, mode: 'DNA' }).edges.weight]).toEqual([1]);
  });

  test.each([
    [{ unit: 'DAY', size: 1.5 }, {}, 'window.size: expected a whole number'],
    [{ unit: 'EVENT', size: 3, kernel: 'GAUSSIAN' }, {}, 'with windows of events: expected NONE'],
    [{ unit: 'DAY', size: 3, kernel: 'GAUSSIAN' }, { aggregation: 'COMBINE' }, 'one of IGNORE, SUBTRACT'],
  ] as const)('window %j with %j', (window, options, message) => {
    expect(() => networkWindows(rows, { type: 'ACTOR_TOPIC', ...options }, window)).toThrow(message);
  });
});

describe('DNA takes what it does not know for something else', () => {
  const applied = (
    options: NetworkOptions,
    window?: WindowOptions,
  ): readonly [Aggregation, Normalization] => {
    const [found] = window ? networkWindows(rows, options, window) : [network(rows, options)];
    if (!found) throw new Error('a network was expected');
    return [found.aggregation, found.normalization];
  };

  test('without a kernel', () => {
    const mode = 'DNA';
    expect(applied({ type: 'ACTOR_TOPIC', aggregation: 'CONFLICT', normalization: 'COSINE', mode })).toEqual([
      'IGNORE',
      'NONE',
    ]);
    expect(applied({ type: 'ACTOR_ACTOR', aggregation: 'COMBINE', normalization: 'ACTIVITY', mode })).toEqual(
      ['IGNORE', 'NONE'],
    );
  });

  test('with a kernel', () => {
    const window = { unit: 'DAY', size: 2, kernel: 'GAUSSIAN' } as const;
    const rows = testRows([row('A x yes'), row('B x no', { date: '2020-01-03' })]);
    const first = (options: NetworkOptions) => {
      const [found] = networkWindows(rows, { ...options, mode: 'DNA' }, window);
      return found && [found.aggregation, found.normalization];
    };
    expect(first({ type: 'ACTOR_TOPIC', aggregation: 'COMBINE', normalization: 'ACTIVITY' })).toEqual([
      'SUBTRACT',
      'NONE',
    ]);
    expect(first({ type: 'ACTOR_ACTOR', normalization: 'JACCARD' })).toEqual(['IGNORE', 'AVERAGE']);
  });
});

describe('where DNA fails, mode DNA says so', () => {
  test('a scale of which one level occurs', () => {
    const scale = testRows([row('A x yes'), row('B x yes')], SCALE);
    const options = { type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE' } as const;
    expect(() => network(scale, { ...options, mode: 'DNA' })).toThrow('the one level that occurs, yes');
    expect([...network(scale, options).edges.weight]).toEqual([1]);
    // of booleans there are always two, but with a kernel DNA looks at those that occur
    const booleans = testRows(
      [row('A x yes'), row('B x yes'), row('B x yes', { date: '2020-01-03' })],
      BOOLEAN,
    );
    expect([...network(booleans, { ...options, mode: 'DNA' }).edges.weight]).toEqual([2]);
    expect(() => [
      ...networkWindows(booleans, { ...options, mode: 'DNA' }, { unit: 'DAY', size: 2, kernel: 'GAUSSIAN' }),
    ]).toThrow('the one level that occurs, yes');
  });

  test('combined networks by prominence, unless there are as many actors as topics', () => {
    const options = { type: 'ACTOR_TOPIC', aggregation: 'COMBINE', normalization: 'PROMINENCE' } as const;
    expect(() => network(rows, { ...options, mode: 'DNA' })).toThrow(
      'as many actors as topics (found 2 and 1)',
    );
    const square = testRows([row('A x yes'), row('A y yes'), row('B x no')]);
    // the first column is divided by what the first row has, the second by the second
    expect([...network(square, { ...options, mode: 'DNA' }).edges.weight]).toEqual([1 / 2, 1 / 1, 2 / 2]);
    expect([...network(square, options).edges.weight]).toEqual([1 / 2, 1, 2 / 2]);
  });
});
