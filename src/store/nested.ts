import type { Columns } from './queries/rows.js';
import type { QueryRow, QueryValue } from './query.js';

/**
 * A list that a statement reads within the row of the node it hangs on, so that a node and what hangs on it take one
 * statement. Its column holds a list of rows, and each row a list of values; `rowsWithin` gives them their names back.
 */
export interface Nested {
  /** its column, which `clause` binds */
  readonly name: string;
  readonly clause: string;
  /** the names of the values of a row; those of `nested` come after them */
  readonly columns: readonly string[];
  readonly nested: readonly Nested[];
}

interface NestedParts {
  readonly name: string;
  /** the variable it hangs on */
  readonly of: string;
  /** clauses that bind what a row is made of */
  readonly match: string;
  readonly columns: Columns;
  readonly order: string;
  /** the lists within each of its rows */
  readonly nested: readonly Nested[];
}

export function nestedIn({ name, of, match, columns, order, nested }: NestedParts): Nested {
  return {
    name,
    clause: `CALL (${of}) {
${match}
${clausesOf(nested)}WITH [${Object.values({ ...columns, ...columnsOf(nested) }).join(', ')}] AS row ORDER BY ${order}
RETURN collect(row) AS ${name}
}`,
    columns: Object.keys(columns),
    nested,
  };
}

/** The clauses that bind lists. */
export function clausesOf(nested: readonly Nested[]): string {
  return nested.map((list) => `${list.clause}\n`).join('');
}

/** The columns that hold them. */
export function columnsOf(nested: readonly Nested[]): Columns {
  return Object.fromEntries(nested.map(({ name }) => [name, name]));
}

/** The rows of a list within a row. */
export function rowsWithin(row: QueryRow, { name, columns, nested }: Nested): QueryRow[] {
  const names = [...columns, ...nested.map((list) => list.name)];
  // the column's shape is the promise of `nestedIn`
  return (row[name] as readonly (readonly QueryValue[])[]).map((values) =>
    Object.fromEntries(names.map((column, index) => [column, values[index] ?? null])),
  );
}
