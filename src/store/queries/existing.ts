import type { RecordIdKind } from '../../model/index.js';
import { type Query, query } from '../query.js';
import { type EdgeKey, type EdgeRows, matchEdgeRecord } from './edge-record.js';

type Ids = { readonly ids: readonly string[] };

/** A node as the loader knows it; `kind` where it has one. */
export type ExistingNode = {
  readonly id: string;
  readonly hash: string | null;
  readonly kind: string | null;
  /** the number of the load that wrote it last; null where an older Demarche did */
  readonly load: number | null;
  /** of a statement */
  readonly recordedAt: string | null;
};

function nodesById(name: string, ...labels: readonly string[]): Query<Ids, ExistingNode> {
  const texts = labels.map(
    (label) => `UNWIND $ids AS id
     MATCH (n:${label} {id: id})
     RETURN n.id AS id, n.hash AS hash, n.kind AS kind, n.load AS load, n.recordedAt AS recordedAt`,
  );
  return query(name, texts.join('\n     UNION ALL\n     '));
}

export const existingActors = nodesById('existingActors', 'Actor', 'MergedActor');
export const existingTopics = nodesById('existingTopics', 'Topic');
export const existingPublishers = nodesById('existingPublishers', 'Publisher');
export const existingSources = nodesById('existingSources', 'Source');
export const existingEvents = nodesById('existingEvents', 'Event');
export const existingStatements = nodesById('existingStatements', 'Statement');
export const existingDisputes = nodesById('existingDisputes', 'Dispute');
export const existingMerges = nodesById('existingMerges', 'ActorMerge');
export const existingSplits = nodesById('existingSplits', 'ActorSplit');

/** Which of the ids of a kind there are. */
export const EXISTING_NODES: Readonly<Record<RecordIdKind, Query<Ids, ExistingNode>>> = {
  actor: existingActors,
  topic: existingTopics,
  publisher: existingPublishers,
  source: existingSources,
  event: existingEvents,
  statement: existingStatements,
  dispute: existingDisputes,
  merge: existingMerges,
  split: existingSplits,
};

export type ExistingEdge = EdgeKey & { readonly hash: string | null; readonly load: number | null };

function edgesByKey(name: string, type: string, to: string, key = ''): Query<EdgeRows, ExistingEdge> {
  return query(
    name,
    `${matchEdgeRecord(type, to, key)}
     RETURN row.from AS from, row.to AS to, row.key AS key, r.hash AS hash, r.load AS load`,
  );
}

export const existingMemberships = edgesByKey('existingMemberships', 'MEMBER_OF', 'Actor', 'key');
export const existingOffices = edgesByKey('existingOffices', 'HOLDS_OFFICE', 'Actor', 'key');
export const existingVotes = edgesByKey('existingVotes', 'VOTED', 'Event');

/**
 * The statements with any of the fingerprints. These contain the date, so the rows bring its first day: there is an
 * index by day and id, and none by fingerprint. (Neo4j uses it only with a condition on both.)
 */
export const existingFingerprints = query<
  { readonly rows: readonly { readonly day: string; readonly fingerprint: string }[] },
  { readonly fingerprint: string; readonly id: string }
>(
  'existingFingerprints',
  `UNWIND $rows AS row
   MATCH (s:Statement {dateFrom: row.day})
   WHERE s.id IS NOT NULL AND s.fingerprint = row.fingerprint
   RETURN s.fingerprint AS fingerprint, s.id AS id ORDER BY id`,
);

/** What topics are part of. */
export const existingTopicParts = query<
  Record<never, never>,
  { readonly part: string; readonly whole: string }
>(
  'existingTopicParts',
  'MATCH (t:Topic)-[:PART_OF]->(w:Topic) RETURN t.id AS part, w.id AS whole ORDER BY part, whole',
);

/** A row where there is an actor or a statement: the graph holds a corpus. */
export const anyRecord = query<Record<never, never>, { readonly id: string }>(
  'anyRecord',
  `MATCH (n:Actor) RETURN n.id AS id LIMIT 1
   UNION ALL
   MATCH (n:Statement) RETURN n.id AS id LIMIT 1`,
);

/** How far the loading of the seed came; null where none was begun. */
export const seedState = query<Record<never, never>, { readonly state: string | null }>(
  'seedState',
  `MATCH (m:_Meta {id: 'meta'}) RETURN m.seed AS state`,
);
