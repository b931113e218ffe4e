import { grouped, taken } from './grouping.js';
import type { NetworkRows } from './network-rows.js';

const known = new WeakMap<NetworkRows, Uint32Array>();

/**
 * The numbers of the rows by date, document, place in the document and id (networks.md, step 2); those of one statement
 * by actor, topic and level. Computed once for each table of rows.
 */
export function rowOrder(rows: NetworkRows): Uint32Array {
  const order = known.get(rows) ?? orderedRows(rows);
  known.set(rows, order);
  return order;
}

function orderedRows(rows: NetworkRows): Uint32Array {
  const { length, statement, statements } = rows;
  const placeOf = new Uint32Array(statements.length);
  for (const [place, code] of orderedStatements(rows).entries()) placeOf[code] = place;
  const { order, starts } = grouped(taken(placeOf, statement.subarray(0, length)), statements.length);

  const { actor, topic, level, actors, topics } = rows;
  const compare = (a: number, b: number): number =>
    compareTexts(actors[actor[a] ?? 0]?.id, actors[actor[b] ?? 0]?.id) ||
    compareTexts(topics[topic[a] ?? 0]?.id, topics[topic[b] ?? 0]?.id) ||
    (level[a] ?? 0) - (level[b] ?? 0);
  sortGroups(order, starts, compare);
  return order;
}

function orderedStatements({ statements, documents }: NetworkRows): Uint32Array {
  const { length, day, time, document, start, stop } = statements;
  const documentPlaces = new Uint32Array(documents.length);
  const byId = documents.map((_, code) => code);
  byId.sort((a, b) => compareTexts(documents[a]?.id, documents[b]?.id));
  for (const [place, code] of byId.entries()) documentPlaces[code] = place;

  const days = day.subarray(0, length);
  const first = days.reduce((least, value) => Math.min(least, value), days[0] ?? 0);
  const last = days.reduce((most, value) => Math.max(most, value), first);
  const { order, starts } = grouped(
    Uint32Array.from(days, (value) => value - first),
    last - first + 1,
  );

  // most statements differ in the first of these
  const compare = (a: number, b: number): number =>
    // without a time a statement counts as of midnight, as it does in DNA
    Math.max(time[a] ?? 0, 0) - Math.max(time[b] ?? 0, 0) ||
    (documentPlaces[document[a] ?? 0] ?? 0) - (documentPlaces[document[b] ?? 0] ?? 0) ||
    (start?.[a] ?? 0) - (start?.[b] ?? 0) ||
    (stop?.[a] ?? 0) - (stop?.[b] ?? 0) ||
    compareTexts(statements.idOf(a), statements.idOf(b));
  sortGroups(order, starts, compare);
  return order;
}

function sortGroups(
  order: Uint32Array,
  starts: Uint32Array,
  compare: (a: number, b: number) => number,
): void {
  for (let group = 0; group + 1 < starts.length; group++) {
    const [start = 0, end = 0] = [starts[group], starts[group + 1]];
    if (end - start > 1) order.subarray(start, end).sort(compare);
  }
}

function compareTexts(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
