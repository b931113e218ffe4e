import { type ActorRow, type EventRow, eventQueries, nested, type TopicRow } from '../../store/index.js';
import { citationFromRow, citationsFromEdge } from '../citations.js';
import type {
  DecisionResolvers,
  EventResolvers,
  InvolvementResolvers,
  VoteResolvers,
} from '../schema.generated.js';
import { statementsOfNode } from '../statements-of-node.js';
import { responseFrom } from './statement.js';

export const Event: EventResolvers = {
  codes: (event) => [...(event.codes ?? [])],
  decides: async (event, _, context) => [...(await context.many(eventQueries.decisionsOfEvents, event.id))],
  involves: async (event, _, context) => [
    ...(await context.many(eventQueries.involvementsOfEvents, event.id)),
  ],
  votes: async (event, _, context) => [...(await context.many(eventQueries.votesOfEvents, event.id))],
  citations: async (event, _, context) =>
    (await context.many(eventQueries.citationsOfEvents, event.id)).map(citationFromRow),
  statements: statementsOfNode('Event'),
  responses: async (event, _, context) =>
    (await context.many(eventQueries.responsesToEvents, event.id)).map(responseFrom),
  disputes: async (event, _, context) => [...(await context.many(eventQueries.disputesOfEvents, event.id))],
};

export const Decision: DecisionResolvers = {
  event: (decision) => nested<EventRow>(decision, 'event'),
  topic: (decision) => nested<TopicRow>(decision, 'topic'),
};

export const Involvement: InvolvementResolvers = {
  actor: (involvement) => nested<ActorRow>(involvement, 'actor'),
};

export const Vote: VoteResolvers = {
  actor: (vote) => nested<ActorRow>(vote, 'actor'),
  event: (vote) => nested<EventRow>(vote, 'event'),
  citations: (vote) => citationsFromEdge(vote.citations),
};
