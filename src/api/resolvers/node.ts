import type { GraphQLResolveInfo } from 'graphql';
import { DemarcheError, type IdKind, idPattern, kindOf } from '../../model/index.js';
import {
  actorQueries,
  conditionQueries,
  disputeQueries,
  eventQueries,
  type NodeQuery,
  sourceQueries,
  statementQueries,
  topicQueries,
} from '../../store/index.js';
import { broughtByNode } from '../brought.js';
import type { ApiContext } from '../context.js';
import type { NodeParent } from '../parents.js';
import type { NodeResolvers, SearchResultResolvers, StatementOrEventResolvers } from '../schema.generated.js';
import { selectedField } from '../selection.js';

/** The query that finds the nodes of each kind by their ids. */
export const NODES_BY_ID = {
  actor: actorQueries.actorsById,
  topic: topicQueries.topicsById,
  statement: statementQueries.statementsById,
  event: eventQueries.eventsById,
  source: sourceQueries.sourcesById,
  publisher: sourceQueries.publishersById,
  dispute: disputeQueries.disputesById,
  condition: conditionQueries.conditionsById,
} as const;

/**
 * Checks that an argument is an id of a kind; what it names need not exist.
 * @throws DemarcheError BAD_USER_INPUT
 */
export function checkId(id: string, ...kinds: readonly IdKind[]): string {
  if (!idPattern(...kinds).test(id)) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `id: expected an id like "${kinds[0]}:name", not "${id.slice(0, 150)}"`,
    );
  }
  return id;
}

/**
 * The node with an id, or `null`; with what is selected of it, where the field says that. The id of an actor that is
 * merged finds the one that remains.
 */
export async function nodeById<Parent extends NodeParent = NodeParent>(
  id: string,
  context: ApiContext,
  info?: GraphQLResolveInfo,
): Promise<Parent | null> {
  const kind = kindOf(id);
  if (kind === undefined) {
    checkId(id, 'actor');
    return null;
  }
  const brought = info ? await broughtByNode(TYPES[kind], id, selectedField(info), context) : [];
  // the id's kind is the query's, and the query's row the type's
  const found = await context.one(NODES_BY_ID[kind] as NodeQuery<never>, id, brought);
  if (found) return found;
  const remaining = await context.remaining(id);
  return remaining === id ? null : nodeById(remaining, context, info);
}

/** The node with an id that another row of the graph has given. */
export async function existingNode<Row extends NodeParent>(
  kind: IdKind,
  id: string,
  context: ApiContext,
): Promise<Row> {
  const found = await context.one<never>(NODES_BY_ID[kind] as never, id);
  if (!found) throw new Error(`${id} is missing: the graph was changed by other means`);
  return found;
}

const TYPES = {
  actor: 'Actor',
  topic: 'Topic',
  statement: 'Statement',
  event: 'Event',
  source: 'Source',
  publisher: 'Publisher',
  dispute: 'Dispute',
  condition: 'Condition',
} as const;

/** An id carries its kind, and the kind is the type. */
function typeOf<Type extends string>(node: { readonly id: string }): Type {
  return TYPES[kindOf(node.id) ?? 'actor'] as string as Type;
}

export const Node: NodeResolvers = { __resolveType: typeOf };
export const StatementOrEvent: StatementOrEventResolvers = { __resolveType: typeOf };
export const SearchResult: SearchResultResolvers = { __resolveType: typeOf };
