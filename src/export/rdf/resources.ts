import { defaultAttribution } from '../../model/index.js';
import {
  type Attribute,
  type Attributes,
  type AttributeValue,
  EDGES,
  type GraphEdge,
  type GraphNode,
  NODES,
  type Period,
} from '../../records/index.js';
import type { About } from '../writer.js';
import {
  CITATION_TERMS,
  EDGE_TERMS,
  FORMS,
  NODE_TERMS,
  QUOTATION,
  type ResourceTerms,
  type Term,
} from './terms.js';

/** Something in RDF with what is said of it; the same resource may come again, with more. */
export interface Resource {
  readonly iri: string;
  readonly types: readonly Term[];
  readonly properties: readonly (readonly [Term, Value])[];
}

export type Value =
  | { readonly iri: string }
  | {
      readonly text: string;
      readonly datatype?: Term | undefined;
      readonly language?: string | undefined;
    };

type Property = readonly [Term, Value];

/** The IRI of a node or an edge, by its id. */
export function iriOf(id: string): string {
  return `urn:demarche:${id}`;
}

export function datasetResource({ title, version, licence }: About): Resource {
  return {
    iri: iriOf('dataset'),
    types: ['schema:Dataset', 'prov:Entity'],
    properties: [
      ['schema:name', { text: title }],
      ...(version === undefined ? [] : [['schema:version', { text: version }] as const]),
      ...(licence === undefined
        ? []
        : [['schema:license', { iri: `https://spdx.org/licenses/${licence}` }] as const]),
    ],
  };
}

export function nodeResource({ id, kind, label, attributes, period }: GraphNode): Resource {
  const { types, typesByKind, attributes: terms = {} } = NODE_TERMS[kind];
  const ownKind = typeof attributes.kind === 'string' ? (typesByKind?.[attributes.kind] ?? []) : [];
  return {
    iri: iriOf(id),
    types: [...types, ...ownKind],
    properties: [
      ['rdfs:label', { text: label }],
      ...valuesOf(NODES[kind].attributes, terms, attributes),
      ...daysOf(period),
    ],
  };
}

/** An edge as the node where it begins has it and, where it has attributes, as a resource of its own. */
export function edgeResources(edge: GraphEdge): Resource[] {
  const { predicates, resource } = EDGE_TERMS[edge.type];
  const source = iriOf(edge.source);
  const target = { iri: iriOf(edge.target) };
  const direct = predicates.map((predicate): Property => [predicate, target]);
  if (!resource || (resource.isSeldom && Object.keys(edge.attributes).length === 0)) {
    return [{ iri: source, types: [], properties: direct }];
  }
  const iri = iriOf(edge.id);
  const { sources: _, citations, ...attributes } = edge.attributes;
  return [
    { iri: source, types: [], properties: [...direct, [resource.by, { iri }]] },
    ...reified(iri, source, target, resource, EDGES[edge.type].attributes, attributes, edge.period),
    ...(Array.isArray(citations) ? citations.flatMap((json, n) => citationOf(iri, json, n)) : []),
  ];
}

/** A citation of an edge, which keeps them as the record has them. */
function citationOf(edge: string, json: string, ordinal: number): Resource[] {
  // the loader has checked and written it
  const { source, ...citation } = JSON.parse(json) as Attributes & { readonly source: string };
  const attribution = defaultAttribution({ quote: textOf(citation.quote) });
  const attributes: Attributes = { ordinal, attribution, ...citation };
  const iri = `${edge}#citation-${ordinal}`;
  const target = { iri: iriOf(source) };
  const schema = EDGES.REPORTED_IN.attributes;
  return [
    { iri: edge, types: [], properties: [[CITATION_TERMS.by, { iri }]] },
    ...reified(iri, edge, target, CITATION_TERMS, schema, attributes, {}),
  ];
}

/** An edge as a resource; of one with words also what selects them in their source. */
function reified(
  iri: string,
  subject: string,
  object: { readonly iri: string },
  { types, to = [], attributes: terms = {} }: ResourceTerms,
  schema: readonly Attribute[],
  attributes: Attributes,
  period: Period,
): Resource[] {
  const selectors = selectorsOf(iri, attributes);
  const own: Resource = {
    iri,
    types: attributes.quote === undefined ? types : [...types, QUOTATION],
    properties: [
      ['dem:subject', { iri: subject }],
      ['dem:object', object],
      ...to.map((term): Property => [term, object]),
      ...valuesOf(schema, terms, attributes),
      ...daysOf(period),
      ...selectors.map((selector): Property => ['oa:hasSelector', { iri: selector.iri }]),
    ],
  };
  return [own, ...selectors];
}

/**
 * What selects the words in their source, as the Web Annotation model says it. Its positions count code points of the
 * whole text, ours (`dem:start`, `dem:end`) code units of UTF-16: without the text before them, which is not kept, one
 * cannot be told from the other.
 */
function selectorsOf(iri: string, { quote, prefix, suffix }: Attributes): Resource[] {
  if (quote === undefined) return [];
  const text = (term: Term, value: AttributeValue | undefined): Property[] =>
    value === undefined ? [] : [[term, { text: String(value) }]];
  return [
    {
      iri: `${iri}#quote`,
      types: ['oa:TextQuoteSelector'],
      properties: [...text('oa:exact', quote), ...text('oa:prefix', prefix), ...text('oa:suffix', suffix)],
    },
  ];
}

function valuesOf(
  schema: readonly Attribute[],
  terms: Readonly<Record<string, Term>>,
  attributes: Attributes,
): Property[] {
  return schema.flatMap(({ name, type }): Property[] => {
    const value = attributes[name];
    if (value === undefined) return [];
    const term = terms[name] ?? `dem:${name}`;
    if (typeof value === 'object') return value.map((text) => [term, { text }]);
    return [[term, literal(name, type, value, attributes)]];
  });
}

function literal(
  name: string,
  type: Attribute['type'],
  value: AttributeValue,
  attributes: Attributes,
): Value {
  const text = String(value);
  switch (type) {
    case 'integer':
      return { text, datatype: 'xsd:integer' };
    case 'float':
      return { text, datatype: 'xsd:double' };
    case 'boolean':
      return { text, datatype: 'xsd:boolean' };
    case 'date':
      return { text, datatype: dateType(text) };
    case 'day':
      return { text, datatype: 'xsd:date' };
    default:
      return textual(name, text, attributes);
  }
}

function textual(name: string, text: string, { language }: Attributes): Value {
  switch (FORMS[name]) {
    case 'WIKIDATA':
      return { iri: `http://www.wikidata.org/entity/${text}` };
    case 'NODE':
      return { iri: iriOf(text) };
    case 'ADDRESS':
      return { text, datatype: 'xsd:anyURI' };
    case 'WORDS':
      return typeof language === 'string' ? { text, language: language.toLowerCase() } : { text };
    default:
      return { text };
  }
}

function textOf(value: AttributeValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function dateType(date: string): Term {
  return date.length === 4 ? 'xsd:gYear' : date.length === 7 ? 'xsd:gYearMonth' : 'xsd:date';
}

function daysOf({ from, to }: Period): Property[] {
  const days: Property[] = [];
  if (from !== undefined) days.push(['dem:firstDay', { text: from, datatype: 'xsd:date' }]);
  if (to !== undefined) days.push(['dem:lastDay', { text: to, datatype: 'xsd:date' }]);
  return days;
}
