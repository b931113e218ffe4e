import { isoWeekOf, monthOf, weekOf } from './calendar.js';
import type { CheckedOptions } from './check-options.js';
import { groupedByPair, taken } from './grouping.js';
import type { NetworkRows } from './network-rows.js';
import { numbersWhere } from './numbers.js';

/** More than any number of levels. */
const LEVELS_BOUND = 256;

/**
 * The first of each group of rows that have the same actor and topic and, unless levels are ignored, the same level,
 * within a document, a period or the whole range (networks.md, "Order of steps"). In mode `DNA` weeks and months are
 * not of a year: those of 2024 and 2025 are the same.
 */
export function withoutDuplicates(
  rows: NetworkRows,
  ordered: Uint32Array,
  options: Pick<CheckedOptions, 'duplicates' | 'aggregation' | 'mode'>,
): Uint32Array {
  if (options.duplicates === 'INCLUDE') return ordered;
  const { statement, actor, topic, level, actors, topics } = rows;
  const scopeOf = scopes(rows, options);
  const { order } = groupedByPair(taken(actor, ordered), actors.length, taken(topic, ordered), topics.length);
  const isFirst = new Uint8Array(ordered.length);
  const seen = new Set<number>();
  let last = -1;
  for (let i = 0; i < order.length; i++) {
    const place = order[i] ?? 0;
    const row = ordered[place] ?? 0;
    if (last === -1 || actor[row] !== actor[last] || topic[row] !== topic[last]) seen.clear();
    last = row;
    const kind = options.aggregation === 'IGNORE' ? 0 : (level[row] ?? 0);
    const key = scopeOf(statement[row] ?? 0) * LEVELS_BOUND + kind;
    if (!seen.has(key)) isFirst[place] = 1;
    seen.add(key);
  }
  return numbersWhere(ordered, (_, place) => isFirst[place] === 1);
}

/** A number for each document or period: statements with the same one can be duplicates. */
function scopes(
  { statements: { document, day, span } }: NetworkRows,
  { duplicates, mode }: Pick<CheckedOptions, 'duplicates' | 'mode'>,
): (statement: number) => number {
  if (duplicates === 'DOCUMENT') return (statement) => document[statement] ?? 0;
  if (duplicates === 'RANGE') return () => 0;
  const periodOf = periods(duplicates, mode);
  return (statement) => {
    const first = day[statement] ?? 0;
    const more = span[statement] ?? 0;
    const period = periodOf(first);
    // what may lie in either of two periods is a duplicate only of what has the very same date
    return more === 0 || period === periodOf(first + more) ? period : -(first * 65_536 + more) - 1e12;
  };
}

function periods(
  duplicates: CheckedOptions['duplicates'],
  mode: CheckedOptions['mode'],
): (day: number) => number {
  switch (duplicates) {
    case 'WEEK':
      return mode === 'DNA' ? isoWeekOf : weekOf;
    case 'MONTH':
      return mode === 'DNA' ? (day) => monthOf(day) % 12 : monthOf;
    case 'YEAR':
      return (day) => Math.floor(monthOf(day) / 12);
    default:
      return (day) => day;
  }
}
