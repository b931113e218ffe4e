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
/** Less is rounding. */
const LEAST_GAIN = 1e-9;

/**
 * The split of a one-mode network into two camps with the highest modularity that is found: by the sign of the leading
 * eigenvector of the modularity matrix, then moving nodes (Newman, "Finding community structure in networks using the
 * eigenvectors of matrices", 2006; the moves are Kernighan and Lin's), or by such moves alone. Where edges have negative weights modularity is that of Gómez, Jensen and Arenas, "Analysis of community structure in networks of correlated
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

  /** Bᵢⱼ for all j */
  const row = (i: number): Float64Array => {
    const sums = { positive: positive.strength[i] ?? 0, negative: negative.strength[i] ?? 0 };
    const found = new Float64Array(size).map((_, j) => -expected(j, sums));
    for (const { other, weight } of neighbours[i] ?? []) found[other] = (found[other] ?? 0) + weight;
    return found;
  };
  const own = new Float64Array(size).map((_, i) => row(i)[i] ?? 0);
  const splitFrom = (start: Float64Array): Float64Array => {
    const found = start.map((value) => (value < 0 ? -1 : 1));
    for (let pass = 0; pass < MOST_PASSES && improve(found, { sums: product(found), own, row }); pass++);
    return found;
  };
  const byVector = splitFrom(leadingVector(size, product, total));
  const byMoves = splitFrom(new Float64Array(size).fill(1));
  const side =
    withinCamps(byMoves, product) > withinCamps(byVector, product) + LEAST_GAIN ? byMoves : byVector;
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

/**
 * Moves each node once to the other camp, always the one whose move gains most or costs least, and takes back the moves
 * after the best split on the way. Says whether that is better than the one it began with.
 *
 * @param sums Σⱼ Bᵢⱼ sⱼ for all i, which is changed
 * @param own Bᵢᵢ
 * @param row Bᵢⱼ for all j
 */
function improve(
  side: Float64Array,
  { sums, own, row }: { sums: Float64Array; own: Float64Array; row(node: number): Float64Array },
): boolean {
  const moved: number[] = [];
  const isMoved = new Uint8Array(side.length);
  let [gain, most, kept] = [0, LEAST_GAIN, 0];
  while (moved.length < side.length) {
    let [best, bestGain] = [-1, Number.NEGATIVE_INFINITY];
    for (const [node, value] of side.entries()) {
      if (isMoved[node] === 1) continue;
      // what a node has with itself does not change with its camp
      const found = (own[node] ?? 0) - value * (sums[node] ?? 0);
      if (found > bestGain) [best, bestGain] = [node, found];
    }
    const change = -2 * (side[best] ?? 0);
    for (const [node, value] of row(best).entries()) sums[node] = (sums[node] ?? 0) + change * value;
    side[best] = -(side[best] ?? 0);
    isMoved[best] = 1;
    moved.push(best);
    gain += bestGain;
    if (gain > most) [most, kept] = [gain, moved.length];
  }
  for (const node of moved.slice(kept)) side[node] = -(side[node] ?? 0);
  return kept > 0;
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
