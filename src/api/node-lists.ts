import {
  countOf,
  countsByParent,
  type EventRow,
  eventsPaged,
  nodesPaged,
  type Paged,
  type PagedNode,
  type Parameters,
  pageOf,
  pagesByParent,
  parameters,
  type QueryRow,
} from '../store/index.js';
import { type Page, type PageArguments, page, pageWanted } from './connections.js';
import type { ApiContext } from './context.js';

/** A list of all nodes of a kind that meet some conditions, by id. */
export function nodeList<Row extends QueryRow & { readonly id: string }>(
  kind: PagedNode,
  selection: unknown,
  conditions: (params: Parameters) => string[],
  args: PageArguments,
  context: ApiContext,
): Page<Row> {
  return list<Row>(
    (params) => nodesPaged(kind, conditions(params)),
    (row) => [row.id],
    { list: `${kind}s`, selection, keyLength: 1 },
    args,
    context,
  );
}

/** The events that meet some conditions, latest first. */
export function eventList(
  selection: unknown,
  conditions: (params: Parameters) => string[],
  args: PageArguments,
  context: ApiContext,
): Page<EventRow> {
  return list<EventRow>(
    (params) => eventsPaged(conditions(params)),
    (row) => [row.dateFrom, row.id],
    { list: 'events', selection, keyLength: 2 },
    args,
    context,
  );
}

function list<Row extends QueryRow & { readonly id: string }>(
  paged: (params: Parameters) => Paged,
  keyOf: (row: Row) => readonly string[],
  scope: { list: string; selection: unknown; keyLength: number },
  args: PageArguments,
  context: ApiContext,
): Page<Row> {
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  return page<Row, Row>(wanted, {
    rows: () => {
      const params = parameters();
      return context.readPrepared(pageOf<Row>(paged(params), wanted.keyset, params));
    },
    keyOf,
    nodeOf: (row) => row,
    count: async () => {
      const params = parameters();
      const [row] = await context.readPrepared(countOf(paged(params), params));
      return row?.count ?? 0;
    },
    exported: (row) => row.id,
  });
}

/** A list that hangs on one node, read together with those of all its siblings in the answer. */
export function listOf<Row extends QueryRow>(
  paged: Paged,
  id: string,
  keyOf: (row: Row) => readonly string[],
  args: PageArguments,
  context: ApiContext,
): Page<Row> {
  const scope = { list: paged.name, selection: id, keyLength: paged.order.key.length };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  return page<Row, Row>(wanted, {
    rows: () =>
      context.batched(`${paged.name} ${JSON.stringify(wanted.keyset)}`, id, (parents) =>
        pagesByParent<Row>(paged, parents, wanted.keyset, parameters()),
      ),
    keyOf,
    nodeOf: (row) => row,
    count: async () => {
      const [row] = await context.batched(`${paged.name} count`, id, (parents) =>
        countsByParent(paged, parents, parameters()),
      );
      return row?.count ?? 0;
    },
    exported: { what: 'neighbourhood', ids: [id], depth: 1 },
  });
}
