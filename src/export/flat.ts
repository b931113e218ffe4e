import {
  type Attribute,
  type Attributes,
  type AttributeValue,
  EDGE_TYPES,
  EDGES,
  type GraphEdge,
  type GraphNode,
  NODE_KINDS,
  NODES,
  type Period,
} from '../records/index.js';
import { kindAmongParallels, parallelNumbers } from './parallel.js';
import type { Content } from './read/content.js';

/** A graph for formats in which all nodes have the same columns, and all edges. */
export interface FlatGraph {
  readonly isDirected: boolean;
  readonly nodeColumns: readonly Attribute[];
  readonly edgeColumns: readonly Attribute[];
  /** how the spells of its nodes and edges are written; left out: it has none */
  readonly time?: 'date' | 'dateTime' | 'integer' | undefined;
  /** whether its edges have weights that change */
  readonly hasWeights?: boolean;
  nodes(): AsyncIterable<readonly FlatNode[]>;
  edges(): AsyncIterable<readonly FlatEdge[]>;
}

export interface FlatNode {
  readonly id: string;
  readonly label: string;
  /** all of its columns, the label among them */
  readonly attributes: Attributes;
  /** when it holds; none: always */
  readonly spells: readonly Period[];
}

export interface FlatEdge extends Omit<FlatNode, 'label'> {
  readonly label?: string;
  readonly type: string;
  /** the type, or where there are several of it between two nodes what else tells them apart */
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  /** of an edge whose weight changes: what it is when */
  readonly weights?: readonly { readonly spell: Period; readonly weight: number }[];
}

const LABEL: Attribute = {
  name: 'label',
  type: 'string',
  description: 'For people: a name, or the beginning of a text.',
  required: true,
};
/** Not `type`: Sigma takes that for the way to draw a node, Gephi's tables for the direction of an edge. */
const NODE_KIND: Attribute = {
  name: 'nodeKind',
  type: 'string',
  description: 'Kind of node.',
  required: true,
  values: NODE_KINDS,
};
const EDGE_TYPE: Attribute = {
  name: 'edgeType',
  type: 'string',
  description: 'Type of edge.',
  required: true,
  values: EDGE_TYPES,
};
const DAYS: readonly Attribute[] = [
  { name: 'firstDay', type: 'day', description: 'First day on which it can hold.' },
  { name: 'lastDay', type: 'day', description: 'Last day on which it can hold.' },
];

const NODE_COLUMNS: readonly Attribute[] = [
  LABEL,
  NODE_KIND,
  ...DAYS,
  ...union(NODE_KINDS.map((kind) => NODES[kind].attributes)),
];
const EDGE_COLUMNS: readonly Attribute[] = [
  LABEL,
  EDGE_TYPE,
  ...DAYS,
  ...union(EDGE_TYPES.map((type) => EDGES[type].attributes)),
];

/** The graph of all that is stored, as its elements are read. */
export function flatGraphOf(content: Content): FlatGraph {
  return {
    isDirected: true,
    nodeColumns: NODE_COLUMNS,
    edgeColumns: EDGE_COLUMNS,
    time: 'date',
    nodes: () => mapped(content.nodes(), flatNode),
    edges: () => {
      const numberOf = parallelNumbers();
      return mapped(content.edges(), (edge) => flatEdge(edge, kindAmongParallels(edge, numberOf(edge))));
    },
  };
}

/** Attributes of all, each name once; what only some have in common is not said of it. */
function union(lists: readonly (readonly Attribute[])[]): Attribute[] {
  const byName = new Map<string, Attribute>();
  for (const { name, type, description } of lists.flat()) {
    const known = byName.get(name);
    if (!known) byName.set(name, { name, type, description });
    else if (!known.description.includes(description)) {
      byName.set(name, { ...known, description: `${known.description} Or: ${description}` });
    }
  }
  return [...byName.values()];
}

export function flatNode({ id, label, kind, period, attributes }: GraphNode): FlatNode {
  return {
    id,
    label,
    attributes: withDays({ label, nodeKind: kind }, period, attributes),
    spells: spellsOf(period),
  };
}

export function flatEdge(
  { id, type, source, target, period, attributes }: GraphEdge,
  kind: string = type,
): FlatEdge {
  const label = IN_WORDS.get(type) ?? type;
  return {
    id,
    label,
    type,
    kind,
    source,
    target,
    attributes: withDays({ label, edgeType: type }, period, attributes),
    spells: spellsOf(period),
  };
}

/** The types of edges in words: `made by`. */
const IN_WORDS = new Map<string, string>(
  EDGE_TYPES.map((type) => [type, type.toLowerCase().replaceAll('_', ' ')]),
);

/** What all have, the days, and what each has of its own. */
function withDays(
  common: Record<string, AttributeValue>,
  { from, to }: Period,
  attributes: Attributes,
): Attributes {
  if (from !== undefined) common.firstDay = from;
  if (to !== undefined) common.lastDay = to;
  return Object.assign(common, attributes);
}

function spellsOf(period: Period): readonly Period[] {
  return period.from === undefined && period.to === undefined ? [] : [period];
}

/** Batches with something made of each item. */
export async function* mapped<From, To>(
  batches: AsyncIterable<readonly From[]>,
  map: (item: From) => To,
): AsyncGenerator<readonly To[], void, undefined> {
  for await (const batch of batches) yield batch.map(map);
}
