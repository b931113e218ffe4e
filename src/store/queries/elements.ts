import type { Ids } from '../list-query.js';
import { where } from '../page.js';
import { type Query, type QueryParams, type QueryRow, query } from '../query.js';
import { type Columns, items } from './rows.js';

/**
 * Nodes and relationships as exports read them: pages of ids, then whatever has these ids. No statement of an export
 * is open for longer than one page takes, however slowly the file is taken.
 */

/** Some nodes of a kind: those with these ids, or those whose ids lie between two (the first not included). */
export type Batch = Ids | { readonly after: string; readonly last: string };

/** The last of the next `limit` ids of a kind of node, and how many there are. */
export function lastOfNext(
  label: string,
): Query<
  { readonly after: string; readonly limit: number },
  { readonly last: string | null; readonly count: number }
> {
  return query(
    `exportLast${label}`,
    `MATCH (n:${label}) WHERE n.id > $after
     WITH n.id AS id ORDER BY id LIMIT $limit
     RETURN max(id) AS last, count(id) AS count`,
  );
}

/** Nodes `n` of a kind, in no order. */
export function nodesOf(label: string, by: 'ids' | 'range', columns: Columns): Query<QueryParams, QueryRow> {
  return query(`exportNodes${label}`, `${matchBatch('n', label, by)}\nRETURN ${items(columns)}`);
}

/** Relationships `r` of a type, from `a` to `b`, that have one of some nodes at the given side and meet the conditions, in no order. */
export function edgesAt(
  type: string,
  label: string,
  side: 'source' | 'target',
  by: 'ids' | 'range',
  columns: Columns,
  conditions: readonly string[] = [],
): Query<QueryParams, QueryRow> {
  return query(
    `exportEdges${type}At${label}`,
    `${matchBatch(side === 'source' ? 'a' : 'b', label, by)}
     MATCH (a)-[r:${type}]->(b)${where(conditions)}
     RETURN ${items({ source: 'a.id', target: 'b.id', ...columns })}`,
  );
}

/** How many relationships of a type begin at each of the nodes of a range, by id. */
export function edgeCounts(
  type: string,
  label: string,
): Query<QueryParams, { readonly id: string; readonly count: number }> {
  return query(
    `exportEdgeCounts${type}Of${label}`,
    `${matchBatch('a', label, 'range')}
     RETURN a.id AS id, COUNT { (a)-[:${type}]->() } AS count ORDER BY id`,
  );
}

function matchBatch(variable: string, label: string, by: 'ids' | 'range'): string {
  return by === 'ids'
    ? `UNWIND $ids AS id MATCH (${variable}:${label} {id: id})`
    : `MATCH (${variable}:${label}) WHERE ${variable}.id > $after AND ${variable}.id <= $last`;
}

/** What stands at the other end of relationships of some types that have one of these nodes at the given side. */
export function otherEnds(
  types: readonly string[],
  label: string,
  side: 'source' | 'target',
): Query<Ids, { readonly id: string }> {
  const relationship = `[:${types.join('|')}]`;
  const pattern =
    side === 'source'
      ? `(:${label} {id: id})-${relationship}->(other)`
      : `(other)-${relationship}->(:${label} {id: id})`;
  return query(
    `exportOtherEnds${label}`,
    `UNWIND $ids AS id
     MATCH ${pattern}
     RETURN DISTINCT other.id AS id`,
  );
}

/** What is joined to nodes with these ids, at most so many. */
export function neighboursOf(
  label: string,
): Query<Ids & { readonly limit: number }, { readonly id: string }> {
  return query(
    `exportNeighbours${label}`,
    `UNWIND $ids AS id
     MATCH (:${label} {id: id})--(other)
     RETURN DISTINCT other.id AS id LIMIT $limit`,
  );
}
