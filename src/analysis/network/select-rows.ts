import { DAY_SECONDS, dayOf } from './calendar.js';
import type { CheckedOptions } from './check-options.js';
import { withoutDuplicates } from './duplicates.js';
import type { DocumentFilter, NetworkMode, RowFilter, TimeRange } from './network-options.js';
import type { NetworkDocument, NetworkRows, StatementColumns } from './network-rows.js';
import { numbersWhere } from './numbers.js';
import { rowOrder } from './row-order.js';

/** Numbers of rows, in their order (`rowOrder`). */
export interface SelectedRows {
  readonly range: TimeRange;
  /** those of the range and of the documents asked for */
  readonly original: Uint32Array;
  /** those of them that count: not excluded, and no duplicates */
  readonly filtered: Uint32Array;
}

/** Steps 1 to 3 of networks.md, "Order of steps". */
export function selectRows(rows: NetworkRows, options: CheckedOptions): SelectedRows {
  const { range, exclude, include } = options;
  const original = rowsThat(rowOrder(rows), [
    ...(range ? [inRange(rows, range, options.mode)] : []),
    ...documentTests(rows, options),
  ]);
  const excluded = exclude && rowMatcher(rows, exclude, 'any');
  const kept = rowsThat(original, [
    ...(excluded ? [(row: number) => !excluded(row)] : []),
    ...(include ? [rowMatcher(rows, include, 'every')] : []),
  ]);
  return { range: range ?? wholeRange(rows), original, filtered: withoutDuplicates(rows, kept, options) };
}

type RowTest = (row: number) => boolean;

function rowsThat(rows: Uint32Array, tests: readonly RowTest[]): Uint32Array {
  return tests.length === 0 ? rows : numbersWhere(rows, (row) => tests.every((test) => test(row)));
}

function inRange(
  { statement, statements }: NetworkRows,
  { start, stop }: TimeRange,
  mode: NetworkMode,
): RowTest {
  const fits = fitsIn(statements, mode);
  return (row) => fits(statement[row] ?? 0, start, stop);
}

function documentTests(
  { statement, statements, documents }: NetworkRows,
  { includeDocuments, excludeDocuments }: CheckedOptions,
): RowTest[] {
  if (!includeDocuments && !excludeDocuments) return [];
  const selected = Uint8Array.from(documents, (document) =>
    hasValue(document, excludeDocuments).includes(true) ||
    hasValue(document, includeDocuments).includes(false)
      ? 0
      : 1,
  );
  return [(row) => selected[statements.document[statement[row] ?? 0] ?? 0] === 1];
}

/** The moment of a statement, midnight where it has no time. */
export function momentOf({ day, time }: StatementColumns, statement: number): number {
  return (day[statement] ?? 0) * DAY_SECONDS + Math.max(time[statement] ?? 0, 0);
}

/** From the first to the last moment of rows. */
export function wholeRange({ length, statement, statements }: NetworkRows): TimeRange {
  if (length === 0) return { start: 0, stop: 0 };
  let start = Number.POSITIVE_INFINITY;
  let stop = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < length; row++) {
    const code = statement[row] ?? 0;
    const moment = momentOf(statements, code);
    start = Math.min(start, moment);
    stop = Math.max(stop, moment + (statements.span[code] ?? 0) * DAY_SECONDS);
  }
  return { start, stop };
}

/** Whether all that a statement's date can mean lies within two moments, both included. */
export type Fits = (statement: number, start: number, stop: number) => boolean;

/** By days; DNA knows only moments. */
export function fitsIn(statements: StatementColumns, mode: NetworkMode): Fits {
  const { day, span } = statements;
  if (mode === 'DNA') {
    return (statement, start, stop) => {
      const moment = momentOf(statements, statement);
      return moment >= start && moment + (span[statement] ?? 0) * DAY_SECONDS <= stop;
    };
  }
  return (statement, start, stop) => {
    const first = day[statement] ?? 0;
    return first >= dayOf(start) && first + (span[statement] ?? 0) <= dayOf(stop);
  };
}

/** For each key of a filter whether the document has one of its values; nothing for a key left out. */
function hasValue(
  { id, author, publisher, section, kind }: NetworkDocument,
  { ids, authors, publishers, sections, kinds }: DocumentFilter = {},
): readonly (boolean | undefined)[] {
  return [
    ids?.includes(id),
    authors?.includes(author),
    publishers?.includes(publisher),
    sections?.includes(section),
    kinds?.includes(kind),
  ];
}

/** Whether a row has a value of any key of a filter, or of every one. */
function rowMatcher(rows: NetworkRows, filter: RowFilter, how: 'any' | 'every'): RowTest {
  const { statement, actor, topic, level, statements, actors, topics, levels } = rows;
  const flags = (names: readonly string[], wanted: readonly string[]) => {
    const set = new Set(wanted);
    return Uint8Array.from(names, (name) => (set.has(name) ? 1 : 0));
  };
  const idsOf = (labels: readonly { readonly id: string }[]) => labels.map(({ id }) => id);
  const tests: RowTest[] = [];
  if (filter.actors) {
    const wanted = flags(idsOf(actors), filter.actors);
    tests.push((row) => wanted[actor[row] ?? 0] === 1);
  }
  if (filter.topics) {
    const wanted = flags(idsOf(topics), filter.topics);
    tests.push((row) => wanted[topic[row] ?? 0] === 1);
  }
  if (filter.levels) {
    const wanted = flags(levels.names, filter.levels);
    tests.push((row) => wanted[level[row] ?? 0] === 1);
  }
  if (filter.others) {
    const wanted = flags(idsOf(actors), filter.others);
    const { starts, actor: others } = statements.others;
    tests.push((row) => {
      const code = statement[row] ?? 0;
      const list = others.subarray(starts[code] ?? 0, starts[code + 1] ?? 0);
      const isWanted = (other: number) => wanted[other] === 1;
      return how === 'any' ? list.length > 0 && list.every(isWanted) : list.some(isWanted);
    });
  }
  return how === 'any' ? (row) => tests.some((test) => test(row)) : (row) => tests.every((test) => test(row));
}
