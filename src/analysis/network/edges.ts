/** Edges as columns, by row, then by column; both are places in a network's labels. */
export interface Edges {
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly weight: Float64Array;
}

export const NO_EDGES: Edges = {
  row: new Uint32Array(),
  column: new Uint32Array(),
  weight: new Float64Array(),
};

export function edgesWhere({ row, column, weight }: Edges, kept: (weight: number) => boolean): Edges {
  const is = (_: number, edge: number) => kept(weight[edge] ?? 0);
  return { row: row.filter(is), column: column.filter(is), weight: weight.filter(is) };
}

/** Edges that more can be added to; the columns have room beyond `length`, and are others after a push. */
export interface EdgeList {
  length: number;
  row: Uint32Array;
  column: Uint32Array;
  weight: Float64Array;
}

const FIRST_ROOM = 1_024;

export function edgeList(): EdgeList {
  return {
    length: 0,
    row: new Uint32Array(FIRST_ROOM),
    column: new Uint32Array(FIRST_ROOM),
    weight: new Float64Array(FIRST_ROOM),
  };
}

export function pushEdge(list: EdgeList, row: number, column: number, weight: number): void {
  if (list.length === list.row.length) {
    const room = list.length * 2;
    list.row = copied(list.row, new Uint32Array(room));
    list.column = copied(list.column, new Uint32Array(room));
    list.weight = copied(list.weight, new Float64Array(room));
  }
  list.row[list.length] = row;
  list.column[list.length] = column;
  list.weight[list.length] = weight;
  list.length++;
}

function copied<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

export function edgesOf({ length, row, column, weight }: EdgeList): Edges {
  return { row: row.slice(0, length), column: column.slice(0, length), weight: weight.slice(0, length) };
}
