import type { Attribute, Attributes, AttributeType } from '../../records/index.js';
import { type FlatEdge, type FlatGraph, type FlatNode, flatGraphOf } from '../flat.js';
import { networkGraph } from '../network/graph.js';
import { piecesOf } from '../text/pieces.js';
import { textOfValue } from '../text/value.js';
import { xmlAttribute, xmlText } from '../text/xml.js';
import type { About, Writer, WrittenFile } from '../writer.js';

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
  files: (content, about) => [file(flatGraphOf(content), about)],
  network: (network, about) => [file(networkGraph(network), about)],
};

function file(graph: FlatGraph, about: About): WrittenFile {
  return {
    name: 'graph.graphml',
    mediaType: 'application/graphml+xml',
    description: 'The graph, as GraphML.',
    write: () => write(graph, about),
  };
}

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

async function* write(graph: FlatGraph, { title, version, licence }: About): AsyncGenerator<string> {
  const about = [title, version && `version ${version}`, licence].filter((part) => part !== undefined);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<desc>${xmlText(about.join(', '))}</desc>
${[...graph.nodeColumns.map((column) => key('node', column)), ...[EDGE_ID, ...graph.edgeColumns].map((column) => key('edge', column))].join('\n')}
<key id="${YED_LABEL}" for="node" yfiles.type="nodegraphics"/>
<graph id="demarche" edgedefault="${graph.isDirected ? 'directed' : 'undirected'}">
`;
  yield* piecesOf(graph.nodes(), nodeText);
  yield* piecesOf(graph.edges(), edgeText);
  yield '</graph>\n</graphml>\n';
}

function key(owner: 'node' | 'edge', { name, type, description }: Attribute): string {
  return `<key id="${owner}.${name}" for="${owner}" attr.name="${name}" attr.type="${TYPES[type]}"><desc>${xmlText(description)}</desc></key>`;
}

function nodeText({ id, label, attributes }: FlatNode): string {
  return `<node id="${id}">${data('node', attributes)}<data key="${YED_LABEL}"><y:ShapeNode><y:NodeLabel>${xmlText(label)}</y:NodeLabel></y:ShapeNode></data></node>\n`;
}

function edgeText({ id, source, target, kind, attributes }: FlatEdge): string {
  return `<edge id="${id}" source="${source}" target="${target}" label="${xmlAttribute(kind)}"><data key="edge.id">${id}</data>${data('edge', attributes)}</edge>\n`;
}

function data(owner: 'node' | 'edge', attributes: Attributes): string {
  let text = '';
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined) text += `<data key="${owner}.${name}">${xmlText(textOfValue(value))}</data>`;
  }
  return text;
}
