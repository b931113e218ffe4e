import type { StatementFilter } from '../../model/index.js';

/** Each topic a filter names with the ids of its parts, itself included: what "a topic includes its parts" means. */
export type TopicParts = ReadonlyMap<string, readonly string[]>;

/** The topics a filter names, at any depth, each once. */
export function topicsNamedBy(filter: StatementFilter): string[] {
  const inner = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])];
  return [
    ...new Set([...(filter.about ?? []), ...(filter.stance?.topics ?? []), ...inner.flatMap(topicsNamedBy)]),
  ].sort();
}

/** The given topics and all their parts, each once. A topic that is not in the graph stands for itself. */
export function withParts(topics: readonly string[], parts: TopicParts): string[] {
  return [...new Set(topics.flatMap((topic) => parts.get(topic) ?? [topic]))].sort();
}
