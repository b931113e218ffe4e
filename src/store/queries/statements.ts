import { query } from '../query.js';
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
  type TopicRow,
} from './rows.js';

type ByParent = { readonly parent: string };
type Ids = { readonly ids: readonly string[] };
type OptionalNode<Row> = { readonly [K in keyof Row]: Row[K] | null };

export type SpeakerRow = Prefixed<'actor', ActorRow> & {
  readonly role: string | null;
  readonly capacity: string;
  readonly asNamed: string | null;
};

export type PrincipalRow = Prefixed<'actor', ActorRow> & {
  readonly basis: string;
  /** whether the record names no principal, so that the speaker is its own */
  readonly implied: boolean;
};

export type StanceRow = StanceColumns & Prefixed<'topic', TopicRow>;

export type CitationRow = CitationColumns &
  Prefixed<'source', SourceRow> &
  OptionalNode<Prefixed<'publisher', PublisherRow>>;

export type ResponseToRow = { readonly kind: string } & OptionalNode<Prefixed<'statement', StatementRow>> &
  OptionalNode<Prefixed<'event', EventRow>>;

export type ResponseFromRow = { readonly kind: string } & Prefixed<'statement', StatementRow>;

export const statementsById = query<Ids, StatementRow>(
  'statementsById',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})
   RETURN ${columns('statement', 's')} ORDER BY id`,
);

/** Who made each statement, in the record's order. */
export const speakersOfStatements = query<Ids, SpeakerRow & ByParent>(
  'speakersOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[r:MADE_BY]->(a:Actor)
   RETURN s.id AS parent, r.role AS role, r.capacity AS capacity, r.asNamed AS asNamed, r.ordinal AS ordinal,
     ${columns('actor', 'a', 'actor')}
   ORDER BY parent, ordinal`,
);

/** In whose name each statement is made, in the record's order; the speakers, `implied`, where no one is named. */
export const principalsOfStatements = query<Ids, PrincipalRow & ByParent>(
  'principalsOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[r:ON_BEHALF_OF]->(a:Actor)
   RETURN s.id AS parent, r.basis AS basis, coalesce(r.implied, false) AS implied, r.ordinal AS ordinal,
     ${columns('actor', 'a', 'actor')}
   ORDER BY parent, ordinal`,
);

export const addresseesOfStatements = query<Ids, ActorRow & ByParent>(
  'addresseesOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[:ADDRESSED_TO]->(a:Actor)
   RETURN s.id AS parent, ${columns('actor', 'a')}
   ORDER BY parent, id`,
);

export const subjectsOfStatements = query<Ids, TopicRow & ByParent>(
  'subjectsOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[:ABOUT]->(t:Topic)
   RETURN s.id AS parent, ${columns('topic', 't')}
   ORDER BY parent, id`,
);

/** The stances of each statement in all coding sets, by their ids. */
export const stancesOfStatements = query<Ids, StanceRow & ByParent>(
  'stancesOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[r:TAKES_STANCE]->(t:Topic)
   RETURN s.id AS parent, ${columns('stance', 'r')}, ${columns('topic', 't', 'topic')}
   ORDER BY parent, id`,
);

/** The citations of each statement, in the record's order, with source and publisher. */
export const citationsOfStatements = query<Ids, CitationRow & ByParent>(
  'citationsOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[r:REPORTED_IN]->(o:Source)
   OPTIONAL MATCH (o)-[:PUBLISHED_BY]->(p:Publisher)
   RETURN s.id AS parent, r.ordinal AS ordinal, ${columns('citation', 'r')},
     ${columns('source', 'o', 'source')}, ${columns('publisher', 'p', 'publisher')}
   ORDER BY parent, ordinal`,
);

export const eventsOfStatements = query<Ids, EventRow & ByParent>(
  'eventsOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[:MADE_AT]->(e:Event)
   RETURN s.id AS parent, ${columns('event', 'e')}
   ORDER BY parent, id`,
);

/** What each statement responds to: a statement or an event. */
export const responsesOfStatements = query<Ids, ResponseToRow & ByParent>(
  'responsesOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[r:RESPONDS_TO]->(x)
   OPTIONAL MATCH (t:Statement {id: x.id})
   OPTIONAL MATCH (e:Event {id: x.id})
   RETURN s.id AS parent, r.kind AS kind, x.id AS target,
     ${columns('statement', 't', 'statement')}, ${columns('event', 'e', 'event')}
   ORDER BY parent, target`,
);

/** The statements that respond to each statement, earliest first. */
export const responsesToStatements = query<Ids, ResponseFromRow & ByParent>(
  'responsesToStatements',
  `UNWIND $ids AS id
   MATCH (x:Statement {id: id})<-[r:RESPONDS_TO]-(s:Statement)
   RETURN x.id AS parent, r.kind AS kind, ${columns('statement', 's', 'statement')}
   ORDER BY parent, statement_dateFrom, statement_id`,
);

export const disputesOfStatements = query<Ids, DisputeRow & ByParent>(
  'disputesOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})<-[:CONCERNS]-(d:Dispute)
   RETURN s.id AS parent, ${columns('dispute', 'd')}
   ORDER BY parent, id`,
);

/** The conditions that each statement sets, with the stance each belongs to, in the record's order. */
export const conditionsOfStatements = query<Ids, ConditionRow & ByParent & { readonly stance: string }>(
  'conditionsOfStatements',
  `UNWIND $ids AS id
   MATCH (s:Statement {id: id})-[r:SETS]->(c:Condition)
   RETURN s.id AS parent, r.stance AS stance, r.ordinal AS ordinal, ${columns('condition', 'c')}
   ORDER BY parent, stance, ordinal`,
);
