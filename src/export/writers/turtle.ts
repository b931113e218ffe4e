import { datasetResource, edgeResources, nodeResource, type Resource, type Value } from '../rdf/resources.js';
import { PREFIXES } from '../rdf/terms.js';
import { piecesOf } from '../text/pieces.js';
import type { Writer } from '../writer.js';

/** Turtle (https://www.w3.org/TR/turtle/): RDF with the terms of schema.org, PROV-O, Web Annotation and our own. */
export const turtle: Writer = {
  format: 'turtle',
  title: 'Turtle (RDF): schema.org, PROV-O, Web Annotation',
  carries: ['elements'],
  extension: '.ttl',
  mediaType: 'text/turtle',
  isPackage: false,
  files: (content, about) => [
    {
      name: 'graph.ttl',
      mediaType: 'text/turtle',
      description: 'The graph in RDF, as Turtle.',
      async *write() {
        const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
        yield `${prefixes.join('')}\n${turtleOf(datasetResource(about))}`;
        yield* piecesOf(content.nodes(), (node) => turtleOf(nodeResource(node)));
        yield* piecesOf(content.edges(), (edge) => edgeResources(edge).map(turtleOf).join(''));
      },
    },
  ],
};

function turtleOf({ iri, types, properties }: Resource): string {
  const lines = [
    ...(types.length > 0 ? [`a ${types.join(', ')}`] : []),
    ...properties.map(([term, value]) => `${term} ${valueText(value)}`),
  ];
  return `<${iri}> ${lines.join(' ;\n  ')} .\n`;
}

function valueText(value: Value): string {
  if ('iri' in value) return `<${value.iri}>`;
  const text = `"${value.text.replace(/["\\\n\r\t]/g, (character) => ESCAPES[character] ?? character)}"`;
  if (value.language !== undefined) return `${text}@${value.language}`;
  return value.datatype === undefined ? text : `${text}^^${value.datatype}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
