import type { Cells } from './cells.js';
import { dnaCombinedProminence } from './dna-combined-prominence.js';
import { type Edges, edgeList, edgesOf, edgesWhere, pushEdge } from './edges.js';
import type { Aggregation, NetworkMode, Normalization } from './network-options.js';
import type { Levels } from './network-rows.js';

export interface TwoMode {
  readonly aggregation: Aggregation;
  readonly normalization: Normalization;
  readonly levels: Levels;
  readonly mode: NetworkMode;
}

/**
 * The edges of a network of actors and topics (networks.md, "Two-mode"); a pair of weight 0 has none.
 *
 * @param cells with the actors as groups and the topics as members
 * @param rows the actors that are labels, ascending
 * @param columns the topics that are labels, ascending
 * @throws DemarcheError BAD_USER_INPUT in mode `DNA` where DNA fails
 */
export function twoModeEdges(cells: Cells, rows: Uint32Array, columns: Uint32Array, options: TwoMode): Edges {
  const { aggregation, normalization, mode } = options;
  const edges = cellEdges(cells, rows, columns, cellValue(options));
  if (normalization === 'NONE') return edgesWhere(edges, isNotZero);
  if (mode === 'DNA' && normalization === 'PROMINENCE' && aggregation === 'COMBINE') {
    return edgesWhere(dnaCombinedProminence(edges, rows.length, columns.length), isNotZero);
  }
  const counted = cellEdges(cells, rows, columns, aggregation === 'COMBINE' ? () => 1 : sum).weight;
  const end = normalization === 'ACTIVITY' ? edges.row : edges.column;
  const totals = new Float64Array(Math.max(rows.length, columns.length));
  for (const [edge, count] of counted.entries())
    totals[end[edge] ?? 0] = (totals[end[edge] ?? 0] ?? 0) + count;
  const weight = edges.weight.map((value, edge) => value / (totals[end[edge] ?? 0] ?? 0));
  return edgesWhere({ ...edges, weight }, isNotZero);
}

/** An edge for each cell, with the value that its counts by level have; the labels are places of groups and members. */
export function cellEdges(
  { starts, member, counts, levels }: Cells,
  rows: Uint32Array,
  columns: Uint32Array,
  value: (counts: Float64Array) => number,
): Edges {
  const columnOf = new Map([...columns].map((topic, column) => [topic, column]));
  const found = edgeList();
  for (const [row, actor] of rows.entries()) {
    for (let cell = starts[actor] ?? 0; cell < (starts[actor + 1] ?? 0); cell++) {
      const counted = counts.subarray(cell * levels, (cell + 1) * levels);
      pushEdge(found, row, columnOf.get(member[cell] ?? 0) ?? 0, value(counted));
    }
  }
  return edgesOf(found);
}

export function isNotZero(weight: number): boolean {
  return weight !== 0;
}

/** The value of a cell, from its counts by level. */
function cellValue({ aggregation, levels }: TwoMode): (counts: Float64Array) => number {
  if (aggregation === 'COMBINE') {
    const last = levels.names.length - 1;
    return (counts) => counts.reduce((code, count, k) => (count > 0 ? code + 2 ** (last - k) : code), 0);
  }
  if (aggregation === 'SUBTRACT' && levels.type !== 'CATEGORY') {
    return (counts) => counts.reduce((value, count, k) => value + count * (levels.values[k] ?? 0), 0);
  }
  return sum;
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
