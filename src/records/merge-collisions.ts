import type { Resolution, Resolve } from '../model/index.js';
import { type EdgeKey, mergeQueries } from '../store/index.js';
import type { Reader } from './known-records.js';
import { edgeText } from './record-key.js';
import type { EdgeType } from './schema.js';

/** An actor whose relationships are to stand elsewhere. */
export interface Move {
  /** as records name it */
  readonly original: string;
  readonly at: string;
  readonly to: string;
}

/** Two actors that records tell apart, and that a merge would make one. */
export interface Collision {
  readonly type: EdgeType;
  /** what names both: a record's id, that of the event at which both voted, or of memberships and offices, in words */
  readonly owner: string;
  /** the keys of the records that name them: without any one of these there is no collision */
  readonly records: readonly string[];
  readonly one: string;
  readonly other: string;
}

/** As what the records name actors, by the relationship. */
const PLACES: Partial<Record<EdgeType, string>> = {
  MADE_BY: 'speakers',
  ON_BEHALF_OF: 'principals',
  ADDRESSED_TO: 'addressees',
  ASKED_OF: 'asked of',
  INVOLVES: 'involved',
  VOTED: 'voters',
  MEMBER_OF: 'members',
  HOLDS_OFFICE: 'holders of an office',
};

export function collisionText({ type, owner, one, other }: Collision): string {
  return `${owner} names both ${one} and ${other} (${PLACES[type] ?? type})`;
}

/** Relationships of which one node has at most one with an actor, or one for each value of the key. */
const SIDE_BY_SIDE = [
  { type: 'MADE_BY', query: mergeQueries.sideBySide('MADE_BY', 'target') },
  { type: 'ON_BEHALF_OF', query: mergeQueries.sideBySide('ON_BEHALF_OF', 'target') },
  { type: 'ADDRESSED_TO', query: mergeQueries.sideBySide('ADDRESSED_TO', 'target') },
  { type: 'ASKED_OF', query: mergeQueries.sideBySide('ASKED_OF', 'target') },
  { type: 'INVOLVES', query: mergeQueries.sideBySide('INVOLVES', 'target', 'role') },
  { type: 'VOTED', query: mergeQueries.sideBySide('VOTED', 'source') },
] as const;

const BETWEEN_ACTORS = [
  { type: 'MEMBER_OF', record: 'membership', query: mergeQueries.edgesBetweenActors('MEMBER_OF') },
  { type: 'HOLDS_OFFICE', record: 'office', query: mergeQueries.edgesBetweenActors('HOLDS_OFFICE') },
] as const;

/** So many of each relationship are found; one is too many. */
const MOST = 1_000;

/** The records of the graph that would name one actor twice when relationships move so. */
export async function graphCollisions(
  read: Reader,
  moves: readonly Move[],
  before: Resolve,
  resolution: Resolution,
): Promise<Collision[]> {
  const byTarget = new Map<string, Move[]>();
  for (const move of moves) {
    if (resolution.membersOf(move.to).length === 1) continue;
    const group = byTarget.get(move.to);
    if (group) group.push(move);
    else byTarget.set(move.to, [move]);
  }
  if (byTarget.size === 0) return [];
  const rows = [...byTarget].map(([to, moving]) => ({
    members: resolution.membersOf(to),
    moving: moving.map(({ original, at }) => ({ original, at })),
  }));
  // who speaks with another speaks for himself with the other, too: one of the two is told
  const collisions = new Map<string, Collision>();
  const add = (collision: Collision) => {
    const { owner, one, other } = collision;
    const key = [owner, ...[one, other].sort()].join(' ');
    if (!collisions.has(key)) collisions.set(key, collision);
  };
  for (const { type, query } of SIDE_BY_SIDE) {
    for (const row of await read(query, { rows, limit: MOST })) {
      const { owner, one, other } = row;
      const votes = [one, other].map((from) => edgeText('vote', { from, to: owner, key: '' }));
      add({ type, ...row, records: type === 'VOTED' ? votes : [owner] });
    }
  }
  const nodes = [...new Set(rows.flatMap(({ members }) => members.map(before)))];
  for (const { type, record, query } of BETWEEN_ACTORS) {
    betweenActors({ type, record }, await read(query, { ids: nodes }), resolution).forEach(add);
  }
  return [...collisions.values()];
}

/** Terms of one actor with itself, or of the same role or title and start twice. */
function betweenActors(
  { type, record }: Pick<(typeof BETWEEN_ACTORS)[number], 'type' | 'record'>,
  edges: readonly EdgeKey[],
  { resolve }: Resolution,
): Collision[] {
  const byPlace = new Map<string, EdgeKey[]>();
  return edges.toSorted(byKey).flatMap((edge): Collision[] => {
    const { from, to, key } = edge;
    const place = JSON.stringify([resolve(from), resolve(to), key]);
    const twins = byPlace.get(place) ?? [];
    byPlace.set(place, [...twins, edge]);
    const own = edgeText(record, edge);
    if (resolve(from) === resolve(to)) {
      return [{ type, owner: `${from} of ${to}`, records: [own], one: from, other: to }];
    }
    const owner = `${key.replace('|', ' ').trim()} of ${to}`;
    return twins.map((twin) => {
      const [one, other] = twin.from === from ? [twin.to, to] : [twin.from, from];
      return { type, owner, records: [edgeText(record, twin), own], one, other };
    });
  });
}

function byKey(a: EdgeKey, b: EdgeKey): number {
  return keyed(a) < keyed(b) ? -1 : 1;
}

function keyed({ from, to, key }: EdgeKey): string {
  return `${from} ${to} ${key}`;
}
