import type { QueryParams, QueryRow } from '../../src/store/index.js';

/** What is measured: one question, asked of the service and of what it is held against. */
export interface BenchCase {
  readonly name: string;
  readonly title: string;
  readonly service: Question;
  /** the best Cypher by hand that returns the same rows */
  readonly bare: Statement;
  /** the same of `@neo4j/graphql`; left out where it cannot be asked */
  readonly generated?: {
    /** as its documentation has it */
    readonly natural: Question;
    /** as somebody writes it who knows what it becomes in Cypher; left out where there is none better */
    readonly best?: Question;
  };
  /** a question about one actor, topic or statement */
  readonly ofOne?: boolean;
  /** answered from the stance table, not from what the service sends: p50 may be at most this */
  readonly countedMs?: number;
}

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** the ids in the answer's data, by which answers to the same question are compared; in any order */
  readonly idsOf: (data: never) => readonly string[];
}

export interface Statement {
  readonly text: string;
  readonly params: QueryParams;
  readonly idsOf: (rows: readonly QueryRow[]) => readonly string[];
}

export interface Node {
  readonly id: string;
}

export interface Nodes<T> {
  readonly nodes: readonly T[];
}

export function question<Data>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  idsOf: (data: Data) => readonly string[],
): Question {
  return { query, variables, idsOf };
}

/** A statement whose rows are compared by their column `id`, and by the first item of each list in `lists`. */
export function statement(text: string, params: QueryParams, ...lists: readonly string[]): Statement {
  return {
    text,
    params,
    idsOf: (rows) =>
      rows.flatMap((row) => [
        String(row.id),
        ...lists.flatMap((column) => firsts(row[column]).map((id) => `${row.id} ${id}`)),
      ]),
  };
}

function firsts(value: unknown): unknown[] {
  return Array.isArray(value) ? value.map((item) => (Array.isArray(item) ? item[0] : item)) : [];
}

/** A node's id, and with it those of the nodes below it. */
export function withNested(id: string, ...below: readonly (readonly Node[])[]): string[] {
  return [id, ...below.flat().map((node) => `${id} ${node.id}`)];
}
