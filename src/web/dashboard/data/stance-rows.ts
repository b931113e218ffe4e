import type { ResultOf } from 'gql.tada';
import { graphql } from '../../client/graphql';
import { type Level, levelOf } from './levels';

/** The latest positions of an actor: those of statements made in its name. */
export const stanceRows = graphql(`
  query StanceRows($filter: StatementFilter) {
    stances(filter: $filter, first: 100) {
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
      pageInfo { hasNextPage }
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
