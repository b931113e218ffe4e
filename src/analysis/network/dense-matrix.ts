import type { Network } from './slice-network.js';

/** The weights as a matrix, a row after the other; symmetric in a one-mode network. */
export function denseMatrix({
  rows,
  columns,
  edges,
}: Pick<Network, 'rows' | 'columns' | 'edges'>): Float64Array[] {
  const matrix = rows.map(() => new Float64Array(columns.length));
  const oneMode = rows === columns;
  for (const [edge, weight] of edges.weight.entries()) {
    const [row = 0, column = 0] = [edges.row[edge], edges.column[edge]];
    const [there, back] = [matrix[row], matrix[column]];
    if (there) there[column] = weight;
    if (oneMode && back) back[row] = weight;
  }
  return matrix;
}
