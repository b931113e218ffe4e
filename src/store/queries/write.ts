import { type Query, type QueryParamMap, type QueryParams, query } from '../query.js';
import type { End } from './edge-record.js';

/**
 * The statements that write records: nodes first, then the relationships between them. Each takes rows, and
 * `revision`, the dataset revision of the transaction, and `load`, the number of the load that writes. Each answers how many rows found both their ends, so that
 * none is lost without a word.
 */
export type WriteRow = { readonly props: QueryParamMap } & (
  | { readonly id: string }
  | { readonly from: string; readonly to: string; readonly key?: string | number }
);
type WriteParams = { readonly rows: readonly WriteRow[]; readonly revision: number; readonly load: number };
export interface WriteStatement extends Query<WriteParams & QueryParams, { readonly written: number }> {
  /** of a relationship: which of its ends are actors */
  readonly actorsAt?: readonly End[];
}

function nodes(name: string, label: string, secondLabel = ''): WriteStatement {
  return query(
    name,
    `UNWIND $rows AS row
     MERGE (n:${label} {id: row.id})
     SET n += row.props, n.revision = $revision, n.load = $load${secondLabel && `, n:${secondLabel}`}
     RETURN count(*) AS written`,
  );
}

/** `key` is the property that tells parallel relationships between the same two nodes apart. */
function edges(name: string, from: string, type: string, to: string, key = ''): WriteStatement {
  const ends: readonly [End, string][] = [
    ['source', from],
    ['target', to],
  ];
  return {
    ...query(
      name,
      `UNWIND $rows AS row
     MATCH (a:${from} {id: row.from})
     MATCH (b:${to} {id: row.to})
     MERGE (a)-[r:${type}${key && ` {${key}: row.key}`}]->(b)
     SET r += row.props
     RETURN count(*) AS written`,
    ),
    actorsAt: ends.flatMap(([end, label]) => (label === 'Actor' ? [end] : [])),
  };
}

/** Relationships that are records themselves carry the revision and the load that wrote them. */
function recordEdges(name: string, from: string, type: string, to: string, key = ''): WriteStatement {
  const { text, ...statement } = edges(name, from, type, to, key);
  return {
    ...statement,
    text: text.replace('SET r += row.props', 'SET r += row.props, r.revision = $revision, r.load = $load'),
  };
}

export const mergeStates = nodes('mergeStates', 'Actor', 'State');
export const mergeOrganizations = nodes('mergeOrganizations', 'Actor', 'Organization');
export const mergePersons = nodes('mergePersons', 'Actor', 'Person');
/** The records of actors that are merged: `settleMerges` made them such. */
export const mergeMergedActors = nodes('mergeMergedActors', 'MergedActor');
export const mergeTopics = nodes('mergeTopics', 'Topic');
export const mergePublishers = nodes('mergePublishers', 'Publisher');
export const mergeSources = nodes('mergeSources', 'Source');
export const mergeEvents = nodes('mergeEvents', 'Event');
/** A walk by date (statement-walk.ts) looks only into the months that a `_Month` stands for. */
export const mergeStatements: WriteStatement = query(
  'mergeStatements',
  `UNWIND $rows AS row
   MERGE (n:Statement {id: row.id})
   SET n += row.props, n.revision = $revision, n.load = $load
   WITH count(*) AS written, collect(DISTINCT substring(n.dateFrom, 0, 7)) AS months
   FOREACH (month IN months | MERGE (:_Month {id: month}))
   RETURN written`,
);
export const mergeConditions = nodes('mergeConditions', 'Condition');
export const mergeDisputes = nodes('mergeDisputes', 'Dispute');
export const mergeMerges = nodes('mergeMerges', 'ActorMerge');
export const mergeSplits = nodes('mergeSplits', 'ActorSplit');

