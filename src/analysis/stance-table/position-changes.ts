import type { Keyset } from '../../store/index.js';
import { numbersUpTo, sortedBy } from '../network/numbers.js';
import { type Column, column, push } from './column.js';
import { compareKeys } from './compare-keys.js';
import { dayNumber, dayText } from './days.js';
import { withParts } from './matching.js';
import { type Names, sortedByName } from './names.js';
import { type OwnStancesWanted, ownStances } from './own-stances.js';
import { type Prevailing, prevailing, samePosition } from './prevailing.js';
import type { Selection } from './selection.js';
import type { StanceTable } from './stance-table.js';

export interface PositionChangesWanted extends Omit<OwnStancesWanted, 'expandJoint'> {
  /** an issue on whose propositions an actor's positions are set side by side, too */
  readonly acrossIssue?: string | undefined;
  /** latest first, from a key on: the day, the actor, and the propositions after and before */
  readonly page: Keyset;
}

export const CHANGE_KINDS = ['REVERSAL', 'SHIFT', 'ACROSS_ISSUE'] as const;

export interface PositionChange {
  readonly kind: (typeof CHANGE_KINDS)[number];
  readonly actor: string;
  readonly before: HeldPosition;
  readonly after: HeldPosition;
}

/** What an actor's statements of one date on a proposition amount to. */
export interface HeldPosition extends Prevailing {
  readonly topic: string;
  /** first and last day that the date can mean */
  readonly from: string;
  readonly to: string;
  /** ids, sorted */
  readonly statements: readonly string[];
}

export interface PositionChanges {
  readonly changes: readonly PositionChange[];
  /** on all pages */
  readonly count: number;
}

/**
 * Where an actor's own position on a proposition differs from the one before. Statements of one date count as their
 * majority. A date that is not a day is passed over where another of the actor's dates on the proposition lies within
 * it: which came first is not known.
 *
 * @throws DemarcheError BAD_USER_INPUT where there are several coding sets or coders
 */
export function positionChanges(selection: Selection, wanted: PositionChangesWanted): PositionChanges {
  const { table } = selection;
  const taken = takenStances(selection, wanted);
  const { acrossIssue } = wanted;
  const within = acrossIssue === undefined ? undefined : withParts(table, [acrossIssue]);
  const changes = changeList();
  let ofActor: Held[][] = [];
  for (let start = 0; start < taken.length; ) {
    const [actor, topic] = [taken.actor[start] ?? 0, taken.topic[start] ?? 0];
    let end = start;
    while (taken.actor[end] === actor && taken.topic[end] === topic) end++;
    const held = heldPositions(taken, start, end);
    for (const [place, after] of held.entries()) {
      const before = held[place - 1];
      if (before && !samePosition(before, after)) addChange(changes, kindOf(before, after), before, after);
    }
    if (within?.[topic] === 1) ofActor.push(held);
    start = end;
    if (taken.actor[end] !== actor) {
      addSideBySide(changes, ofActor);
      ofActor = [];
    }
  }
  const order = changesInOrder(table, taken, changes);
  return {
    changes: pageOf(
      order,
      wanted.page,
      (change) => changeOf(table, taken, changes, change),
      (change) => taken.from[changes.afterStart.values[change] ?? 0] ?? 0,
    ),
    count: order.length,
  };
}

/** Stances in columns, for there can be millions: by actor, then by proposition, then by date, then as they are in the table. */
interface Taken {
  readonly length: number;
  readonly actor: Uint32Array;
  readonly topic: Uint32Array;
  /** days of days.ts, both included */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** in LEVELS */
  readonly level: Uint8Array;
  readonly row: Uint32Array;
}

