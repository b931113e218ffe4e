import type { EdgeType, NodeKind } from '../../records/index.js';

/**
 * What nodes, edges and attributes are in RDF: terms of schema.org, PROV-O and the Web Annotation vocabulary where there
 * are some, and our own (`dem:`, schema/vocabulary.ttl) for the rest. `scripts/vocabulary.ts` documents and constrains
 * what stands here.
 */

export const PREFIXES = {
  dem: 'urn:demarche:vocabulary:',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A name with one of the prefixes: `schema:name`. */
export type Term = `${keyof typeof PREFIXES}:${string}`;

/** Attributes that are no plain literal: an address, the IRI of something, or words in the language beside them. */
export const FORMS: Readonly<Record<string, 'ADDRESS' | 'NODE' | 'WIKIDATA' | 'WORDS'>> = {
  archivedUrl: 'ADDRESS',
  country: 'NODE',
  quote: 'WORDS',
  url: 'ADDRESS',
  wikidataId: 'WIKIDATA',
};

export interface NodeTerms {
  readonly types: readonly Term[];
  /** further types by the node's `kind` */
  readonly typesByKind?: Readonly<Record<string, readonly Term[]>>;
  /** the terms of attributes; `dem:` and the attribute's name where none is given */
  readonly attributes?: Readonly<Record<string, Term>>;
}

export const NODE_TERMS: Readonly<Record<NodeKind, NodeTerms>> = {
  Actor: {
    types: ['dem:Actor', 'prov:Agent'],
    typesByKind: {
      STATE: ['schema:Country'],
      ORGANIZATION: ['schema:Organization'],
      PERSON: ['schema:Person'],
    },
    attributes: {
      name: 'schema:name',
      aliases: 'schema:alternateName',
      wikidataId: 'schema:sameAs',
      description: 'schema:description',
    },
  },
  Condition: { types: ['dem:Condition'], attributes: { text: 'schema:text' } },
  Dispute: { types: ['dem:Dispute'] },
  Event: {
    types: ['dem:Event', 'schema:Event'],
    attributes: { name: 'schema:name', place: 'schema:location', codes: 'dem:code' },
  },
  Publisher: {
    types: ['dem:Publisher', 'schema:Organization', 'prov:Agent'],
    attributes: { name: 'schema:name' },
  },
  Source: {
    types: ['dem:Source', 'schema:CreativeWork', 'prov:Entity'],
    attributes: {
      url: 'schema:url',
      title: 'schema:name',
      author: 'schema:author',
      section: 'schema:articleSection',
      publishedAt: 'schema:datePublished',
      language: 'schema:inLanguage',
      archivedUrl: 'schema:archivedAt',
    },
  },
  Statement: {
    types: ['dem:Statement', 'schema:CommunicateAction', 'prov:Activity'],
    attributes: { summary: 'schema:description' },
  },
  Topic: {
    types: ['dem:Topic'],
    typesByKind: { ISSUE: ['dem:Issue'], PROPOSITION: ['dem:Proposition', 'schema:Claim'] },
    attributes: { name: 'schema:name', text: 'schema:text' },
  },
};

export interface EdgeTerms {
  /** from the node where it begins to the one where it ends */
  readonly predicates: readonly Term[];
  /** of an edge with attributes, which is a resource of its own */
  readonly resource?: ResourceTerms;
}

export interface ResourceTerms {
  /** whether it is one only where it has attributes, which it seldom has */
  readonly isSeldom?: true;
  readonly types: readonly Term[];
  /** how the node where the edge begins leads to it */
  readonly by: Term;
  /** how it leads to the node where the edge ends, beside `dem:object` */
  readonly to?: readonly Term[];
  readonly attributes?: Readonly<Record<string, Term>>;
}

/** Where something was said, and in which words; of a statement, an event, or an edge. */
export const CITATION_TERMS: ResourceTerms = {
  types: ['dem:Citation', 'oa:SpecificResource', 'prov:Entity'],
  by: 'dem:citation',
  to: ['oa:hasSource', 'prov:wasDerivedFrom'],
  attributes: { quote: 'schema:text', language: 'schema:inLanguage' },
};
/** What a citation with a quote is beside. */
export const QUOTATION: Term = 'schema:Quotation';

const TERM_OF_OFFICE = { from: 'schema:startDate', to: 'schema:endDate' } as const;

export const EDGE_TERMS: Readonly<Record<EdgeType, EdgeTerms>> = {
  ABOUT: { predicates: ['schema:about'] },
  ADDRESSED_TO: {
    predicates: ['schema:recipient'],
    resource: { types: ['dem:Addressing'], by: 'dem:addressing', isSeldom: true },
  },
  ASKED_OF: {
    predicates: ['dem:askedOf'],
    resource: { types: ['dem:Asking'], by: 'dem:asking', isSeldom: true },
  },
  CLAIMED_BY: {
    predicates: ['dem:claimedBy'],
    resource: {
      types: ['dem:DisputedClaim', 'schema:Claim', 'prov:Entity'],
      by: 'dem:claim',
      to: ['prov:wasDerivedFrom'],
      attributes: { claim: 'schema:text' },
    },
  },
  CONCERNS: { predicates: ['dem:concerns'] },
  DECIDES: {
    predicates: ['dem:decides'],
    resource: { types: ['dem:Decision'], by: 'dem:decision' },
  },
  FOR: { predicates: ['dem:for'] },
  HOLDS_OFFICE: {
    predicates: ['dem:holdsOfficeOf'],
    resource: {
      types: ['dem:Office', 'schema:OrganizationRole'],
      by: 'dem:office',
      attributes: { title: 'schema:roleName', ...TERM_OF_OFFICE },
    },
  },
  INVOLVES: {
    predicates: ['dem:involves'],
    resource: { types: ['dem:Involvement'], by: 'dem:involvement' },
  },
  MADE_AT: { predicates: ['dem:madeAt'] },
  MADE_BY: {
    predicates: ['schema:agent', 'prov:wasAssociatedWith'],
    resource: {
      types: ['dem:Speaking', 'prov:Association'],
      by: 'prov:qualifiedAssociation',
      to: ['prov:agent'],
    },
  },
  MEMBER_OF: {
    predicates: ['schema:memberOf'],
    resource: {
      types: ['dem:Membership', 'schema:OrganizationRole'],
      by: 'dem:membership',
      attributes: { role: 'schema:roleName', ...TERM_OF_OFFICE },
    },
  },
  ON_BEHALF_OF: {
    predicates: ['dem:onBehalfOf'],
    resource: { types: ['dem:Representation'], by: 'dem:representation' },
  },
  PART_OF: { predicates: ['dem:partOf'] },
  PUBLISHED_BY: { predicates: ['schema:publisher'] },
  REPORTED_IN: { predicates: ['dem:reportedIn'], resource: CITATION_TERMS },
  RESPONDS_TO: {
    predicates: ['dem:respondsTo'],
    resource: { types: ['dem:Response'], by: 'dem:response' },
  },
  SETS: {
    predicates: ['dem:sets'],
    resource: { types: ['dem:Demand'], by: 'dem:demand' },
  },
  TAKES_STANCE: {
    predicates: ['dem:takesStanceOn'],
    resource: {
      types: ['dem:Stance', 'prov:Entity'],
      by: 'dem:stance',
      attributes: { stance: 'dem:stanceId' },
    },
  },
  VOTED: {
    predicates: ['dem:votedAt'],
    resource: { types: ['dem:Vote'], by: 'dem:castVote' },
  },
};
