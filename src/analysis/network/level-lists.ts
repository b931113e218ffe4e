import type { Cells } from './cells.js';

/** The counts that are not zero, by group and level, members ascending. */
export interface LevelLists {
  readonly groups: number;
  readonly levels: number;
  /** of group g and level k: entries from `starts[g * levels + k]` up to `starts[g * levels + k + 1]` */
  readonly starts: Uint32Array;
  readonly member: Uint32Array;
  readonly count: Float64Array;
}

export function levelLists({ starts, member, counts, levels }: Cells): LevelLists {
  const groups = starts.length - 1;
  const lists = new Uint32Array(groups * levels + 1);
  const entries = counts.reduce((sum, count) => sum + (count === 0 ? 0 : 1), 0);
  const memberOf = new Uint32Array(entries);
  const count = new Float64Array(entries);
  let entry = 0;
  for (let g = 0; g < groups; g++) {
    const end = starts[g + 1] ?? 0;
    for (let k = 0; k < levels; k++) {
      for (let cell = starts[g] ?? 0; cell < end; cell++) {
        const value = counts[cell * levels + k] ?? 0;
        if (value === 0) continue;
        memberOf[entry] = member[cell] ?? 0;
        count[entry] = value;
        entry++;
      }
      lists[g * levels + k + 1] = entry;
    }
  }
  return { groups, levels, starts: lists, member: memberOf, count };
}

/** The same counts without regard to levels. */
export function withoutLevels({ starts, member, counts, levels }: Cells): Cells {
  const totals = new Float64Array(member.length);
  for (let cell = 0; cell < member.length; cell++) {
    for (let k = 0; k < levels; k++) totals[cell] = (totals[cell] ?? 0) + (counts[cell * levels + k] ?? 0);
  }
  return { starts, member, counts: totals, levels: 1 };
}

/** Σ of a number made of each count, by member. */
export function memberSums(
  { member, count }: LevelLists,
  members: number,
  term: (x: number) => number,
): Float64Array {
  const sums = new Float64Array(members);
  for (let entry = 0; entry < member.length; entry++) {
    const at = member[entry] ?? 0;
    sums[at] = (sums[at] ?? 0) + term(count[entry] ?? 0);
  }
  return sums;
}
