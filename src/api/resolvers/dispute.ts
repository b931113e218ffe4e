import { disputeQueries, nested, type SourceRow } from '../../store/index.js';
import type { ClaimParent } from '../parents.js';
import type { DisputeResolvers } from '../schema.generated.js';

export const Dispute: DisputeResolvers = {
  concerns: async (dispute, _, context) => [
    ...(await context.many(disputeQueries.concernsOfDisputes, dispute.id)),
  ],
  claims: async (dispute, _, context) => {
    const claims = new Map<number, ClaimParent & { sources: SourceRow[] }>();
    for (const row of await context.many(disputeQueries.claimsOfDisputes, dispute.id)) {
      const claim = claims.get(row.ordinal) ?? { claim: row.claim, sources: [] };
      claim.sources.push(nested<SourceRow>(row, 'source'));
      claims.set(row.ordinal, claim);
    }
    return [...claims.values()];
  },
};
