import type { LevelLists } from './level-lists.js';

/**
 * A number for each pair of a member and another that is not before it: by the other member, for those of one member.
 * Members are asked for in ascending order; an answer holds until the next question.
 */
export type PairRows = (member: number) => Float64Array;

/**
 * How many rows of the matrix of pairs are summed at once. A row at a time (F. G. Gustavson, "Two Fast Algorithms for
 * Sparse Matrices", 1978) would read all counts anew for each.
 */
const BLOCK = 16;
/** Of which so many in one loop: twice as fast as each in its own. */
const LANES = 4;

/**
 * Σ of similarity[k][k′] · x · x′ over the groups that both have and both's levels k and k′.
 *
 * @param own stands for the counts x, @param others for x′; entry by entry as in `lists`
 */
export function productSums(
  lists: LevelLists,
  similarity: readonly Float64Array[],
  members: number,
  {
    own = lists.count,
    others = lists.count,
  }: { readonly own?: Float64Array; readonly others?: Float64Array } = {},
): PairRows {
  const { groups, levels, starts, member } = lists;
  const factors = new Float64Array(BLOCK * levels);
  const lanes: Lanes = { rows: new Uint32Array(BLOCK), factors: new Float64Array(BLOCK) };

  /** Σ of similarity[k][l] · x over the levels k that each of the block's members has in a group. */
  function addFactors(group: number, first: number, end: number, next: Uint32Array): boolean {
    let some = false;
    for (let k = 0; k < levels; k++) {
      const list = group * levels + k;
      const stop = starts[list + 1] ?? 0;
      for (let e = next[list] ?? 0; e < stop && (member[e] ?? 0) < end; e++) {
        some = true;
        const at = ((member[e] ?? 0) - first) * levels;
        for (let l = 0; l < levels; l++) {
          factors[at + l] = (factors[at + l] ?? 0) + (own[e] ?? 0) * (similarity[k]?.[l] ?? 0);
        }
      }
    }
    return some;
  }

  /** those of the block's rows whose members count at a level, the rest of the last lanes with a factor of 0 */
  function fillLanes(level: number): number {
    let filled = 0;
    for (let row = 0; row < BLOCK; row++) {
      const factor = factors[row * levels + level] ?? 0;
      if (factor === 0) continue;
      lanes.rows[filled] = row * members;
      lanes.factors[filled] = factor;
      filled++;
    }
    for (let rest = filled; rest % LANES !== 0; rest++) lanes.factors[rest] = 0;
    return filled;
  }

  return inBlocks(lists, members, (first, end, next, sums) => {
    for (let group = 0; group < groups; group++) {
      if (!addFactors(group, first, end, next)) continue;
      for (let l = 0; l < levels; l++) {
        const list = group * levels + l;
        const filled = fillLanes(l);
        for (let lane = 0; lane < filled; lane += LANES) {
          addTimes(lanes, lane, sums, member, others, next[list] ?? 0, starts[list + 1] ?? 0);
        }
      }
      factors.fill(0);
    }
  });
}

interface Lanes {
  readonly rows: Uint32Array;
  readonly factors: Float64Array;
}

function addTimes(
  { rows, factors }: Lanes,
  lane: number,
  sums: Float64Array,
  member: Uint32Array,
  others: Float64Array,
  from: number,
  stop: number,
): void {
  const row0 = rows[lane] ?? 0;
  const row1 = rows[lane + 1] ?? 0;
  const row2 = rows[lane + 2] ?? 0;
  const row3 = rows[lane + 3] ?? 0;
  const factor0 = factors[lane] ?? 0;
  const factor1 = factors[lane + 1] ?? 0;
  const factor2 = factors[lane + 2] ?? 0;
  const factor3 = factors[lane + 3] ?? 0;
  for (let e = from; e < stop; e++) {
    const at = member[e] ?? 0;
    const x = others[e] ?? 0;
    sums[row0 + at] = (sums[row0 + at] ?? 0) + factor0 * x;
    sums[row1 + at] = (sums[row1 + at] ?? 0) + factor1 * x;
    sums[row2 + at] = (sums[row2 + at] ?? 0) + factor2 * x;
    sums[row3 + at] = (sums[row3 + at] ?? 0) + factor3 * x;
  }
}

/** Σ of term(x, x′) over the groups and levels that both have a count of. */
export function sharedSums(
  lists: LevelLists,
  term: (x: number, other: number) => number,
  members: number,
): PairRows {
  const { groups, levels, starts, member, count } = lists;
  return inBlocks(lists, members, (first, end, next, sums) => {
    for (let list = 0; list < groups * levels; list++) {
      const from = next[list] ?? 0;
      const stop = starts[list + 1] ?? 0;
      for (let own = from; own < stop && (member[own] ?? 0) < end; own++) {
        const row = ((member[own] ?? 0) - first) * members;
        for (let e = from; e < stop; e++) {
          const at = row + (member[e] ?? 0);
          sums[at] = (sums[at] ?? 0) + term(count[own] ?? 0, count[e] ?? 0);
        }
      }
    }
  });
}

/**
 * Sums for blocks of members, one after the other. `add` adds those of the members from `first` up to `end` with all
 * from `first` on; their entries in a list begin at `next[list]`, and the row of a member in `sums` is `members` long.
 */
function inBlocks(
  { starts, member: memberOf }: LevelLists,
  members: number,
  add: (first: number, end: number, next: Uint32Array, sums: Float64Array) => void,
): PairRows {
  const next = starts.slice();
  const sums = new Float64Array(Math.min(BLOCK, members) * members);
  let first = 0;
  let end = 0;
  return (member) => {
    while (member >= end) {
      for (let list = 0; list + 1 < starts.length; list++) {
        next[list] = skip(memberOf, next[list] ?? 0, starts[list + 1] ?? 0, end);
      }
      first = end;
      end = Math.min(first + BLOCK, members);
      sums.fill(0);
      add(first, end, next, sums);
    }
    return sums.subarray((member - first) * members, (member - first + 1) * members);
  };
}

/** Where from `from` on the members from `least` on begin. */
function skip(member: Uint32Array, from: number, stop: number, least: number): number {
  let at = from;
  while (at < stop && (member[at] ?? 0) < least) at++;
  return at;
}
