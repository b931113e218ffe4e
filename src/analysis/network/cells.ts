import { groupedByPair, taken } from './grouping.js';

/**
 * The counts x of networks.md: how many rows there are (or what they weigh) of a group (a topic, say), one of its
 * members (an actor) and each level. Only pairs of a group and a member that occur have a cell; cells are by group, then
 * by member.
 */
export interface Cells {
  /** those of group g are from `starts[g]` up to `starts[g + 1]` */
  readonly starts: Uint32Array;
  readonly member: Uint32Array;
  /** of cell c at level k: `counts[c * levels + k]` */
  readonly counts: Float64Array;
  readonly levels: number;
}

/** Columns of rows; the sizes say how many groups, members and levels there are. */
export interface CellColumns {
  readonly group: Uint32Array;
  readonly member: Uint32Array;
  readonly level: Uint8Array;
  readonly groups: number;
  readonly members: number;
  readonly levels: number;
}

/**
 * @param places of the rows that count, ascending, so that weights are always added in the same order
 * @param weights of the rows, by their place in `places`; left out, each row counts 1
 */
export function countCells(
  { group, member, level, groups, members, levels }: CellColumns,
  places: Uint32Array,
  weights?: Float64Array,
): Cells {
  const { order, starts: first } = groupedByPair(
    taken(group, places),
    groups,
    taken(member, places),
    members,
  );
  const starts = new Uint32Array(groups + 1);
  const memberOf = new Uint32Array(places.length);
  const cellOf = new Uint32Array(places.length);
  let cells = 0;
  for (let g = 0; g < groups; g++) {
    const end = first[g + 1] ?? 0;
    for (let at = first[g] ?? 0; at < end; at++) {
      const i = order[at] ?? 0;
      const own = member[places[i] ?? 0] ?? 0;
      if (cells === starts[g] || memberOf[cells - 1] !== own) {
        memberOf[cells] = own;
        cells++;
      }
      cellOf[i] = cells - 1;
    }
    starts[g + 1] = cells;
  }
  const counts = new Float64Array(cells * levels);
  for (let i = 0; i < places.length; i++) {
    const at = (cellOf[i] ?? 0) * levels + (level[places[i] ?? 0] ?? 0);
    counts[at] = (counts[at] ?? 0) + (weights ? (weights[i] ?? 0) : 1);
  }
  return { starts, member: memberOf.slice(0, cells), counts, levels };
}
