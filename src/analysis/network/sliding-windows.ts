import { addUnits, type CalendarUnit, DAY_SECONDS, dayOf } from './calendar.js';
import type { NetworkMode, TimeRange } from './network-options.js';

/** The part of time that a network is of; all three in seconds since 1970-01-01T00:00 by the local clock. */
export interface Period {
  readonly start: number;
  readonly middle: number;
  readonly stop: number;
}

/**
 * The windows that lie wholly inside a range (networks.md, "Time windows"): the middle moves one unit at a time from
 * the start, and the window reaches round((size − 1) / 2) units to both sides. In mode `STRICT` windows of days and
 * longer units are of whole days, and months are counted from the start; DNA counts them from the window before, so
 * that a range that starts on the 31st moves to the 28th for good.
 */
export function* slidingWindows(
  range: TimeRange,
  unit: CalendarUnit,
  size: number,
  mode: NetworkMode,
): Generator<Period> {
  const half = Math.floor(size / 2);
  const byDay = mode === 'STRICT' && unit !== 'HOUR';
  const first = byDay ? dayOf(range.start) * DAY_SECONDS : range.start;
  let middle = first;
  for (let moved = 1; middle <= range.stop; moved++) {
    const start = addUnits(middle, -half, unit);
    const stop = addUnits(middle, half, unit);
    if (start >= first && stop <= range.stop) yield { start, middle, stop };
    middle = mode === 'DNA' ? addUnits(middle, 1, unit) : addUnits(first, moved, unit);
  }
}
