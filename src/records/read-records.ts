import type { RecordType } from '../model/index.js';
import type { elementQueries } from '../store/index.js';
import { asNamed } from './as-named.js';
import type { ElementReader } from './element-reader.js';
import type { GraphEdge, GraphNode } from './elements.js';
import { readOwners } from './owners.js';
import {
  actorRecord,
  disputeRecord,
  eventRecord,
  type JsonRecord,
  membershipRecord,
  mergeRecord,
  type Owner,
  officeRecord,
  publisherRecord,
  sourceRecord,
  splitRecord,
  statementRecord,
  topicRecord,
  voteRecord,
} from './record-of.js';
import { type EdgeType, type NodeKind, STATEMENT_EDGES, type StoredKind } from './schema.js';

type Batch = elementQueries.Batch;

/** Reads the records of one type, those of the nodes of one kind. */
export interface RecordReader {
  readonly type: RecordType;
  readonly kind: StoredKind;
  /** of a record that is an edge, `has` tells whether both its ends are wanted */
  read(reader: ElementReader, batch: Batch, has: (id: string) => boolean): Promise<JsonRecord[]>;
}

const READERS: readonly RecordReader[] = [
  nodesAlone('actor', 'Actor', actorRecord),
  nodesAlone('actor', 'MergedActor', actorRecord),
  withEdges('topic', 'Topic', ['PART_OF'], topicRecord),
  nodesAlone('publisher', 'Publisher', publisherRecord),
  withEdges('source', 'Source', ['PUBLISHED_BY'], sourceRecord),
  withEdges('event', 'Event', ['DECIDES', 'INVOLVES', 'REPORTED_IN'], eventRecord),
  edgesAlone('vote', 'Event', 'VOTED', voteRecord),
  edgesAlone('membership', 'Actor', 'MEMBER_OF', membershipRecord),
  edgesAlone('office', 'Actor', 'HOLDS_OFFICE', officeRecord),
  { type: 'statement', kind: 'Statement', read: readStatements },
  withEdges('dispute', 'Dispute', ['CONCERNS', 'CLAIMED_BY'], disputeRecord),
  nodesAlone('merge', 'ActorMerge', mergeRecord),
  nodesAlone('split', 'ActorSplit', splitRecord),
];

/** In an order in which what is referred to comes first, each by id. */
export const RECORD_READERS = READERS.map(
  (reader): RecordReader => ({
    ...reader,
    read: (elements, batch, has) => reader.read(asNamed(elements), batch, has),
  }),
);

function nodesAlone(
  type: RecordType,
  kind: StoredKind,
  recordOf: (node: GraphNode<StoredKind>) => JsonRecord,
): RecordReader {
  return { type, kind, read: async (reader, batch) => (await reader.nodes(kind, batch)).map(recordOf) };
}

function withEdges(
  type: RecordType,
  kind: NodeKind,
  types: readonly EdgeType[],
  recordOf: (owner: Owner) => JsonRecord,
): RecordReader {
  return {
    type,
    kind,
    read: async (reader, batch) => (await readOwners(reader, kind, types, batch)).map(recordOf),
  };
}

function edgesAlone(
  record: RecordType,
  owner: NodeKind,
  type: EdgeType,
  recordOf: (edge: GraphEdge) => JsonRecord,
): RecordReader {
  return {
    type: record,
    kind: owner,
    read: async (reader, batch, has) =>
      (await reader.edges(type, owner, batch))
        .filter(({ source, target }) => has(source) && has(target))
        .map(recordOf),
  };
}

async function readStatements(reader: ElementReader, batch: Batch): Promise<JsonRecord[]> {
  const statements = await readOwners(reader, 'Statement', STATEMENT_EDGES, batch);
  const set = statements.flatMap(({ edges }) => edges('SETS').map(({ target }) => target));
  const conditions = await readOwners(reader, 'Condition', ['ASKED_OF'], { ids: set });
  const byId = new Map(conditions.map((condition) => [condition.node.id, condition]));
  return statements.map((statement) =>
    statementRecord(statement, (id) => {
      const condition = byId.get(id);
      if (!condition) throw new Error(`condition ${id} was there a moment ago`);
      return condition;
    }),
  );
}
