import { DemarcheError, parseEdtf } from '../../model/index.js';
import { dayNumber, dayText, firstDayOf, monthOf } from './days.js';
import { LEVELS } from './levels.js';
import { type Coding, countedStances, type Selection } from './selection.js';

export const INTERVALS = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type Interval = (typeof INTERVALS)[number];

export interface TimelineWanted extends Coding {
  readonly interval: Interval;
}

export interface Timeline {
  /** every interval from the first to the last, those without a stance too */
  readonly points: readonly TimelinePoint[];
  /** stances whose statement's date is not precise enough for any interval: they are in none */
  readonly imprecise: number;
}

export interface TimelinePoint {
  /** first and last day, `YYYY-MM-DD` */
  readonly from: string;
  readonly to: string;
  /** how many stances are on each level, by its place in LEVELS */
  readonly counts: readonly number[];
  /** of the values of the stances that have one, from −1 to 1; `null` where none has */
  readonly mean: number | null;
}

const MOST_INTERVALS = 5_000;

/**
 * The counted stances (`countedStances`) of the selected statements by calendar interval. A stance is in an interval if
 * its statement's whole date is. The intervals are those that the filter's period touches; where that is open at an
 * end or there is none, they begin or end with the first or last one that has a stance.
 *
 * @throws DemarcheError QUERY_TOO_COSTLY beyond 5,000 intervals
 */
export function timeline(selection: Selection, { interval, ...coding }: TimelineWanted): Timeline {
  const { numberOf, firstDay } = CALENDARS[interval];
  const { byInterval, imprecise } = countsByInterval(selection, coding, numberOf);
  const range = rangeOf(selection, numberOf, [...byInterval.keys()]);
  if (!range) return { points: [], imprecise };
  const length = range.last - range.first + 1;
  if (length > MOST_INTERVALS) {
    throw new DemarcheError(
      'QUERY_TOO_COSTLY',
      `interval: expected at most ${MOST_INTERVALS} intervals, but from ${dayText(firstDay(range.first))} on there are ${length}: choose longer ones, or a shorter period in filter.date`,
    );
  }
  const points = Array.from({ length }, (_, i) => {
    const number = range.first + i;
    const counts = byInterval.get(number) ?? NO_COUNTS;
    return {
      from: dayText(firstDay(number)),
      to: dayText(firstDay(number + 1) - 1),
      counts,
      mean: meanOf(counts),
    };
  });
  return { points, imprecise };
}

/** Intervals are numbered: which one a day is in, and the first day of one. */
interface Calendar {
  numberOf(day: number): number;
  firstDay(interval: number): number;
}

/** Weeks are ISO 8601's, from Monday; day 4 was the first Monday. */
const CALENDARS: Readonly<Record<Interval, Calendar>> = {
  DAY: { numberOf: (day) => day, firstDay: (number) => number },
  WEEK: { numberOf: (day) => Math.floor((day - 4) / 7), firstDay: (number) => number * 7 + 4 },
  MONTH: { numberOf: monthOf, firstDay: firstDayOf },
  YEAR: {
    numberOf: (day) => Math.floor(monthOf(day) / 12),
    firstDay: (number) => firstDayOf(number * 12),
  },
};

const NO_COUNTS: readonly number[] = LEVELS.map(() => 0);

function countsByInterval(
  selection: Selection,
  coding: Coding,
  numberOf: (day: number) => number,
): { byInterval: ReadonlyMap<number, readonly number[]>; imprecise: number } {
  const { stances, statements } = selection.table;
  const counted = countedStances(selection, coding);
  const day = statements.day.values;
  const span = statements.span.values;
  const start = stances.starts.values;
  const level = stances.level.values;
  const byInterval = new Map<number, number[]>();
  let imprecise = 0;
  for (const row of selection.rows) {
    const first = day[row] ?? 0;
    const number = numberOf(first);
    const precise = span[row] === 0 || numberOf(first + (span[row] ?? 0)) === number;
    const end = start[row + 1] ?? 0;
    for (let i = start[row] ?? 0; i < end; i++) {
      if (!counted(i)) continue;
      if (!precise) {
        imprecise++;
        continue;
      }
      let counts = byInterval.get(number);
      if (!counts) {
        counts = [...NO_COUNTS];
        byInterval.set(number, counts);
      }
      const code = level[i] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return { byInterval, imprecise };
}

function rangeOf(
  { filter: { date } }: Selection,
  numberOf: (day: number) => number,
  found: readonly number[],
): { first: number; last: number } | undefined {
  const from = date?.from && parseEdtf(date.from)?.from;
  const to = date?.to && parseEdtf(date.to)?.to;
  const first = from ? numberOf(dayNumber(from)) : found.reduce((a, b) => Math.min(a, b), Infinity);
  const last = to ? numberOf(dayNumber(to)) : found.reduce((a, b) => Math.max(a, b), -Infinity);
  return Number.isFinite(first) && Number.isFinite(last) && first <= last ? { first, last } : undefined;
}

function meanOf(counts: readonly number[]): number | null {
  let sum = 0;
  let total = 0;
  for (const [code, { value }] of LEVELS.entries()) {
    if (value === undefined) continue;
    sum += value * (counts[code] ?? 0);
    total += counts[code] ?? 0;
  }
  return total === 0 ? null : sum / total;
}
