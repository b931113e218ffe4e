import { ACTS, CONTROLS, DEFAULT_CODING, POSITIONS } from '../../model/index.js';
import type { Column } from './column.js';
import { monthOf } from './days.js';
import { LEVELS } from './levels.js';
import { type Matches, stanceMatching } from './matching.js';
import { type Selection, stancesWanted } from './selection.js';
import type { Lists } from './stance-table.js';

export const FACETS = [
  'byActor',
  'bySpeaker',
  'byTopic',
  'byPosition',
  'byYear',
  'byPublisher',
  'byControl',
  'byAct',
] as const;
export type Facet = (typeof FACETS)[number];

/** A value, and how many of the selected statements have it; one that has two values counts for both. */
export interface FacetCount {
  /** an id, a value of a vocabulary, or a year */
  readonly value: string;
  readonly count: number;
}

/** The facets that are wanted, and how many values of each at most: the most frequent ones. */
export type FacetsWanted = { readonly [F in Facet]?: number };
export type Facets = { readonly [F in Facet]?: readonly FacetCount[] };

/**
 * How the selected statements spread over actors, topics, positions, years, publishers. Values that no statement has
 * are left out; the most frequent come first, those that are equally frequent by their text.
 */
export function facets(selection: Selection, wanted: FacetsWanted): Facets {
  const found: { [F in Facet]?: readonly FacetCount[] } = {};
  for (const facet of FACETS) {
    const first = wanted[facet];
    if (first !== undefined) found[facet] = mostFrequent(COUNTS[facet](selection), first);
  }
  return found;
}

type Counts = readonly FacetCount[];

const COUNTS: { readonly [F in Facet]: (selection: Selection) => Counts } = {
  byActor: ({ rows, table: { principals, actors } }) =>
    named(actors.list, inLists(rows, principals, principals.actor, actors.list.length)),
  bySpeaker: ({ rows, table: { speakers, actors } }) =>
    named(actors.list, inLists(rows, speakers, speakers.actor, actors.list.length)),
  byTopic: (selection) => {
    const { stances, topics } = selection.table;
    const counted = stancesOf(selection);
    return named(
      topics.list,
      inLists(selection.rows, stances, stances.topic, topics.list.length, { counted }),
    );
  },
  byPosition: (selection) => {
    const { stances } = selection.table;
    const counted = stancesOf(selection);
    return named(
      POSITIONS,
      inLists(selection.rows, stances, stances.level, POSITIONS.length, { counted, as: POSITION_OF }),
    );
  },
  byYear: ({ rows, table: { statements } }) => {
    const days = statements.day.values;
    const counts = new Uint32Array(YEARS.length);
    // rows come mostly by date
    let day = Number.NaN;
    let year = 0;
    for (const row of rows) {
      if (days[row] !== day) {
        day = days[row] ?? 0;
        year = Math.floor(monthOf(day) / 12);
      }
      counts[year] = (counts[year] ?? 0) + 1;
    }
    return named(YEARS, counts);
  },
  byPublisher: ({ rows, table: { citations, publisherOf, publishers } }) => {
    const as = publisherOf.values;
    const [, ...counts] = inLists(rows, citations, citations.source, publishers.list.length + 1, { as });
    return named(publishers.list, counts);
  },
  byControl: ({ rows, table: { citations, publisherOf, control } }) => {
    const as = publisherOf.values.map((publisher) =>
      publisher === 0 ? 0 : (control.values[publisher - 1] ?? 0) + 1,
    );
    const [, ...counts] = inLists(rows, citations, citations.source, CONTROLS.length + 1, { as });
    return named(CONTROLS, counts);
  },
  byAct: ({ rows, table: { statements } }) => {
    const acts = statements.act.values;
    const counts = new Uint32Array(ACTS.length);
    for (const row of rows) counts[acts[row] ?? 0] = (counts[acts[row] ?? 0] ?? 0) + 1;
    return named(ACTS, counts);
  },
};

const POSITION_OF = Uint32Array.from(LEVELS, ({ position }) => POSITIONS.indexOf(position));
const YEARS = Array.from({ length: 10_000 }, (_, year) => String(year).padStart(4, '0'));

/** The stances that count: those that match the filter's stance clause, or else those of the default coding set. */
function stancesOf({ table, filter }: Selection): Matches {
  return stanceMatching(table, stancesWanted(filter, DEFAULT_CODING));
}

/**
 * For each value in the lists of the rows, how many rows have it. `size`: how many values there are; `as`: what a value
 * of the column stands for; `counted`: which places in the lists count, all where left out.
 */
function inLists(
  rows: Uint32Array,
  { starts }: Lists,
  { values }: Column,
  size: number,
  { as, counted }: { readonly as?: Uint32Array; readonly counted?: Matches } = {},
): Uint32Array {
  const start = starts.values;
  const counts = new Uint32Array(size);
  /** the last row + 1 that a value was counted for */
  const last = new Uint32Array(size);
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    for (let i = start[row] ?? 0; i < end; i++) {
      if (counted && !counted(i)) continue;
      const held = values[i] ?? 0;
      const value = as ? (as[held] ?? 0) : held;
      if (last[value] === row + 1) continue;
      last[value] = row + 1;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts;
}

function named(values: readonly string[], counts: ArrayLike<number>): Counts {
  return values.flatMap((value, code) => {
    const count = counts[code] ?? 0;
    return count === 0 ? [] : [{ value, count }];
  });
}

function mostFrequent(counts: Counts, most: number): Counts {
  return [...counts].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, most);
}
