import type { QueryRow } from '../../src/store/index.js';
import type { Node, Nodes } from './case.js';

/** What the lists of statements select, in GraphQL and in Cypher, and how their answers are compared. */
export const FIELDS = 'id date act summary';
export const COLUMNS = 's.id AS id, s.date AS date, s.act AS act, s.summary AS summary';
/** Neo4j walks the index by date and id only where there is a condition on each of them. */
export const INDEXED = 's.dateFrom IS NOT NULL AND s.id IS NOT NULL';
/** A condition on the id as a generated API has it; a range of ids would make the planner walk the index by id. */
export const HAS_ID = 'NOT: { id: { eq: null } }';
export const INDEXED_WHERE = `dateFrom: { gt: "" }, ${HAS_ID}`;
/** Latest first. */
export const LATEST = 's.dateFrom DESC, s.id DESC';
/** The same for a generated API. */
export const SORT = 'sort: [{ dateFrom: DESC }, { id: DESC }]';

export interface Listed {
  readonly statements: Nodes<Node> & { readonly totalCount?: number };
}
export interface Generated {
  readonly statements: readonly Node[];
}
export interface Connected {
  readonly statementsConnection: {
    readonly edges: readonly { readonly node: Node }[];
    readonly totalCount?: number;
  };
}

export function listed({ statements }: Listed): string[] {
  return [...statements.nodes.map(({ id }) => id), ...total(statements.totalCount)];
}

export function generated({ statements }: Generated): string[] {
  return statements.map(({ id }) => id);
}

export function connected({ statementsConnection: { edges, totalCount } }: Connected): string[] {
  return [...edges.map(({ node }) => node.id), ...total(totalCount)];
}

/** The first rows of a page that was read with more, and their column `total`, if they have one. */
export function firstRows(count: number): (rows: readonly QueryRow[]) => string[] {
  return (rows) => [...rows.slice(0, count).map((row) => String(row.id)), ...total(rows[0]?.total)];
}

function total(count: unknown): string[] {
  return count === undefined ? [] : [`total ${count}`];
}
