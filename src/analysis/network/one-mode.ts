import type { Cells } from './cells.js';
import { type Edges, edgeList, edgesOf, pushEdge } from './edges.js';
import { type LevelLists, levelLists, memberSums, withoutLevels } from './level-lists.js';
import type { Aggregation, Normalization } from './network-options.js';
import { type PairRows, productSums } from './pair-sums.js';
import { matrix } from './similarity.js';

export interface OneMode {
  readonly aggregation: Aggregation;
  readonly normalization: Normalization;
  /** whether levels are mere categories */
  readonly categories: boolean;
  /** `similarities` of the aggregation */
  readonly similarity: readonly Float64Array[];
  /** how many members there can be */
  readonly members: number;
}

/** What the sums of a network are computed on. */
interface Compared {
  readonly cells: Cells;
  readonly lists: LevelLists;
  readonly similarity: readonly Float64Array[];
}

/**
 * The edges of a network of members through groups (networks.md, "One-mode"): of actors through topics, or of topics
 * through actors. A pair has one edge, from the earlier label to the later one, and none where the weight is 0. Takes
 * time in the pairs that share a group, and in the square of the labels.
 *
 * @param nodes the members that are labels, ascending
 */
export function oneModeEdges(cells: Cells, nodes: Uint32Array, options: OneMode): Edges {
  const { aggregation, similarity, categories, members } = options;
  const compared =
    aggregation === 'IGNORE'
      ? comparing(withoutLevels(cells), [Float64Array.of(1)])
      : comparing(cells, similarity);
  const totals = memberSums(compared.lists, members, (x) => x);
  const weights = categories
    ? categoryWeights(aggregation, compared, totals)
    : productSums(compared.lists, compared.similarity, members);
  const denominator = denominators(options, cells, compared, totals);

  const found = edgeList();
  for (let a = 0; a < nodes.length; a++) {
    const sums = weights(nodes[a] ?? 0);
    const divisors = denominator(nodes[a] ?? 0);
    for (let b = a + 1; b < nodes.length; b++) {
      const other = nodes[b] ?? 0;
      const sum = sums[other] ?? 0;
      const divisor = divisors[other] ?? 0;
      if (sum !== 0 && divisor !== 0) pushEdge(found, a, b, sum / divisor);
    }
  }
  return edgesOf(found);
}

function comparing(cells: Cells, similarity: readonly Float64Array[]): Compared {
  return { cells, lists: levelLists(cells), similarity };
}

/**
 * Categories conflict by what only one of two members has: Σ x where x′ = 0 plus x′ where x = 0, which is n(i) + n(i′)
 * less Σ x + x′ where both are there.
 */
function categoryWeights(
  aggregation: Aggregation,
  { lists, similarity }: Compared,
  totals: Float64Array,
): PairRows {
  const members = totals.length;
  const shared = productSums(lists, similarity, members);
  if (aggregation !== 'CONFLICT' && aggregation !== 'SUBTRACT') return shared;
  const same = sameLevel(lists.levels);
  const ones = lists.count.map(() => 1);
  const own = productSums(lists, same, members, { others: ones });
  const others = productSums(lists, same, members, { own: ones });
  const sign = aggregation === 'CONFLICT' ? 1 : -1;
  return pairRows(members, (row, member) => {
    const [both, x, y, total = 0] = [shared(member), own(member), others(member), totals[member]];
    for (let other = member; other < members; other++) {
      const alone = total + (totals[other] ?? 0) - (x[other] ?? 0) - (y[other] ?? 0);
      row[other] = (both[other] ?? 0) + sign * alone;
    }
  });
}

/** @param fill fills in the numbers of a member and those not before it */
function pairRows(members: number, fill: (row: Float64Array, member: number) => void): PairRows {
  const row = new Float64Array(members);
  return (member) => {
    fill(row, member);
    return row;
  };
}

/** networks.md, "One-mode", normalisation. */
function denominators(
  { normalization, members }: OneMode,
  cells: Cells,
  compared: Compared,
  totals: Float64Array,
): PairRows {
  switch (normalization) {
    case 'AVERAGE':
      return ofBoth(totals, (n, other) => (n + other) / 2);
    case 'COSINE':
      return ofBoth(totals, (n, other) => n * other);
    case 'TRUE_COSINE':
      return ofBoth(lengths(compared, members), (length, other) => length * other);
    case 'JACCARD':
      return jaccard(cells, totals);
    default:
      return ofBoth(totals, () => 1);
  }
}

function ofBoth(values: Float64Array, combine: (value: number, other: number) => number): PairRows {
  return pairRows(values.length, (row, member) => {
    const value = values[member] ?? 0;
    for (let other = member; other < values.length; other++) row[other] = combine(value, values[other] ?? 0);
  });
}

/**
 * Σ x[x′ = 0] + x′[x = 0] + x·x′, which is n(i) + n(i′) and, where both are there, x·x′ − x − x′, or
 * (x − 1)(x′ − 1) − 1.
 */
function jaccard(cells: Cells, totals: Float64Array): PairRows {
  const members = totals.length;
  const same = sameLevel(cells.levels);
  const counted = (term: (x: number) => number) =>
    productSums(
      levelLists({ ...cells, counts: cells.counts.map((x) => (x === 0 ? 0 : term(x))) }),
      same,
      members,
    );
  const products = counted((x) => x - 1);
  const both = counted(() => 1);
  return pairRows(members, (row, member) => {
    const [product, shared, total = 0] = [products(member), both(member), totals[member]];
    for (let other = member; other < members; other++) {
      row[other] = total + (totals[other] ?? 0) + (product[other] ?? 0) - (shared[other] ?? 0);
    }
  });
}

function sameLevel(levels: number): readonly Float64Array[] {
  return matrix(levels, (k, l) => (k === l ? 1 : 0));
}

/** The length of each member's vector of counts, by the inner product that the aggregation is. */
function lengths({ cells: { member, counts, levels }, similarity }: Compared, members: number): Float64Array {
  const squares = new Float64Array(members);
  for (let cell = 0; cell < member.length; cell++) {
    const at = member[cell] ?? 0;
    for (let k = 0; k < levels; k++) {
      for (let l = 0; l < levels; l++) {
        const product = (counts[cell * levels + k] ?? 0) * (counts[cell * levels + l] ?? 0);
        squares[at] = (squares[at] ?? 0) + product * (similarity[k]?.[l] ?? 0);
      }
    }
  }
  return squares.map(Math.sqrt);
}
