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
  const between = numbersWhere(
    numbersUpTo(edges.weight.length),
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

function top(numbers: Uint32Array, most: number, valuesOf: () => Float64Array): Uint32Array {
  if (numbers.length <= most) return numbers;
  const values = valuesOf();
  return numbers
    .slice()
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
    .slice(0, most)
    .sort();
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
