import { type FlatGraph, flatGraphOf } from '../flat.js';
import { networkGraph } from '../network/graph.js';
import { itemsOf } from '../text/json.js';
import type { About, Writer, WrittenFile } from '../writer.js';

/** The JSON of Graphology (https://graphology.github.io), for JavaScript and Gephi Lite: `Graph.from(json)`. */
export const graphology: Writer = {
  format: 'graphology',
  title: 'Graphology JSON, for JavaScript and Gephi Lite',
  carries: ['elements'],
  extension: '.json',
  mediaType: 'application/json',
  isPackage: false,
  files: (content, about) => [file(flatGraphOf(content), about)],
  network: (network, about) => [file(networkGraph(network), about)],
};

function file(graph: FlatGraph, about: About): WrittenFile {
  return {
    name: 'graph.json',
    mediaType: 'application/json',
    description: 'The graph, as Graphology JSON.',
    write: () => write(graph, about),
  };
}

async function* write(graph: FlatGraph, { title, version, licence }: About): AsyncGenerator<string> {
  const { isDirected } = graph;
  const type = isDirected ? 'directed' : 'undirected';
  const options = JSON.stringify({ type, multi: true, allowSelfLoops: true });
  yield `{"options":${options},"attributes":${JSON.stringify({ title, version, licence })},"nodes":[\n`;
  yield* itemsOf(graph.nodes(), ({ id, attributes }) => ({ key: id, attributes }));
  yield '\n],"edges":[\n';
  yield* itemsOf(graph.edges(), ({ id, source, target, attributes }) => ({
    key: id,
    source,
    target,
    ...(!isDirected && { undirected: true }),
    attributes,
  }));
  yield '\n]}\n';
}
