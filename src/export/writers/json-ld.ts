import { datasetResource, edgeResources, nodeResource, type Resource, type Value } from '../rdf/resources.js';
import { PREFIXES } from '../rdf/terms.js';
import { piecesOf } from '../text/pieces.js';
import type { Writer } from '../writer.js';

/** JSON-LD (https://www.w3.org/TR/json-ld11/): the same triples as the Turtle. */
export const jsonLd: Writer = {
  format: 'json-ld',
  title: 'JSON-LD (RDF): schema.org, PROV-O, Web Annotation',
  carries: ['elements'],
  extension: '.jsonld',
  mediaType: 'application/ld+json',
  isPackage: false,
  files: (content, about) => [
    {
      name: 'graph.jsonld',
      mediaType: 'application/ld+json',
      description: 'The graph in RDF, as JSON-LD.',
      async *write() {
        yield `{"@context":${JSON.stringify(PREFIXES)},"@graph":[\n${JSON.stringify(objectOf(datasetResource(about)))}`;
        yield* piecesOf(content.nodes(), (node) => textOf(nodeResource(node)));
        yield* piecesOf(content.edges(), (edge) => edgeResources(edge).map(textOf).join(''));
        yield '\n]}\n';
      },
    },
  ],
};

function textOf(resource: Resource): string {
  return `,\n${JSON.stringify(objectOf(resource))}`;
}

function objectOf({ iri, types, properties }: Resource): object {
  const object: Record<string, unknown> = { '@id': iri, ...(types.length > 0 && { '@type': types }) };
  const values = new Map<string, unknown[]>();
  for (const [term, value] of properties) {
    const list = values.get(term);
    if (list) list.push(jsonOf(value));
    else values.set(term, [jsonOf(value)]);
  }
  for (const [term, list] of values) object[term] = list.length === 1 ? list[0] : list;
  return object;
}

function jsonOf(value: Value): unknown {
  if ('iri' in value) return { '@id': value.iri };
  if (value.language !== undefined) return { '@value': value.text, '@language': value.language };
  return value.datatype === undefined ? value.text : { '@value': value.text, '@type': value.datatype };
}
