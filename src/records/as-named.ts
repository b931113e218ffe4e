import { type ElementReader, inOrder } from './element-reader.js';
import type { GraphEdge, GraphNode } from './elements.js';
import type { StoredKind } from './schema.js';

/** Reads nodes and edges as their records name their ends, whatever was merged: in the order of the named ones. */
export function asNamed(reader: ElementReader): ElementReader {
  return {
    nodes: async (kind, batch) => (await reader.nodes(kind, batch)).map(namedNode),
    edges: async (type, owner, batch, only) =>
      (await reader.edges(type, owner, batch, only)).map(namedEdge).sort(inOrder(type)),
    edgesFrom: async (type, from, batch) => (await reader.edgesFrom(type, from, batch)).map(namedEdge),
  };
}

function namedNode<Kind extends StoredKind>(node: GraphNode<Kind>): GraphNode<Kind> {
  const { originalCountry, ...attributes } = node.attributes;
  if (originalCountry === undefined) return node;
  return { ...node, attributes: { ...attributes, country: originalCountry } };
}

function namedEdge(edge: GraphEdge): GraphEdge {
  const { originalSource, originalTarget, ...attributes } = edge.attributes;
  if (originalSource === undefined && originalTarget === undefined) return edge;
  return {
    ...edge,
    source: String(originalSource ?? edge.source),
    target: String(originalTarget ?? edge.target),
    attributes,
  };
}