function takenStances(selection: Selection, wanted: PositionChangesWanted): Taken {
  const { table, filter } = selection;
  const actors = wanted.actorsAs === 'PRINCIPAL' ? filter.principals : filter.speakers;
  const asked = actors && new Set(actors.flatMap((id) => table.actors.find(id) ?? []));
  const found = {
    actor: column(Uint32Array),
    topic: column(Uint32Array),
    level: column(Uint8Array),
    row: column(Uint32Array),
  };
  for (const { actor, topic, level, row } of ownStances(selection, { ...wanted, expandJoint: false })) {
    if (asked && !asked.has(actor)) continue;
    push(found.actor, actor);
    push(found.topic, topic);
    push(found.level, level);
    push(found.row, row);
  }
  const { length } = found.row;
  const [actor, topic, row] = [found.actor.values, found.topic.values, found.row.values];
  const { day, span } = table.statements;
  const from = (place: number) => day.values[row[place] ?? 0] ?? 0;
  const days = (place: number) => span.values[row[place] ?? 0] ?? 0;
  let order = numbersUpTo(length);
  order = sortedBy(order, days);
  order = sortedBy(order, from);
  order = sortedBy(order, (place) => topic[place] ?? 0);
  order = sortedBy(order, (place) => actor[place] ?? 0);
  return {
    length,
    actor: order.map((place) => actor[place] ?? 0),
    topic: order.map((place) => topic[place] ?? 0),
    from: Int32Array.from(order, from),
    to: Int32Array.from(order, (place) => from(place) + days(place)),
    level: Uint8Array.from(order, (place) => found.level.values[place] ?? 0),
    row: order.map((place) => row[place] ?? 0),
  };
}

/** The place of each name's number in the order of the names. */
function placesByName({ list }: Names): Uint32Array {
  const places = new Uint32Array(list.length);
  for (const [place, code] of sortedByName(list.keys(), list).entries()) places[code] = place;
  return places;
}

/** An actor's position on a proposition by the stances of one date. */
interface Held extends Prevailing {
  /** their places among those taken, up to `end` */
  readonly start: number;
  readonly end: number;
  /** first and last day that the date can mean */
  readonly from: number;
  readonly to: number;
}

/** Changes in columns: only those on a page are told. The stances before and after are places among those taken. */
interface ChangeList {
  readonly kind: Column<Uint8Array>;
  readonly beforeStart: Column<Uint32Array>;
  readonly beforeEnd: Column<Uint32Array>;
  readonly afterStart: Column<Uint32Array>;
  readonly afterEnd: Column<Uint32Array>;
}

function changeList(): ChangeList {
  return {
    kind: column(Uint8Array),
    beforeStart: column(Uint32Array),
    beforeEnd: column(Uint32Array),
    afterStart: column(Uint32Array),
    afterEnd: column(Uint32Array),
  };
}

function addChange(changes: ChangeList, kind: PositionChange['kind'], before: Held, after: Held): void {
  push(changes.kind, CHANGE_KINDS.indexOf(kind));
  push(changes.beforeStart, before.start);
  push(changes.beforeEnd, before.end);
  push(changes.afterStart, after.start);
  push(changes.afterEnd, after.end);
}

/** The numbers of the changes, latest first. */
function changesInOrder(
  table: StanceTable,
  taken: Taken,
  { beforeStart, afterStart }: ChangeList,
): Uint32Array {
  const [actorPlace, topicPlace] = [placesByName(table.actors), placesByName(table.topics)];
  const [before, after] = [beforeStart.values, afterStart.values];
  const topicOf = (stance: number | undefined) => topicPlace[taken.topic[stance ?? 0] ?? 0] ?? 0;
  const actorOf = (stance: number | undefined) => actorPlace[taken.actor[stance ?? 0] ?? 0] ?? 0;
  const dayOf = (stance: number | undefined) => taken.from[stance ?? 0] ?? 0;
  let order = numbersUpTo(afterStart.length);
  order = sortedBy(order, (change) => topicOf(before[change]));
  order = sortedBy(order, (change) => topicOf(after[change]));
  order = sortedBy(order, (change) => actorOf(after[change]));
  order = sortedBy(order, (change) => dayOf(after[change]));
  return order.reverse();
}

