import { type QueryParam, type QueryParamMap, writeQueries } from '../../store/index.js';

type WriteRow = writeQueries.WriteRow;
type WriteStatement = writeQueries.WriteStatement;

/** What records become in the graph: the rows of each writing statement. */
export interface GraphRows {
  add(statement: WriteStatement, row: WriteRow): void;
  /** the statements that have rows, in the order in which a transaction runs them */
  inOrder(): [WriteStatement, readonly WriteRow[]][];
}

export function graphRows(): GraphRows {
  const rows = new Map<WriteStatement, WriteRow[]>();
  return {
    add(statement, row) {
      const list = rows.get(statement);
      if (list) list.push(row);
      else rows.set(statement, [row]);
    },
    inOrder: () =>
      writeQueries.WRITE_ORDER.flatMap((statement): [WriteStatement, readonly WriteRow[]][] => {
        const list = rows.get(statement);
        return list ? [[statement, list]] : [];
      }),
  };
}

/** Properties as both engines take them: a field that is absent is no property. */
export function properties(fields: { readonly [name: string]: QueryParam | undefined }): QueryParamMap {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, QueryParam] => entry[1] !== undefined),
  );
}
