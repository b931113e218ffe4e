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
  type NodeKind,
} from '../../records/index.js';
import { oneAhead } from './one-ahead.js';
import { readRecords } from './records.js';
import type { Selection } from './selection.js';
import { readStatementRows } from './statement-rows.js';

/** What writers write, as many elements at a time as were read together. It can be gone through more than once. */
export interface Content {
  /** by id */
  nodes(kinds?: readonly NodeKind[]): AsyncIterable<readonly GraphNode[]>;
  /** by type, then by the ids of their ends (that of the owner first), then by key */
  edges(types?: readonly EdgeType[]): AsyncIterable<readonly GraphEdge[]>;
  /** in an order in which they can be loaded */
  records(): AsyncIterable<readonly JsonRecord[]>;
  /** of the table of statements, by statement and stance */
  rows(): AsyncIterable<readonly Attributes[]>;
}

/** `stances`: those that the table of statements has rows of. */
export function contentOf(reader: ElementReader, selection: Selection, stances: EdgeCondition): Content {
  return {
    async *nodes(kinds = NODE_KINDS) {
      for (const kind of kinds)
        yield* oneAhead(selection.batches(kind), (batch) => reader.nodes(kind, batch));
    },
    async *edges(types = EDGE_TYPES) {
      for (const type of types) {
        const { owner, from, to } = EDGES[type];
        for (const kind of owner === 'source' ? from : to) {
          yield* oneAhead(selection.batches(kind), async (batch) =>
            (await reader.edges(type, kind, batch)).filter(
              ({ source, target }) => selection.has(source) && selection.has(target),
            ),
          );
        }
      }
    },
    records: () => readRecords(reader, selection),
    rows: () => readStatementRows(reader, selection, stances),
  };
}