function changeOf(
  { actors, topics, ids }: StanceTable,
  taken: Taken,
  changes: ChangeList,
  change: number,
): PositionChange {
  const told = (start = 0, end = 0): HeldPosition => ({
    ...held(taken, start, end),
    topic: topics.list[taken.topic[start] ?? 0] ?? '',
    from: dayText(taken.from[start] ?? 0),
    to: dayText(taken.to[start] ?? 0),
    statements: [...taken.row.subarray(start, end)].map((row) => ids.idOf(row)).sort(),
  });
  return {
    kind: CHANGE_KINDS[changes.kind.values[change] ?? 0] ?? 'SHIFT',
    actor: actors.list[taken.actor[changes.afterStart.values[change] ?? 0] ?? 0] ?? '',
    before: told(changes.beforeStart.values[change], changes.beforeEnd.values[change]),
    after: told(changes.afterStart.values[change], changes.afterEnd.values[change]),
  };
}

/** What a change is found by. */
export function changeKey({ actor, before, after }: PositionChange): readonly string[] {
  return [after.from, actor, after.topic, before.topic];
}

/** An actor's positions on one proposition by date. */
function heldPositions(taken: Taken, start: number, end: number): Held[] {
  const { from, to } = taken;
  const dates: Held[] = [];
  for (let first = start; first < end; ) {
    let last = first;
    while (last < end && from[last] === from[first] && to[last] === to[first]) last++;
    const days = { from: from[first] ?? 0, to: to[first] ?? 0 };
    dates.push({ start: first, end: last, ...days, ...held(taken, first, last) });
    first = last;
  }
  return dates.filter((one, place) => one.from === one.to || !hasOneWithin(dates, place));
}

function held({ level }: Taken, start: number, end: number): Prevailing {
  const { position, untilMet } = prevailing([...level.subarray(start, end)]);
  return { position, untilMet };
}

/** Whether another date lies in one: dates are years, months and days, which do not overlap otherwise. */
function hasOneWithin(dates: readonly Held[], place: number): boolean {
  const one = dates[place];
  if (!one) return false;
  // those that begin with it and end earlier come before it
  if (dates[place - 1]?.from === one.from) return true;
  for (let next = place + 1; (dates[next]?.from ?? Number.POSITIVE_INFINITY) <= one.to; next++) {
    if ((dates[next]?.to ?? 0) <= one.to) return true;
  }
  return false;
}

function kindOf(before: Prevailing, after: Prevailing): 'REVERSAL' | 'SHIFT' {
  const both = [before.position, after.position];
  return both.includes('SUPPORT') && both.includes('OPPOSE') ? 'REVERSAL' : 'SHIFT';
}

/** For each two propositions of an issue an actor's last position on either, where it left the one before the other. */
function addSideBySide(changes: ChangeList, topics: readonly (readonly Held[])[]): void {
  for (const later of topics) {
    const [first, after] = [later[0], later.at(-1)];
    for (const earlier of topics) {
      const before = earlier.at(-1);
      if (!first || !before || !after || before.to >= first.from || samePosition(before, after)) continue;
      addChange(changes, 'ACROSS_ISSUE', before, after);
    }
  }
}

function pageOf(
  order: Uint32Array,
  { limit, backward, bound }: Keyset,
  told: (change: number) => PositionChange,
  dayOf: (change: number) => number,
): readonly PositionChange[] {
  const directed = backward ? order.toReversed() : order;
  if (!bound) return Array.from(directed.subarray(0, limit), told);
  const boundDay = dayNumber(bound[0] ?? '');
  const found: PositionChange[] = [];
  for (const change of directed) {
    if (found.length === limit) break;
    const day = dayOf(change);
    if (backward ? day < boundDay : day > boundDay) continue;
    const one = told(change);
    const compared = compareKeys(bound, changeKey(one));
    if (backward ? compared < 0 : compared > 0) found.push(one);
  }
  return found;
}
