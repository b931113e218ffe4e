import { type FlatGraph, flatGraphOf } from '../flat.js';
import { networkGraph } from '../network/graph.js';
import { itemsOf } from '../text/json.js';
import type { About, Writer, WrittenFile } from '../writer.js';

/** Cytoscape JSON, as Cytoscape and Cytoscape.js open it: `name` and `interaction` are the columns that it shows. */
export const cytoscape: Writer = {
  format: 'cytoscape',
  title: 'Cytoscape JSON, for Cytoscape and Cytoscape.js',
  carries: ['elements'],
  extension: '.cyjs',
  mediaType: 'application/json',
  isPackage: false,
  files: (content, about) => [file(flatGraphOf(content), about)],
  network: (network, about) => [file(networkGraph(network), about)],
};

function file(graph: FlatGraph, about: About): WrittenFile {
  return {
    name: 'graph.cyjs',
    mediaType: 'application/json',
    description: 'The graph, as Cytoscape JSON.',
    write: () => write(graph, about),
  };
}

async function* write(graph: FlatGraph, { title, version, licence }: About): AsyncGenerator<string> {
  const data = JSON.stringify({ name: title, shared_name: title, version, licence });
  yield `{"format_version":"1.0","generated_by":"Demarche","target_cytoscapejs_version":"~3","data":${data},"elements":{"nodes":[\n`;
  yield* itemsOf(graph.nodes(), ({ id, label, attributes }) => ({
    data: { id, name: label, ...attributes },
  }));
  yield '\n],"edges":[\n';
  yield* itemsOf(graph.edges(), ({ id, source, target, type, attributes }) => ({
    data: { id, source, target, interaction: type, ...attributes },
  }));
  yield '\n]}}\n';
}
