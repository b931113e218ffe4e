import type { Attribute, Attributes, AttributeType, Period } from '../../records/index.js';
import { type FlatEdge, type FlatGraph, type FlatNode, flatGraphOf } from '../flat.js';
import { changingNetworkGraph } from '../network/graph.js';
import { piecesOf } from '../text/pieces.js';
import { textOfValue } from '../text/value.js';
import { xmlAttribute, xmlText } from '../text/xml.js';
import type { About, Writer, WrittenFile } from '../writer.js';

/**
 * GEXF 1.3 (https://gexf.net), for Gephi and its timeline: nodes and edges have the first and the last day on which
 * they hold, and are always there where these are open; the edges of a network by windows of time have the weights of
 * all of them. Lists are JSON arrays.
 */
export const gexf: Writer = {
  format: 'gexf',
  title: 'GEXF 1.3, for Gephi and its timeline',
  carries: ['elements'],
  extension: '.gexf',
  mediaType: 'application/gexf+xml',
  isPackage: false,
  files: (content, about) => [file(flatGraphOf(content), about)],
  network: (network, about) => [file(changingNetworkGraph(network), about)],
};

function file(graph: FlatGraph, about: About): WrittenFile {
  return {
    name: 'graph.gexf',
    mediaType: 'application/gexf+xml',
    description: 'The graph with its dates, as GEXF 1.3.',
    write: () => write(graph, about),
  };
}

const TYPES: Readonly<Record<AttributeType, string>> = {
  string: 'string',
  integer: 'integer',
  float: 'double',
  boolean: 'boolean',
  strings: 'string',
  date: 'string',
  day: 'string',
};
const WEIGHT = 'weight';
/** What the format has a place of its own for. */
const BUILT_IN = new Set(['label', 'firstDay', 'lastDay', WEIGHT]);

async function* write(graph: FlatGraph, { title, version, licence }: About): AsyncGenerator<string> {
  const about = [title, version && `version ${version}`, licence].filter((part) => part !== undefined);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta>
<creator>Demarche</creator>
<description>${xmlText(about.join(', '))}</description>
</meta>
<graph defaultedgetype="${graph.isDirected ? 'directed' : 'undirected'}" ${modeOf(graph)}>
${attributes('node', graph.nodeColumns)}
${attributes('edge', graph.edgeColumns)}${graph.hasWeights ? CHANGING_WEIGHT : ''}
<nodes>
`;
  yield* piecesOf(graph.nodes(), nodeText);
  yield '</nodes>\n<edges>\n';
  yield* piecesOf(graph.edges(), edgeText);
  yield '</edges>\n</graph>\n</gexf>\n';
}

function modeOf({ time }: FlatGraph): string {
  return time === undefined
    ? 'mode="static"'
    : `mode="dynamic" timeformat="${time}" timerepresentation="interval"`;
}

/** Under this name Gephi takes it for the weight of edges. */
const CHANGING_WEIGHT = `
<attributes class="edge" mode="dynamic">
<attribute id="${WEIGHT}" title="${WEIGHT}" type="double"/>
</attributes>`;

function attributes(owner: 'node' | 'edge', columns: readonly Attribute[]): string {
  const lines = columns
    .filter(({ name }) => !BUILT_IN.has(name))
    .map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${TYPES[type]}"/>`);
  return [`<attributes class="${owner}">`, ...lines, '</attributes>'].join('\n');
}

function nodeText({ id, label, spells, attributes }: FlatNode): string {
  return `<node id="${id}" label="${xmlAttribute(label)}"${days(spells)}>${values(attributes)}${several(spells)}</node>\n`;
}

function edgeText(edge: FlatEdge): string {
  const { id, source, target, kind, label, spells, attributes, weights = [] } = edge;
  const shown = label === undefined ? '' : ` label="${xmlAttribute(label)}"`;
  const weight = attributes[WEIGHT] === undefined ? '' : ` weight="${attributes[WEIGHT]}"`;
  const changing = weights.map((one) => value(WEIGHT, String(one.weight), bounds(one.spell)));
  return `<edge id="${id}" source="${source}" target="${target}" kind="${xmlAttribute(kind)}"${shown}${weight}${days(spells)}>${values(attributes, changing)}${several(spells)}</edge>\n`;
}

/** One spell needs no element of its own. */
function days(spells: readonly Period[]): string {
  const [only, ...others] = spells;
  return only && others.length === 0 ? bounds(only) : '';
}

function several(spells: readonly Period[]): string {
  if (spells.length < 2) return '';
  return `<spells>${spells.map((spell) => `<spell${bounds(spell)}/>`).join('')}</spells>`;
}

function bounds({ from, to }: Period): string {
  return `${from === undefined ? '' : ` start="${from}"`}${to === undefined ? '' : ` end="${to}"`}`;
}

function values(attributes: Attributes, changing: readonly string[] = []): string {
  let list = '';
  for (const name of Object.keys(attributes)) {
    const own = attributes[name];
    if (own !== undefined && !BUILT_IN.has(name)) list += value(name, textOfValue(own));
  }
  return `<attvalues>${list}${changing.join('')}</attvalues>`;
}

function value(name: string, text: string, when = ''): string {
  return `<attvalue for="${name}" value="${xmlAttribute(text)}"${when}/>`;
}
