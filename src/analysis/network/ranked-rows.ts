import type { CheckedOptions } from './check-options.js';
import type { TimeRange } from './network-options.js';
import type { Label, Levels, NetworkRows } from './network-rows.js';
import { numbersUpTo } from './numbers.js';
import { momentOf, selectRows } from './select-rows.js';

/**
 * The filtered rows, their actors and topics as places in the order of labels, their levels as places in the order of
 * levels. A place in these columns is a row's place in the order of rows.
 */
export interface RankedRows {
  readonly rows: NetworkRows;
  readonly range: TimeRange;
  /** numbers in `rows` */
  readonly original: Uint32Array;
  /** of the original rows: the nodes there can be */
  readonly actors: readonly Label[];
  readonly topics: readonly Label[];
  /** those that count: of booleans both, otherwise those of the original rows, in order */
  readonly levels: Levels;
  /** numbers in `rows` */
  readonly row: Uint32Array;
  readonly actor: Uint32Array;
  readonly topic: Uint32Array;
  readonly level: Uint8Array;
  /** of the statement; ascending */
  readonly moment: Float64Array;
}

export function rankedRows(rows: NetworkRows, options: CheckedOptions): RankedRows {
  const { range, original, filtered } = selectRows(rows, options);
  const actors = ranking(original, rows.actor, rows.actors.length, byLabel(rows.actors));
  const topics = ranking(original, rows.topic, rows.topics.length, byLabel(rows.topics));
  const { type, names, values } = rows.levels;
  const levels = ranking(
    type === 'BOOLEAN' ? numbersUpTo(names.length) : original,
    type === 'BOOLEAN' ? numbersUpTo(names.length) : rows.level,
    names.length,
    type === 'CATEGORY' ? byText(names) : (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b,
  );
  return {
    rows,
    range,
    original,
    actors: actors.codes.flatMap((code) => rows.actors[code] ?? []),
    topics: topics.codes.flatMap((code) => rows.topics[code] ?? []),
    levels: {
      type,
      names: levels.codes.map((code) => names[code] ?? ''),
      values: levels.codes.map((code) => values[code] ?? 0),
    },
    row: filtered,
    actor: placesIn(new Uint32Array(filtered.length), filtered, rows.actor, actors.places),
    topic: placesIn(new Uint32Array(filtered.length), filtered, rows.topic, topics.places),
    level: placesIn(new Uint8Array(filtered.length), filtered, rows.level, levels.places),
    moment: moments(rows, filtered),
  };
}

function placesIn<T extends Uint32Array | Uint8Array>(
  to: T,
  filtered: Uint32Array,
  column: Uint32Array | Uint8Array,
  places: Uint32Array,
): T {
  for (let i = 0; i < filtered.length; i++) to[i] = places[column[filtered[i] ?? 0] ?? 0] ?? 0;
  return to;
}

function moments({ statement, statements }: NetworkRows, filtered: Uint32Array): Float64Array {
  const found = new Float64Array(filtered.length);
  for (let i = 0; i < filtered.length; i++) found[i] = momentOf(statements, statement[filtered[i] ?? 0] ?? 0);
  return found;
}

/** The codes that some rows have, in order, and the place of each. */
function ranking(
  rows: Uint32Array,
  column: Uint32Array | Uint8Array,
  codes: number,
  compare: (a: number, b: number) => number,
): { readonly codes: readonly number[]; readonly places: Uint32Array } {
  const used = new Uint8Array(codes);
  for (let i = 0; i < rows.length; i++) used[column[rows[i] ?? 0] ?? 0] = 1;
  const ordered = [...used.keys()].filter((code) => used[code] === 1).sort(compare);
  const places = new Uint32Array(codes);
  for (const [place, code] of ordered.entries()) places[code] = place;
  return { codes: ordered, places };
}

function byLabel(labels: readonly Label[]): (a: number, b: number) => number {
  const names = byText(labels.map(({ name }) => name));
  const ids = byText(labels.map(({ id }) => id));
  return (a, b) => names(a, b) || ids(a, b);
}

function byText(texts: readonly string[]): (a: number, b: number) => number {
  return (a, b) => {
    const [x = '', y = ''] = [texts[a], texts[b]];
    return x < y ? -1 : x > y ? 1 : 0;
  };
}
