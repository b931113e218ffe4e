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
 * statement's actors. Never as a cube: one actor's cells at a time.
 */
export function counts(selection: Selection, wanted: CountsWanted): Counts {
  const { actors, topics } = selection.table;
  const topicOrder = inOrder(topics.list);
  const { ends, cells } = cellsByActor(pairsOf(selection, wanted, topicOrder.placeOf), actors.list.length);

  const found = {
    actor: new Uint32Array(cells.length),
    topic: new Uint32Array(cells.length),
    level: new Uint8Array(cells.length),
    count: new Uint32Array(cells.length),
  };
  const ids: string[] = [];
  let length = 0;
  for (const actor of inOrder(actors.list).codes) {
    const own = cells.subarray(ends[actor - 1] ?? 0, ends[actor]).sort();
    for (let i = 0; i < own.length; ) {
      const cell = own[i] ?? 0;
      const first = i;
      while (own[i] === cell) i++;
      found.actor[length] = ids.length;
      found.topic[length] = Math.floor(cell / LEVELS.length);
      found.level[length] = cell % LEVELS.length;
      found.count[length] = i - first;
      length++;
    }
    if (own.length > 0) ids.push(actors.list[actor] ?? '');
  }
  const used = namesUsed(found.topic.subarray(0, length), topicOrder.codes, topics.list);
  return {
    actors: ids,
    topics: used.ids,
    actor: found.actor.slice(0, length),
    topic: found.topic.slice(0, length).map((place) => used.placeOf[place] ?? 0),
    level: found.level.slice(0, length),
    count: found.count.slice(0, length),
  };
}

/** Each actor of a statement with each of its counted stances, as a cell: the place of its topic, and its level. */
interface Pairs {
  readonly actor: Uint32Array;
  readonly cell: Uint32Array;
}

function pairsOf(selection: Selection, { actorsAs, ...coding }: CountsWanted, placeOf: Uint32Array): Pairs {
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
      const place = (placeOf[topics[i] ?? 0] ?? 0) * LEVELS.length + (levels[i] ?? 0);
      for (let p = party[row] ?? 0; p < lastParty; p++) {
        actor[length] = actors[p] ?? 0;
        cell[length] = place;
        length++;
      }
    }
  }
  return { actor: actor.subarray(0, length), cell: cell.subarray(0, length) };
}

/** The cells sorted by actor: those from `ends[actor - 1]` up to `ends[actor]` are an actor's. */
function cellsByActor({ actor, cell }: Pairs, actors: number): { ends: Uint32Array; cells: Uint32Array } {
  // at first where an actor's cells begin, which moves on as they are put there
  const ends = new Uint32Array(actors + 1);
  for (const one of actor) ends[one + 1] = (ends[one + 1] ?? 0) + 1;
  for (let one = 1; one < ends.length; one++) ends[one] = (ends[one] ?? 0) + (ends[one - 1] ?? 0);
  const cells = new Uint32Array(cell.length);
  for (let i = 0; i < cell.length; i++) {
    const one = actor[i] ?? 0;
    const place = ends[one] ?? 0;
    cells[place] = cell[i] ?? 0;
    ends[one] = place + 1;
  }
  return { ends, cells };
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

/** Of names in order those whose place occurs, and for each place the one among them. */
function namesUsed(
  places: Uint32Array,
  codes: readonly number[],
  list: readonly string[],
): { readonly ids: readonly string[]; readonly placeOf: Uint32Array } {
  const used = new Uint8Array(codes.length);
  for (const place of places) used[place] = 1;
  const ids: string[] = [];
  const placeOf = new Uint32Array(codes.length);
  for (const [place, code] of codes.entries()) {
    if (used[place] === 0) continue;
    placeOf[place] = ids.length;
    ids.push(list[code] ?? '');
  }
  return { ids, placeOf };
}
