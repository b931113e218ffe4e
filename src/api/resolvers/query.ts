import { parseInput, parseStatementFilter } from '../../model/index.js';
import {
  type ActorRow,
  actorConditions,
  actorFilterSchema,
  type ConditionRow,
  conditionConditions,
  conditionFilterSchema,
  type DisputeRow,
  disputeConditions,
  disputeFilterSchema,
  eventConditions,
  eventFilterSchema,
  type FlatStanceRow,
  keyOfStanceRow,
  nested,
  type PublisherRow,
  parameters,
  publisherConditions,
  publisherFilterSchema,
  type SourceRow,
  type StanceColumns,
  type StatementRow,
  sourceConditions,
  sourceFilterSchema,
  stanceRowsCount,
  stanceRowsPage,
  stanceRowsPaged,
  type TopicRow,
  topicConditions,
  topicFilterSchema,
} from '../../store/index.js';
import { broughtByStanceRows, broughtByStatements } from '../brought.js';
import { type Page, page, pageWanted } from '../connections.js';
import type { ApiContext } from '../context.js';
import { partsOf, remainingFilter } from '../known-nodes.js';
import { eventList, nodeList } from '../node-lists.js';
import type { StanceRowParent } from '../parents.js';
import type { QueryResolvers, QueryStancesArgs } from '../schema.generated.js';
import { type Selected, selectedField } from '../selection.js';
import { statementList } from '../statement-lists.js';
import { network } from './network.js';
import { checkId, nodeById } from './node.js';
import { positionChanges, stanceMatrix } from './positions.js';
import { reliabilityOf } from './reliability.js';
import { search } from './search.js';
import { stanceTimeline } from './timeline.js';

export const Query: QueryResolvers = {
  node: (_, { id }, context, info) => nodeById(id, context, info),
  actor: (_, { id }, context, info) => nodeById(checkId(id, 'actor'), context, info),
  topic: (_, { id }, context, info) => nodeById(checkId(id, 'topic'), context, info),
  statement: (_, { id }, context, info) => nodeById(checkId(id, 'statement'), context, info),
  source: (_, { id }, context, info) => nodeById(checkId(id, 'source'), context, info),
  publisher: (_, { id }, context, info) => nodeById(checkId(id, 'publisher'), context, info),
  event: (_, { id }, context, info) => nodeById(checkId(id, 'event'), context, info),
  dispute: (_, { id }, context, info) => nodeById(checkId(id, 'dispute'), context, info),

  actors: async (_, args, context) => {
    const given = parseInput(actorFilterSchema, args.filter ?? {}, 'filter');
    const filter = await context.remaining(given);
    return nodeList<ActorRow>('actor', given, (params) => actorConditions(filter, params), args, context);
  },
  topics: async (_, args, context) => {
    const filter = parseInput(topicFilterSchema, args.filter ?? {}, 'filter');
    const parts = await partsOf(context, filter.within ?? []);
    return nodeList<TopicRow>(
      'topic',
      filter,
      (params) => topicConditions(filter, parts, params),
      args,
      context,
    );
  },
  sources: (_, args, context) => {
    const filter = parseInput(sourceFilterSchema, args.filter ?? {}, 'filter');
    return nodeList<SourceRow>('source', filter, (params) => sourceConditions(filter, params), args, context);
  },
  publishers: async (_, args, context) => {
    const given = parseInput(publisherFilterSchema, args.filter ?? {}, 'filter');
    const filter = await context.remaining(given);
    return nodeList<PublisherRow>(
      'publisher',
      given,
      (params) => publisherConditions(filter, params),
      args,
      context,
    );
  },
  events: async (_, args, context) => {
    const given = parseInput(eventFilterSchema, args.filter ?? {}, 'filter');
    const [filter, parts] = await Promise.all([
      context.remaining(given),
      partsOf(context, given.decides ?? []),
    ]);
    return eventList(given, (params) => eventConditions(filter, parts, params), args, context);
  },
  disputes: (_, args, context) => {
    const filter = parseInput(disputeFilterSchema, args.filter ?? {}, 'filter');
    return nodeList<DisputeRow>(
      'dispute',
      filter,
      (params) => disputeConditions(filter, params),
      args,
      context,
    );
  },
  conditions: async (_, args, context) => {
    const given = parseInput(conditionFilterSchema, args.filter ?? {}, 'filter');
    const [filter, parts] = await Promise.all([
      context.remaining(given),
      partsOf(context, given.topics ?? []),
    ]);
    return nodeList<ConditionRow>(
      'condition',
      given,
      (params) => conditionConditions(filter, parts, params),
      args,
      context,
    );
  },
  statements: (_, args, context, info) =>
    statementList(args, context, broughtByStatements(selectedField(info))),
  stances: (_, args, context, info) => stanceList(args, context, selectedField(info)),
  stanceTimeline: (_, args, context) => stanceTimeline(args, context),
  stanceMatrix: (_, args, context) => stanceMatrix(args, context),
  positionChanges: (_, args, context) => positionChanges(args, context),
  network: (_, { input }, context, info) => network(input, context, selectedField(info)),
  search: (_, args, context, info) => search(args, context, info),
  reliability: (_, { codings }, context) => reliabilityOf(codings, context),
  dataset: async (_, _args, context) => {
    const meta = await context.readDataset();
    return {
      revision: meta?.revision ?? 0,
      schemaVersion: meta?.schemaVersion ?? 0,
      seedVersion: meta?.seedVersion ?? null,
      seedRevision: meta?.seedRevision ?? null,
    };
  },
};

