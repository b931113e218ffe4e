import { flatEdge, flatNode } from '../flat.js';
import type { Content } from '../read/content.js';
import { itemsOf } from '../text/json.js';
import type { About, Writer } from '../writer.js';

/** Cytoscape JSON, as Cytoscape and Cytoscape.js open it: `name` and `interaction` are the columns that it shows. */
export const cytoscape: Writer = {
  format: 'cytoscape',
  title: 'Cytoscape JSON, for Cytoscape and Cytoscape.js',
  carries: ['elements'],
  extension: '.cyjs',
  mediaType: 'application/json',
  isPackage: false,
  files: (content, about) => [
    {
      name: 'graph.cyjs',
      mediaType: 'application/json',
      description: 'The graph, as Cytoscape JSON.',
      write: () => write(content, about),
    },
  ],
};

async function* write(content: Content, { title, version, licence }: About): AsyncGenerator<string> {
  const data = JSON.stringify({ name: title, shared_name: title, version, licence });
  yield `{"format_version":"1.0","generated_by":"Demarche","target_cytoscapejs_version":"~3","data":${data},"elements":{"nodes":[\n`;
  yield* itemsOf(content.nodes(), (node) => ({
    data: { id: node.id, name: node.label, ...flatNode(node) },
  }));
  yield '\n],"edges":[\n';
  yield* itemsOf(content.edges(), (edge) => ({
    data: {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      interaction: edge.type,
      ...flatEdge(edge),
    },
  }));
  yield '\n]}}\n';
}
