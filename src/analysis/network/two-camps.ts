import type { Edges } from './edges.js';

/** A network's nodes in two camps, and how well that describes it. */
export interface TwoCamps {
  /** by node: 0 the camp of the first node, 1 the other */
  readonly camp: Uint8Array;
  /**
   * from −1 to 1: the share of the weight that is as it would be if the camps were all there is (positive within a
   * camp, negative across), less the share that is not; 0 where there are no edges
   */
  readonly polarisation: number;
  /** signed modularity of the split */
  readonly modularity: number;
}

/** The weights that are positive, or those that are negative, without their sign. */
interface Part {
  readonly strength: Float64Array;
  readonly total: number;
}

const POWER_STEPS = 200;
const MOST_PASSES = 50;

/**
 * The split of a one-mode network into two camps with the highest modularity that is found: by the sign of the leading
 * eigenvector of the modularity matrix (Newman, "Finding community structure in networks using the eigenvectors of
 * matrices", 2006), then moving one node after the other as long as that makes it higher. Where edges have negative
 * weights modularity is that of Gómez, Jensen and Arenas, "Analysis of community structure in networks of correlated
 * data" (2009), which is Newman's where they have not. The same network gives the same split.
 */
export function twoCamps(size: number, edges: Edges): TwoCamps {
  const positive = partOf(size, edges, 1);
  const negative = partOf(size, edges, -1);
  const total = positive.total + negative.total;
  const camp = new Uint8Array(size);
  if (total === 0) return { camp, polarisation: 0, modularity: 0 };

  const neighbours = neighboursOf(size, edges);
  const expected = (node: number, sums: { positive: number; negative: number }) =>
    (positive.total && ((positive.strength[node] ?? 0) * sums.positive) / positive.total) -
    (negative.total && ((negative.strength[node] ?? 0) * sums.negative) / negative.total);
  /** Σⱼ Bᵢⱼ xⱼ for all i */
  const product = (x: Float64Array): Float64Array => {
    const sums = { positive: dot(positive.strength, x), negative: dot(negative.strength, x) };
    return x.map((_, node) => {
      let sum = -expected(node, sums);
      for (const { other, weight } of neighbours[node] ?? []) sum += weight * (x[other] ?? 0);
      return sum;
    });
  };

  const side = leadingVector(size, product, total).map((value) => (value < 0 ? -1 : 1));
  improve(side, product, (node) =>
    expected(node, { positive: positive.strength[node] ?? 0, negative: negative.strength[node] ?? 0 }),
  );
  const first = side[0] ?? 1;
  for (const [node, value] of side.entries()) camp[node] = value === first ? 0 : 1;

  let agreed = 0;
  for (const [edge, weight] of edges.weight.entries()) {
    const same = camp[edges.row[edge] ?? 0] === camp[edges.column[edge] ?? 0];
    agreed += same ? weight : -weight;
  }
  return {
    camp,
    polarisation: agreed / (total / 2),
    modularity: withinCamps(side, product) / total,
  };
}

/** Σ Bᵢⱼ over pairs within a camp, which is Σ Bᵢⱼ (1 + sᵢ sⱼ) / 2. */
function withinCamps(side: Float64Array, product: (x: Float64Array) => Float64Array): number {
  const all = product(new Float64Array(side.length).fill(1)).reduce((sum, value) => sum + value, 0);
  return (all + dot(side, product(side))) / 2;
}

/** By the power method, on a matrix moved so far that the largest eigenvalue is the one farthest from zero. */
function leadingVector(
  size: number,
  product: (x: Float64Array) => Float64Array,
  shift: number,
): Float64Array {
  // no node is like another, and none is zero
  let x = Float64Array.from({ length: size }, (_, node) => Math.cos(node + 1));
  for (let step = 0; step < POWER_STEPS; step++) {
    const next = product(x);
    for (const [node, value] of x.entries()) next[node] = (next[node] ?? 0) + shift * value;
    const length = Math.sqrt(dot(next, next));
    if (length === 0) return x;
    x = next.map((value) => value / length);
  }
  return x;
}

/** Moves the node whose move gains most to the other camp, until none gains. */
function improve(
  side: Float64Array,
  product: (x: Float64Array) => Float64Array,
  ownExpected: (node: number) => number,
): void {
  for (let moves = 0; moves < MOST_PASSES * side.length; moves++) {
    const sums = product(side);
    let best = -1;
    let gain = 1e-9;
    for (const [node, value] of side.entries()) {
      // what a node has with itself does not change with its camp
      const found = -value * (sums[node] ?? 0) - ownExpected(node);
      if (found > gain) [best, gain] = [node, found];
    }
    if (best === -1) return;
    side[best] = -(side[best] ?? 0);
  }
}

function partOf(size: number, { row, column, weight }: Edges, sign: 1 | -1): Part {
  const strength = new Float64Array(size);
  let total = 0;
  for (const [edge, signed] of weight.entries()) {
    const value = sign * signed;
    if (value <= 0) continue;
    total += 2 * value;
    for (const end of [row[edge] ?? 0, column[edge] ?? 0]) strength[end] = (strength[end] ?? 0) + value;
  }
  return { strength, total };
}

function neighboursOf(size: number, { row, column, weight }: Edges): { other: number; weight: number }[][] {
  const found: { other: number; weight: number }[][] = Array.from({ length: size }, () => []);
  for (const [edge, value] of weight.entries()) {
    const [a = 0, b = 0] = [row[edge], column[edge]];
    found[a]?.push({ other: b, weight: value });
    found[b]?.push({ other: a, weight: value });
  }
  return found;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (const [i, value] of a.entries()) sum += value * (b[i] ?? 0);
  return sum;
}
