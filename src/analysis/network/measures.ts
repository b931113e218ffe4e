import graphology from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import * as centrality from 'graphology-metrics/centrality/index.js';
import * as graphMetrics from 'graphology-metrics/graph/index.js';
import type { Edges } from './edges.js';
import { seededRandom } from './seeded-random.js';
import { type TwoCamps, twoCamps } from './two-camps.js';

// CommonJS: what its types call `default` is all that it exports
const findCommunities = louvain as unknown as typeof louvain.default;

export type Measure = 'betweenness' | 'closeness' | 'eigenvector' | 'components' | 'communities' | 'camps';

/**
 * Measures of a network's structure, those that were asked for; by node where they are columns. They see the edges of
 * positive weight only, but for the camps: who conflicts is not connected.
 */
export interface Measures {
  /** of shortest paths, each edge one step, as a share of all pairs (Freeman 1977; Brandes 2001) */
  readonly betweenness?: Float64Array;
  /** Freeman's, in the form of Wasserman and Faust (1994) for networks of several components */
  readonly closeness?: Float64Array;
  /** by weight (Bonacich 1972), a vector of length 1; left out where the power method finds none */
  readonly eigenvector?: Float64Array;
  /** numbered by their first node */
  readonly components?: Uint32Array;
  /** Louvain's (Blondel et al. 2008), by weight, numbered by their first node */
  readonly communities?: { readonly of: Uint32Array; readonly modularity: number };
  readonly camps?: TwoCamps;
}

const MOST_STEPS = 1_000;

/** @param size how many nodes there are, which the edges join by number */
export function measures(size: number, edges: Edges, wanted: readonly Measure[], seed: number): Measures {
  if (size === 0 || wanted.length === 0) return {};
  const graph = new graphology.UndirectedGraph<object, { weight: number }>();
  for (let node = 0; node < size; node++) graph.addNode(node);
  for (const [edge, weight] of edges.weight.entries()) {
    if (weight > 0) graph.addUndirectedEdge(edges.row[edge], edges.column[edge], { weight });
  }
  const column = (values: Readonly<Record<string, number>>) =>
    Float64Array.from({ length: size }, (_, node) => values[node] ?? 0);
  const has = (measure: Measure) => wanted.includes(measure);
  return {
    ...(has('betweenness') && {
      betweenness: column(centrality.betweenness(graph, { getEdgeWeight: null })),
    }),
    ...(has('closeness') && { closeness: column(centrality.closeness(graph, { wassermanFaust: true })) }),
    ...(has('eigenvector') && eigenvectorOf(graph, column)),
    ...(has('components') && { components: numbered(size, connectedComponents(graph)) }),
    ...(has('communities') && { communities: communitiesOf(size, graph, seed) }),
    ...(has('camps') && { camps: twoCamps(size, edges) }),
  };
}

type WeightedGraph = graphology.UndirectedGraph<object, { weight: number }>;

function eigenvectorOf(
  graph: WeightedGraph,
  column: (values: Readonly<Record<string, number>>) => Float64Array,
): Pick<Measures, 'eigenvector'> {
  if (graph.size === 0) return {};
  try {
    return {
      eigenvector: column(
        centrality.eigenvector(graph, { getEdgeWeight: 'weight', maxIterations: MOST_STEPS }),
      ),
    };
  } catch (error) {
    if (error instanceof Error && error.message.endsWith('failed to converge.')) return {};
    throw error;
  }
}

function communitiesOf(
  size: number,
  graph: WeightedGraph,
  seed: number,
): NonNullable<Measures['communities']> {
  if (graph.size === 0) return { of: Uint32Array.from({ length: size }, (_, node) => node), modularity: 0 };
  const found = findCommunities(graph, { getEdgeWeight: 'weight', rng: seededRandom(seed) });
  const members = new Map<number, string[]>();
  for (const [node, community] of Object.entries(found)) {
    members.set(community, [...(members.get(community) ?? []), node]);
  }
  return {
    of: numbered(size, [...members.values()]),
    modularity: graphMetrics.modularity(graph, {
      getEdgeWeight: 'weight',
      getNodeCommunity: (node: string) => found[node] ?? 0,
    }),
  };
}

/** For each node the number of its group; groups are numbered by their first nodes. */
function numbered(size: number, groups: readonly (readonly string[])[]): Uint32Array {
  const groupOf = new Uint32Array(size);
  for (const [group, nodes] of groups.entries()) for (const node of nodes) groupOf[Number(node)] = group;
  const numbers = new Map<number, number>();
  return groupOf.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}
