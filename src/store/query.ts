/**
 * A Cypher statement with the types of its parameters and of its rows. Every statement sent to a store is one of
 * these: a named export under `queries/`, or made by the filter compiler.
 *
 * Rules that make a statement run alike on both engines: return scalars, lists of strings, and rows within a row
 * (nested.ts) only; sort whatever has an order before it is returned or collected; no averages; nothing of the list in
 * engines.md. Ask of a pattern by `COUNT { … } > 0`: Neo4j plans it as `EXISTS { … }`, for which the other engine
 * matches the pattern in the whole graph.
 */
export interface Query<Params extends QueryParams, Row extends QueryRow> {
  /** for logs, transaction metadata and tests: camelCase, unique */
  readonly name: string;
  readonly text: string;
  /** only the compiler's type checks read these; they are never set */
  readonly types?: { readonly params: Params; readonly row: Row };
}

export type Scalar = string | number | boolean | null;
/** A list of rows may stand in a column: each is a list of values, in an order that the statement's maker knows. */
export type QueryValue = Scalar | readonly string[] | readonly (readonly QueryValue[])[];
export type QueryRow = { readonly [column: string]: QueryValue };
/** Scalars, lists of them, maps and lists of maps (rows to write). Never `undefined`. */
export type QueryParam =
  | Scalar
  | readonly string[]
  | readonly number[]
  | readonly QueryParamMap[]
  | QueryParamMap;
export type QueryParamMap = { readonly [key: string]: QueryParam };
export type QueryParams = QueryParamMap;

export function query<Params extends QueryParams, Row extends QueryRow>(
  name: string,
  text: string,
): Query<Params, Row> {
  return { name, text: text.trim() };
}

/**
 * A read that can be large: the text takes `$after` (the key of the last row seen, `''` at first) and `$limit`, and
 * returns rows ordered by a key that `keyOf` gives. An engine with cursors runs it once; the other runs it by pages.
 */
export interface StreamQuery<Params extends QueryParams, Row extends QueryRow> extends Query<Params, Row> {
  readonly keyOf: (row: Row) => string;
}
