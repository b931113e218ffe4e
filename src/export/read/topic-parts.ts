import type { StatementFilter } from '../../model/index.js';
import {
  type ReadOptions,
  type Store,
  type TopicParts,
  topicQueries,
  topicsNamedBy,
} from '../../store/index.js';

/** Each topic that a filter names with its parts; one that is not in the graph is left out. */
export async function partsOf(
  store: Store,
  filter: StatementFilter,
  options: ReadOptions,
): Promise<TopicParts> {
  const parts = new Map<string, string[]>();
  const ids = topicsNamedBy(filter);
  if (ids.length === 0) return parts;
  for (const { parent, part } of await store.read(topicQueries.partsOfTopics, { ids }, options)) {
    const found = parts.get(parent);
    if (found) found.push(part);
    else parts.set(parent, [part]);
  }
  return parts;
}
