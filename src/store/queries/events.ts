import { query } from '../query.js';
import {
  type ActorRow,
  columns,
  type DisputeRow,
  type EventRow,
  type Prefixed,
  type TopicRow,
} from './rows.js';
import type { CitationRow, ResponseFromRow } from './statements.js';

type ByParent = { readonly parent: string };
type Ids = { readonly ids: readonly string[] };

export type InvolvementRow = Prefixed<'actor', ActorRow> & { readonly role: string };
export type VoteRow = Prefixed<'actor', ActorRow> &
  Prefixed<'event', EventRow> & { readonly vote: string; readonly citations: readonly string[] | null };

export const eventsById = query<Ids, EventRow>(
  'eventsById',
  `UNWIND $ids AS id
   MATCH (e:Event {id: id})
   RETURN ${columns('event', 'e')} ORDER BY id`,
);

/** The propositions each event decides. */
export const decisionsOfEvents = query<
  Ids,
  ByParent & { readonly yesMeans: string } & Prefixed<'event', EventRow> & Prefixed<'topic', TopicRow>
>(
  'decisionsOfEvents',
  `UNWIND $ids AS id
   MATCH (e:Event {id: id})-[r:DECIDES]->(t:Topic)
   RETURN e.id AS parent, r.yesMeans AS yesMeans, ${columns('topic', 't', 'topic')}, ${columns('event', 'e', 'event')}
   ORDER BY parent, topic_id`,
);

export const involvementsOfEvents = query<Ids, InvolvementRow & ByParent>(
  'involvementsOfEvents',
  `UNWIND $ids AS id
   MATCH (e:Event {id: id})-[r:INVOLVES]->(a:Actor)
   RETURN e.id AS parent, r.role AS role, ${columns('actor', 'a', 'actor')}
   ORDER BY parent, actor_id, role`,
);

/** Each member's vote at each event. */
export const votesOfEvents = query<Ids, VoteRow & ByParent>(
  'votesOfEvents',
  `UNWIND $ids AS id
   MATCH (e:Event {id: id})<-[r:VOTED]-(a:Actor)
   RETURN e.id AS parent, r.vote AS vote, r.citations AS citations,
     ${columns('actor', 'a', 'actor')}, ${columns('event', 'e', 'event')}
   ORDER BY parent, actor_id`,
);

/** The citations of each event, in the record's order, with source and publisher. */
export const citationsOfEvents = query<Ids, CitationRow & ByParent>(
  'citationsOfEvents',
  `UNWIND $ids AS id
   MATCH (e:Event {id: id})-[r:REPORTED_IN]->(o:Source)
   OPTIONAL MATCH (o)-[:PUBLISHED_BY]->(p:Publisher)
   RETURN e.id AS parent, r.ordinal AS ordinal, ${columns('citation', 'r')},
     ${columns('source', 'o', 'source')}, ${columns('publisher', 'p', 'publisher')}
   ORDER BY parent, ordinal`,
);

/** The statements that respond to each event, earliest first. */
export const responsesToEvents = query<Ids, ResponseFromRow & ByParent>(
  'responsesToEvents',
  `UNWIND $ids AS id
   MATCH (x:Event {id: id})<-[r:RESPONDS_TO]-(s:Statement)
   RETURN x.id AS parent, r.kind AS kind, ${columns('statement', 's', 'statement')}
   ORDER BY parent, statement_dateFrom, statement_id`,
);

export const disputesOfEvents = query<Ids, DisputeRow & ByParent>(
  'disputesOfEvents',
  `UNWIND $ids AS id
   MATCH (e:Event {id: id})<-[:CONCERNS]-(d:Dispute)
   RETURN e.id AS parent, ${columns('dispute', 'd')}
   ORDER BY parent, id`,
);
