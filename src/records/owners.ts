import type { elementQueries } from '../store/index.js';
import type { EdgeCondition, ElementReader } from './element-reader.js';
import type { GraphEdge } from './elements.js';
import type { Owner } from './record-of.js';
import type { EdgeType, NodeKind } from './schema.js';

/** Nodes with the edges of some types that they own, of some of these types only those that meet a condition. */
export async function readOwners(
  reader: ElementReader,
  kind: NodeKind,
  types: readonly EdgeType[],
  batch: elementQueries.Batch,
  only: Partial<Record<EdgeType, EdgeCondition>> = {},
): Promise<Owner[]> {
  if ('ids' in batch && batch.ids.length === 0) return [];
  const nodes = await reader.nodes(kind, batch);
  const byType = new Map<EdgeType, Map<string, GraphEdge[]>>();
  for (const type of types) byType.set(type, byOwner(await reader.edges(type, kind, batch, only[type])));
  return nodes.map((node) => ({ node, edges: (type) => byType.get(type)?.get(node.id) ?? [] }));
}

function byOwner(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.source);
    if (group) group.push(edge);
    else groups.set(edge.source, [edge]);
  }
  return groups;
}
