import { changeKey } from '../../analysis/index.js';
import {
  DemarcheError,
  dateRangeSchema,
  filterIds,
  memberOfSchema,
  once,
  parseInput,
  parseStatementFilter,
} from '../../model/index.js';
import { actorQueries } from '../../store/index.js';
import { type Page, page, pageWanted } from '../connections.js';
import type { ApiContext } from '../context.js';
import { existingStatements } from '../existing-statements.js';
import type { PositionChangeParent, StanceMatrixParent } from '../parents.js';
import type {
  HeldPositionResolvers,
  MatrixVoteResolvers,
  PositionChangeResolvers,
  QueryPositionChangesArgs,
  QueryStanceMatrixArgs,
  RequireFields,
  StanceMatrixCellResolvers,
  StanceMatrixResolvers,
  StanceMatrixRowResolvers,
} from '../schema.generated.js';
import { checkId, existingNode } from './node.js';

/** `Query.positionChanges` */
export function positionChanges(
  {
    filter: given,
    actorsAs,
    acrossIssue,
    coding,
    coder,
    ...args
  }: RequireFields<QueryPositionChangesArgs, 'actorsAs' | 'coding'>,
  context: ApiContext,
): Page<PositionChangeParent> {
  const filter = parseStatementFilter(given);
  const asked = {
    actorsAs,
    coding,
    coder: coder ?? undefined,
    acrossIssue: acrossIssue == null ? undefined : checkId(acrossIssue, 'topic'),
  };
  const scope = { list: 'position changes', selection: [filter, asked], keyLength: 4 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  const answer = once(async () => {
    const { result } = await context.askTable('positionChanges', filter, { ...asked, page: wanted.keyset });
    return result;
  });
  return page<PositionChangeParent, PositionChangeParent>(wanted, {
    rows: async () => (await answer()).changes,
    keyOf: changeKey,
    nodeOf: (change) => change,
    count: async () => (await answer()).count,
    exported: { what: 'graph', filter },
  });
}

export const PositionChange: PositionChangeResolvers = {
  actor: ({ actor }, _, context) => existingNode('actor', actor, context),
};

export const HeldPosition: HeldPositionResolvers = {
  topic: ({ topic }, _, context) => existingNode('topic', topic, context),
  statements: ({ statements }, _, context) => existingStatements(statements, context),
};

/** `Query.stanceMatrix` */
export async function stanceMatrix(
  args: RequireFields<
    QueryStanceMatrixArgs,
    'topics' | 'actorsAs' | 'rule' | 'expandJoint' | 'includeVotes' | 'coding'
  >,
  context: ApiContext,
): Promise<StanceMatrixParent> {
  const actors = parseInput(filterIds('actor'), args.actors, 'actors') ?? [];
  const memberOf = args.memberOf ? parseInput(memberOfSchema, args.memberOf, 'memberOf') : undefined;
  const { to: at } = parseInput(dateRangeSchema, { to: args.at }, 'at');
  if (actors.length === 0 && !memberOf) {
    throw new DemarcheError('BAD_USER_INPUT', 'actors, memberOf: expected one of the two, or both');
  }
  const { result, revision } = await context.askTable('stanceMatrix', parseStatementFilter(args.filter), {
    actors,
    memberOf,
    topics: parseInput(filterIds('topic'), args.topics, 'topics') ?? [],
    at: at ?? undefined,
    actorsAs: args.actorsAs,
    rule: args.rule,
    expandJoint: args.expandJoint,
    includeVotes: args.includeVotes,
    coding: args.coding,
    coder: args.coder ?? undefined,
  });
  const unknown = (
    await Promise.all(
      result.actors.map(async (id) => ((await context.one(actorQueries.actorsById, id)) ? [] : [id])),
    )
  ).flat();
  if (unknown.length > 0) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `actors: expected ids of actors that are there, not ${unknown.slice(0, 10).join(', ')}`,
    );
  }
  return { ...result, revision };
}

export const StanceMatrix: StanceMatrixResolvers = {
  topics: ({ topics }, _, context) =>
    Promise.all(topics.map((id) => existingNode<never>('topic', id, context))),
  rows: (matrix) => matrix.actors.map((_, row) => ({ matrix, row })),
};

export const StanceMatrixRow: StanceMatrixRowResolvers = {
  actor: ({ matrix, row }, _, context) => existingNode('actor', matrix.actors[row] ?? '', context),
  cells: ({ matrix, row }) =>
    matrix.topics.flatMap((topic, column) => {
      const cell = matrix.cells[row]?.[column];
      return cell ? [{ ...cell, topic }] : [];
    }),
};

const MOST_STATEMENTS = 100;

export const StanceMatrixCell: StanceMatrixCellResolvers = {
  topic: ({ topic }, _, context) => existingNode('topic', topic, context),
  from: ({ from }) => from ?? null,
  to: ({ to }) => to ?? null,
  statementCount: ({ statements }) => statements.length,
  statements: ({ statements }, { first }, context) => {
    const most = first ?? MOST_STATEMENTS;
    if (most < 0 || most > MOST_STATEMENTS) {
      throw new DemarcheError(
        'BAD_USER_INPUT',
        `first: expected a number from 0 to ${MOST_STATEMENTS}, not ${most}`,
      );
    }
    return existingStatements(statements.slice(0, most), context);
  },
  vote: ({ vote }) => vote ?? null,
};

export const MatrixVote: MatrixVoteResolvers = {
  event: ({ event }, _, context) => existingNode('event', event, context),
  position: ({ position }) => position ?? null,
};
