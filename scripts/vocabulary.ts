/**
 * Writes what the RDF exports are made of: schema/vocabulary.ttl says what our own terms mean, schema/shapes.ttl (SHACL)
 * what has which properties. Both are made from the tables of src/records. `npx tsx scripts/vocabulary.ts` writes them;
 * with `--check` it fails where the files are not what it would write.
 */
import { EDGE_TERMS, FORMS, NODE_TERMS, PREFIXES, type Term } from '../src/export/rdf/terms.js';
import {
  type Attribute,
  type AttributeType,
  EDGE_TYPES,
  EDGES,
  NODE_KINDS,
  NODES,
  type NodeKind,
} from '../src/records/index.js';
import { writeMadeFiles } from './lib/made-files.js';

/** A class of things and what they have: a kind of node, or an edge with attributes. */
interface Thing {
  readonly type: Term;
  /** the terms of others that it is, too */
  readonly alsoIs: readonly Term[];
  readonly description: string;
  readonly attributes: readonly (Attribute & { readonly term: Term })[];
  readonly links: readonly Link[];
}
interface Link {
  readonly term: Term;
  readonly description: string;
  /** what it leads to, where that is one of ours */
  readonly classes: readonly Term[];
  /** whether there is exactly one */
  readonly single: boolean;
}

function thing(
  [type, ...alsoIs]: readonly Term[],
  description: string,
  attributes: readonly Attribute[],
  terms: Readonly<Record<string, Term>> | undefined,
  links: readonly Link[],
): Thing {
  if (type === undefined) throw new Error(`no class for: ${description}`);
  const named = attributes.map((attribute) => ({
    ...attribute,
    term: terms?.[attribute.name] ?? (`dem:${attribute.name}` as const),
  }));
  return { type, alsoIs, description, attributes: named, links };
}

const classOf = (kind: NodeKind): Term => thingOfKind(kind).type;
function thingOfKind(kind: NodeKind): Thing {
  const { types, attributes } = NODE_TERMS[kind];
  const { description, attributes: schema } = NODES[kind];
  return thing(types, description, schema, attributes, []);
}

const CITATION = EDGE_TERMS.REPORTED_IN.resource?.by;
const edgeThings = EDGE_TYPES.flatMap((type): Thing[] => {
  const { resource } = EDGE_TERMS[type];
  if (!resource) return [];
  const { description, attributes, from, to } = EDGES[type];
  // an edge, too, has citations, whose sources need not be near
  const [subjects, objects] = type === 'REPORTED_IN' ? [[], []] : [from.map(classOf), to.map(classOf)];
  const object = { description: 'The node where an edge ends.', classes: objects, single: true };
  const own = attributes.filter(({ name }) => !['sources', 'citations'].includes(name));
  return [
    thing(resource.types, description, own, resource.attributes, [
      { term: 'dem:subject', description: 'The node where an edge begins.', classes: subjects, single: true },
      { ...object, term: 'dem:object' },
      ...(resource.to ?? []).map((term): Link => ({ ...object, term })),
      ...(own.length < attributes.length && CITATION
        ? [{ term: CITATION, description: 'Where it is reported.', classes: [], single: false }]
        : []),
    ]),
  ];
});
const nodeThings = NODE_KINDS.map(thingOfKind);

const DAYS: readonly (Attribute & { readonly term: Term })[] = [
  { name: 'firstDay', term: 'dem:firstDay', type: 'day', description: 'First day on which it can hold.' },
  { name: 'lastDay', term: 'dem:lastDay', type: 'day', description: 'Last day on which it can hold.' },
];
const LABEL = {
  name: 'label',
  term: 'rdfs:label',
  type: 'string',
  description: 'For people: a name, or the beginning of a text.',
  required: true,
} as const;

