import { DemarcheError } from '../../model/index.js';
import type { NetworkContent, NetworkSlice } from './content.js';

/** Of all matrices together: a file of some hundred megabytes. */
const MOST_CELLS = 100_000_000;

/** Networks as matrices, all with the same rows and columns: a node that a window does not have is a row of zeros. */
export interface Matrices {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly slices: readonly NetworkSlice[];
  /** the weights of a network, row by row */
  weights(slice: NetworkSlice): Generator<Float64Array>;
}

/**
 * Labels are names on one line; those of nodes with the same name end in their id.
 * @throws DemarcheError ANSWER_TOO_LARGE
 */
export function matricesOf({ nodes, twoMode, slices }: NetworkContent): Matrices {
  const count = (names: Map<string, number>, name: string) => names.set(name, (names.get(name) ?? 0) + 1);
  const names = nodes.map(({ name }) => name.replace(/\s+/g, ' ').trim());
  const uses = names.reduce(count, new Map<string, number>());
  const labels = nodes.map(({ id }, place) => {
    const name = names[place] ?? '';
    return name === '' || (uses.get(name) ?? 0) > 1 ? `${name} (${id})`.trim() : name;
  });
  const rows = twoMode ? nodes.filter(({ kind }) => kind === 'Actor').length : nodes.length;
  const first = twoMode ? rows : 0;
  const columns = nodes.length - first;
  if (rows * columns * slices.length > MOST_CELLS) {
    throw new DemarcheError(
      'ANSWER_TOO_LARGE',
      `network: expected at most ${MOST_CELLS} cells in matrices, but there are ${slices.length} × ${rows} × ${columns}: take a format of edges, such as csv, graphml or gexf`,
    );
  }
  return {
    rows: labels.slice(0, rows),
    columns: labels.slice(first),
    slices,
    *weights({ edges }) {
      const byRow = Array.from({ length: rows }, (): (readonly [number, number])[] => []);
      for (const { source, target, weight } of edges) {
        byRow[source]?.push([target - first, weight]);
        byRow[target]?.push([source - first, weight]);
      }
      for (const cells of byRow) {
        const row = new Float64Array(columns);
        for (const [column, weight] of cells) row[column] = weight;
        yield row;
      }
    },
  };
}
