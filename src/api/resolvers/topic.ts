import { topicQueries } from '../../store/index.js';
import type { TopicResolvers } from '../schema.generated.js';
import { statementsOfNode } from '../statements-of-node.js';

export const Topic: TopicResolvers = {
  aligned: (topic) => topic.aligned ?? false,
  valence: (topic) => topic.valence ?? false,
  partOf: async (topic, _, context) => [...(await context.many(topicQueries.issuesOfTopics, topic.id))],
  parts: async (topic, _, context) => [...(await context.many(topicQueries.directPartsOfTopics, topic.id))],
  decidedBy: async (topic, _, context) => [...(await context.many(topicQueries.decisionsOfTopics, topic.id))],
  statements: statementsOfNode('Topic'),
};
