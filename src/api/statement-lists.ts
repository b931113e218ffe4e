import type { ExportRequest } from '../export/index.js';
import { DEFAULT_CODING, parseStatementFilter, type StatementFilter } from '../model/index.js';
import {
  countOf,
  countsByParent,
  type Paged,
  type Parameters,
  pageOf,
  pagesByParent,
  parameters,
  type StatementOrder,
  type StatementParent,
  type StatementRow,
  statementsOfParentPaged,
  statementsPaged,
  type TopicParts,
  topicsNamedBy,
  withParts,
} from '../store/index.js';
import { type PageArguments, type PageWanted, page, pageWanted } from './connections.js';
import type { ApiContext, Brought } from './context.js';
import { facetsOf, noFacets } from './facets.js';
import { withFoundWords } from './found-words.js';
import { partsOf, remainingFilter } from './known-nodes.js';
import type { StatementPage } from './parents.js';

export interface StatementListArguments extends PageArguments {
  readonly filter?: unknown;
  readonly orderBy?: StatementOrder | null | undefined;
}

const keyOf = (row: StatementRow) => [row.dateFrom, row.id];

/** `Query.statements` */
export async function statementList(
  args: StatementListArguments,
  context: ApiContext,
  brought: readonly Brought[],
): Promise<StatementPage> {
  const given = parseStatementFilter(args.filter);
  const order = args.orderBy ?? 'DATE_DESC';
  const scope = { list: `statements ${order}`, selection: given, keyLength: 2 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  const { filter, known } = await remainingFilter(context, given);
  const list = page(wanted, {
    rows: async () => {
      const found = await withFoundWords(filter, context);
      return context.bringing<StatementRow>(brought, (nested, params) =>
        pageOf(statementsPaged(found, order, known, params), wanted.keyset, params, nested),
      );
    },
    keyOf,
    nodeOf: (row) => row,
    count: async () => {
      const params = parameters();
      const found = await withFoundWords(filter, context);
      const [row] = await context.readPrepared(countOf(statementsPaged(found, order, known, params), params));
      return row?.count ?? 0;
    },
    exported: { what: 'graph', filter },
  });
  return { ...list, facets: () => facetsOf(filter, context) };
}

/** A page of the statements of a node. */
export interface StatementsWanted {
  /** the key of its loader: what is wanted, but not of which node */
  readonly key: string;
  readonly page: PageWanted;
  readonly filter: StatementFilter;
  readonly paged: (params: Parameters) => Paged;
  /** what an export of the list holds */
  readonly exported: ExportRequest;
}

/**
 * Checks the arguments of a list that hangs on a node.
 * @throws DemarcheError BAD_USER_INPUT or BAD_CURSOR naming the argument
 */
export async function statementsWanted(
  parent: StatementParent,
  id: string,
  args: StatementListArguments,
  context: ApiContext,
): Promise<StatementsWanted> {
  const given = parseStatementFilter(args.filter);
  const order = args.orderBy ?? 'DATE_DESC';
  const scope = { list: `statements ${order}`, selection: [parent, id, given], keyLength: 2 };
  const page = pageWanted(args, scope, context.limits.maxPageSize);
  const isOfTwoTopics = parent === 'topicStance' && given.stance?.topics != null;
  const [filter, parts] = await Promise.all([
    context.remaining(given),
    partsOf(context, [...topicsNamedBy(given), ...(isOfTwoTopics ? [id] : [])]),
  ]);
  return {
    key: JSON.stringify([parent, filter, order, page.keyset]),
    page,
    filter,
    paged: (params) => statementsOfParentPaged(parent, filter, order, parts, params),
    exported: exportOf(parent, id, filter, parts),
  };
}

/** The statements of one node, read together with those of all its siblings in the answer. */
export async function statementsOf(
  parent: StatementParent,
  id: string,
  args: StatementListArguments,
  context: ApiContext,
  brought: readonly Brought[],
): Promise<StatementPage> {
  const wanted = await statementsWanted(parent, id, args, context);
  const { keyset } = wanted.page;
  const list = page(wanted.page, {
    rows: () =>
      context.batched<StatementRow>(
        wanted.key,
        id,
        (parents, nested, params) => pagesByParent(wanted.paged(params), parents, keyset, params, nested),
        brought,
      ),
    keyOf,
    nodeOf: (row) => row,
    count: async () => {
      const [row] = await context.batched<{ readonly count: number }>(
        `count ${wanted.key}`,
        id,
        (parents, _, params) => countsByParent(wanted.paged(params), parents, params),
      );
      return row?.count ?? 0;
    },
    exported: wanted.exported,
  });
  return { ...list, facets: noFacets };
}

/** The key of a filter that selects the statements of a node; a stance's topics have none of their own. */
const PARENT_KEYS = {
  actorPrincipal: 'principals',
  actorSpeaker: 'speakers',
  actorAddressee: 'addressees',
  topicSubject: 'about',
  source: 'sources',
  event: 'events',
} as const satisfies Partial<Record<StatementParent, keyof StatementFilter>>;

/** What an export of the statements of one node holds: the same as the list has on all its pages. */
function exportOf(
  parent: StatementParent,
  id: string,
  { stance, ...rest }: StatementFilter,
  parts: TopicParts,
): ExportRequest {
  const and = rest.and ?? [];
  if (parent !== 'topicStance') {
    const filter = { ...rest, ...(stance && { stance }), and: [...and, { [PARENT_KEYS[parent]]: [id] }] };
    return { what: 'graph', filter };
  }
  // the stance on the topic is the one that the filter's clause is of
  const topics = stance?.topics ? common(withParts([id], parts), withParts(stance.topics, parts)) : [id];
  const own = { ...(stance ?? { codings: [DEFAULT_CODING] }), topics };
  return { what: 'graph', filter: { ...rest, and: [...and, topics.length > 0 ? { stance: own } : NOTHING] } };
}

const NOTHING: StatementFilter = { not: {} };

function common(some: readonly string[], others: readonly string[]): string[] {
  return some.filter((id) => others.includes(id));
}
