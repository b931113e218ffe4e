import { type Edges, edgesAt } from './edges.js';
import { numbersUpTo, numbersWhere } from './numbers.js';

/** What an answer has at most. */
export const MOST_NODES = 2_000;
export const MOST_EDGES = 50_000;

/** A network's nodes as numbers, which its edges join. */
interface Joined {
  readonly size: number;
  readonly edges: Edges;
}

/** What is left of a network: nodes and edges as numbers of the whole one's, ascending. */
export interface Strongest {
  readonly nodes: Uint32Array;
  readonly edges: Uint32Array;
}

/**
 * The nodes whose edges weigh most (by the sum of their weights without sign; of equals the earlier ones), and of the
 * edges between those the ones that weigh most.
 */
export function strongest({ size, edges }: Joined, most: { nodes: number; edges: number }): Strongest {
  const nodes = top(numbersUpTo(size), most.nodes, () => strengths(size, edges));
  const kept = new Uint8Array(size);
  for (const node of nodes) kept[node] = 1;
  const all = numbersUpTo(edges.weight.length);
  if (nodes.length === size) return { nodes, edges: top(all, most.edges, () => edges.weight.map(Math.abs)) };
  const between = numbersWhere(
    all,
    (edge) => kept[edges.row[edge] ?? 0] === 1 && kept[edges.column[edge] ?? 0] === 1,
  );
  return { nodes, edges: top(between, most.edges, () => edges.weight.map(Math.abs)) };
}

/** The numbers of edges, those that weigh most first; of equals the earlier ones. */
export function byWeight(edges: Edges): Uint32Array {
  const weight = edges.weight.map(Math.abs);
  return numbersUpTo(weight.length).sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b);
}

function strengths(size: number, { row, column, weight }: Edges): Float64Array {
  const sums = new Float64Array(size);
  for (let edge = 0; edge < weight.length; edge++) {
    for (const end of [row[edge] ?? 0, column[edge] ?? 0])
      sums[end] = (sums[end] ?? 0) + Math.abs(weight[edge] ?? 0);
  }
  return sums;
}

/** Those of some numbers that have the largest values, of equal ones the first. */
function top(numbers: Uint32Array, most: number, valuesOf: () => Float64Array): Uint32Array {
  if (numbers.length <= most) return numbers;
  const values = valuesOf();
  const own = new Float64Array(numbers.length);
  for (let place = 0; place < own.length; place++) own[place] = values[numbers[place] ?? 0] ?? 0;
  const least = largest(own.slice(), most);
  let equals = most;
  for (let place = 0; place < own.length; place++) if ((own[place] ?? 0) > least) equals--;
  return numbersWhere(numbers, (_, place) => {
    const value = own[place] ?? 0;
    if (value !== least) return value > least;
    equals--;
    return equals >= 0;
  });
}

/** The value that is the n-th in descending order: C. A. R. Hoare's "Algorithm 65: Find", which reorders the values. */
function largest(values: Float64Array, n: number): number {
  let [low, high] = [0, values.length - 1];
  const wanted = n - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let [up, down] = [low, high];
    while (up <= down) {
      while ((values[up] ?? 0) > pivot) up++;
      while ((values[down] ?? 0) < pivot) down--;
      if (up > down) break;
      const value = values[up] ?? 0;
      values[up] = values[down] ?? 0;
      values[down] = value;
      up++;
      down--;
    }
    if (wanted <= down) high = down;
    else if (wanted >= up) low = up;
    else break;
  }
  return values[wanted] ?? 0;
}

/** The edges that are left, between places among the nodes that are. */
export function edgesLeft(edges: Edges, size: number, left: Strongest): Edges {
  const placeOf = new Uint32Array(size);
  for (const [place, node] of left.nodes.entries()) placeOf[node] = place;
  const { row, column, weight } = edgesAt(edges, left.edges);
  return {
    row: row.map((node) => placeOf[node] ?? 0),
    column: column.map((node) => placeOf[node] ?? 0),
    weight,
  };
}
