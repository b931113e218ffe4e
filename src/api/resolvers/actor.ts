import { type ActorRow, actorQueries, mergeQueries, nested, votesOfActorPaged } from '../../store/index.js';
import { citationsFromEdge } from '../citations.js';
import { listOf } from '../node-lists.js';
import type { VoteParent } from '../parents.js';
import type {
  ActorResolvers,
  MembershipResolvers,
  MergedActorResolvers,
  MergeResolvers,
  OfficeResolvers,
} from '../schema.generated.js';
import { statementsOfNode } from '../statements-of-node.js';

export const Actor: ActorResolvers = {
  aliases: (actor) => [...(actor.aliases ?? [])],
  unresolved: (actor) => actor.unresolved ?? false,
  memberships: async (actor, _, context) => [
    ...(await context.many(actorQueries.membershipsOfActors, actor.id)),
  ],
  members: async (actor, _, context) => [...(await context.many(actorQueries.membersOfActors, actor.id))],
  offices: async (actor, _, context) => [...(await context.many(actorQueries.officesOfActors, actor.id))],
  officeHolders: async (actor, _, context) => [
    ...(await context.many(actorQueries.officeHoldersOfActors, actor.id)),
  ],
  merges: async (actor, _, context) => [...(await context.many(mergeQueries.mergesOfActors, actor.id))],
  votes: (actor, args, context) =>
    listOf<VoteParent>(
      votesOfActorPaged(),
      actor.id,
      (row) => [row.event_dateFrom, row.event_id],
      args,
      context,
    ),
  statements: statementsOfNode('Actor'),
};

export const Merge: MergeResolvers = {
  original: (merge) => nested<ActorRow>(merge, 'original'),
};

export const MergedActor: MergedActorResolvers = {
  aliases: (actor) => [...(actor.aliases ?? [])],
  unresolved: (actor) => actor.unresolved ?? false,
};

export const Membership: MembershipResolvers = {
  actor: (membership) => nested<ActorRow>(membership, 'actor'),
  organization: (membership) => nested<ActorRow>(membership, 'organization'),
  citations: (membership) => citationsFromEdge(membership.citations),
};

export const Office: OfficeResolvers = {
  person: (office) => nested<ActorRow>(office, 'person'),
  of: (office) => nested<ActorRow>(office, 'of'),
  citations: (office) => citationsFromEdge(office.citations),
};
