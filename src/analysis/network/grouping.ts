/** Items, which are numbers from 0 on, by group: those of group g are in `order` from `starts[g]` up to `starts[g + 1]`. */
export interface Grouping {
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
}

/** Items by group, those of a group in their order (a counting sort). */
export function grouped(groupOf: Uint32Array, groups: number): Grouping {
  const starts = new Uint32Array(groups + 1);
  for (let item = 0; item < groupOf.length; item++) {
    const after = (groupOf[item] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let group = 0; group < groups; group++) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  }
  const next = starts.slice();
  const order = new Uint32Array(groupOf.length);
  for (let item = 0; item < groupOf.length; item++) {
    const group = groupOf[item] ?? 0;
    const place = next[group] ?? 0;
    order[place] = item;
    next[group] = place + 1;
  }
  return { order, starts };
}

/** Items by group, those of a group by member, those of both in their order. */
export function groupedByPair(
  groupOf: Uint32Array,
  groups: number,
  memberOf: Uint32Array,
  members: number,
): Grouping {
  const byMember = grouped(memberOf, members).order;
  const { order, starts } = grouped(taken(groupOf, byMember), groups);
  return { order: taken(byMember, order), starts };
}

/** The values of a column at some places. */
export function taken(column: Uint32Array, places: Uint32Array): Uint32Array {
  const values = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) values[i] = column[places[i] ?? 0] ?? 0;
  return values;
}
