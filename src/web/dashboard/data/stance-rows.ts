import type { ResultOf } from 'gql.tada';
import { graphql } from '../../client/graphql';
import { type Level, levelOf } from './levels';

/** Positions, latest first. */
export const stanceRows = graphql(`
  query StanceRows($filter: StatementFilter, $after: String) {
    stances(filter: $filter, first: 100, after: $after) {
      nodes {
        id
        date
        position
        untilMet
        quote
        speaker { id name }
        proposition { id name text partOf { id name } }
        statement { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type Row = ResultOf<typeof stanceRows>['stances']['nodes'][number];

export interface Taken extends Row {
  readonly level: Level;
}

export interface OnProposition {
  readonly proposition: Row['proposition'];
  /** earliest first; one for each statement */
  readonly taken: readonly Taken[];
}

/** Rows by proposition, what was last spoken of first. A statement by two speakers is one. */
export function byProposition(rows: readonly Row[]): OnProposition[] {
  const groups = new Map<string, Map<string, Taken>>();
  for (const row of rows) {
    const level = levelOf(row);
    if (!level) continue;
    const group = groups.get(row.proposition.id) ?? new Map<string, Taken>();
    groups.set(row.proposition.id, group);
    if (!group.has(row.statement.id)) group.set(row.statement.id, { ...row, level });
  }
  return [...groups.values()].flatMap((group) => {
    const taken = [...group.values()].reverse();
    const [first] = taken;
    return first ? [{ proposition: first.proposition, taken }] : [];
  });
}
