import type { KnownNodeRow } from '../filter/known-nodes.js';
import { type Ids, listQuery, nodeQuery, type OfParent } from '../list-query.js';
import { query } from '../query.js';
import { ORIGINAL } from './edge-record.js';
import { type ActorRow, type Columns, columns, type Prefixed } from './rows.js';

export type MembershipRow = Prefixed<'actor', ActorRow> &
  Prefixed<'organization', ActorRow> & {
    readonly originalId: string | null;
    readonly originalOrganizationId: string | null;
    readonly role: string | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly citations: readonly string[] | null;
  };

export type OfficeRow = Prefixed<'person', ActorRow> &
  Prefixed<'of', ActorRow> & {
    readonly originalId: string | null;
    readonly originalOfId: string | null;
    readonly title: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly citations: readonly string[] | null;
  };

export const actorsById = nodeQuery<ActorRow>('actorsById', {
  pattern: 'a:Actor',
  columns: columns('actor', 'a'),
});

/** How many statements hang on each actor, and how many actors there are that are merged into others. */
export const degreesOfActors = query<Ids, OfParent<KnownNodeRow>>(
  'degreesOfActors',
  `UNWIND $ids AS parent
MATCH (a:Actor {id: parent})
RETURN parent, a.id AS node, COUNT { (a)<-[:MADE_BY]-() } AS MADE_BY, COUNT { (a)<-[:ON_BEHALF_OF]-() } AS ON_BEHALF_OF,
  COUNT { (a)<-[:ADDRESSED_TO]-() } AS ADDRESSED_TO, COUNT { (:_Month) } AS months, COUNT { (:MergedActor) } AS mergedActors
ORDER BY parent`,
);

function membershipColumns(member: string, organization: string): Columns {
  return {
    originalId: `r.${ORIGINAL.source}`,
    originalOrganizationId: `r.${ORIGINAL.target}`,
    role: 'r.role',
    from: 'r.from',
    to: 'r.to',
    citations: 'r.citations',
    ...columns('actor', member, 'actor'),
    ...columns('actor', organization, 'organization'),
  };
}

/** The bodies that each actor is or was a member of, oldest first. */
export const membershipsOfActors = listQuery<MembershipRow>('membershipsOfActors', {
  of: 'a:Actor',
  match: 'MATCH (a)-[r:MEMBER_OF]->(o:Actor)',
  columns: membershipColumns('a', 'o'),
  order: ['r.fromDay', 'o.id', 'r.key'],
});

/** The members of each body, by id and time. */
export const membersOfActors = listQuery<MembershipRow>('membersOfActors', {
  of: 'a:Actor',
  match: 'MATCH (a)<-[r:MEMBER_OF]-(m:Actor)',
  columns: membershipColumns('m', 'a'),
  order: ['m.id', 'r.fromDay', 'r.key'],
});

function officeColumns(person: string, of: string): Columns {
  return {
    originalId: `r.${ORIGINAL.source}`,
    originalOfId: `r.${ORIGINAL.target}`,
    title: 'r.title',
    from: 'r.from',
    to: 'r.to',
    citations: 'r.citations',
    ...columns('actor', person, 'person'),
    ...columns('actor', of, 'of'),
  };
}

/** The offices that each person holds or held, oldest first. */
export const officesOfActors = listQuery<OfficeRow>('officesOfActors', {
  of: 'a:Actor',
  match: 'MATCH (a)-[r:HOLDS_OFFICE]->(o:Actor)',
  columns: officeColumns('a', 'o'),
  order: ['r.fromDay', 'o.id', 'r.key'],
});

/** Who holds or held office in each state or body, oldest first. */
export const officeHoldersOfActors = listQuery<OfficeRow>('officeHoldersOfActors', {
  of: 'a:Actor',
  match: 'MATCH (a)<-[r:HOLDS_OFFICE]-(p:Actor)',
  columns: officeColumns('p', 'a'),
  order: ['r.fromDay', 'p.id', 'r.key'],
});
