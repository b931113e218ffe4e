import type { GraphEdge } from '../records/index.js';

/**
 * Numbers parallel edges of one type from 1, as they come in the order of their ids. Gephi makes one edge of those that
 * have the same ends and the same kind, and does not say so: their kinds must differ.
 */
export function parallelNumbers(): (edge: GraphEdge) => number {
  /** by what the ids of parallels begin with: only what the last id begins with, for others do not come again */
  const numbers = new Map<string, number>();
  return ({ id, type, source, target }) => {
    for (const beginning of numbers.keys()) if (!id.startsWith(beginning)) numbers.delete(beginning);
    const beginning = `${type}.${source}.${target}.`;
    const number = (numbers.get(beginning) ?? 0) + 1;
    numbers.set(beginning, number);
    return number;
  };
}

/** The kind of an edge among its parallels: its type, and from the second on its number. */
export function kindAmongParallels({ type }: GraphEdge, number: number): string {
  return number === 1 ? type : `${type} ${number}`;
}
