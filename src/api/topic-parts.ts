import { type TopicParts, topicQueries } from '../store/index.js';
import type { ApiContext } from './context.js';

/** The parts of each topic, read in one statement; none is sent where no topic is named. */
export async function partsOf(context: ApiContext, topics: readonly string[]): Promise<TopicParts> {
  const parts = await Promise.all(topics.map((topic) => context.many(topicQueries.partsOfTopics, topic)));
  return new Map(
    topics.map((topic, index) => {
      const rows = parts[index] ?? [];
      return [topic, rows.length === 0 ? [topic] : rows.map((row) => row.part)];
    }),
  );
}
