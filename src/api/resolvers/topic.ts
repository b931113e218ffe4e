import { topicQueries } from '../../store/index.js';
import type { TopicResolvers } from '../schema.generated.js';
import { statementsOf } from '../statement-lists.js';

export const Topic: TopicResolvers = {
  aligned: (topic) => topic.aligned ?? false,
  valence: (topic) => topic.valence ?? false,
  partOf: async (topic, _, context) => [...(await context.many(topicQueries.issuesOfTopics, topic.id))],
  parts: async (topic, _, context) => [...(await context.many(topicQueries.directPartsOfTopics, topic.id))],
  decidedBy: async (topic, _, context) => [...(await context.many(topicQueries.decisionsOfTopics, topic.id))],
  statements: (topic, args, context) =>
    statementsOf(args.as === 'SUBJECT' ? 'topicSubject' : 'topicStance', topic.id, args, context),
};
