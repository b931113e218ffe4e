import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edges } from '../../../../src/analysis/network/edges.js';
import { measures } from '../../../../src/analysis/network/measures.js';
import { byWeight, edgesLeft, strongest } from '../../../../src/analysis/network/strongest.js';
import { twoCamps } from '../../../../src/analysis/network/two-camps.js';

function edges(...list: readonly (readonly [number, number, number])[]): Edges {
  return {
    row: Uint32Array.from(list, ([row]) => row),
    column: Uint32Array.from(list, ([, column]) => column),
    weight: Float64Array.from(list, ([, , weight]) => weight),
  };
}

/** Two triangles, joined by one edge between 2 and 3. */
const TRIANGLES = edges([0, 1, 1], [0, 2, 1], [1, 2, 1], [2, 3, 1], [3, 4, 1], [3, 5, 1], [4, 5, 1]);

const anyEdges = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }), fc.integer({ min: -4, max: 6 })),
    {
      selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
      maxLength: 20,
    },
  )
  .map((list) => list.filter(([a, b, weight]) => a < b && weight !== 0));

describe('measures', () => {
  test('of two triangles joined by an edge, by hand', () => {
    const found = measures(6, TRIANGLES, ['betweenness', 'closeness', 'components', 'communities'], 1);
    // 2 lies between 0, 1 and each of 3, 4, 5: 6 of the 10 pairs of others
    expect(found.betweenness?.[2]).toBeCloseTo(0.6, 12);
    expect(found.betweenness?.[0]).toBe(0);
    // distances from 2: 1, 1, 1, 2, 2
    expect(found.closeness?.[2]).toBeCloseTo(5 / 7, 12);
    expect([...(found.components ?? [])]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...(found.communities?.of ?? [])]).toEqual([0, 0, 0, 1, 1, 1]);
    // 6 of 7 edges within, each half with half of the ends
    expect(found.communities?.modularity).toBeCloseTo(6 / 7 - 0.5, 12);
  });

  test('of structure do not see negative edges', () => {
    const found = measures(3, edges([0, 1, 2], [1, 2, -1]), ['components', 'betweenness'], 1);
    expect([...(found.components ?? [])]).toEqual([0, 0, 1]);
    expect([...(found.betweenness ?? [])]).toEqual([0, 0, 0]);
  });

  test('are none where there is nothing', () => {
    expect(measures(0, edges(), ['eigenvector', 'communities', 'camps'], 1)).toEqual({});
    expect(measures(2, edges(), ['eigenvector', 'communities', 'components'], 1)).toMatchObject({
      communities: { modularity: 0 },
    });
  });

  test('are the same for the same seed', () => {
    fc.assert(
      fc.property(anyEdges, fc.integer(), (list, seed) => {
        const once = () => measures(8, edges(...list), ['communities', 'camps', 'eigenvector'], seed);
        expect(once()).toEqual(once());
      }),
      { numRuns: 50 },
    );
  });
});

describe('two camps', () => {
  test('of two triangles are the triangles', () => {
    const { camp, polarisation, modularity } = twoCamps(6, TRIANGLES);
    expect([...camp]).toEqual([0, 0, 0, 1, 1, 1]);
    // 6 of the weight of 7 within the camps, 1 across
    expect(polarisation).toBeCloseTo(5 / 7, 12);
    expect(modularity).toBeCloseTo(6 / 7 - 0.5, 12);
  });

  test('who is against all others is a camp of its own', () => {
    const { camp, polarisation } = twoCamps(
      4,
      edges([0, 1, 2], [0, 2, 2], [1, 2, 2], [0, 3, -2], [1, 3, -2], [2, 3, -2]),
    );
    expect([...camp]).toEqual([0, 0, 0, 1]);
    expect(polarisation).toBe(1);
  });

  test('of few nodes are as good as trying all splits finds, or nearly', () => {
    fc.assert(
      fc.property(anyEdges, (list) => {
        const network = edges(...list.map(([a, b, weight]) => [a, b, Math.abs(weight)] as const));
        const found = twoCamps(8, network);
        const total = 2 * network.weight.reduce((sum, weight) => sum + weight, 0);
        if (total === 0) return;
        expect(modularityOf(network, found.camp)).toBeCloseTo(found.modularity, 9);
        const best = Math.max(
          ...Array.from({ length: 128 }, (_, bits) =>
            modularityOf(
              network,
              Uint8Array.from({ length: 8 }, (_, node) => (bits >> node) & 1),
            ),
          ),
        );
        expect(found.modularity).toBeGreaterThanOrEqual(0.8 * best - 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});

/** Newman's, pair by pair. */
function modularityOf({ row, column, weight }: Edges, camp: Uint8Array): number {
  const strength = new Float64Array(camp.length);
  for (const [edge, value] of weight.entries()) {
    for (const end of [row[edge] ?? 0, column[edge] ?? 0]) strength[end] = (strength[end] ?? 0) + value;
  }
  const total = strength.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  for (const [edge, value] of weight.entries()) {
    if (camp[row[edge] ?? 0] === camp[column[edge] ?? 0]) sum += 2 * value;
  }
  for (const [a, x] of strength.entries()) {
    for (const [b, y] of strength.entries()) if (camp[a] === camp[b]) sum -= (x * y) / total;
  }
  return sum / total;
}

describe('the strongest', () => {
  test('are what sorting gives', () => {
    fc.assert(
      fc.property(
        anyEdges,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (list, nodes, most) => {
          const network = edges(...list);
          const found = strongest({ size: 8, edges: network }, { nodes, edges: most });
          const strength = Array.from({ length: 8 }, (_, node) =>
            list.reduce((sum, [a, b, weight]) => sum + (a === node || b === node ? Math.abs(weight) : 0), 0),
          );
          const kept = strength
            .map((value, node) => ({ value, node }))
            .sort((a, b) => b.value - a.value || a.node - b.node)
            .slice(0, nodes)
            .map(({ node }) => node)
            .sort((a, b) => a - b);
          expect([...found.nodes]).toEqual(kept);
          const between = list
            .map(([a, b, weight], edge) => ({ a, b, edge, weight: Math.abs(weight) }))
            .filter(({ a, b }) => kept.includes(a) && kept.includes(b))
            .sort((a, b) => b.weight - a.weight || a.edge - b.edge)
            .slice(0, most)
            .map(({ edge }) => edge)
            .sort((a, b) => a - b);
          expect([...found.edges]).toEqual(between);
          const shown = edgesLeft(network, 8, found);
          expect([...shown.weight]).toEqual(between.map((edge) => list[edge]?.[2]));
          const sorted = [...byWeight(shown)].map((edge) => Math.abs(shown.weight[edge] ?? 0));
          expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
        },
      ),
    );
  });
});
