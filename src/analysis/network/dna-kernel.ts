import { addUnits, type CalendarUnit, wholeUnitsBetween } from './calendar.js';
import { countCells } from './cells.js';
import type { CheckedOptions, CheckedWindow } from './check-options.js';
import { type Edges, edgeList, edgesOf, edgesWhere, pushEdge } from './edges.js';
import { kernelWeight } from './kernels.js';
import { levelLists, memberSums } from './level-lists.js';
import { numbersUpTo } from './numbers.js';
import { productSums, sharedSums } from './pair-sums.js';
import type { RankedRows } from './ranked-rows.js';
import { matrix, oneLevelOnly, weighed } from './similarity.js';
import { type Counted, cellColumns } from './slice-network.js';
import { rowsWithin, type TimeSlice, weighedSlice } from './time-slices.js';
import { cellEdges, isNotZero } from './two-mode.js';

/**
 * What DNA 3.1.2 does with a kernel, where it differs from what it does without one (networks.md, "Where DNA is wrong"):
 * - the range is that of the filtered statements, and an odd size is raised by one;
 * - the time between a statement and the middle is counted in whole units;
 * - levels count by their place among those that occur, not by their value; categories are all alike;
 * - the average is of 2 / (x + x′) by topic and level, over all statements and without weights;
 * - nodes have an edge with themselves.
 */
export function* dnaKernelSlices(
  ranked: RankedRows,
  options: CheckedOptions,
  { unit, size, kernel }: Extract<CheckedWindow, { readonly unit: CalendarUnit }>,
): Generator<TimeSlice> {
  const { range, moment } = ranked;
  const [earliest, latest] = [moment[0], moment.at(-1)];
  if (earliest === undefined || latest === undefined) return;
  const width = size + (size % 2);
  const start = Math.max(range.start, earliest);
  const stop = Math.min(range.stop, latest);
  const within = rowsWithin(ranked, options, unit);
  const lastMiddle = addUnits(stop, -width / 2, unit);
  for (
    let middle = addUnits(start, width / 2, unit);
    middle <= lastMiddle;
    middle = addUnits(middle, 1, unit)
  ) {
    const window =
      kernel === 'GAUSSIAN'
        ? { start, middle, stop }
        : {
            start: Math.max(start, addUnits(middle, -width / 2, unit)),
            middle,
            stop: Math.min(stop, addUnits(middle, width / 2, unit)),
          };
    yield weighedSlice(window, within(window.start, window.stop), options, {
      momentOf: (place) => moment[place] ?? 0,
      weightAt: (at) => kernelWeight(kernel, (2 * wholeUnitsBetween(at, middle, unit)) / width, options.mode),
    });
  }
}

export function dnaKernelEdges(ranked: RankedRows, options: CheckedOptions): (counted: Counted) => Edges {
  return options.type === 'ACTOR_TOPIC' ? twoMode(ranked, options) : oneMode(ranked, options);
}

function twoMode(ranked: RankedRows, { aggregation, isolates }: CheckedOptions): (counted: Counted) => Edges {
  const { type, names } = ranked.levels;
  const places = placesOfLevels(ranked, isolates);
  const factors = names.map((_, level) => {
    if (aggregation !== 'SUBTRACT' || type === 'CATEGORY') return 1;
    const place = places.get(level) ?? 0;
    return type === 'BOOLEAN' ? 2 * place - 1 : place;
  });
  const value = (counts: Float64Array) =>
    counts.reduce((sum, count, level) => sum + count * (factors[level] ?? 0), 0);
  return ({ cells, rows, columns }) => edgesWhere(cellEdges(cells, rows, columns, value), isNotZero);
}

function oneMode(ranked: RankedRows, options: CheckedOptions): (counted: Counted) => Edges {
  const { type, aggregation, normalization, isolates } = options;
  const columns = cellColumns(ranked, type);
  const places = placesOfLevels(ranked, isolates);
  const similarity = alike(ranked, aggregation, places);
  const { members } = columns;
  const all = levelLists(countCells(columns, numbersUpTo(ranked.row.length)));
  const alone = memberSums(all, members, (x) => 2 / x);
  return ({ cells, rows }) => {
    const weights = productSums(levelLists(cells), similarity, members);
    const shared = sharedSums(all, (x, other) => 2 / (x + other) - 2 / x - 2 / other, members);
    const found = edgeList();
    for (const [a, member] of rows.entries()) {
      const sums = weights(member);
      const less = normalization === 'AVERAGE' ? shared(member) : undefined;
      for (let b = a; b < rows.length; b++) {
        const other = rows[b] ?? 0;
        const sum = sums[other] ?? 0;
        if (Number.isNaN(sum)) {
          throw oneLevelOnly(ranked.levels.names.filter((_, level) => places.has(level)));
        }
        const factor = less ? (alone[member] ?? 0) + (alone[other] ?? 0) + (less[other] ?? 0) : 1;
        if (sum !== 0) pushEdge(found, a, b, sum * factor);
      }
    }
    return edgesOf(found);
  };
}

/** Not a number where one level occurs and is compared: DNA divides by zero then. */
function alike(
  { levels: { names, type } }: RankedRows,
  aggregation: CheckedOptions['aggregation'],
  places: ReadonlyMap<number, number>,
): readonly Float64Array[] {
  return matrix(names.length, (k, l) => {
    const d =
      type === 'CATEGORY' ? 0 : Math.abs((places.get(k) ?? 0) - (places.get(l) ?? 0)) / (places.size - 1);
    return weighed(aggregation, d);
  });
}

/** The place of each level among those of the filtered rows; with isolates, of the original ones. */
function placesOfLevels({ rows, original, row, levels }: RankedRows, isolates: boolean): Map<number, number> {
  const codes = new Set((isolates ? original : row).map((at) => rows.level[at] ?? 0));
  const names = new Set([...codes].map((code) => rows.levels.names[code]));
  const present = [...levels.names.keys()].filter((level) => names.has(levels.names[level]));
  return new Map(present.map((level, place) => [level, place]));
}
