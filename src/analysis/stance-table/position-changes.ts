import type { Keyset } from '../../store/index.js';
import { compareKeys } from './compare-keys.js';
import { dayNumber, dayText } from './days.js';
import { withParts } from './matching.js';
import { datesOf } from './memberships.js';
import { type Names, sortedByName } from './names.js';
import { type OwnStance, type OwnStancesWanted, ownStances } from './own-stances.js';
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
  const { table, filter } = selection;
  const actors = wanted.actorsAs === 'PRINCIPAL' ? filter.principals : filter.speakers;
  const asked = actors && new Set(actors.flatMap((id) => table.actors.find(id) ?? []));
  const stancesOf = new Map<number, Map<number, OwnStance[]>>();
  for (const stance of ownStances(selection, { ...wanted, expandJoint: false })) {
    if (asked && !asked.has(stance.actor)) continue;
    const topics = stancesOf.get(stance.actor) ?? new Map<number, OwnStance[]>();
    stancesOf.set(stance.actor, topics);
    const stances = topics.get(stance.topic);
    if (stances) stances.push(stance);
    else topics.set(stance.topic, [stance]);
  }

  const { acrossIssue } = wanted;
  const within = acrossIssue === undefined ? undefined : withParts(table, [acrossIssue]);
  const changes: Change[] = [];
  for (const [actor, topics] of stancesOf) {
    const byTopic = [...topics].map(([topic, stances]) => ({ topic, held: heldPositions(table, stances) }));
    for (const { held } of byTopic) {
      for (const [place, after] of held.entries()) {
        const before = held[place - 1];
        if (before && !samePosition(before, after)) {
          changes.push({ kind: kindOf(before, after), actor, before, after });
        }
      }
    }
    if (!within) continue;
    changes.push(
      ...sideBySide(
        actor,
        byTopic.filter(({ topic }) => within[topic] === 1).map(({ held }) => held),
      ),
    );
  }
  const [actorPlace, topicPlace] = [placesByName(table.actors), placesByName(table.topics)];
  changes.sort(
    (a, b) =>
      b.after.from - a.after.from ||
      (actorPlace[b.actor] ?? 0) - (actorPlace[a.actor] ?? 0) ||
      (topicPlace[b.after.topic] ?? 0) - (topicPlace[a.after.topic] ?? 0) ||
      (topicPlace[b.before.topic] ?? 0) - (topicPlace[a.before.topic] ?? 0),
  );
  return { changes: pageOf(changes, wanted.page, (one) => changeOf(table, one)), count: changes.length };
}

/** The place of each name's number in the order of the names. */
function placesByName({ list }: Names): Uint32Array {
  const places = new Uint32Array(list.length);
  for (const [place, code] of sortedByName(list.keys(), list).entries()) places[code] = place;
  return places;
}

/** A change, in numbers: only those on a page are told. */
interface Change {
  readonly kind: PositionChange['kind'];
  readonly actor: number;
  readonly before: Held;
  readonly after: Held;
}

/** Days are days.ts's. */
interface Held extends Prevailing {
  readonly topic: number;
  readonly from: number;
  readonly to: number;
  readonly stances: readonly OwnStance[];
}

function changeOf(
  { actors, topics, ids }: StanceTable,
  { kind, actor, before, after }: Change,
): PositionChange {
  const told = ({ position, untilMet, topic, from, to, stances }: Held): HeldPosition => ({
    position,
    untilMet,
    topic: topics.list[topic] ?? '',
    from: dayText(from),
    to: dayText(to),
    statements: stances.map(({ row }) => ids.idOf(row)).sort(),
  });
  return { kind, actor: actors.list[actor] ?? '', before: told(before), after: told(after) };
}

/** What a change is found by. */
export function changeKey({ actor, before, after }: PositionChange): readonly string[] {
  return [after.from, actor, after.topic, before.topic];
}

/** An actor's positions on one proposition by date. */
function heldPositions(table: StanceTable, stances: readonly OwnStance[]): Held[] {
  const byDate = new Map<number, { from: number; to: number; stances: OwnStance[] }>();
  for (const stance of stances) {
    const { from, to } = datesOf(table, stance.row);
    const key = from * MOST_DAYS + to - from;
    const date = byDate.get(key);
    if (date) date.stances.push(stance);
    else byDate.set(key, { from, to, stances: [stance] });
  }
  const dates = [...byDate.values()];
  return dates
    .filter((one) => one.from === one.to || !dates.some((other) => isWithin(other, one)))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, stances: own }) => {
      const { position, untilMet } = prevailing(own.map(({ level }) => level));
      return { position, untilMet, topic: own[0]?.topic ?? 0, from, to, stances: own };
    });
}

/** No date can mean more. */
const MOST_DAYS = 1_000;

/** Whether a date lies in another: dates are years, months and days, which do not overlap otherwise. */
function isWithin(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  return one !== other && one.from >= other.from && one.to <= other.to;
}

function kindOf(before: Prevailing, after: Prevailing): 'REVERSAL' | 'SHIFT' {
  const both = [before.position, after.position];
  return both.includes('SUPPORT') && both.includes('OPPOSE') ? 'REVERSAL' : 'SHIFT';
}

/** For each two propositions of an issue an actor's last position on either, where it left the one before the other. */
function sideBySide(actor: number, topics: readonly (readonly Held[])[]): Change[] {
  return topics.flatMap((later) => {
    const [first, after] = [later[0], later.at(-1)];
    return topics.flatMap((earlier): Change[] => {
      const before = earlier.at(-1);
      if (!first || !before || !after || before.to >= first.from || samePosition(before, after)) return [];
      return [{ kind: 'ACROSS_ISSUE', actor, before, after }];
    });
  });
}

function pageOf(
  changes: readonly Change[],
  { limit, backward, bound }: Keyset,
  told: (change: Change) => PositionChange,
): readonly PositionChange[] {
  const directed = backward ? [...changes].reverse() : changes;
  if (!bound) return directed.slice(0, limit).map(told);
  const boundDay = dayNumber(bound[0] ?? '');
  const found: PositionChange[] = [];
  for (const change of directed) {
    if (found.length === limit) break;
    const { from } = change.after;
    if (backward ? from < boundDay : from > boundDay) continue;
    const one = told(change);
    const order = compareKeys(bound, changeKey(one));
    if (backward ? order < 0 : order > 0) found.push(one);
  }
  return found;
}
