import {
  type Attribute,
  type Attributes,
  EDGE_TYPES,
  EDGES,
  type GraphEdge,
  type GraphNode,
  NODE_KINDS,
  NODES,
} from '../records/index.js';

/** Nodes and edges for formats in which all nodes have the same columns, and all edges. */

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

export const NODE_COLUMNS: readonly Attribute[] = [
  LABEL,
  NODE_KIND,
  ...DAYS,
  ...union(NODE_KINDS.map((kind) => NODES[kind].attributes)),
];
export const EDGE_COLUMNS: readonly Attribute[] = [
  LABEL,
  EDGE_TYPE,
  ...DAYS,
  ...union(EDGE_TYPES.map((type) => EDGES[type].attributes)),
];

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

export function flatNode({ label, kind, period, attributes }: GraphNode): Attributes {
  return { label, nodeKind: kind, ...daysOf(period), ...attributes };
}

export function flatEdge(edge: GraphEdge): Attributes {
  return { label: typeInWords(edge), edgeType: edge.type, ...daysOf(edge.period), ...edge.attributes };
}

/** The type of an edge in words: `made by`. */
function typeInWords({ type }: GraphEdge): string {
  return type.toLowerCase().replaceAll('_', ' ');
}

function daysOf({ from, to }: GraphNode['period']): Attributes {
  return { ...(from !== undefined && { firstDay: from }), ...(to !== undefined && { lastDay: to }) };
}
