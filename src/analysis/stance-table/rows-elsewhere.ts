import type { StatementFilter } from '../../model/index.js';
import {
  type Paged,
  pageOf,
  parameters,
  plainPaged,
  type ReadOptions,
  type Store,
  statementConditions,
} from '../../store/index.js';
import { keysNotInTable } from './matching.js';
import { rowCount, type StanceTable } from './stance-table.js';

const PAGE_ROWS = 5_000;

interface RowsElsewhere {
  /** for each filter with keys that are not in the table: 1 at the rows that match those */
  readonly elsewhere: ReadonlyMap<StatementFilter, Uint8Array>;
  /** the names of the statements that were sent, one for each of those filters */
  readonly sent: readonly string[];
}

/** What a table needs to know of some filters and only the database knows. */
export async function rowsElsewhere(
  table: StanceTable,
  filters: readonly StatementFilter[],
  source: Pick<Store, 'read'> & ReadOptions,
): Promise<RowsElsewhere> {
  const elsewhere = new Map<StatementFilter, Uint8Array>();
  for (const filter of filters) {
    const keys = keysNotInTable(filter);
    if (keys) elsewhere.set(filter, await rowsMatching(table, keys, source));
  }
  return { elsewhere, sent: [...elsewhere.keys()].map(() => 'statementIdsPage') };
}

async function rowsMatching(
  table: StanceTable,
  filter: StatementFilter,
  { read, signal }: Pick<Store, 'read'> & ReadOptions,
): Promise<Uint8Array> {
  const matches = new Uint8Array(rowCount(table));
  let bound: readonly string[] | undefined;
  do {
    const params = parameters();
    const { query, params: values } = pageOf<{ readonly id: string }>(
      idsOf(filter, params),
      { limit: PAGE_ROWS, backward: false, bound },
      params,
    );
    const ids = await read(query, values, { signal });
    for (const { id } of ids) {
      const row = table.ids.rowOf(id);
      if (row !== undefined) matches[row] = 1;
    }
    const last = ids.at(-1);
    bound = last && ids.length === PAGE_ROWS ? [last.id] : undefined;
  } while (bound);
  return matches;
}

function idsOf(filter: StatementFilter, params: ReturnType<typeof parameters>): Paged {
  return plainPaged({
    name: 'statementIds',
    match: 'MATCH (s:Statement)',
    conditions: statementConditions(filter, new Map(), params),
    variables: ['s'],
    repeats: false,
    order: { key: ['id'], descending: false },
    columns: { id: 's.id' },
  });
}
