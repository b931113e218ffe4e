import {
  type Attributes,
  EDGE_TYPES,
  EDGES,
  type EdgeCondition,
  type EdgeType,
  type ElementReader,
  type GraphEdge,
  type GraphNode,
  type JsonRecord,
  NODE_KINDS,
  NODES,
  type NodeKind,
  type StoredKind,
} from '../../records/index.js';
import type { elementQueries } from '../../store/index.js';
import { edgesById } from './edges-by-id.js';
import { oneAhead } from './one-ahead.js';
import { readRecords } from './records.js';
import type { Selection } from './selection.js';
import { readStatementRows } from './statement-rows.js';
import { edgeWithin, nodeWithin } from './within.js';

/** What writers write, as many elements at a time as were read together. It can be gone through more than once. */
export interface Content {
  /** by id */
  nodes(): AsyncIterable<readonly GraphNode[]>;
  /** of one kind, by id */
  nodesOf<Kind extends StoredKind>(kind: Kind): AsyncIterable<readonly GraphNode<Kind>[]>;
  /** by id */
  edges(types?: readonly EdgeType[]): AsyncIterable<readonly GraphEdge[]>;
  /** in an order in which they can be loaded */
  records(): AsyncIterable<readonly JsonRecord[]>;
  /** of the table of statements, by statement and stance */
  rows(): AsyncIterable<readonly Attributes[]>;
}

/** `stances`: those that the table of statements has rows of. */
export function contentOf(reader: ElementReader, selection: Selection, stances: EdgeCondition): Content {
  const nodesOf: Content['nodesOf'] = (kind) =>
    oneAhead(selection.batches(kind), async (batch) =>
      (await reader.nodes(kind, batch)).map((node) => nodeWithin(node, selection)),
    );
  return {
    async *nodes() {
      for (const kind of NODE_KINDS) yield* nodesOf(kind);
    },
    nodesOf,
    async *edges(types = EDGE_TYPES) {
      for (const type of types) {
        for (const kind of inIdOrder(EDGES[type].from)) {
          const read = oneAhead(selection.batches(kind, type), async (batch) => ({
            edges: (await reader.edgesFrom(type, kind, batch)).flatMap((edge) =>
              selection.has(edge.source) && selection.has(edge.target) ? [edgeWithin(edge, selection)] : [],
            ),
            last: lastOf(batch),
          }));
          yield* edgesById(type, read);
        }
      }
    },
    records: () => readRecords(reader, selection),
    rows: () => readStatementRows(reader, selection, stances),
  };
}

/** Kinds of nodes in the order of their ids. */
function inIdOrder(kinds: readonly NodeKind[]): readonly NodeKind[] {
  return [...kinds].sort((a, b) => (NODES[a].idKind < NODES[b].idKind ? -1 : 1));
}

function lastOf(batch: elementQueries.Batch): string {
  return 'ids' in batch ? (batch.ids.at(-1) ?? '') : batch.last;
}
