import type { StatementFilter } from '../model/index.js';
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
  const { speakers, principals, addressees } = given;
  if (!speakers && !principals && !addressees) {
    const [filter, known] = await Promise.all([context.remaining(given), knownNodesOf(context, given)]);
    return { filter, known };
  }
  const known = await knownNodesOf(context, given);
  const filter = known.noneIsMerged ? given : await context.remaining(given);
  return { filter, known: filter === given ? known : await knownNodesOf(context, filter) };
}

/** The parts of each topic. */
export async function partsOf(context: ApiContext, topics: readonly string[]): Promise<TopicParts> {
  return (await knownNodesOf(context, { about: [...topics] })).parts;
}
