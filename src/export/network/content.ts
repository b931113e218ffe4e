import type { NetworkInput, ToldNetwork, ToldSlice } from '../../analysis/index.js';
import { kindOf } from '../../model/index.js';

/** A discourse network as writers get it: that of all the time, or those of its windows. */
export interface NetworkContent {
  readonly input: NetworkInput;
  /** of all windows, by name and id; in a two-mode network the actors, then the propositions */
  readonly nodes: readonly NetworkNode[];
  readonly twoMode: boolean;
  /** one, unless there is a window */
  readonly slices: readonly NetworkSlice[];
}

export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'Actor' | 'Topic';
}

/** A network of a part of the time; places are those in the nodes of all. */
export interface NetworkSlice {
  readonly told: ToldSlice;
  /** where the nodes that it has stand among all */
  readonly places: readonly number[];
  /** by the ids of their ends */
  readonly edges: readonly NetworkEdge[];
}

export interface NetworkEdge {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

export function networkContent(input: NetworkInput, { whole, windows }: ToldNetwork): NetworkContent {
  const slices = whole ? [whole] : windows;
  const nodes = nodesOf(slices);
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  return {
    input,
    nodes,
    twoMode: input.nodes === 'ACTOR_TOPIC',
    slices: slices.map((told) => {
      const places = told.nodes.map(({ id }) => placeOf.get(id) ?? 0);
      return { told, places, edges: edgesOf(told, places, nodes) };
    }),
  };
}

function nodesOf(slices: readonly ToldSlice[]): NetworkNode[] {
  const known = new Map<string, NetworkNode>();
  for (const { nodes } of slices) {
    for (const { id, name } of nodes) {
      if (!known.has(id)) known.set(id, { id, name, kind: kindOf(id) === 'topic' ? 'Topic' : 'Actor' });
    }
  }
  return [...known.values()].sort(
    (a, b) => compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.id, b.id),
  );
}

function edgesOf(
  { edges }: ToldSlice,
  places: readonly number[],
  nodes: readonly NetworkNode[],
): NetworkEdge[] {
  const idAt = (place: number) => nodes[place]?.id ?? '';
  return Array.from(edges.weight, (weight, edge): NetworkEdge => {
    const [row = 0, column = 0] = [places[edges.row[edge] ?? 0], places[edges.column[edge] ?? 0]];
    // the end of an undirected edge that comes first
    const [source, target] = idAt(row) <= idAt(column) ? [row, column] : [column, row];
    return { source, target, weight };
  }).sort((a, b) => compare(idAt(a.source), idAt(b.source)) || compare(idAt(a.target), idAt(b.target)));
}

/** By UTF-16 code unit. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
