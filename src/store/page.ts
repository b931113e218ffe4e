import type { Parameters } from './filter/parameters.js';
import { clausesOf, columnsOf, type Nested, nestedIn } from './nested.js';
import { type Columns, items } from './queries/rows.js';
import type { Query, QueryParams, QueryRow } from './query.js';

/** A statement ready to be sent. */
export interface Prepared<Row extends QueryRow> {
  readonly query: Query<QueryParams, Row>;
  readonly params: QueryParams;
}

/** What is paged, and in which order. */
export interface Paged {
  /** for logs and tests */
  readonly name: string;
  readonly order: Order;
  /** the variables that RETURN needs; the first is the node that is ordered */
  readonly variables: readonly [string, ...string[]];
  readonly columns: Columns;
  /** clauses that bind the variables to the rows of one page; from `parent`, where pages are per parent */
  readonly page: (keyset: Keyset, params: Parameters) => string;
  /** clauses that bind the node to all there are */
  readonly all: string;
  /** whether `all` can bind a node more than once */
  readonly repeats: boolean;
}

export interface Order {
  /** the node's properties that make its key, the last one unique */
  readonly key: readonly [string] | readonly [string, string];
  readonly descending: boolean;
}

/** Which part of it: at most `limit` rows from `bound` on, read backwards or forwards. */
export interface Keyset {
  readonly limit: number;
  readonly backward: boolean;
  readonly bound: readonly string[] | undefined;
  /** whether the row of the bound is wanted too */
  readonly inclusive?: boolean;
}

/** One page, with lists within its rows, in one statement. Read backwards, the rows come last first. */
export function pageOf<Row extends QueryRow>(
  paged: Paged,
  keyset: Keyset,
  params: Parameters,
  nested: readonly Nested[] = [],
): Prepared<Row> {
  return {
    query: {
      name: `${paged.name}Page`,
      text: `${paged.page(keyset, params)}
${clausesOf(nested)}RETURN ${returned(paged, nested)}
ORDER BY ${orderBy(paged.variables[0], paged.order, keyset)}`,
    },
    params: params.values,
  };
}

/** One page for each of several parents, in one statement; each row says in `parent` whose it is. */
export function pagesByParent<Row extends QueryRow>(
  paged: Paged,
  parents: readonly string[],
  keyset: Keyset,
  params: Parameters,
  nested: readonly Nested[] = [],
): Prepared<Row & { readonly parent: string }> {
  return {
    query: {
      name: `${paged.name}Pages`,
      text: `UNWIND ${params.add(parents)} AS parent
CALL (parent) {
${paged.page(keyset, params)}
RETURN ${paged.variables.join(', ')}
}
${clausesOf(nested)}RETURN parent, ${returned(paged, nested)}
ORDER BY parent, ${orderBy(paged.variables[0], paged.order, keyset)}`,
    },
    params: params.values,
  };
}

/** One page for the node with the id `parent`, as a part of the statement that finds the node. */
export function nestedPage(
  name: string,
  paged: Paged,
  keyset: Keyset,
  params: Parameters,
  nested: readonly Nested[],
): Nested {
  return nestedIn({
    name,
    of: 'parent',
    match: paged.page(keyset, params),
    columns: paged.columns,
    order: orderBy(paged.variables[0], paged.order, keyset),
    nested,
  });
}

/** How many there are in all. */
export function countOf(paged: Paged, params: Parameters): Prepared<{ readonly count: number }> {
  return {
    query: {
      name: `${paged.name}Count`,
      text: `${paged.all}
RETURN ${counted(paged)} AS count`,
    },
    params: params.values,
  };
}

/** The same for each of several parents. */
export function countsByParent(
  paged: Paged,
  parents: readonly string[],
  params: Parameters,
): Prepared<{ readonly parent: string; readonly count: number }> {
  return {
    query: {
      name: `${paged.name}Counts`,
      text: `UNWIND ${params.add(parents)} AS parent
CALL (parent) {
${paged.all}
RETURN ${counted(paged)} AS count
}
RETURN parent, count
ORDER BY parent`,
    },
    params: params.values,
  };
}

function returned(paged: Paged, nested: readonly Nested[]): string {
  return items({ ...paged.columns, ...columnsOf(nested) });
}

function counted({ repeats, variables }: Paged): string {
  return `count(${repeats ? 'DISTINCT ' : ''}${variables[0]})`;
}

export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `\nWHERE ${conditions.join('\n  AND ')}`;
}

export function isAscending({ descending }: Order, keyset: Keyset): boolean {
  return descending === keyset.backward;
}

export function orderBy(node: string, order: Order, keyset: Keyset): string {
  const direction = isAscending(order, keyset) ? '' : ' DESC';
  return order.key.map((property) => `${node}.${property}${direction}`).join(', ');
}

/** That a node comes after the bound: a bound on the first property alone, which an index has in order, then the tie. */
export function beyondBound(node: string, order: Order, keyset: Keyset, params: Parameters): string[] {
  if (!keyset.bound) return [];
  const [first, second] = order.key;
  const beyond = isAscending(order, keyset) ? '>' : '<';
  const last = keyset.inclusive ? `${beyond}=` : beyond;
  const [a, b] = keyset.bound.map((value) => params.add(value));
  return second === undefined
    ? [`${node}.${first} ${last} ${a}`]
    : [
        `${node}.${first} ${beyond}= ${a}`,
        `(${node}.${first} ${beyond} ${a} OR ${node}.${second} ${last} ${b})`,
      ];
}

/** Neo4j walks an index in order only where there is a condition on each of its properties. */
export function onIndex(node: string, { key }: Order, { bound }: Keyset): string[] {
  return key.slice(bound ? 1 : 0).map((property) => `${node}.${property} IS NOT NULL`);
}

interface PlainPaged extends Omit<Paged, 'page' | 'all'> {
  /** MATCH clauses that bind the variables, without WHERE at their end */
  readonly match: string;
  readonly conditions: readonly string[];
}

/** What one pattern finds. Sort and limit first, so that only the page's rows are expanded. */
export function plainPaged({ match, conditions, ...paged }: PlainPaged): Paged {
  const [node] = paged.variables;
  return {
    ...paged,
    page: (keyset, params) => `${match}${where([
      ...beyondBound(node, paged.order, keyset, params),
      ...onIndex(node, paged.order, keyset),
      ...conditions,
    ])}
WITH ${paged.repeats ? 'DISTINCT ' : ''}${paged.variables.join(', ')}
ORDER BY ${orderBy(node, paged.order, keyset)}
LIMIT ${params.add(keyset.limit)}`,
    all: `${match}${where(conditions)}`,
  };
}
