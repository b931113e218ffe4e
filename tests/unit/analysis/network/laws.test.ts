import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AGGREGATIONS,
  type Aggregation,
  DUPLICATES,
  denseMatrix,
  type Levels,
  type Network,
  type NetworkOptions,
  NORMALIZATIONS,
  type Normalization,
  network,
  networkWindows,
} from '../../../../src/analysis/index.js';
import { BOOLEAN, CATEGORY, SCALE, type TestRow, testRows } from '../../../support/network-rows.js';

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2020-01-${String(of).padStart(2, '0')}`);

function tables(levels: Levels) {
  const row: fc.Arbitrary<TestRow> = fc.record({
    actor: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    topic: fc.constantFrom('x', 'y', 'z'),
    level: fc.constantFrom(...levels.names),
    date: day,
    document: fc.constantFrom('source:1', 'source:2'),
  });
  return fc.array(row, { maxLength: 25 }).map((rows) => ({ rows, levels }));
}
const anyTable = fc.constantFrom(BOOLEAN, SCALE, CATEGORY).chain(tables);
const oneMode = fc.constantFrom('ACTOR_ACTOR' as const, 'TOPIC_TOPIC' as const);

/** A network by the words of networks.md: counts in a cube, and sums over all of it. */
function asDefined(
  rows: readonly TestRow[],
  levels: Levels,
  { type, aggregation = 'IGNORE', normalization = 'NONE' }: NetworkOptions,
): number[][] {
  const names = (of: (row: TestRow) => string) => [...new Set(rows.map(of))].sort();
  const [nodes, shared] = [names(({ actor }) => actor), names(({ topic }) => topic)];
  const K = levels.names;
  const x = nodes.map((actor) =>
    shared.map((topic) =>
      K.map(
        (level) => rows.filter((r) => r.actor === actor && r.topic === topic && r.level === level).length,
      ),
    ),
  );
  if (type === 'ACTOR_TOPIC') return twoMode(x, K, levels, rows, aggregation, normalization);
  const cube = type === 'ACTOR_ACTOR' ? x : shared.map((_, j) => nodes.map((_, i) => x[i]?.[j] ?? []));
  return cube.map((one, i) =>
    cube.map((other, i2) => (i === i2 ? 0 : pair(one, other, levels, aggregation, normalization))),
  );
}

function twoMode(
  x: readonly (readonly (readonly number[])[])[],
  K: readonly string[],
  levels: Levels,
  rows: readonly TestRow[],
  aggregation: Aggregation,
  normalization: Normalization,
): number[][] {
  const occurring = K.filter((name) => levels.type === 'BOOLEAN' || rows.some(({ level }) => level === name));
  const order = levels.type === 'CATEGORY' ? [...occurring].sort() : occurring;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  const value = (counts: readonly number[]) =>
    aggregation === 'COMBINE'
      ? sum(order.map((name, k) => ((counts[K.indexOf(name)] ?? 0) > 0 ? 2 ** (order.length - 1 - k) : 0)))
      : aggregation === 'SUBTRACT'
        ? sum(counts.map((count, k) => count * (levels.values[k] ?? 0)))
        : sum(counts);
  const counted = x.map((line) =>
    line.map((counts) => (aggregation === 'COMBINE' ? Number(sum(counts) > 0) : sum(counts))),
  );
  return x.map((line, i) =>
    line.map((counts, j) => {
      const total =
        normalization === 'ACTIVITY'
          ? sum(counted[i] ?? [])
          : normalization === 'PROMINENCE'
            ? sum(counted.map((others) => others[j] ?? 0))
            : 1;
      return total === 0 ? 0 : value(counts) / total;
    }),
  );
}

function pair(
  one: readonly (readonly number[])[],
  other: readonly (readonly number[])[],
  levels: Levels,
  aggregation: Aggregation,
  normalization: Normalization,
): number {
  const d = (k: number, l: number) => Math.abs((levels.values[k] ?? 0) - (levels.values[l] ?? 0)) / 2;
  const weight = (a: typeof one, b: typeof one, how: Aggregation): number => {
    if (how === 'SUBTRACT') return weight(a, b, 'CONGRUENCE') - weight(a, b, 'CONFLICT');
    let sum = 0;
    for (const [j, counts] of a.entries()) {
      for (const [k, count] of counts.entries()) {
        const same = b[j]?.[k] ?? 0;
        if (levels.type === 'CATEGORY' && how === 'CONGRUENCE') sum += count * same;
        else if (levels.type === 'CATEGORY' && how === 'CONFLICT')
          sum += (same === 0 ? count : 0) + (count === 0 ? same : 0);
        else {
          for (const [l, there] of (b[j] ?? []).entries()) {
            sum += count * there * (how === 'CONGRUENCE' ? 1 - d(k, l) : how === 'CONFLICT' ? d(k, l) : 1);
          }
        }
      }
    }
    return sum;
  };
  const n = (counts: typeof one) => counts.flat().reduce((total, count) => total + count, 0);
  const jaccard = one.flatMap((counts, j) =>
    counts.map((count, k) => {
      const there = other[j]?.[k] ?? 0;
      return (there === 0 ? count : 0) + (count === 0 ? there : 0) + count * there;
    }),
  );
  const by = (): number => {
    switch (normalization) {
      case 'AVERAGE':
        return (n(one) + n(other)) / 2;
      case 'JACCARD':
        return jaccard.reduce((total, part) => total + part, 0);
      case 'COSINE':
        return n(one) * n(other);
      case 'TRUE_COSINE':
        return Math.sqrt(weight(one, one, aggregation) * weight(other, other, aggregation));
      default:
        return 1;
    }
  };
  return by() === 0 ? 0 : weight(one, other, aggregation) / by();
}

/** Whether options go together: `network` refuses the others. */
function goTogether(
  levels: Levels,
  { type, aggregation = 'IGNORE', normalization = 'NONE' }: NetworkOptions,
): boolean {
  if (type === 'ACTOR_TOPIC') {
    const fits = ['IGNORE', 'SUBTRACT', 'COMBINE'].includes(aggregation);
    return (
      fits &&
      !(levels.type === 'CATEGORY' && aggregation === 'SUBTRACT') &&
      ['NONE', 'ACTIVITY', 'PROMINENCE'].includes(normalization)
    );
  }
  // the cosine needs an inner product, which conflict is not, nor what categories make of subtraction
  const cosine =
    normalization === 'TRUE_COSINE' &&
    (aggregation === 'CONFLICT' || (levels.type === 'CATEGORY' && aggregation === 'SUBTRACT'));
  return aggregation !== 'COMBINE' && !['ACTIVITY', 'PROMINENCE'].includes(normalization) && !cosine;
}

test('every network is what its definition says', () => {
  fc.assert(
    fc.property(
      anyTable,
      fc.constantFrom('ACTOR_TOPIC' as const, 'ACTOR_ACTOR' as const, 'TOPIC_TOPIC' as const),
      fc.constantFrom(...AGGREGATIONS),
      fc.constantFrom(...NORMALIZATIONS),
      ({ rows, levels }, type, aggregation, normalization) => {
        const options = { type, aggregation, normalization };
        fc.pre(goTogether(levels, options));
        const found = denseMatrix(network(testRows(rows, levels), options)).map((line) => [...line]);
        const expected = asDefined(rows, levels, options);
        expect(found).toHaveLength(expected.length);
        for (const [i, line] of expected.entries()) {
          for (const [j, weight] of line.entries()) expect(found[i]?.[j]).toBeCloseTo(weight, 9);
        }
      },
    ),
    { numRuns: 600 },
  );
});

describe('laws', () => {
  const dense = (rows: readonly TestRow[], levels: Levels, options: NetworkOptions) =>
    denseMatrix(network(testRows(rows, levels), options));

  test('one-mode networks are symmetric, with an empty diagonal', () => {
    fc.assert(
      fc.property(anyTable, oneMode, ({ rows, levels }, type) => {
        const matrix = dense(rows, levels, { type, aggregation: 'CONGRUENCE', normalization: 'JACCARD' });
        for (const [i, line] of matrix.entries()) {
          expect(line[i]).toBe(0);
          for (const [j, weight] of line.entries()) expect(matrix[j]?.[i]).toBe(weight);
        }
      }),
    );
  });

  test('congruence and conflict add up to ignore, and their difference is subtract', () => {
    fc.assert(
      fc.property(fc.constantFrom(BOOLEAN, SCALE).chain(tables), oneMode, ({ rows, levels }, type) => {
        const of = (aggregation: Aggregation) => dense(rows, levels, { type, aggregation });
        const [all, agree, differ, subtract] = [
          of('IGNORE'),
          of('CONGRUENCE'),
          of('CONFLICT'),
          of('SUBTRACT'),
        ];
        for (const [i, line] of all.entries()) {
          for (const [j, weight] of line.entries()) {
            const [congruence, conflict] = [agree[i]?.[j] ?? 0, differ[i]?.[j] ?? 0];
            expect(congruence + conflict).toBeCloseTo(weight, 9);
            expect(subtract[i]?.[j]).toBeCloseTo(congruence - conflict, 9);
          }
        }
      }),
    );
  });

  test('each statement twice doubles two-mode weights and the average, and leaves the cosines as they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(BOOLEAN, SCALE).chain(tables), ({ rows, levels }) => {
        const scaled = (options: NetworkOptions, by: number) => {
          const [once, twice] = [dense(rows, levels, options), dense([...rows, ...rows], levels, options)];
          for (const [i, line] of once.entries()) {
            for (const [j, weight] of line.entries()) expect(twice[i]?.[j]).toBeCloseTo(weight * by, 9);
          }
        };
        scaled({ type: 'ACTOR_TOPIC', aggregation: 'SUBTRACT' }, 2);
        scaled({ type: 'ACTOR_TOPIC', normalization: 'ACTIVITY' }, 1);
        scaled({ type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE' }, 4);
        scaled({ type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE', normalization: 'AVERAGE' }, 2);
        scaled({ type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE', normalization: 'COSINE' }, 1);
        scaled({ type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE', normalization: 'TRUE_COSINE' }, 1);
      }),
    );
  });

  test('the true cosine is from −1 to 1, and 1 of two who say the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(BOOLEAN, SCALE).chain(tables), ({ rows, levels }) => {
        const doubled = [
          ...rows,
          ...rows.flatMap((row) => (row.actor === 'a' ? [{ ...row, actor: 'f' }] : [])),
        ];
        for (const aggregation of ['IGNORE', 'CONGRUENCE', 'SUBTRACT'] as const) {
          const found = network(testRows(doubled, levels), {
            type: 'ACTOR_ACTOR',
            aggregation,
            normalization: 'TRUE_COSINE',
          });
          for (const weight of found.edges.weight) expect(Math.abs(weight)).toBeLessThanOrEqual(1 + 1e-9);
          const [a, f] = ['a', 'f'].map((name) => found.rows.findIndex((label) => label.name === name));
          const weight = denseMatrix(found)[a ?? 0]?.[f ?? 0];
          if (a !== -1 && aggregation !== 'SUBTRACT') expect(weight).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  test('a greater least weight leaves fewer edges, each as it was', () => {
    fc.assert(
      fc.property(
        anyTable,
        oneMode,
        fc.float({ min: 0, max: 9, noNaN: true }),
        ({ rows, levels }, type, minWeight) => {
          const table = testRows(rows, levels);
          const all = network(table, { type });
          const strong = network(table, { type, minWeight });
          const kept = [...all.edges.weight].filter((weight) => Math.abs(weight) >= minWeight);
          expect([...strong.edges.weight]).toEqual(kept);
          expect(strong.rows).toEqual(all.rows);
        },
      ),
    );
  });

  /** All of a network that a caller can see. */
  const bytes = ({ rows, edges, statements, start, stop }: Network) =>
    JSON.stringify([rows, [...edges.row], [...edges.column], [...edges.weight], statements, start, stop]);

  test('the order of the rows does not matter, to the last bit', () => {
    fc.assert(
      fc.property(
        anyTable.chain(({ rows, levels }) => {
          const named = rows.map((row, i) => ({ ...row, statement: String(i) }));
          return fc
            .shuffledSubarray(named, { minLength: named.length })
            .map((shuffled) => ({ rows: named, shuffled, levels }));
        }),
        fc.constantFrom(...DUPLICATES),
        ({ rows, shuffled, levels }, duplicates) => {
          const options = {
            type: 'ACTOR_ACTOR',
            aggregation: 'CONGRUENCE',
            normalization: 'AVERAGE',
            duplicates,
          } as const;
          const [table, other] = [testRows(rows, levels), testRows(shuffled, levels)];
          expect(bytes(network(other, options))).toBe(bytes(network(table, options)));
          for (const window of [
            { unit: 'DAY', size: 5, kernel: 'GAUSSIAN' },
            { unit: 'EVENT', size: 5 },
          ] as const) {
            const of = (from: typeof table) => [...networkWindows(from, options, window)].map(bytes);
            expect(of(other)).toEqual(of(table));
          }
        },
      ),
    );
  });

  test('windows of one day cover the range, each statement once', () => {
    fc.assert(
      fc.property(anyTable, ({ rows, levels }) => {
        const table = testRows(rows, levels);
        const windows = [...networkWindows(table, { type: 'ACTOR_TOPIC' }, { unit: 'DAY', size: 1 })];
        expect(windows.reduce((sum, { statements }) => sum + statements, 0)).toBe(rows.length);
        for (const [i, { middle }] of windows.entries()) {
          expect(middle).toBe((windows[0]?.middle ?? 0) + i * 86_400);
        }
      }),
    );
  });

  test('every edge has evidence, of its own ends only', () => {
    fc.assert(
      fc.property(
        anyTable,
        fc.constantFrom('IGNORE' as const, 'CONGRUENCE' as const, 'CONFLICT' as const),
        ({ rows, levels }, aggregation) => {
          const table = testRows(rows, levels);
          const found = network(table, { type: 'ACTOR_ACTOR', aggregation });
          for (const edge of found.edges.weight.keys()) {
            const ends = [found.edges.row[edge], found.edges.column[edge]].map(
              (at) => found.rows[at ?? 0]?.name,
            );
            const actors = [...found.evidence(edge)].map((at) => table.actors[table.actor[at] ?? 0]?.name);
            expect(actors.length).toBeGreaterThan(0);
            for (const actor of actors) expect(ends).toContain(actor);
          }
        },
      ),
    );
  });
});
