import { dayText } from './days.js';
import { type OwnStance, type OwnStancesWanted, ownStances } from './own-stances.js';
import { type Prevailing, prevailing, samePosition } from './prevailing.js';
import type { Selection } from './selection.js';

export interface PositionChangesWanted extends Omit<OwnStancesWanted, 'expandJoint'> {
  /** an issue on whose propositions an actor's positions are set side by side, too */
  readonly acrossIssue?: string | undefined;
  readonly page: ChangePage;
}

/** A page of changes, latest first, from a key on: the day, the actor, and the propositions after and before. */
interface ChangePage {
  readonly limit: number;
  readonly backward: boolean;
  readonly bound?: readonly string[] | undefined;
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
  const held = new Map<number, Map<number, OwnStance[]>>();
  for (const stance of ownStances(selection, { ...wanted, expandJoint: false })) {
    if (asked && !asked.has(stance.actor)) continue;
    const topics = held.get(stance.actor) ?? new Map<number, OwnStance[]>();
    held.set(stance.actor, topics);
    const stances = topics.get(stance.topic);
    if (stances) stances.push(stance);
    else topics.set(stance.topic, [stance]);
  }

  const within = partsTest(selection, wanted.acrossIssue);
  const changes: PositionChange[] = [];
  for (const [code, topics] of held) {
    const actor = table.actors.list[code] ?? '';
    const byTopic = [...topics].map(([topic, stances]) => ({
      topic,
      positions: positionsOf(selection, stances),
    }));
    for (const { positions } of byTopic) {
      for (const [before, after] of pairs(positions)) {
        if (!samePosition(before, after)) changes.push({ kind: kindOf(before, after), actor, before, after });
      }
    }
    if (wanted.acrossIssue === undefined) continue;
    const inIssue = byTopic.filter(({ topic }) => within(topic)).map(({ positions }) => positions);
    changes.push(...sideBySide(actor, inIssue));
  }
  const keyed = changes
    .map((change) => ({ change, key: changeKey(change) }))
    .sort((a, b) => compareKeys(b.key, a.key));
  return { changes: pageOf(keyed, wanted.page).map(({ change }) => change), count: changes.length };
}

/** What a change is found by. */
export function changeKey({ actor, before, after }: PositionChange): readonly string[] {
  return [after.from, actor, after.topic, before.topic];
}

/** An actor's positions on one proposition by date. */
function positionsOf({ table }: Selection, stances: readonly OwnStance[]): HeldPosition[] {
  const { day, span } = table.statements;
  const byDate = new Map<string, { from: number; to: number; stances: OwnStance[] }>();
  for (const stance of stances) {
    const from = day.values[stance.row] ?? 0;
    const to = from + (span.values[stance.row] ?? 0);
    const date = byDate.get(`${from} ${to}`) ?? { from, to, stances: [] };
    byDate.set(`${from} ${to}`, date);
    date.stances.push(stance);
  }
  const dates = [...byDate.values()];
  return dates
    .filter((one) => one.from === one.to || !dates.some((other) => isWithin(other, one)))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, stances }) => ({
      ...prevailing(stances.map(({ level }) => level)),
      topic: table.topics.list[stances[0]?.topic ?? 0] ?? '',
      from: dayText(from),
      to: dayText(to),
      statements: stances.map(({ row }) => table.ids.idOf(row)).sort(),
    }));
}

/** Whether a date lies in another: dates are years, months and days, which do not overlap otherwise. */
function isWithin(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  return one !== other && one.from >= other.from && one.to <= other.to;
}

function kindOf(before: Prevailing, after: Prevailing): 'REVERSAL' | 'SHIFT' {
  const both = [before.position, after.position];
  return both.includes('SUPPORT') && both.includes('OPPOSE') ? 'REVERSAL' : 'SHIFT';
}

/** For each two propositions of an issue an actor's last position on either, where it left the one before the other. */
function sideBySide(actor: string, topics: readonly (readonly HeldPosition[])[]): PositionChange[] {
  return topics.flatMap((later) => {
    const [first, after] = [later[0], later.at(-1)];
    return topics.flatMap((earlier): PositionChange[] => {
      const before = earlier.at(-1);
      if (!first || !before || !after || before.to >= first.from || samePosition(before, after)) return [];
      return [{ kind: 'ACROSS_ISSUE', actor, before, after }];
    });
  });
}

function partsTest({ table }: Selection, issue: string | undefined): (topic: number) => boolean {
  const code = issue === undefined ? undefined : table.topics.find(issue);
  const within = (topic: number): boolean => topic === code || (table.wholes.get(topic) ?? []).some(within);
  return within;
}

function pairs<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.slice(1).flatMap((after, place) => {
    const before = list[place];
    return before === undefined ? [] : [[before, after] as const];
  });
}

function pageOf<T extends { readonly key: readonly string[] }>(
  rows: readonly T[],
  { limit, backward, bound }: ChangePage,
): readonly T[] {
  const directed = backward ? [...rows].reverse() : rows;
  const after = ({ key }: T) => {
    const order = compareKeys(bound ?? [], key);
    return backward ? order < 0 : order > 0;
  };
  return (bound ? directed.filter(after) : directed).slice(0, limit);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [place, part] of a.entries()) {
    const other = b[place] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