const DATATYPES: Readonly<Record<AttributeType, readonly Term[]>> = {
  string: ['xsd:string'],
  strings: ['xsd:string'],
  integer: ['xsd:integer'],
  float: ['xsd:double'],
  boolean: ['xsd:boolean'],
  date: ['xsd:date', 'xsd:gYearMonth', 'xsd:gYear'],
  day: ['xsd:date'],
};

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function words(term: Term): string {
  return term
    .slice(term.indexOf(':') + 1)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

const prefixes = (more: Readonly<Record<string, string>>) =>
  Object.entries({ ...PREFIXES, ...more })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
    .join('');

function vocabulary(): string {
  const classes = [...nodeThings, ...edgeThings].map(({ type, alsoIs, description }) =>
    described(type, 'rdfs:Class', description, alsoIs),
  );
  const kinds = NODE_KINDS.flatMap((kind) =>
    Object.entries(NODE_TERMS[kind].typesByKind ?? {}).flatMap(([value, [own, ...others]]) =>
      own?.startsWith('dem:')
        ? [
            described(own, 'rdfs:Class', `A ${kind.toLowerCase()} of kind ${value}.`, [
              classOf(kind),
              ...others,
            ]),
          ]
        : [],
    ),
  );
  const properties = new Map<Term, Set<string>>();
  const say = (term: Term, description: string) => {
    if (term.startsWith('dem:')) properties.set(term, (properties.get(term) ?? new Set()).add(description));
  };
  for (const { attributes, links } of [...nodeThings, ...edgeThings]) {
    for (const { term, description } of [...attributes, ...links, ...DAYS]) say(term, description);
  }
  for (const type of EDGE_TYPES) {
    const { predicates, resource } = EDGE_TERMS[type];
    for (const term of predicates) say(term, EDGES[type].description);
    if (resource) say(resource.by, `${EDGES[type].description} With what is known of it.`);
  }
  const terms = [...properties]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, descriptions]) => described(term, 'rdf:Property', [...descriptions].join(' Or: '), []));
  return [
    '# The terms of Demarche in RDF. Made by scripts/vocabulary.ts.\n\n',
    prefixes({ owl: 'http://www.w3.org/2002/07/owl#', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }),
    `\n<${PREFIXES.dem}> a owl:Ontology ;\n  rdfs:label "Demarche" ;\n  rdfs:comment "Who said what to whom, on which question, with which position, in which words, reported where." .\n`,
    ...[...classes, ...kinds, ...terms].map((text) => `\n${text}`),
  ].join('');
}

function described(term: Term, type: string, description: string, superclasses: readonly Term[]): string {
  const lines = [
    `a ${type}`,
    `rdfs:label ${quoted(words(term))}`,
    `rdfs:comment ${quoted(description)}`,
    ...(superclasses.length > 0 ? [`rdfs:subClassOf ${superclasses.join(', ')}`] : []),
    `rdfs:isDefinedBy <${PREFIXES.dem}>`,
  ];
  return `${term} ${lines.join(' ;\n  ')} .\n`;
}

function shapes(): string {
  return [
    '# What the RDF exports of Demarche have, as SHACL shapes. Made by scripts/vocabulary.ts.\n\n',
    prefixes({ sh: 'http://www.w3.org/ns/shacl#' }),
    ...nodeThings.map((node) => `\n${shape(node, [LABEL])}`),
    ...edgeThings.map((edge) => `\n${shape(edge, [])}`),
  ].join('');
}

function shape(
  { type, attributes, links }: Thing,
  more: readonly (Attribute & { readonly term: Term })[],
): string {
  const lines = [
    'a sh:NodeShape',
    `sh:targetClass ${type}`,
    ...links.map(linkShape),
    ...[...more, ...attributes, ...DAYS].map(attributeShape),
  ];
  return `${type}Shape ${lines.join(' ;\n  ')} .\n`;
}

function linkShape({ term, classes, single }: Link): string {
  const [only, ...others] = classes;
  const leadsTo =
    others.length > 0
      ? `sh:or (${classes.map((one) => ` [ sh:class ${one} ]`).join('')} )`
      : only && `sh:class ${only}`;
  return property(term, [
    'sh:nodeKind sh:IRI',
    leadsTo,
    single && 'sh:minCount 1',
    single && 'sh:maxCount 1',
  ]);
}

function attributeShape({
  name,
  term,
  type,
  description,
  required,
  values,
}: Attribute & { readonly term: Term }): string {
  return property(term, [
    valueShape(name, type),
    required && 'sh:minCount 1',
    type !== 'strings' && 'sh:maxCount 1',
    values && type === 'string' && `sh:in ( ${values.map(quoted).join(' ')} )`,
    `sh:description ${quoted(description)}`,
  ]);
}

function valueShape(name: string, type: AttributeType): string {
  switch (FORMS[name]) {
    case 'NODE':
    case 'WIKIDATA':
      return 'sh:nodeKind sh:IRI';
    case 'ADDRESS':
      return 'sh:datatype xsd:anyURI';
    case 'WORDS':
      return 'sh:nodeKind sh:Literal';
    default: {
      const datatypes = DATATYPES[type];
      return datatypes.length === 1
        ? `sh:datatype ${datatypes[0]}`
        : `sh:or (${datatypes.map((datatype) => ` [ sh:datatype ${datatype} ]`).join('')} )`;
    }
  }
}

function property(term: Term, parts: readonly (string | false | undefined)[]): string {
  const lines = [`sh:path ${term}`, ...parts.filter((part) => typeof part === 'string')];
  return `sh:property [ ${lines.join(' ; ')} ]`;
}

await writeMadeFiles('vocabulary.ts', {
  'schema/vocabulary.ttl': vocabulary(),
  'schema/shapes.ttl': shapes(),
});
