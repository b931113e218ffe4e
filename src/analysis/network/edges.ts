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

/** Edges that more can be added to: full parts of them, and the part that is being filled. */
export interface EdgeList {
  readonly full: Edges[];
  part: Edges;
  /** how many there are in the part */
  length: number;
}

const FIRST_PART = 1_024;
const LARGEST_PART = 65_536;

export function edgeList(): EdgeList {
  return { full: [], part: room(FIRST_PART), length: 0 };
}

export function pushEdge(list: EdgeList, row: number, column: number, weight: number): void {
  if (list.length === list.part.row.length) {
    list.full.push(list.part);
    list.part = room(Math.min(2 * list.length, LARGEST_PART));
    list.length = 0;
  }
  list.part.row[list.length] = row;
  list.part.column[list.length] = column;
  list.part.weight[list.length] = weight;
  list.length++;
}

export function edgesOf({ full, part, length }: EdgeList): Edges {
  const edges = room(full.reduce((sum, { row }) => sum + row.length, length));
  let at = 0;
  for (const { row, column, weight } of full) {
    edges.row.set(row, at);
    edges.column.set(column, at);
    edges.weight.set(weight, at);
    at += row.length;
  }
  edges.row.set(part.row.subarray(0, length), at);
  edges.column.set(part.column.subarray(0, length), at);
  edges.weight.set(part.weight.subarray(0, length), at);
  return edges;
}

function room(length: number): Edges {
  return { row: new Uint32Array(length), column: new Uint32Array(length), weight: new Float64Array(length) };
}

/** Some of the edges, by their numbers. */
export function edgesAt({ row, column, weight }: Edges, numbers: Uint32Array): Edges {
  const found = room(numbers.length);
  for (const [place, edge] of numbers.entries()) {
    found.row[place] = row[edge] ?? 0;
    found.column[place] = column[edge] ?? 0;
    found.weight[place] = weight[edge] ?? 0;
  }
  return found;
}
