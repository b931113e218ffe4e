/** A record that is a relationship, by what makes it that one; `key` is empty where its ends suffice. */
export type EdgeKey = { readonly from: string; readonly to: string; readonly key: string };

/** The same with the nodes at which it stands: those its record names, or the actors that these are merged into. */
export type EdgeRow = EdgeKey & { readonly source: string; readonly target: string };
export type EdgeRows = { readonly rows: readonly EdgeRow[] };

/** Where a relationship begins, and where it ends. */
export type End = 'source' | 'target';

/** The property with the id of the actor that the record names at an end, where it is merged into the one that stands there. */
export const ORIGINAL = { source: 'originalSource', target: 'originalTarget' } as const;

/** The id that a record names at an end of a relationship, where the node `node` stands. */
export function namedAt(end: End, node: string, relationship = 'r'): string {
  return `coalesce(${relationship}.${ORIGINAL[end]}, ${node}.id)`;
}

/** Clauses that bind `a`, `r` and `b` to what stands where each `row` would; `key` is the property that tells parallels apart. */
export function matchInPlace(type: string, to: string, key: string): string {
  return `UNWIND $rows AS row
     MATCH (a:Actor {id: row.source})-[r:${type}${key && ` {${key}: row.key}`}]->(b:${to} {id: row.target})`;
}

/** The same with what each `row` is the key of. */
export function matchEdgeRecord(type: string, to: string, key: string): string {
  return `${matchInPlace(type, to, key)}
     WHERE ${namedAt('source', 'a')} = row.from AND ${namedAt('target', 'b')} = row.to`;
}
