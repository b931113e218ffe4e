import type { Attribute, AttributeType, GraphEdge, GraphNode } from '../../records/index.js';
import { EDGE_COLUMNS, flatEdge, flatNode, NODE_COLUMNS } from '../flat.js';
import { kindAmongParallels, parallelNumbers } from '../parallel.js';
import type { Content } from '../read/content.js';
import { textOfValue } from '../text/value.js';
import { xmlAttribute, xmlText } from '../text/xml.js';
import type { About, Writer } from '../writer.js';

/**
 * GEXF 1.3 (https://gexf.net), for Gephi and its timeline: nodes and edges have the first and the last day on which
 * they hold, and are always there where these are open. Lists are JSON arrays.
 */
export const gexf: Writer = {
  format: 'gexf',
  title: 'GEXF 1.3, for Gephi and its timeline',
  carries: ['elements'],
  extension: '.gexf',
  mediaType: 'application/gexf+xml',
  isPackage: false,
  files: (content, about) => [
    {
      name: 'graph.gexf',
      mediaType: 'application/gexf+xml',
      description: 'The graph with its dates, as GEXF 1.3.',
      write: () => write(content, about),
    },
  ],
};

const TYPES: Readonly<Record<AttributeType, string>> = {
  string: 'string',
  integer: 'integer',
  float: 'double',
  boolean: 'boolean',
  strings: 'string',
  date: 'string',
  day: 'string',
};
/** What the format has a place of its own for. */
const BUILT_IN = new Set(['label', 'firstDay', 'lastDay']);

async function* write(content: Content, { title, version, licence }: About): AsyncGenerator<string> {
  const about = [title, version && `version ${version}`, licence].filter((part) => part !== undefined);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta>
<creator>Demarche</creator>
<description>${xmlText(about.join(', '))}</description>
</meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
${attributes('node', NODE_COLUMNS)}
${attributes('edge', EDGE_COLUMNS)}
<nodes>
`;
  for await (const nodes of content.nodes()) yield nodes.map(nodeText).join('');
  yield '</nodes>\n<edges>\n';
  const numberOf = parallelNumbers();
  for await (const edges of content.edges()) {
    yield edges.map((edge) => edgeText(edge, numberOf(edge))).join('');
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function attributes(owner: 'node' | 'edge', columns: readonly Attribute[]): string {
  const lines = columns
    .filter(({ name }) => !BUILT_IN.has(name))
    .map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${TYPES[type]}"/>`);
  return [`<attributes class="${owner}">`, ...lines, '</attributes>'].join('\n');
}

function nodeText(node: GraphNode): string {
  return `<node id="${node.id}" label="${xmlAttribute(node.label)}"${days(node)}>${values(flatNode(node))}</node>\n`;
}

function edgeText(edge: GraphEdge, number: number): string {
  const { label, ...attributes } = flatEdge(edge);
  const kind = xmlAttribute(kindAmongParallels(edge, number));
  return `<edge id="${edge.id}" source="${edge.source}" target="${edge.target}" kind="${kind}" label="${label}"${days(edge)}>${values(attributes)}</edge>\n`;
}

function days({ period: { from, to } }: Pick<GraphNode, 'period'>): string {
  return `${from === undefined ? '' : ` start="${from}"`}${to === undefined ? '' : ` end="${to}"`}`;
}

function values(attributes: GraphNode['attributes']): string {
  const list = Object.entries(attributes)
    .filter(([name]) => !BUILT_IN.has(name))
    .map(([name, value]) => `<attvalue for="${name}" value="${xmlAttribute(textOfValue(value))}"/>`);
  return `<attvalues>${list.join('')}</attvalues>`;
}
