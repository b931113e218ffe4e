import { query } from '../query.js';
import { type ActorRow, columns, type Prefixed } from './rows.js';

type ByParent = { readonly parent: string };
type Ids = { readonly ids: readonly string[] };

export type MembershipRow = Prefixed<'actor', ActorRow> &
  Prefixed<'organization', ActorRow> & {
    readonly role: string | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly citations: readonly string[] | null;
  };

export type OfficeRow = Prefixed<'person', ActorRow> &
  Prefixed<'of', ActorRow> & {
    readonly title: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly citations: readonly string[] | null;
  };

export const actorsById = query<Ids, ActorRow>(
  'actorsById',
  `UNWIND $ids AS id
   MATCH (a:Actor {id: id})
   RETURN ${columns('actor', 'a')} ORDER BY id`,
);

const membershipColumns = `r.role AS role, r.from AS from, r.to AS to, r.citations AS citations,
   ${columns('actor', 'a', 'actor')}, ${columns('actor', 'o', 'organization')}, r.fromDay AS fromDay, r.key AS key`;

/** The bodies that each actor is or was a member of, oldest first. */
export const membershipsOfActors = query<Ids, MembershipRow & ByParent>(
  'membershipsOfActors',
  `UNWIND $ids AS id
   MATCH (a:Actor {id: id})-[r:MEMBER_OF]->(o:Actor)
   RETURN a.id AS parent, ${membershipColumns}
   ORDER BY parent, fromDay, organization_id, key`,
);

/** The members of each body, by id and time. */
export const membersOfActors = query<Ids, MembershipRow & ByParent>(
  'membersOfActors',
  `UNWIND $ids AS id
   MATCH (o:Actor {id: id})<-[r:MEMBER_OF]-(a:Actor)
   RETURN o.id AS parent, ${membershipColumns}
   ORDER BY parent, actor_id, fromDay, key`,
);

const officeColumns = `r.title AS title, r.from AS from, r.to AS to, r.citations AS citations,
   ${columns('actor', 'p', 'person')}, ${columns('actor', 'o', 'of')}, r.fromDay AS fromDay, r.key AS key`;

/** The offices that each person holds or held, oldest first. */
export const officesOfActors = query<Ids, OfficeRow & ByParent>(
  'officesOfActors',
  `UNWIND $ids AS id
   MATCH (p:Actor {id: id})-[r:HOLDS_OFFICE]->(o:Actor)
   RETURN p.id AS parent, ${officeColumns}
   ORDER BY parent, fromDay, of_id, key`,
);

/** Who holds or held office in each state or body, oldest first. */
export const officeHoldersOfActors = query<Ids, OfficeRow & ByParent>(
  'officeHoldersOfActors',
  `UNWIND $ids AS id
   MATCH (o:Actor {id: id})<-[r:HOLDS_OFFICE]-(p:Actor)
   RETURN o.id AS parent, ${officeColumns}
   ORDER BY parent, fromDay, person_id, key`,
);
