import { listQuery, nodeQuery } from '../list-query.js';
import { columns, type DisputeRow, type Prefixed, type SourceRow, type TargetRow } from './rows.js';

export type ClaimRow = { readonly claim: string; readonly ordinal: number } & Prefixed<'source', SourceRow>;

export const disputesById = nodeQuery<DisputeRow>('disputesById', {
  pattern: 'd:Dispute',
  columns: columns('dispute', 'd'),
});

/** The statements and events that each dispute concerns. */
export const concernsOfDisputes = listQuery<TargetRow>('concernsOfDisputes', {
  of: 'd:Dispute',
  match: 'MATCH (d)-[:CONCERNS]->(x)',
  columns: { ...columns('statement', 'x'), ...columns('event', 'x') },
  order: ['x.id'],
});

/** What the sources of each dispute claim: one row for each claim and source, in the record's order of claims. */
export const claimsOfDisputes = listQuery<ClaimRow>('claimsOfDisputes', {
  of: 'd:Dispute',
  match: 'MATCH (d)-[r:CLAIMED_BY]->(o:Source)',
  columns: { claim: 'r.claim', ordinal: 'r.ordinal', ...columns('source', 'o', 'source') },
  order: ['r.ordinal', 'o.id'],
});
