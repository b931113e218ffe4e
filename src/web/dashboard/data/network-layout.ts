import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** A network to be laid out: ends of edges are places in the list of nodes. */
export interface ToLayOut {
  readonly nodes: number;
  readonly edges: readonly { readonly source: number; readonly target: number; readonly weight: number }[];
}

export type Positions = readonly { readonly x: number; readonly y: number }[];

const ROUNDS = 300;

// A worker: what is computed here keeps no page waiting. It starts from a circle, so that the same network looks the same.
self.onmessage = ({ data }: MessageEvent<ToLayOut>) => {
  const graph = new Graph();
  for (let i = 0; i < data.nodes; i++) {
    const angle = (2 * Math.PI * i) / data.nodes;
    graph.addNode(i, { x: Math.cos(angle), y: Math.sin(angle) });
  }
  for (const { source, target, weight } of data.edges) {
    // only what joins draws together
    if (weight > 0) graph.mergeEdge(source, target, { weight });
  }
  const positions = forceAtlas2(graph, {
    iterations: ROUNDS,
    settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: false, edgeWeightInfluence: 1 },
  });
  self.postMessage(Array.from({ length: data.nodes }, (_, i) => positions[i]));
};
