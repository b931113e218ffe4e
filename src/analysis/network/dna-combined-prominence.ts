import { DemarcheError } from '../../model/index.js';
import type { Edges } from './edges.js';

/**
 * What DNA 3.1.2 makes of a combined two-mode network normalised by prominence: it counts the cells of the i-th row that
 * are not empty where it means those of the i-th column, and fails where there is no such row or column.
 *
 * @throws DemarcheError BAD_USER_INPUT where DNA fails: unless there are as many rows as columns, or no column
 */
export function dnaCombinedProminence(edges: Edges, rows: number, columns: number): Edges {
  if (columns > 0 && rows > 0 && rows !== columns) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `mode DNA with aggregation COMBINE and normalization PROMINENCE: expected as many actors as topics (found ${rows} and ${columns}), because DNA fails otherwise; mode STRICT does not`,
    );
  }
  const weight = edges.weight.slice();
  // a column is divided before the next one is counted, and one without a count becomes empty
  for (let at = 0; at < columns; at++) {
    let filled = 0;
    for (const [edge, row] of edges.row.entries()) if (row === at && (weight[edge] ?? 0) > 0) filled++;
    for (const [edge, column] of edges.column.entries()) {
      if (column === at) weight[edge] = filled === 0 ? 0 : (weight[edge] ?? 0) / filled;
    }
  }
  return { ...edges, weight };
}
