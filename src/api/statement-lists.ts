import { parseStatementFilter } from '../model/index.js';
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
import { type PageArguments, page, pageWanted } from './connections.js';
import type { ApiContext } from './context.js';
import { facetsOf, noFacets } from './facets.js';
import type { StatementPage } from './parents.js';
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
): Promise<StatementPage> {
  const filter = parseStatementFilter(args.filter);
  const order = args.orderBy ?? 'DATE_DESC';
  const scope = { list: `statements ${order}`, selection: filter, keyLength: 2 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  const parts = await partsOf(context, topicsNamedBy(filter));
  const list = page(wanted, {
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
  });
  return { ...list, facets: () => facetsOf(filter, context) };
}

/** The statements of one node, read together with those of all its siblings in the answer. */
export async function statementsOf(
  parent: StatementParent,
  id: string,
  args: StatementListArguments,
  context: ApiContext,
): Promise<StatementPage> {
  const filter = parseStatementFilter(args.filter);
  const order = args.orderBy ?? 'DATE_DESC';
  const scope = { list: `statements ${order}`, selection: [parent, id, filter], keyLength: 2 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  const parts = await partsOf(context, topicsNamedBy(filter));
  const occasion = JSON.stringify([parent, filter, order]);
  const list = page(wanted, {
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
  });
  return { ...list, facets: noFacets };
}
