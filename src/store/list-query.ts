import type { Parameters } from './filter/parameters.js';
import { clausesOf, columnsOf, type Nested, nestedIn } from './nested.js';
import type { Prepared } from './page.js';
import { type Columns, items, shownColumns } from './queries/rows.js';
import { type Query, type QueryRow, query } from './query.js';

export type Ids = { readonly ids: readonly string[] };
/** A row of a list, with the id of the node that the list hangs on. */
export type OfParent<Row> = Row & { readonly parent: string };

/** Nodes by their ids. */
export interface NodeQuery<Row extends QueryRow> extends Query<Ids, Row> {
  readonly node: NodeRead;
}

interface NodeRead {
  /** variable and label: `s:Statement` */
  readonly pattern: string;
  readonly columns: Columns;
}

export function nodeQuery<Row extends QueryRow>(name: string, node: NodeRead): NodeQuery<Row> {
  return { ...query<Ids, Row>(name, nodesText(node, '$ids', [])), node };
}

/** The same with lists within the rows. */
export function nodesWith<Row extends QueryRow>(
  { name, node }: NodeQuery<Row>,
  ids: readonly string[],
  nested: readonly Nested[],
  params: Parameters,
): Prepared<Row> {
  return { query: { name, text: nodesText(node, params.add(ids), nested) }, params: params.values };
}

function nodesText({ pattern, columns }: NodeRead, ids: string, nested: readonly Nested[]): string {
  return `UNWIND ${ids} AS parent
MATCH (${pattern} {id: parent})
${clausesOf(nested)}RETURN ${items({ ...columns, ...columnsOf(nested) })}
ORDER BY id`;
}

/**
 * A list that hangs on a node, such as the speakers of a statement. As it is, it reads the lists of many nodes at a
 * time; `nestedList` makes it a part of the statement that finds the node.
 */
export interface ListQuery<Row extends QueryRow> extends Query<Ids, OfParent<Row>> {
  readonly list: ListRead;
}

interface ListRead {
  /** the node it hangs on, variable and label: `s:Statement` */
  readonly of: string;
  /** clauses that bind what a row is made of */
  readonly match: string;
  readonly columns: Columns;
  /** expressions that put the rows of a node in an order of their own */
  readonly order: readonly [string, ...string[]];
}

/** A list as a part of the statement that finds its node; `fields` are the names of those that show anything of it. */
export function nestedList<Row extends QueryRow>(
  { name, list }: ListQuery<Row>,
  fields?: ReadonlySet<string>,
): Nested {
  return nestedIn({
    name,
    of: list.of.replace(/:.*/, ''),
    match: list.match,
    columns: shownColumns(list.columns, fields),
    order: list.order.join(', '),
    nested: [],
  });
}

export function listQuery<Row extends QueryRow>(name: string, list: ListRead): ListQuery<Row> {
  return {
    ...query<Ids, OfParent<Row>>(
      name,
      `UNWIND $ids AS parent
MATCH (${list.of} {id: parent})
${list.match}
RETURN parent, ${items(list.columns)}
ORDER BY parent, ${list.order.join(', ')}`,
    ),
    list,
  };
}