/** `Query.stances` */
async function stanceList(
  args: QueryStancesArgs,
  context: ApiContext,
  selected: Selected,
): Promise<Page<StanceRowParent>> {
  const given = parseStatementFilter(args.filter);
  const coding = args.coding ?? 'adjudicated';
  const scope = { list: 'stances', selection: [given, coding], keyLength: 5 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  const { filter, known } = await remainingFilter(context, given);
  const { backward, bound, limit } = wanted.keyset;
  return page<FlatStanceRow, StanceRowParent>(wanted, {
    rows: async () => {
      // The bound's own statement is read again for the rows it still has, so one more is needed.
      const keyset = { backward, bound, limit: limit + 1 };
      const rows = await context.bringing(
        broughtByStanceRows(selected),
        (nested, params) =>
          stanceRowsPage(
            stanceRowsPaged(filter, coding, known, params),
            keyset,
            params,
            nested,
            selected.anywhere,
          ),
        'statement_id',
      );
      return bound ? rows.filter((row) => isAfter(keyOfStanceRow(row), bound, backward)) : rows;
    },
    keyOf: keyOfStanceRow,
    nodeOf: stanceRow,
    count: async () => {
      const params = parameters();
      const [row] = await context.readPrepared(
        stanceRowsCount(stanceRowsPaged(filter, coding, known, params), params),
      );
      return row?.count ?? 0;
    },
    exported: {
      what: 'statements',
      filter: { ...filter, stance: filter.stance ?? { codings: [coding] } },
    },
  });
}

/** Whether a key comes after a bound in a descending order (in an ascending one, read backwards). */
function isAfter(key: readonly string[], bound: readonly string[], backward: boolean): boolean {
  for (const [index, part] of key.entries()) {
    const limit = bound[index] ?? '';
    if (part !== limit) return part > limit === backward;
  }
  return false;
}

function stanceRow(row: FlatStanceRow): StanceRowParent {
  return {
    id: [row.stance_id, row.principal_id, row.speaker_id].join('|'),
    statement: nested<StatementRow>(row, 'statement'),
    stance: nested<StanceColumns>(row, 'stance'),
    proposition: nested<TopicRow>(row, 'topic'),
    speaker: nested<ActorRow>(row, 'speaker'),
    principal: nested<ActorRow>(row, 'principal'),
    role: row.role,
    capacity: row.capacity,
    basis: row.basis,
  };
}
