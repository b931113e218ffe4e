import type { elementQueries } from '../store/index.js';
import type { ElementReader } from './element-reader.js';
import type { GraphEdge, GraphNode } from './elements.js';
import { readOwners } from './owners.js';
import {
  actorRecord,
  disputeRecord,
  eventRecord,
  type JsonRecord,
  membershipRecord,
  type Owner,
  officeRecord,
  publisherRecord,
  sourceRecord,
  statementRecord,
  topicRecord,
  voteRecord,
} from './record-of.js';
import type { EdgeType, NodeKind } from './schema.js';

type Batch = elementQueries.Batch;

/** Reads the records of one type, those of the nodes of one kind. */
export interface RecordReader {
  readonly kind: NodeKind;
  /** of a record that is an edge, `has` tells whether both its ends are wanted */
  read(reader: ElementReader, batch: Batch, has: (id: string) => boolean): Promise<JsonRecord[]>;
}

/** In an order in which what is referred to comes first, within a type by id. */
export const RECORD_READERS: readonly RecordReader[] = [
  nodesAlone('Actor', actorRecord),
  withEdges('Topic', ['PART_OF'], topicRecord),
  nodesAlone('Publisher', publisherRecord),
  withEdges('Source', ['PUBLISHED_BY'], sourceRecord),
  withEdges('Event', ['DECIDES', 'INVOLVES', 'REPORTED_IN'], eventRecord),
  edgesAlone('Event', 'VOTED', voteRecord),
  edgesAlone('Actor', 'MEMBER_OF', membershipRecord),
  edgesAlone('Actor', 'HOLDS_OFFICE', officeRecord),
  { kind: 'Statement', read: readStatements },
  withEdges('Dispute', ['CONCERNS', 'CLAIMED_BY'], disputeRecord),
];

function nodesAlone(kind: NodeKind, recordOf: (node: GraphNode) => JsonRecord): RecordReader {
  return { kind, read: async (reader, batch) => (await reader.nodes(kind, batch)).map(recordOf) };
}

function withEdges(
  kind: NodeKind,
  types: readonly EdgeType[],
  recordOf: (owner: Owner) => JsonRecord,
): RecordReader {
  return {
    kind,
    read: async (reader, batch) => (await readOwners(reader, kind, types, batch)).map(recordOf),
  };
}

function edgesAlone(
  owner: NodeKind,
  type: EdgeType,
  recordOf: (edge: GraphEdge) => JsonRecord,
): RecordReader {
  return {
    kind: owner,
    read: async (reader, batch, has) =>
      (await reader.edges(type, owner, batch))
        .filter(({ source, target }) => has(source) && has(target))
        .map(recordOf),
  };
}

const OF_STATEMENTS: readonly EdgeType[] = [
  'ABOUT',
  'ADDRESSED_TO',
  'MADE_AT',
  'MADE_BY',
  'ON_BEHALF_OF',
  'REPORTED_IN',
  'RESPONDS_TO',
  'SETS',
  'TAKES_STANCE',
];

async function readStatements(reader: ElementReader, batch: Batch): Promise<JsonRecord[]> {
  const statements = await readOwners(reader, 'Statement', OF_STATEMENTS, batch);
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
