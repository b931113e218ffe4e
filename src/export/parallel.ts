import type { GraphEdge } from '../records/index.js';

/**
 * Numbers parallel edges of one type from 1, as they come one after the other. Gephi makes one edge of those that have
 * the same ends and the same kind, and does not say so: their kinds must differ.
 */
export function parallelNumbers(): (edge: GraphEdge) => number {
  let last: GraphEdge | undefined;
  let number = 0;
  return (edge) => {
    const isParallel =
      last !== undefined &&
      last.type === edge.type &&
      last.source === edge.source &&
      last.target === edge.target;
    number = isParallel ? number + 1 : 1;
    last = edge;
    return number;
  };
}

/** The kind of an edge among its parallels: its type, and from the second on its number. */
export function kindAmongParallels({ type }: GraphEdge, number: number): string {
  return number === 1 ? type : `${type} ${number}`;
}
