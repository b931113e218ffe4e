import {
  EDGES,
  type EdgeType,
  NODE_KINDS,
  NODES,
  type NodeKind,
  STORED_NODES,
  type StoredKind,
} from '../../records/index.js';
import { elementQueries, type ReadOptions, type Store } from '../../store/index.js';

/** Which nodes are exported; the edges are all those between them. */
export interface Selection {
  /**
   * the nodes of a kind in the order of their ids, so many at a time as are read together, or as have so many edges of a
   * type that these are
   */
  batches(kind: StoredKind, edges?: EdgeType): AsyncIterable<elementQueries.Batch>;
  has(id: string): boolean;
  readonly isEverything: boolean;
}

/** With their edges of one type these are some thousand rows. */
const NODES_AT_A_TIME = 2_000;
/** An actor can have any number of votes, which belong to their events. */
const EDGES_AT_A_TIME = 5_000;
const FEW_NODES = 20;

/** Everything, by ranges of ids. Only the bounds of the ranges are kept. */
export function everything(store: Store, options: ReadOptions): Selection {
  const bounds = new Map<StoredKind, Promise<readonly string[]>>();
  return {
    async *batches(kind, edges) {
      const known = bounds.get(kind) ?? readBounds(store, kind, options);
      bounds.set(kind, known);
      let after = '';
      for (const last of await known) {
        const batch = { after, last };
        if (edges && EDGES[edges].owner === 'target') yield* byEdges(store, kind, edges, batch, options);
        else yield batch;
        after = last;
      }
    },
    has: () => true,
    isEverything: true,
  };
}

/** Parts of a batch of nodes, with as many edges as are read together. */
async function* byEdges(
  store: Store,
  kind: StoredKind,
  type: EdgeType,
  batch: elementQueries.Batch,
  options: ReadOptions,
): AsyncGenerator<elementQueries.Batch> {
  const counted = await store.read(elementQueries.edgeCounts(type, kind), batch, options);
  let ids: string[] = [];
  let edges = 0;
  for (const { id, count } of counted) {
    if (count === 0) continue;
    if (ids.length > 0 && edges + count > EDGES_AT_A_TIME) {
      yield { ids };
      ids = [];
      edges = 0;
    }
    ids.push(id);
    edges += count;
  }
  if (ids.length > 0) yield { ids };
}

async function readBounds(store: Store, kind: StoredKind, options: ReadOptions): Promise<string[]> {
  const bounds: string[] = [];
  const limit = NODES_AT_A_TIME;
  for (let full = true; full; ) {
    const [row] = await store.read(
      elementQueries.lastOfNext(kind),
      { after: bounds.at(-1) ?? '', limit },
      options,
    );
    if (typeof row?.last === 'string') bounds.push(row.last);
    full = row?.count === limit;
  }
  return bounds;
}

/** These nodes: their ids are kept in memory, in about 100 bytes each. */
export function chosen(ids: Iterable<string>): Selection {
  const all = new Set(ids);
  // an actor and one that is merged have ids of one kind
  const byKind = new Map<string, string[]>();
  for (const id of [...all].sort()) {
    const kind = id.slice(0, id.indexOf(':'));
    const ofKind = byKind.get(kind);
    if (ofKind) ofKind.push(id);
    else byKind.set(kind, [id]);
  }
  return {
    async *batches(kind, edges) {
      const size = edges && EDGES[edges].owner === 'target' ? FEW_NODES : NODES_AT_A_TIME;
      for (const batch of slices(byKind.get(STORED_NODES[kind].idKind) ?? [], size)) yield { ids: batch };
    },
    has: (id) => all.has(id),
    isEverything: false,
  };
}

export function* slices(ids: readonly string[], size = NODES_AT_A_TIME): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += size) yield ids.slice(start, start + size);
}

const KIND_OF_ID: ReadonlyMap<string, NodeKind> = new Map(
  NODE_KINDS.map((kind) => [NODES[kind].idKind, kind]),
);

/** The kind of node that an id names; `undefined` for the database's bookkeeping. */
export function nodeKindOf(id: string): NodeKind | undefined {
  return KIND_OF_ID.get(id.slice(0, id.indexOf(':')));
}

export function idsByKind(ids: Iterable<string>): Map<NodeKind, string[]> {
  const groups = new Map<NodeKind, string[]>();
  for (const id of ids) {
    const kind = nodeKindOf(id);
    if (kind === undefined) continue;
    const group = groups.get(kind);
    if (group) group.push(id);
    else groups.set(kind, [id]);
  }
  return groups;
}
