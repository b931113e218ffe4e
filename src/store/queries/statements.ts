import { listQuery, nodeQuery } from '../list-query.js';
import { ORIGINAL } from './edge-record.js';
import {
  type ActorRow,
  type CitationColumns,
  type ConditionRow,
  columns,
  type DisputeRow,
  type EventRow,
  type Prefixed,
  type PublisherRow,
  type SourceRow,
  type StanceColumns,
  type StatementRow,
  type TargetRow,
  type TopicRow,
} from './rows.js';

type OptionalNode<Row> = { readonly [K in keyof Row]: Row[K] | null };

export type SpeakerRow = Prefixed<'actor', ActorRow> & {
  readonly originalId: string | null;
  readonly role: string | null;
  readonly capacity: string;
  readonly asNamed: string | null;
};

export type PrincipalRow = Prefixed<'actor', ActorRow> & {
  readonly originalId: string | null;
  readonly basis: string;
  /** whether the record names no principal, so that the speaker is its own */
  readonly implied: boolean;
};

export type StanceRow = StanceColumns & Prefixed<'topic', TopicRow>;

export type CitationRow = CitationColumns &
  Prefixed<'source', SourceRow> &
  OptionalNode<Prefixed<'publisher', PublisherRow>>;

export type ResponseToRow = { readonly responseKind: string } & TargetRow;

export type ResponseFromRow = { readonly kind: string } & Prefixed<'statement', StatementRow>;

export const statementsById = nodeQuery<StatementRow>('statementsById', {
  pattern: 's:Statement',
  columns: columns('statement', 's'),
});

/** Who made each statement, in the record's order. */
export const speakersOfStatements = listQuery<SpeakerRow>('speakersOfStatements', {
  of: 's:Statement',
  match: 'MATCH (s)-[r:MADE_BY]->(a:Actor)',
  columns: {
    originalId: `r.${ORIGINAL.target}`,
    role: 'r.role',
    capacity: 'r.capacity',
    asNamed: 'r.asNamed',
    ...columns('actor', 'a', 'actor'),
  },
  order: ['r.ordinal'],
});

/** In whose name each statement is made, in the record's order; the speakers, `implied`, where no one is named. */
export const principalsOfStatements = listQuery<PrincipalRow>('principalsOfStatements', {
  of: 's:Statement',
  match: 'MATCH (s)-[r:ON_BEHALF_OF]->(a:Actor)',
  columns: {
    originalId: `r.${ORIGINAL.target}`,
    basis: 'r.basis',
    implied: 'coalesce(r.implied, false)',
    ...columns('actor', 'a', 'actor'),
  },
  order: ['r.ordinal'],
});

export const addresseesOfStatements = listQuery<ActorRow>('addresseesOfStatements', {
  of: 's:Statement',
  match: 'MATCH (s)-[:ADDRESSED_TO]->(a:Actor)',
  columns: columns('actor', 'a'),
  order: ['a.id'],
});

export const subjectsOfStatements = listQuery<TopicRow>('subjectsOfStatements', {
  of: 's:Statement',
  match: 'MATCH (s)-[:ABOUT]->(t:Topic)',
  columns: columns('topic', 't'),
  order: ['t.id'],
});

/** The stances of each statement in all coding sets, by their ids. */
export const stancesOfStatements = listQuery<StanceRow>('stancesOfStatements', {
  of: 's:Statement',
  match: 'MATCH (s)-[r:TAKES_STANCE]->(t:Topic)',
  columns: { ...columns('stance', 'r'), ...columns('topic', 't', 'topic') },
  order: ['r.id'],
});

/** The source `o` and its publisher `p`, or null: the embedded engine joins an OPTIONAL MATCH to the whole graph. */
export const PUBLISHER_OF_SOURCE = `CALL (o) {
MATCH (o)-[:PUBLISHED_BY]->(publisher:Publisher)
RETURN head(collect(publisher)) AS p
}`;

export const citationColumns = {
  ...columns('citation', 'r'),
  ...columns('source', 'o', 'source'),
  ...columns('publisher', 'p', 'publisher'),
};

/** The citations of each statement, in the record's order, with source and publisher. */
export const citationsOfStatements = listQuery<CitationRow>('citationsOfStatements', {
  of: 's:Statement',
  match: `MATCH (s)-[r:REPORTED_IN]->(o:Source)\n${PUBLISHER_OF_SOURCE}`,
  columns: citationColumns,
  order: ['r.ordinal'],
});

export const eventsOfStatements = listQuery<EventRow>('eventsOfStatements', {
  of: 's:Statement',
  match: 'MATCH (s)-[:MADE_AT]->(e:Event)',
  columns: columns('event', 'e'),
  order: ['e.id'],
});

/** What each statement responds to: a statement or an event. */
export const responsesOfStatements = listQuery<ResponseToRow>('responsesOfStatements', {
  of: 's:Statement',
  match: 'MATCH (s)-[r:RESPONDS_TO]->(x)',
  columns: { responseKind: 'r.kind', ...columns('statement', 'x'), ...columns('event', 'x') },
  order: ['x.id'],
});

/** The statements that respond to each statement, earliest first. */
export const responsesToStatements = listQuery<ResponseFromRow>('responsesToStatements', {
  of: 's:Statement',
  match: 'MATCH (s)<-[r:RESPONDS_TO]-(x:Statement)',
  columns: { kind: 'r.kind', ...columns('statement', 'x', 'statement') },
  order: ['x.dateFrom', 'x.id'],
});

export const disputesOfStatements = listQuery<DisputeRow>('disputesOfStatements', {
  of: 's:Statement',
  match: 'MATCH (s)<-[:CONCERNS]-(d:Dispute)',
  columns: columns('dispute', 'd'),
  order: ['d.id'],
});

/** The conditions that each statement sets, with the stance each belongs to, in the record's order. */
export const conditionsOfStatements = listQuery<ConditionRow & { readonly stance: string }>(
  'conditionsOfStatements',
  {
    of: 's:Statement',
    match: 'MATCH (s)-[r:SETS]->(c:Condition)',
    columns: { stance: 'r.stance', ...columns('condition', 'c') },
    order: ['r.stance', 'r.ordinal'],
  },
);
