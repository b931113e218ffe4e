import { flatEdge, flatNode } from '../flat.js';
import type { Content } from '../read/content.js';
import { itemsOf } from '../text/json.js';
import type { About, Writer } from '../writer.js';

/** The JSON of Graphology (https://graphology.github.io), for JavaScript and Gephi Lite: `Graph.from(json)`. */
export const graphology: Writer = {
  format: 'graphology',
  title: 'Graphology JSON, for JavaScript and Gephi Lite',
  carries: ['elements'],
  extension: '.json',
  mediaType: 'application/json',
  isPackage: false,
  files: (content, about) => [
    {
      name: 'graph.json',
      mediaType: 'application/json',
      description: 'The graph, as Graphology JSON.',
      write: () => write(content, about),
    },
  ],
};

async function* write(content: Content, { title, version, licence }: About): AsyncGenerator<string> {
  const options = JSON.stringify({ type: 'directed', multi: true, allowSelfLoops: true });
  yield `{"options":${options},"attributes":${JSON.stringify({ title, version, licence })},"nodes":[\n`;
  yield* itemsOf(content.nodes(), (node) => ({ key: node.id, attributes: flatNode(node) }));
  yield '\n],"edges":[\n';
  yield* itemsOf(content.edges(), (edge) => ({
    key: edge.id,
    source: edge.source,
    target: edge.target,
    attributes: flatEdge(edge),
  }));
  yield '\n]}\n';
}
