import { DemarcheError, type StanceFilter, type StatementFilter } from '../../model/index.js';
import { type Matches, matching, stanceMatching } from './matching.js';
import type { StanceTable, TableSize } from './stance-table.js';

/** Rows of a table that a filter selects: what every question is asked of. */
export interface Selection {
  readonly table: StanceTable;
  readonly filter: StatementFilter;
  /** in order */
  readonly rows: Uint32Array;
  /** how many of the table's votes there are */
  readonly votes: number;
}

/** The rows that match, up to a size: later ones are of a later revision than the answer will be of. */
export function select(
  table: StanceTable,
  filter: StatementFilter,
  size: TableSize,
  elsewhere: ReadonlyMap<StatementFilter, Uint8Array>,
): Selection {
  const { values: replaced } = table.statements.replaced;
  const matches = matching(table, filter, elsewhere);
  const rows = new Uint32Array(size.rows);
  let count = 0;
  for (let row = 0; row < size.rows; row++) {
    if (replaced[row] === 0 && matches(row)) {
      rows[count] = row;
      count++;
    }
  }
  return { table, filter, rows: rows.subarray(0, count), votes: size.votes };
}

/** Whose judgement an analysis reads. */
export interface Coding {
  /** the coding set, where the filter has no stance clause of its own */
  readonly coding: string;
  /** the coder, where the set has several for a statement and a proposition */
  readonly coder?: string | undefined;
}

/**
 * The stances of the selected statements that an analysis counts: at most one for a statement and a proposition. Where
 * the filter has a stance clause (not inside `and`, `or`, `not`), those that match it; otherwise those of the coding
 * set, but for NO_STANCE.
 *
 * @throws DemarcheError BAD_USER_INPUT where the clause has several coding sets, or the set several coders
 */
export function countedStances({ table, filter, rows }: Selection, { coding, coder }: Coding): Matches {
  const wanted = stancesWanted(filter, coding);
  if (wanted.codings.length !== 1) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `filter.stance.codings: expected one coding set, or a statement would count once for each; found ${wanted.codings.join(', ')}`,
    );
  }
  const matches = stanceMatching(table, wanted);
  if (coder !== undefined) {
    const code = table.coders.find(coder);
    const { values } = table.stances.coder;
    return (i) => values[i] === code && matches(i);
  }
  refuseSeveralCoders(table, rows, matches, wanted.codings.join());
  return matches;
}

/** The stances that a filter is about, whoever coded them. */
export function stancesWanted(filter: StatementFilter, coding: string): StanceFilter {
  return filter.stance ?? { codings: [coding] };
}

function refuseSeveralCoders(table: StanceTable, rows: Uint32Array, counted: Matches, coding: string): void {
  const { starts, topic } = table.stances;
  const { values: from } = starts;
  const { values: topics } = topic;
  for (const row of rows) {
    const end = from[row + 1] ?? 0;
    for (let i = from[row] ?? 0; i < end; i++) {
      for (let k = i + 1; k < end; k++) {
        if (topics[i] === topics[k] && counted(i) && counted(k)) {
          const coders = codersOf(table, rows, counted);
          throw new DemarcheError(
            'BAD_USER_INPUT',
            `coder: expected one of ${coders.join(', ')}, who have coded the same statements in the coding set ${coding}`,
          );
        }
      }
    }
  }
}

function codersOf({ stances, coders }: StanceTable, rows: Uint32Array, counted: Matches): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const end = stances.starts.values[row + 1] ?? 0;
    for (let i = stances.starts.values[row] ?? 0; i < end; i++) {
      if (counted(i)) found.add(coders.list[stances.coder.values[i] ?? 0] ?? '');
    }
  }
  return [...found].sort().map((coder) => JSON.stringify(coder));
}
