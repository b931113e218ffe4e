import type { StatementFilter } from '../model/index.js';
import {
  actorQueries,
  type KnownNodes,
  knownNodes,
  sourceQueries,
  type TopicParts,
  topicQueries,
  topicsNamedBy,
} from '../store/index.js';
import type { ApiContext } from './context.js';

/**
 * What is to be known of the nodes that a filter names. One statement for each of topics, actors and sources, at the
 * same time; none where none is named.
 */
export async function knownNodesOf(context: ApiContext, filter: StatementFilter): Promise<KnownNodes> {
  const { speakers, principals, addressees, sources } = filter;
  const actors = [...(speakers ?? []), ...(principals ?? []), ...(addressees ?? [])];
  const asked = [
    ...topicsNamedBy(filter).map((id) => [id, topicQueries.partsOfTopics] as const),
    ...actors.map((id) => [id, actorQueries.degreesOfActors] as const),
    ...(sources ?? []).map((id) => [id, sourceQueries.degreesOfSources] as const),
  ];
  return knownNodes(
    await Promise.all(asked.map(async ([id, query]) => [id, await context.many(query, id)] as const)),
  );
}

/** The parts of each topic. */
export async function partsOf(context: ApiContext, topics: readonly string[]): Promise<TopicParts> {
  return (await knownNodesOf(context, { about: [...topics] })).parts;
}
