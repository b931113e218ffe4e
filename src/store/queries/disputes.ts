import { query } from '../query.js';
import {
  columns,
  type DisputeRow,
  type EventRow,
  type Prefixed,
  type SourceRow,
  type StatementRow,
} from './rows.js';

type ByParent = { readonly parent: string };
type Ids = { readonly ids: readonly string[] };
type OptionalNode<Row> = { readonly [K in keyof Row]: Row[K] | null };

export type ConcernRow = OptionalNode<Prefixed<'statement', StatementRow>> &
  OptionalNode<Prefixed<'event', EventRow>>;
export type ClaimRow = { readonly claim: string; readonly ordinal: number } & Prefixed<'source', SourceRow>;

export const disputesById = query<Ids, DisputeRow>(
  'disputesById',
  `UNWIND $ids AS id
   MATCH (d:Dispute {id: id})
   RETURN ${columns('dispute', 'd')} ORDER BY id`,
);

/** The statements and events that each dispute concerns. */
export const concernsOfDisputes = query<Ids, ConcernRow & ByParent>(
  'concernsOfDisputes',
  `UNWIND $ids AS id
   MATCH (d:Dispute {id: id})-[:CONCERNS]->(x)
   OPTIONAL MATCH (s:Statement {id: x.id})
   OPTIONAL MATCH (e:Event {id: x.id})
   RETURN d.id AS parent, x.id AS target,
     ${columns('statement', 's', 'statement')}, ${columns('event', 'e', 'event')}
   ORDER BY parent, target`,
);

/** What the sources of each dispute claim: one row for each claim and source, in the record's order of claims. */
export const claimsOfDisputes = query<Ids, ClaimRow & ByParent>(
  'claimsOfDisputes',
  `UNWIND $ids AS id
   MATCH (d:Dispute {id: id})-[r:CLAIMED_BY]->(o:Source)
   RETURN d.id AS parent, r.claim AS claim, r.ordinal AS ordinal, ${columns('source', 'o', 'source')}
   ORDER BY parent, ordinal, source_id`,
);
