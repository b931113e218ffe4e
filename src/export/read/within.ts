import type { AttributeValue, GraphEdge, GraphNode, StoredKind } from '../../records/index.js';
import type { Selection } from './selection.js';

/** Nodes and edges that name no node which is not selected: what they say of such a one is left out. */

/** A publisher without its country, where that is elsewhere. */
export function nodeWithin<Kind extends StoredKind>(
  node: GraphNode<Kind>,
  selection: Selection,
): GraphNode<Kind> {
  const { country, originalCountry: _, ...attributes } = node.attributes;
  if (typeof country !== 'string' || selection.has(country)) return node;
  return { ...node, attributes };
}

/** A vote, a membership or an office without the citations of sources that are elsewhere. */
export function edgeWithin(edge: GraphEdge, selection: Selection): GraphEdge {
  const { sources, citations, ...attributes } = edge.attributes;
  if (!Array.isArray(sources) || sources.every((id) => selection.has(id))) return edge;
  const left = sources.filter((id) => selection.has(id));
  const cited = textsOf(citations).filter((json) => {
    // the loader has checked and written it
    const { source } = JSON.parse(json) as { readonly source: string };
    return selection.has(source);
  });
  return {
    ...edge,
    attributes: {
      ...attributes,
      ...(cited.length > 0 && { citations: cited }),
      ...(left.length > 0 && { sources: left }),
    },
  };
}

function textsOf(value: AttributeValue | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}
