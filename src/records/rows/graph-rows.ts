import type { Resolve } from '../../model/index.js';
import { ORIGINAL, type QueryParam, type QueryParamMap, writeQueries } from '../../store/index.js';

type WriteRow = writeQueries.WriteRow;
type WriteStatement = writeQueries.WriteStatement;

/** What records become in the graph: the rows of each writing statement. */
export interface GraphRows {
  /** into which actor one is merged: relationships stand there, and say which one their record names */
  readonly resolve: Resolve;
  add(statement: WriteStatement, row: WriteRow): void;
  /** the statements that have rows, in the order in which a transaction runs them */
  inOrder(): [WriteStatement, readonly WriteRow[]][];
}

export function graphRows(resolve: Resolve): GraphRows {
  const rows = new Map<WriteStatement, WriteRow[]>();
  return {
    resolve,
    add(statement, row) {
      const placed = atSurvivors(statement, row, resolve);
      const list = rows.get(statement);
      if (list) list.push(placed);
      else rows.set(statement, [placed]);
    },
    inOrder: () =>
      writeQueries.WRITE_ORDER.flatMap((statement): [WriteStatement, readonly WriteRow[]][] => {
        const list = rows.get(statement);
        return list ? [[statement, list]] : [];
      }),
  };
}

function atSurvivors({ actorsAt = [] }: WriteStatement, row: WriteRow, resolve: Resolve): WriteRow {
  let placed = row;
  for (const end of actorsAt) {
    if (!('from' in placed)) continue;
    const side = end === 'source' ? 'from' : 'to';
    const named = placed[side];
    if (resolve(named) === named) continue;
    placed = { ...placed, [side]: resolve(named), props: { ...placed.props, [ORIGINAL[end]]: named } };
  }
  return placed;
}

/** Properties as both engines take them: a field that is absent is no property. */
export function properties(fields: { readonly [name: string]: QueryParam | undefined }): QueryParamMap {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, QueryParam] => entry[1] !== undefined),
  );
}