export const mergeTopicParts = edges('mergeTopicParts', 'Topic', 'PART_OF', 'Topic');
export const mergeSourcePublishers = edges('mergeSourcePublishers', 'Source', 'PUBLISHED_BY', 'Publisher');
export const mergeEventDecisions = edges('mergeEventDecisions', 'Event', 'DECIDES', 'Topic');
export const mergeEventActors = edges('mergeEventActors', 'Event', 'INVOLVES', 'Actor', 'role');
export const mergeEventCitations = edges('mergeEventCitations', 'Event', 'REPORTED_IN', 'Source', 'ordinal');
export const mergeSpeakers = edges('mergeSpeakers', 'Statement', 'MADE_BY', 'Actor');
export const mergePrincipals = edges('mergePrincipals', 'Statement', 'ON_BEHALF_OF', 'Actor');
export const mergeAddressees = edges('mergeAddressees', 'Statement', 'ADDRESSED_TO', 'Actor');
export const mergeSubjects = edges('mergeSubjects', 'Statement', 'ABOUT', 'Topic');
export const mergeOccasions = edges('mergeOccasions', 'Statement', 'MADE_AT', 'Event');
export const mergeStances = edges('mergeStances', 'Statement', 'TAKES_STANCE', 'Topic', 'id');
export const mergeConditionsSet = edges('mergeConditionsSet', 'Statement', 'SETS', 'Condition', 'stance');
export const mergeConditionTopics = edges('mergeConditionTopics', 'Condition', 'FOR', 'Topic');
export const mergeConditionActors = edges('mergeConditionActors', 'Condition', 'ASKED_OF', 'Actor');
export const mergeCitations = edges('mergeCitations', 'Statement', 'REPORTED_IN', 'Source', 'ordinal');
export const mergeResponsesToStatements = edges(
  'mergeResponsesToStatements',
  'Statement',
  'RESPONDS_TO',
  'Statement',
);
export const mergeResponsesToEvents = edges('mergeResponsesToEvents', 'Statement', 'RESPONDS_TO', 'Event');
export const mergeDisputedStatements = edges('mergeDisputedStatements', 'Dispute', 'CONCERNS', 'Statement');
export const mergeDisputedEvents = edges('mergeDisputedEvents', 'Dispute', 'CONCERNS', 'Event');
export const mergeClaims = edges('mergeClaims', 'Dispute', 'CLAIMED_BY', 'Source', 'ordinal');
export const mergeMemberships = recordEdges('mergeMemberships', 'Actor', 'MEMBER_OF', 'Actor', 'key');
export const mergeOffices = recordEdges('mergeOffices', 'Actor', 'HOLDS_OFFICE', 'Actor', 'key');
export const mergeVotes = recordEdges('mergeVotes', 'Actor', 'VOTED', 'Event');

/** The order in which a transaction runs them: what a relationship joins is there before it. */
export const WRITE_ORDER: readonly WriteStatement[] = [
  mergeStates,
  mergeOrganizations,
  mergePersons,
  mergeMergedActors,
  mergeTopics,
  mergePublishers,
  mergeSources,
  mergeEvents,
  mergeStatements,
  mergeConditions,
  mergeDisputes,
  mergeMerges,
  mergeSplits,
  mergeTopicParts,
  mergeSourcePublishers,
  mergeEventDecisions,
  mergeEventActors,
  mergeEventCitations,
  mergeSpeakers,
  mergePrincipals,
  mergeAddressees,
  mergeSubjects,
  mergeOccasions,
  mergeStances,
  mergeConditionsSet,
  mergeConditionTopics,
  mergeConditionActors,
  mergeCitations,
  mergeResponsesToStatements,
  mergeResponsesToEvents,
  mergeDisputedStatements,
  mergeDisputedEvents,
  mergeClaims,
  mergeMemberships,
  mergeOffices,
  mergeVotes,
];

/**
 * First in each write transaction: it takes the lock on the one node that all of them write, so that what the
 * transaction then reads stays true until it commits.
 */
export const lockDataset = query<Record<never, never>, { readonly revision: number }>(
  'lockDataset',
  `MERGE (m:_Meta {id: 'meta'})
   SET m.revision = coalesce(m.revision, 0)
   RETURN m.revision AS revision`,
);

/** `revisedAt` is an ISO instant: it tells this revision from the one of that number before the graph was emptied. */
export const setRevision = query<
  { readonly revision: number; readonly revisedAt: string },
  Record<never, never>
>('setRevision', `MATCH (m:_Meta {id: 'meta'}) SET m.revision = $revision, m.revisedAt = $revisedAt`);

/** The same, of a transaction that changes or takes away what was there: whoever keeps a copy of it reads it anew. */
export const setRewritten = query<
  { readonly revision: number; readonly revisedAt: string },
  Record<never, never>
>(
  'setRewritten',
  `MATCH (m:_Meta {id: 'meta'})
   SET m.revision = $revision, m.rewritten = $revision, m.revisedAt = $revisedAt`,
);

/**
 * `STARTED` until the seed is loaded whole: a start that was killed meanwhile goes on with it at the next. Its version
 * and the revision it made stay, to tell whether the data was changed since.
 */
export const setSeedState = query<
  { readonly state: 'STARTED' | 'DONE'; readonly version: string },
  Record<never, never>
>(
  'setSeedState',
  `MERGE (m:_Meta {id: 'meta'})
   SET m.seed = $state, m.seedVersion = $version, m.seedRevision = coalesce(m.revision, 0)`,
);
