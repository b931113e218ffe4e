import { LEVELS } from './levels.js';
import { type Coding, countedStances, type Selection } from './selection.js';

export interface CountsWanted extends Coding {
  /** whose a stance is: those in whose name the statement is made, or those who made it */
  readonly actorsAs: 'PRINCIPAL' | 'SPEAKER';
}

/** Sparse: cell `c` says how often `actor[c]` took `level[c]` on `topic[c]`, which is `count[c]` times, at least once. */
export interface Counts {
  /** ids, sorted; those that a cell has, and no others */
  readonly actors: readonly string[];
  readonly topics: readonly string[];
  /** places in `actors`, in `topics` and in LEVELS; sorted by actor, then topic, then level */
  readonly actor: Uint32Array;
  readonly topic: Uint32Array;
  readonly level: Uint8Array;
  readonly count: Uint32Array;
}

/**
 * Actor × topic × position: the counted stances (`countedStances`) of the selected statements, once for each of a
 * statement's actors.
 */
export function counts(selection: Selection, wanted: CountsWanted): Counts {
  const { actors, topics } = selection.table;
  const actorOrder = inOrder(actors.list);
  const topicOrder = inOrder(topics.list);
  const pairs = pairsOf(selection, wanted, actorOrder.placeOf, topicOrder.placeOf);
  const byCell = sortedBy('cell', topics.list.length * LEVELS.length, pairs);
  const { actor, cell } = sortedBy('actor', actors.list.length, byCell);

  // equal pairs are beside each other now: each run of them becomes one cell
  const level = new Uint8Array(actor.length);
  const count = new Uint32Array(actor.length);
  let length = 0;
  for (let i = 0; i < actor.length; ) {
    const first = i;
    const ofActor = actor[first] ?? 0;
    const ofCell = cell[first] ?? 0;
    while (i < actor.length && actor[i] === ofActor && cell[i] === ofCell) i++;
    actor[length] = ofActor;
    cell[length] = Math.floor(ofCell / LEVELS.length);
    level[length] = ofCell % LEVELS.length;
    count[length] = i - first;
    length++;
  }
  const ofActors = onlyUsed(actor.subarray(0, length), actorOrder.codes, actors.list);
  const ofTopics = onlyUsed(cell.subarray(0, length), topicOrder.codes, topics.list);
  return {
    actors: ofActors.ids,
    topics: ofTopics.ids,
    actor: ofActors.places,
    topic: ofTopics.places,
    level: level.slice(0, length),
    count: count.slice(0, length),
  };
}

/** Each actor of a statement with each of its counted stances: places in the order of names, a cell with its level. */
interface Pairs {
  readonly actor: Uint32Array;
  /** the topic's place times the number of levels, plus the level */
  readonly cell: Uint32Array;
}

function pairsOf(
  selection: Selection,
  { actorsAs, ...coding }: CountsWanted,
  actorPlace: Uint32Array,
  topicPlace: Uint32Array,
): Pairs {
  const { table, rows } = selection;
  const parties = actorsAs === 'PRINCIPAL' ? table.principals : table.speakers;
  const counted = countedStances(selection, coding);
  const party = parties.starts.values;
  const actors = parties.actor.values;
  const stance = table.stances.starts.values;
  const topics = table.stances.topic.values;
  const levels = table.stances.level.values;

  let most = 0;
  for (const row of rows) {
    most += ((party[row + 1] ?? 0) - (party[row] ?? 0)) * ((stance[row + 1] ?? 0) - (stance[row] ?? 0));
  }
  const actor = new Uint32Array(most);
  const cell = new Uint32Array(most);
  let length = 0;
  for (const row of rows) {
    const lastParty = party[row + 1] ?? 0;
    const lastStance = stance[row + 1] ?? 0;
    for (let i = stance[row] ?? 0; i < lastStance; i++) {
      if (!counted(i)) continue;
      const place = (topicPlace[topics[i] ?? 0] ?? 0) * LEVELS.length + (levels[i] ?? 0);
      for (let p = party[row] ?? 0; p < lastParty; p++) {
        actor[length] = actorPlace[actors[p] ?? 0] ?? 0;
        cell[length] = place;
        length++;
      }
    }
  }
  return { actor: actor.subarray(0, length), cell: cell.subarray(0, length) };
}

/** A counting sort, which leaves what is equal in its order; `size`: how many keys there are. */
function sortedBy(key: keyof Pairs, size: number, pairs: Pairs): Pairs {
  const keys = pairs[key];
  // where the pairs with a key begin, which moves on as they are put there
  const places = new Uint32Array(size + 1);
  for (const one of keys) places[one + 1] = (places[one + 1] ?? 0) + 1;
  for (let i = 1; i <= size; i++) places[i] = (places[i] ?? 0) + (places[i - 1] ?? 0);
  const actor = new Uint32Array(keys.length);
  const cell = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const one = keys[i] ?? 0;
    const place = places[one] ?? 0;
    actor[place] = pairs.actor[i] ?? 0;
    cell[place] = pairs.cell[i] ?? 0;
    places[one] = place + 1;
  }
  return { actor, cell };
}

/** The numbers of names in the order of the names, and the place of each number there. */
function inOrder(list: readonly string[]): {
  readonly codes: readonly number[];
  readonly placeOf: Uint32Array;
} {
  const codes = list.map((_, code) => code).sort((a, b) => ((list[a] ?? '') < (list[b] ?? '') ? -1 : 1));
  const placeOf = new Uint32Array(list.length);
  for (const [place, code] of codes.entries()) placeOf[code] = place;
  return { codes, placeOf };
}

/** The names whose places occur, and the places among those. */
function onlyUsed(
  places: Uint32Array,
  codes: readonly number[],
  list: readonly string[],
): { readonly ids: readonly string[]; readonly places: Uint32Array } {
  const used = new Uint8Array(codes.length);
  for (const place of places) used[place] = 1;
  const ids: string[] = [];
  const among = new Uint32Array(codes.length);
  for (const [place, code] of codes.entries()) {
    if (used[place] === 0) continue;
    among[place] = ids.length;
    ids.push(list[code] ?? '');
  }
  return { ids, places: places.map((place) => among[place] ?? 0) };
}
