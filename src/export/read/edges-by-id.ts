import type { EdgeType, GraphEdge } from '../../records/index.js';

/** Edges that begin at some nodes; of those to come none begins at one up to `last`. */
export interface EdgesFrom {
  readonly edges: readonly GraphEdge[];
  readonly last: string;
}

/**
 * Edges of one type in the ASCII order of their ids, as they are read by the ids of the nodes where they begin. In the id
 * of an edge `.` stands behind that of its node, and `-`, which comes before it, may stand in the id of a node: those of
 * `actor:a` come after those of `actor:a-b`, and wait for them.
 */
export async function* edgesById(
  type: EdgeType,
  batches: AsyncIterable<EdgesFrom>,
): AsyncGenerator<readonly GraphEdge[], void, undefined> {
  let waiting: GraphEdge[] = [];
  for await (const { edges, last } of batches) {
    const sorted = [...waiting, ...edges].sort(byId);
    // no node to come has an id that makes an edge's smaller than this
    const bound = `${type}.${last}-`;
    const ready = sorted.findIndex(({ id }) => id >= bound);
    waiting = ready === -1 ? [] : sorted.slice(ready);
    const done = ready === -1 ? sorted : sorted.slice(0, ready);
    if (done.length > 0) yield done;
  }
  if (waiting.length > 0) yield waiting;
}

function byId(a: GraphEdge, b: GraphEdge): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
