import type { Attribute, AttributeType, GraphEdge, GraphNode } from '../../records/index.js';
import { EDGE_COLUMNS, flatEdge, flatNode, NODE_COLUMNS } from '../flat.js';
import { kindAmongParallels, parallelNumbers } from '../parallel.js';
import type { Content } from '../read/content.js';
import { textOfValue } from '../text/value.js';
import { xmlAttribute, xmlText } from '../text/xml.js';
import type { About, Writer } from '../writer.js';

/**
 * GraphML (http://graphml.graphdrawing.org), for Gephi, yEd, Cytoscape, networkx and igraph. It has no lists: they are
 * JSON arrays. Beside what the format asks for, nodes have a label that yEd shows, and edges the `label` from which
 * Gephi takes their kind.
 */
export const graphml: Writer = {
  format: 'graphml',
  title: 'GraphML, for Gephi, yEd, Cytoscape, networkx and igraph',
  carries: ['elements'],
  extension: '.graphml',
  mediaType: 'application/graphml+xml',
  isPackage: false,
  files: (content, about) => [
    {
      name: 'graph.graphml',
      mediaType: 'application/graphml+xml',
      description: 'The graph, as GraphML.',
      write: () => write(content, about),
    },
  ],
};

const TYPES: Readonly<Record<AttributeType, string>> = {
  string: 'string',
  integer: 'int',
  float: 'double',
  boolean: 'boolean',
  strings: 'string',
  date: 'string',
  day: 'string',
};
const YED_LABEL = 'yed-label';
/** igraph 1.0 gives edges the ids of nodes, unless they have an attribute of this name. */
const EDGE_ID: Attribute = { name: 'id', type: 'string', description: 'The id of the edge.' };

async function* write(content: Content, { title, version, licence }: About): AsyncGenerator<string> {
  const about = [title, version && `version ${version}`, licence].filter((part) => part !== undefined);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<desc>${xmlText(about.join(', '))}</desc>
${[...NODE_COLUMNS.map((column) => key('node', column)), ...[EDGE_ID, ...EDGE_COLUMNS].map((column) => key('edge', column))].join('\n')}
<key id="${YED_LABEL}" for="node" yfiles.type="nodegraphics"/>
<graph id="demarche" edgedefault="directed">
`;
  for await (const nodes of content.nodes()) yield nodes.map(nodeText).join('');
  const numberOf = parallelNumbers();
  for await (const edges of content.edges()) {
    yield edges.map((edge) => edgeText(edge, numberOf(edge))).join('');
  }
  yield '</graph>\n</graphml>\n';
}

function key(owner: 'node' | 'edge', { name, type, description }: Attribute): string {
  return `<key id="${owner}.${name}" for="${owner}" attr.name="${name}" attr.type="${TYPES[type]}"><desc>${xmlText(description)}</desc></key>`;
}

function nodeText(node: GraphNode): string {
  const label = xmlText(node.label);
  return `<node id="${node.id}">${data('node', flatNode(node))}<data key="${YED_LABEL}"><y:ShapeNode><y:NodeLabel>${label}</y:NodeLabel></y:ShapeNode></data></node>\n`;
}

function edgeText(edge: GraphEdge, number: number): string {
  const kind = xmlAttribute(kindAmongParallels(edge, number));
  return `<edge id="${edge.id}" source="${edge.source}" target="${edge.target}" label="${kind}">${data('edge', { id: edge.id, ...flatEdge(edge) })}</edge>\n`;
}

function data(owner: 'node' | 'edge', attributes: GraphNode['attributes']): string {
  return Object.entries(attributes)
    .map(([name, value]) => `<data key="${owner}.${name}">${xmlText(textOfValue(value))}</data>`)
    .join('');
}
