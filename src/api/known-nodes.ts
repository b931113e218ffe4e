import { actorIdsIn, type StatementFilter } from '../model/index.js';
import { type KnownNodes, knownNodes, knownNodesAsked, type TopicParts } from '../store/index.js';
import type { ApiContext } from './context.js';

/**
 * What is to be known of the nodes that a filter names. One statement for each of topics, actors and sources, at the
 * same time; none where none is named.
 */
export async function knownNodesOf(context: ApiContext, filter: StatementFilter): Promise<KnownNodes> {
  return knownNodes(
    await Promise.all(
      knownNodesAsked(filter).map(async ([id, query]) => [id, await context.many(query, id)] as const),
    ),
  );
}

/** A filter with the actors that remain in the place of those that are merged, and what is known of its nodes. */
export async function remainingFilter(
  context: ApiContext,
  given: StatementFilter,
): Promise<{ readonly filter: StatementFilter; readonly known: KnownNodes }> {
  const { speakers, principals, addressees, ...rest } = given;
  const [known, others] = await Promise.all([knownNodesOf(context, given), context.remaining(rest)]);
  // an actor of which something is known is not merged
  const isKnown = actorIdsIn([speakers, principals, addressees]).every((id) => known.nodes.has(id));
  if (isKnown && others === rest) return { filter: given, known };
  const filter = await context.remaining(given);
  return { filter, known: await knownNodesOf(context, filter) };
}

/** The parts of each topic. */
export async function partsOf(context: ApiContext, topics: readonly string[]): Promise<TopicParts> {
  return (await knownNodesOf(context, { about: [...topics] })).parts;
}
