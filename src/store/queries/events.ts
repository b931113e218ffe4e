import { listQuery, nodeQuery } from '../list-query.js';
import { ORIGINAL } from './edge-record.js';
import { type ActorRow, columns, type DisputeRow, type EventRow, type Prefixed } from './rows.js';
import {
  type CitationRow,
  citationColumns,
  PUBLISHER_OF_SOURCE,
  type ResponseFromRow,
} from './statements.js';
import type { DecisionRow } from './topics.js';

export type InvolvementRow = Prefixed<'actor', ActorRow> & {
  readonly originalId: string | null;
  readonly role: string;
};
export type VoteRow = Prefixed<'actor', ActorRow> &
  Prefixed<'event', EventRow> & {
    readonly originalId: string | null;
    readonly vote: string;
    readonly citations: readonly string[] | null;
  };

export const eventsById = nodeQuery<EventRow>('eventsById', {
  pattern: 'e:Event',
  columns: columns('event', 'e'),
});

/** The propositions each event decides. */
export const decisionsOfEvents = listQuery<DecisionRow>('decisionsOfEvents', {
  of: 'e:Event',
  match: 'MATCH (e)-[r:DECIDES]->(t:Topic)',
  columns: { yesMeans: 'r.yesMeans', ...columns('topic', 't', 'topic'), ...columns('event', 'e', 'event') },
  order: ['t.id'],
});

export const involvementsOfEvents = listQuery<InvolvementRow>('involvementsOfEvents', {
  of: 'e:Event',
  match: 'MATCH (e)-[r:INVOLVES]->(a:Actor)',
  columns: { originalId: `r.${ORIGINAL.target}`, role: 'r.role', ...columns('actor', 'a', 'actor') },
  order: ['a.id', 'r.role'],
});

/** Each member's vote at each event. */
export const votesOfEvents = listQuery<VoteRow>('votesOfEvents', {
  of: 'e:Event',
  match: 'MATCH (e)<-[r:VOTED]-(a:Actor)',
  columns: {
    originalId: `r.${ORIGINAL.source}`,
    vote: 'r.vote',
    citations: 'r.citations',
    ...columns('actor', 'a', 'actor'),
    ...columns('event', 'e', 'event'),
  },
  order: ['a.id'],
});

/** The citations of each event, in the record's order, with source and publisher. */
export const citationsOfEvents = listQuery<CitationRow>('citationsOfEvents', {
  of: 'e:Event',
  match: `MATCH (e)-[r:REPORTED_IN]->(o:Source)\n${PUBLISHER_OF_SOURCE}`,
  columns: citationColumns,
  order: ['r.ordinal'],
});

/** The statements that respond to each event, earliest first. */
export const responsesToEvents = listQuery<ResponseFromRow>('responsesToEvents', {
  of: 'e:Event',
  match: 'MATCH (e)<-[r:RESPONDS_TO]-(x:Statement)',
  columns: { kind: 'r.kind', ...columns('statement', 'x', 'statement') },
  order: ['x.dateFrom', 'x.id'],
});

export const disputesOfEvents = listQuery<DisputeRow>('disputesOfEvents', {
  of: 'e:Event',
  match: 'MATCH (e)<-[:CONCERNS]-(d:Dispute)',
  columns: columns('dispute', 'd'),
  order: ['d.id'],
});
