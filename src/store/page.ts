import type { Parameters } from './filter/parameters.js';
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
  /** MATCH clauses that bind the variables, without WHERE at their end; from `parent`, where pages are per parent */
  readonly match: string;
  readonly conditions: readonly string[];
  /** the variables that RETURN needs; the first is the node that is ordered */
  readonly variables: readonly [string, ...string[]];
  /** whether MATCH can bind the same variables more than once */
  readonly repeats: boolean;
  /** the properties of the ordered node that make its key, the last one unique */
  readonly key: readonly [string] | readonly [string, string];
  readonly descending: boolean;
  /** RETURN items */
  readonly columns: string;
}

/** Which part of it: at most `limit` rows from `bound` on (not included), read backwards or forwards. */
export interface Keyset {
  readonly limit: number;
  readonly backward: boolean;
  readonly bound: readonly string[] | undefined;
}

/** One page, in one statement. Read backwards, the rows come last first. */
export function pageOf<Row extends QueryRow>(
  paged: Paged,
  keyset: Keyset,
  params: Parameters,
): Prepared<Row> {
  return {
    query: {
      name: `${paged.name}Page`,
      text: `${selection(paged, keyset, params)}
RETURN ${paged.columns}
ORDER BY ${orderOf(paged, keyset)}`,
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
): Prepared<Row & { readonly parent: string }> {
  return {
    query: {
      name: `${paged.name}Pages`,
      text: `UNWIND ${params.add(parents)} AS parent
CALL (parent) {
${selection(paged, keyset, params)}
RETURN ${paged.variables.join(', ')}
}
RETURN parent, ${paged.columns}
ORDER BY parent, ${orderOf(paged, keyset)}`,
    },
    params: params.values,
  };
}

/** How many there are in all. */
export function countOf(paged: Paged, params: Parameters): Prepared<{ readonly count: number }> {
  return {
    query: {
      name: `${paged.name}Count`,
      text: `${paged.match}${where(paged.conditions)}
RETURN count(${paged.repeats ? 'DISTINCT ' : ''}${paged.variables[0]}) AS count`,
    },
    params: params.values,
  };
}

/** The same for each of several parents; a parent without any has no row. */
export function countsByParent(
  paged: Paged,
  parents: readonly string[],
  params: Parameters,
): Prepared<{ readonly parent: string; readonly count: number }> {
  return {
    query: {
      name: `${paged.name}Counts`,
      text: `UNWIND ${params.add(parents)} AS parent
${paged.match}${where(paged.conditions)}
RETURN parent, count(${paged.repeats ? 'DISTINCT ' : ''}${paged.variables[0]}) AS count
ORDER BY parent`,
    },
    params: params.values,
  };
}

/** Sort and limit first, so that only the page's rows are expanded. */
function selection(paged: Paged, keyset: Keyset, params: Parameters): string {
  const conditions = [...paged.conditions, ...keysetConditions(paged, keyset, params)];
  return `${paged.match}${where(conditions)}
WITH ${paged.repeats ? 'DISTINCT ' : ''}${paged.variables.join(', ')}
ORDER BY ${orderOf(paged, keyset)}
LIMIT ${params.add(keyset.limit)}`;
}

export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `\nWHERE ${conditions.join('\n  AND ')}`;
}

function ascending(paged: Pick<Paged, 'descending'>, keyset: Keyset): boolean {
  return paged.descending === keyset.backward;
}

function orderOf(paged: Pick<Paged, 'variables' | 'key' | 'descending'>, keyset: Keyset): string {
  const direction = ascending(paged, keyset) ? '' : ' DESC';
  return paged.key.map((property) => `${paged.variables[0]}.${property}${direction}`).join(', ');
}

/** The shape that both engines answer from an index: a bound on the first key alone, then the tie. */
function keysetConditions(paged: Paged, keyset: Keyset, params: Parameters): string[] {
  const node = paged.variables[0];
  const [first, second] = paged.key;
  // A planner walks an index in order only where there is a condition on it.
  if (!keyset.bound) return second === undefined ? [] : [`${node}.${first} IS NOT NULL`];
  const operator = ascending(paged, keyset) ? '>' : '<';
  const [a, b] = keyset.bound.map((value) => params.add(value));
  return second === undefined
    ? [`${node}.${first} ${operator} ${a}`]
    : [
        `${node}.${first} ${operator}= ${a}`,
        `(${node}.${first} ${operator} ${a} OR ${node}.${second} ${operator} ${b})`,
      ];
}
