import { DAY_SECONDS, dayOf, unitsBetween } from './calendar.js';
import type { CheckedOptions, CheckedWindow } from './check-options.js';
import { kernelWeight } from './kernels.js';
import type { WindowUnit } from './network-options.js';
import type { StatementColumns } from './network-rows.js';
import { numbersUpTo, numbersWhere } from './numbers.js';
import type { RankedRows } from './ranked-rows.js';
import { type Fits, fitsIn, momentOf } from './select-rows.js';
import { type Period, slidingWindows } from './sliding-windows.js';

/** The rows that one network is of. */
export interface TimeSlice extends Period {
  /** ascending */
  readonly places: Uint32Array;
  /** by their place in `places`; left out, each row counts 1 */
  readonly weights?: Float64Array | undefined;
}

export function wholeSlice({ row, range }: RankedRows): TimeSlice {
  const { start, stop } = range;
  return { start, middle: Math.trunc((start + stop) / 2), stop, places: numbersUpTo(row.length) };
}

/** The rows of each window (networks.md, "Time windows"), one window after the other. */
export function* timeSlices(
  ranked: RankedRows,
  options: CheckedOptions,
  { unit, size, kernel }: CheckedWindow,
): Generator<TimeSlice> {
  if (unit === 'EVENT') {
    yield* eventSlices(ranked, size);
    return;
  }
  const within = rowsWithin(ranked, options, unit);
  for (const period of slidingWindows(ranked.range, unit, size, options.mode)) {
    if (kernel === 'NONE') {
      yield { ...period, places: within(period.start, period.stop) };
      continue;
    }
    // the Gaussian kernel has no end
    const reach = kernel === 'GAUSSIAN' ? ranked.range : period;
    yield weighedSlice(period, within(reach.start, reach.stop), options, {
      momentOf: (place) => middleOf(ranked, place, unit),
      weightAt: (moment) =>
        kernelWeight(kernel, (2 * unitsBetween(period.middle, moment, unit)) / size, options.mode),
    });
  }
}

/**
 * A slice whose rows weigh ζ, by their moment. In a one-mode network a pair of rows weighs √(ζζ′), so that each of them
 * counts √ζ.
 */
export function weighedSlice(
  period: Period,
  within: Uint32Array,
  { type }: Pick<CheckedOptions, 'type'>,
  {
    momentOf,
    weightAt,
  }: { readonly momentOf: (place: number) => number; readonly weightAt: (moment: number) => number },
): TimeSlice {
  const weights = new Float64Array(within.length);
  let count = 0;
  // rows of one moment mostly stand together
  let last = Number.NaN;
  let weight = 0;
  const places = numbersWhere(within, (place) => {
    const moment = momentOf(place);
    if (moment !== last) {
      weight = type === 'ACTOR_TOPIC' ? weightAt(moment) : Math.sqrt(weightAt(moment));
      last = moment;
    }
    if (weight === 0) return false;
    weights[count] = weight;
    count++;
    return true;
  });
  return { ...period, places, weights: weights.subarray(0, count) };
}

/** The middle of what a statement's date can mean. */
function middleOf({ rows, row, moment }: RankedRows, place: number, unit: WindowUnit): number {
  if (unit === 'HOUR') return moment[place] ?? 0;
  const { statement, statements } = rows;
  const code = statement[row[place] ?? 0] ?? 0;
  return ((statements.day[code] ?? 0) + (statements.span[code] ?? 0) / 2) * DAY_SECONDS;
}

/** As many events before and after each; those of one moment are in the order of rows. */
function* eventSlices({ row, moment }: RankedRows, size: number): Generator<TimeSlice> {
  const half = Math.floor(size / 2);
  const places = numbersUpTo(row.length);
  for (let middle = half; middle + half < row.length; middle++) {
    yield {
      start: moment[middle - half] ?? 0,
      middle: moment[middle] ?? 0,
      stop: moment[middle + half] ?? 0,
      places: places.subarray(middle - half, middle + half + 1),
    };
  }
}

/** The places of the rows whose statements lie wholly between two moments, both included. */
export function rowsWithin(
  { rows, row, moment }: RankedRows,
  { mode }: Pick<CheckedOptions, 'mode'>,
  unit: WindowUnit,
): (start: number, stop: number) => Uint32Array {
  const { statement, statements } = rows;
  const fits =
    mode === 'STRICT' && unit === 'HOUR' ? fitsByTheHour(rows.statements) : fitsIn(statements, mode);
  const places = numbersUpTo(row.length);
  return (start, stop) => {
    const from = firstAt(moment, dayOf(start) * DAY_SECONDS);
    const to = firstAt(moment, (dayOf(stop) + 1) * DAY_SECONDS);
    return numbersWhere(places.subarray(from, to), (place) =>
      fits(statement[row[place] ?? 0] ?? 0, start, stop),
    );
  };
}

/** A statement whose time is not known is in no window of hours. */
function fitsByTheHour(statements: StatementColumns): Fits {
  return (statement, start, stop) => {
    const moment = momentOf(statements, statement);
    return (
      statements.span[statement] === 0 &&
      (statements.time[statement] ?? -1) >= 0 &&
      moment >= start &&
      moment <= stop
    );
  };
}

/** The place of the first moment that is not before another. */
function firstAt(moments: Float64Array, moment: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
