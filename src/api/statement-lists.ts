import type { ExportRequest } from '../export/index.js';
import { DEFAULT_CODING, parseStatementFilter, type StatementFilter } from '../model/index.js';
import {
  countOf,
  countsByParent,
  pageOf,
  pagesByParent,
  parameters,
  type StatementOrder,
  type StatementParent,
  type StatementRow,
  statementsOfParentPaged,
  statementsPaged,
  topicsNamedBy,
} from '../store/index.js';
import { type Page, type PageArguments, page, pageWanted } from './connections.js';
import type { ApiContext } from './context.js';
import { partsOf } from './topic-parts.js';

export interface StatementListArguments extends PageArguments {
  readonly filter?: unknown;
  readonly orderBy?: StatementOrder | null | undefined;
}

const keyOf = (row: StatementRow) => [row.dateFrom, row.id];

/** `Query.statements` */
export async function statementList(
  args: StatementListArguments,
  context: ApiContext,
): Promise<Page<StatementRow>> {
  const filter = parseStatementFilter(args.filter);
  const order = args.orderBy ?? 'DATE_DESC';
  const scope = { list: `statements ${order}`, selection: filter, keyLength: 2 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  const parts = await partsOf(context, topicsNamedBy(filter));
  return page(wanted, {
    rows: () => {
      const params = parameters();
      return context.readPrepared(
        pageOf<StatementRow>(statementsPaged(filter, order, parts, params), wanted.keyset, params),
      );
    },
    keyOf,
    nodeOf: (row) => row,
    count: async () => {
      const params = parameters();
      const [row] = await context.readPrepared(
        countOf(statementsPaged(filter, order, parts, params), params),
      );
      return row?.count ?? 0;
    },
    exported: { what: 'graph', filter },
  });
}

/** The statements of one node, read together with those of all its siblings in the answer. */
export async function statementsOf(
  parent: StatementParent,
  id: string,
  args: StatementListArguments,
  context: ApiContext,
): Promise<Page<StatementRow>> {
  const filter = parseStatementFilter(args.filter);
  const order = args.orderBy ?? 'DATE_DESC';
  const scope = { list: `statements ${order}`, selection: [parent, id, filter], keyLength: 2 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  const parts = await partsOf(context, topicsNamedBy(filter));
  const occasion = JSON.stringify([parent, filter, order]);
  return page(wanted, {
    rows: () =>
      context.batched(`page ${occasion} ${JSON.stringify(wanted.keyset)}`, id, (parents) => {
        const params = parameters();
        return pagesByParent<StatementRow>(
          statementsOfParentPaged(parent, filter, order, parts, params),
          parents,
          wanted.keyset,
          params,
        );
      }),
    keyOf,
    nodeOf: (row) => row,
    count: async () => {
      const [row] = await context.batched(`count ${occasion}`, id, (parents) => {
        const params = parameters();
        return countsByParent(statementsOfParentPaged(parent, filter, order, parts, params), parents, params);
      });
      return row?.count ?? 0;
    },
    exported: exportOf(parent, id, filter),
  });
}

/** The key of a filter that selects the statements of a node; a stance's topics and events have none of their own. */
const PARENT_KEYS = {
  actorPrincipal: 'principals',
  actorSpeaker: 'speakers',
  actorAddressee: 'addressees',
  topicSubject: 'about',
  source: 'sources',
} as const satisfies Partial<Record<StatementParent, keyof StatementFilter>>;

/** What an export of the statements of one node holds. */
function exportOf(parent: StatementParent, id: string, filter: StatementFilter): ExportRequest {
  if (parent === 'event') return { what: 'neighbourhood', ids: [id], depth: 1 };
  const own =
    parent === 'topicStance'
      ? { stance: { ...(filter.stance ?? { codings: [DEFAULT_CODING] }), topics: [id] } }
      : { [PARENT_KEYS[parent]]: [id] };
  return { what: 'graph', filter: { ...filter, and: [...(filter.and ?? []), own] } };
}
