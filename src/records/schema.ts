import {
  ACTOR_KINDS,
  ACTS,
  ATTRIBUTIONS,
  BASES,
  CAPACITIES,
  CONTROLS,
  DATE_BASES,
  DISPUTE_STATUSES,
  EVENT_KINDS,
  type IdKind,
  INVOLVEMENT_ROLES,
  POSITIONS,
  RESPONSE_KINDS,
  type RecordIdKind,
  TOPIC_KINDS,
  UNTIL_MET,
  VOTES,
  YES_MEANS,
} from '../model/index.js';
import type { End } from '../store/index.js';

/**
 * What exports carry: every kind of node and every type of edge with its attributes, once, for all formats, for the
 * reading of them and for the documentation in the files. An attribute of one name has one type wherever it stands.
 */

/**
 * `date`: EDTF level 0, as precise as its source. `day`: a whole date, as 2020-09-01. `strings`: an ordered list of
 * strings.
 */
export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'strings' | 'date' | 'day';

export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly description: string;
  /** whether every node or edge of its kind has it */
  readonly required?: true;
  /** the only values it has */
  readonly values?: readonly string[];
  /** the name of the property in the graph, where it is another */
  readonly property?: string;
}

export interface NodeSchema {
  readonly idKind: IdKind | RecordIdKind;
  readonly description: string;
  /** the attributes that name it to people: the first that is there */
  readonly label: readonly string[];
  readonly attributes: readonly Attribute[];
  /** what the graph keeps of it beside: made from the rest, for whoever fills a database past the loader */
  readonly stored: readonly Attribute[];
  /** when it holds: as its attributes say, or as the statement it belongs to; left out: always */
  readonly period?: PeriodAttributes | 'statement';
}

/** Attributes with dates: one of the whole period, or one of its beginning and one of its end. */
export type PeriodAttributes =
  | { readonly date: string }
  | { readonly from: string; readonly to?: string | undefined };

export interface EdgeSchema {
  readonly description: string;
  readonly from: readonly NodeKind[];
  readonly to: readonly NodeKind[];
  /** the end whose record it is part of: it has few of these edges, where the other may have any number */
  readonly owner: 'source' | 'target';
  /** the attributes that tell parallel edges apart */
  readonly key: readonly string[];
  readonly attributes: readonly Attribute[];
  /** of an edge that is a record of its own, what the graph keeps of it beside */
  readonly stored?: readonly Attribute[];
  /** when it holds: as its own attributes say, or as long as the node it belongs to; left out: always */
  readonly period?: PeriodAttributes | 'source' | 'target';
}

interface AttributeOptions {
  readonly required?: true;
  readonly values?: readonly string[];
  readonly property?: string;
}

function attribute(
  name: string,
  type: AttributeType,
  description: string,
  options: AttributeOptions = {},
): Attribute {
  return { name, type, description, ...options };
}

const REQUIRED = { required: true } as const;

const DATED = [
  attribute('date', 'date', 'When, as precise as the source is; the local calendar date.', REQUIRED),
  attribute('time', 'string', 'Time of the day, as 14:30, 14:30:05 or 14:30+02:00.'),
  attribute('dateBasis', 'string', 'Whether the source printed the date or it was inferred.', {
    values: DATE_BASES,
  }),
] as const;

const CITATION = [
  attribute('ordinal', 'integer', 'Place among the citations of the record, from 0.', REQUIRED),
  attribute('quote', 'string', 'The words, as the source has them.'),
  attribute('language', 'string', 'Language of the quote (BCP 47).'),
  attribute('translated', 'boolean', 'Whether the quote is a translation.'),
  attribute('elided', 'boolean', 'Whether words are left out of the quote.'),
  attribute('attribution', 'string', 'How the source has the words.', { ...REQUIRED, values: ATTRIBUTIONS }),
  attribute('reportedBy', 'string', 'Who reports it in the source, where that is somebody else.'),
  attribute('primary', 'boolean', 'Whether its quote stands for the whole record.'),
  attribute('start', 'integer', 'Where the quote begins in the source text, in UTF-16 code units.'),
  attribute('end', 'integer', 'Where the quote ends in the source text (exclusive), in UTF-16 code units.'),
  attribute('prefix', 'string', 'The words before the quote.'),
  attribute('suffix', 'string', 'The words after the quote.'),
] as const;

const EDGE_CITATIONS = [
  attribute('sources', 'strings', 'Ids of the sources that report it.'),
  attribute('citations', 'strings', 'Its citations, each as the JSON object of the record format.'),
] as const;

const TERM = [
  attribute('from', 'date', 'Since when; left out where not known.'),
  attribute('to', 'date', 'Until when; left out where not known or not over.'),
] as const;

/** Of an edge that stands at an actor into which another was merged: which one its record names. */
const ORIGINAL_SOURCE = attribute(
  'originalSource',
  'string',
  'Id of the actor that the record names where the edge begins, where it was merged into the one that stands there.',
);
const ORIGINAL_TARGET = attribute(
  'originalTarget',
  'string',
  'Id of the actor that the record names where the edge ends, where it was merged into the one that stands there.',
);

const HASH = attribute('hash', 'string', 'Hash of the record.');
const SEARCHED = [HASH, attribute('searchText', 'string', 'Words that full-text search looks through.')];
const DAYS = [
  attribute('dateFrom', 'string', 'First day that the date can mean.'),
  attribute('dateTo', 'string', 'Last day that the date can mean.'),
];
const TERM_STORED = [
  attribute('key', 'string', 'What tells it from others with the same ends.'),
  attribute('fromDay', 'string', 'First day of the term.'),
  attribute('toDay', 'string', 'Last day of the term.'),
  HASH,
];

const ACTOR = [
  attribute('kind', 'string', 'State, organization or person.', { ...REQUIRED, values: ACTOR_KINDS }),
  attribute('name', 'string', 'Name.', REQUIRED),
  attribute('aliases', 'strings', 'Other names.'),
  attribute('isoCode', 'string', 'ISO 3166 alpha-3 code of a state.'),
  attribute('wikidataId', 'string', 'Id in Wikidata, where it was verified.'),
  attribute('description', 'string', 'Who or what it is.'),
  attribute('unresolved', 'boolean', 'Whether it stands for a name that could not be told to be an actor.'),
] as const;

const NODE_TABLE = {
  Actor: {
    idKind: 'actor',
    description: 'A state, an organization or a person.',
    label: ['name'],
    stored: SEARCHED,
    attributes: ACTOR,
  },
  Condition: {
    idKind: 'condition',
    description: 'What a speaker demands before a position changes.',
    label: ['text'],
    stored: [],
    attributes: [attribute('text', 'string', 'What is demanded.', REQUIRED)],
    period: 'statement',
  },
  Dispute: {
    idKind: 'dispute',
    description: 'Sources that contradict each other.',
    label: ['question'],
    stored: SEARCHED,
    attributes: [
      attribute('question', 'string', 'What they disagree on.', REQUIRED),
      attribute('status', 'string', 'Whether it is settled.', { ...REQUIRED, values: DISPUTE_STATUSES }),
      attribute('assessment', 'string', 'How it was judged, and why.'),
      attribute('assessedBy', 'string', 'Who judged it.'),
    ],
  },
  Event: {
    idKind: 'event',
    description: 'A meeting, vote, resolution, notification, withdrawal, strike, or a row of event data.',
    label: ['name'],
    stored: [...DAYS, ...SEARCHED],
    attributes: [
      attribute('kind', 'string', 'Kind of event.', { ...REQUIRED, values: EVENT_KINDS }),
      attribute('name', 'string', 'Name.', REQUIRED),
      ...DATED,
      attribute('codes', 'strings', 'Codes of event data, such as CAMEO:046.'),
      attribute('goldstein', 'float', 'Goldstein value, from -10 to 10.'),
      attribute('place', 'string', 'Where.'),
      attribute('outcome', 'string', 'Outcome, such as ADOPTED or FAILED.'),
      attribute('yes', 'integer', 'Votes in favour.'),
      attribute('no', 'integer', 'Votes against.'),
      attribute('abstain', 'integer', 'Abstentions.'),
      attribute('document', 'string', 'Symbol of the document, such as S/RES/2231.'),
    ],
    period: { date: 'date' },
  },
  Publisher: {
    idKind: 'publisher',
    description: 'Who publishes sources.',
    label: ['name'],
    stored: SEARCHED,
    attributes: [
      attribute('name', 'string', 'Name.', REQUIRED),
      attribute('country', 'string', 'Id of the state it is from.'),
      attribute(
        'originalCountry',
        'string',
        'Id of the actor that the record names as its country, where it was merged into the one that is.',
      ),
      attribute('control', 'string', 'Who controls it.', { values: CONTROLS }),
      attribute('controlSource', 'string', 'Who says so.'),
    ],
  },
  Source: {
    idKind: 'source',
    description: 'A page, document or post.',
    label: ['title', 'url'],
    stored: SEARCHED,
    attributes: [
      attribute('url', 'string', 'Address.'),
      attribute('title', 'string', 'Title.'),
      attribute('author', 'string', 'Author.'),
      attribute('section', 'string', 'Section of the publication.'),
      attribute('kind', 'string', 'Kind of source.', { property: 'type' }),
      attribute('publishedAt', 'date', 'When it was published.'),
      attribute('language', 'string', 'Language (BCP 47).'),
      attribute('archivedUrl', 'string', 'Address of an archived copy.'),
    ],
    period: { from: 'publishedAt' },
  },
  Statement: {
    idKind: 'statement',
    description: 'One public act of speech by one or more actors.',
    label: ['summary'],
    stored: [...DAYS, attribute('fingerprint', 'string', 'Hash of day, speakers and words.'), ...SEARCHED],
    attributes: [
      attribute('act', 'string', 'Kind of act.', { ...REQUIRED, values: ACTS }),
      ...DATED,
      attribute('summary', 'string', 'What was said, in words of the dataset.'),
    ],
    period: { date: 'date' },
  },
  Topic: {
    idKind: 'topic',
    description: 'A proposition, which one can support or oppose, or an issue, which holds propositions.',
    label: ['name'],
    stored: SEARCHED,
    attributes: [
      attribute('kind', 'string', 'Issue or proposition.', { ...REQUIRED, values: TOPIC_KINDS }),
      attribute('name', 'string', 'Name.', REQUIRED),
      attribute('text', 'string', 'The sentence that a proposition is.'),
      attribute('aligned', 'boolean', 'Whether support means the same on all parts of an issue.'),
      attribute('valence', 'boolean', 'Whether nearly everybody shares the proposition.'),
      attribute('validFrom', 'date', 'Since when there is something to hold of it.'),
      attribute('validTo', 'date', 'Until when.'),
    ],
    period: { from: 'validFrom', to: 'validTo' },
  },
} as const satisfies Readonly<Record<string, NodeSchema>>;

export type NodeKind = keyof typeof NODE_TABLE;
export const NODES: Readonly<Record<NodeKind, NodeSchema>> = NODE_TABLE;
/** In the order of the ids' kinds, so that nodes come in the order of their ids. */
export const NODE_KINDS = Object.keys(NODES) as readonly NodeKind[];

const JUDGEMENT = [
  attribute('reason', 'string', 'Why it was judged so.', REQUIRED),
  attribute('by', 'string', 'Who judged it.'),
  attribute('at', 'string', 'When: a date, or an instant.'),
] as const;

/** What the database has beside the graph: records that are in no export but that of the records, and of the database. */
const BESIDE_TABLE = {
  MergedActor: {
    idKind: 'actor',
    description:
      'An actor that was merged into another. It has no edges: they are those of the one that remains.',
    label: ['name'],
    stored: [attribute('mergedInto', 'string', 'Id of the actor that remains.', REQUIRED), ...SEARCHED],
    attributes: ACTOR,
  },
  ActorMerge: {
    idKind: 'merge',
    description: 'The judgement that one actor is another.',
    label: [],
    stored: [HASH],
    attributes: [
      attribute('from', 'string', 'Id of the actor that is merged.', REQUIRED),
      attribute('into', 'string', 'Id of the actor that it is.', REQUIRED),
      ...JUDGEMENT,
    ],
  },
  ActorSplit: {
    idKind: 'split',
    description: 'The judgement that a merge was wrong: it counts no more.',
    label: [],
    stored: [HASH],
    attributes: [attribute('mergeId', 'string', 'Id of the merge.', REQUIRED), ...JUDGEMENT],
  },
} as const satisfies Readonly<Record<string, NodeSchema>>;

export type StoredKind = NodeKind | keyof typeof BESIDE_TABLE;
export const STORED_NODES: Readonly<Record<StoredKind, NodeSchema>> = { ...NODE_TABLE, ...BESIDE_TABLE };
export const STORED_KINDS = Object.keys(STORED_NODES) as readonly StoredKind[];

const EDGE_TABLE = {
  ABOUT: {
    description: 'What a statement is about.',
    from: ['Statement'],
    to: ['Topic'],
    owner: 'source',
    key: [],
    attributes: [],
    period: 'source',
  },
  ADDRESSED_TO: {
    description: 'To whom a statement is addressed.',
    from: ['Statement'],
    to: ['Actor'],
    owner: 'source',
    key: [],
    attributes: [ORIGINAL_TARGET],
    period: 'source',
  },
  ASKED_OF: {
    description: 'Of whom a condition is demanded.',
    from: ['Condition'],
    to: ['Actor'],
    owner: 'source',
    key: [],
    attributes: [ORIGINAL_TARGET],
    period: 'source',
  },
  CLAIMED_BY: {
    description: 'Which source makes a claim of a dispute.',
    from: ['Dispute'],
    to: ['Source'],
    owner: 'source',
    key: ['ordinal'],
    attributes: [
      attribute('ordinal', 'integer', 'Place of the claim in the dispute, from 0.', REQUIRED),
      attribute('claim', 'string', 'What the source says.', REQUIRED),
    ],
  },
  CONCERNS: {
    description: 'What a dispute is about.',
    from: ['Dispute'],
    to: ['Event', 'Statement'],
    owner: 'source',
    key: [],
    attributes: [],
  },
  DECIDES: {
    description: 'What is voted on at an event.',
    from: ['Event'],
    to: ['Topic'],
    owner: 'source',
    key: [],
    attributes: [
      attribute('yesMeans', 'string', 'What a vote in favour is on the proposition.', {
        ...REQUIRED,
        values: YES_MEANS,
      }),
    ],
    period: 'source',
  },
  FOR: {
    description: 'The proposition whose position a condition would change.',
    from: ['Condition'],
    to: ['Topic'],
    owner: 'source',
    key: [],
    attributes: [],
    period: 'source',
  },
  HOLDS_OFFICE: {
    description: 'An office that a person holds of a state or organization.',
    from: ['Actor'],
    to: ['Actor'],
    owner: 'source',
    key: ['title', 'from'],
    stored: TERM_STORED,
    attributes: [
      attribute('title', 'string', 'Title of the office.', REQUIRED),
      ...TERM,
      ...EDGE_CITATIONS,
      ORIGINAL_SOURCE,
      ORIGINAL_TARGET,
    ],
    period: { from: 'from', to: 'to' },
  },
  INVOLVES: {
    description: 'Who takes part in an event, or is its source or target.',
    from: ['Event'],
    to: ['Actor'],
    owner: 'source',
    key: ['role'],
    attributes: [
      attribute('role', 'string', 'In which role.', { ...REQUIRED, values: INVOLVEMENT_ROLES }),
      ORIGINAL_TARGET,
    ],
    period: 'source',
  },
  MADE_AT: {
    description: 'The event at which a statement was made.',
    from: ['Statement'],
    to: ['Event'],
    owner: 'source',
    key: [],
    attributes: [],
    period: 'source',
  },
  MADE_BY: {
    description: 'Who speaks.',
    from: ['Statement'],
    to: ['Actor'],
    owner: 'source',
    key: [],
    attributes: [
      attribute('ordinal', 'integer', 'Place among the speakers, from 0.', REQUIRED),
      attribute('role', 'string', 'Role held at the time.'),
      attribute('capacity', 'string', 'In which function the speaker spoke.', {
        ...REQUIRED,
        values: CAPACITIES,
      }),
      attribute('asNamed', 'string', 'As the source names the speaker.'),
      ORIGINAL_TARGET,
    ],
    period: 'source',
  },
  MEMBER_OF: {
    description: 'Membership of an organization or group.',
    from: ['Actor'],
    to: ['Actor'],
    owner: 'source',
    key: ['role', 'from'],
    stored: TERM_STORED,
    attributes: [
      attribute('role', 'string', 'As what.'),
      ...TERM,
      ...EDGE_CITATIONS,
      ORIGINAL_SOURCE,
      ORIGINAL_TARGET,
    ],
    period: { from: 'from', to: 'to' },
  },
  ON_BEHALF_OF: {
    description: 'In whose name a statement was made.',
    from: ['Statement'],
    to: ['Actor'],
    owner: 'source',
    key: [],
    attributes: [
      attribute('ordinal', 'integer', 'Place among the principals, from 0.', REQUIRED),
      attribute('basis', 'string', 'On what ground the words count for the principal.', {
        ...REQUIRED,
        values: BASES,
      }),
      attribute('implied', 'boolean', 'True where the record names nobody, so that the speaker is meant.'),
      ORIGINAL_TARGET,
    ],
    period: 'source',
  },
  PART_OF: {
    description: 'The issue that a topic is part of.',
    from: ['Topic'],
    to: ['Topic'],
    owner: 'source',
    key: [],
    attributes: [],
  },
  PUBLISHED_BY: {
    description: 'Who published a source.',
    from: ['Source'],
    to: ['Publisher'],
    owner: 'source',
    key: [],
    attributes: [],
  },
  REPORTED_IN: {
    description: 'A citation: where a statement or an event is reported, and in which words.',
    from: ['Event', 'Statement'],
    to: ['Source'],
    owner: 'source',
    key: ['ordinal'],
    attributes: CITATION,
    period: 'source',
  },
  RESPONDS_TO: {
    description: 'The statement or event that a statement responds to.',
    from: ['Statement'],
    to: ['Event', 'Statement'],
    owner: 'source',
    key: [],
    attributes: [attribute('kind', 'string', 'Kind of response.', { ...REQUIRED, values: RESPONSE_KINDS })],
    period: 'source',
  },
  SETS: {
    description: 'A condition that a statement sets.',
    from: ['Statement'],
    to: ['Condition'],
    owner: 'source',
    key: [],
    attributes: [
      attribute('stance', 'string', 'Id of the stance that it belongs to.', REQUIRED),
      attribute('ordinal', 'integer', 'Place among the conditions of the stance, from 0.', REQUIRED),
    ],
    period: 'source',
  },
  TAKES_STANCE: {
    description: 'The position that a statement takes on a proposition, as one coder judged it.',
    from: ['Statement'],
    to: ['Topic'],
    owner: 'source',
    key: ['coding', 'coder'],
    attributes: [
      attribute('stance', 'string', 'Id of the stance.', { ...REQUIRED, property: 'id' }),
      attribute('position', 'string', 'The position; NO_STANCE is a finding of the coder, never counted.', {
        ...REQUIRED,
        values: POSITIONS,
      }),
      attribute('untilMet', 'string', 'What a conditional position is until its condition is met.', {
        values: UNTIL_MET,
      }),
      attribute('rationale', 'string', 'Why it was coded so.'),
      attribute('confidence', 'float', 'How sure the coder is, from 0 to 1.'),
      attribute('coding', 'string', 'The coding set. Count one of them: adjudicated.', REQUIRED),
      attribute('coder', 'string', 'Who coded it.'),
      attribute('codedAt', 'date', 'When it was coded.'),
    ],
    period: 'source',
  },
  VOTED: {
    description: 'How an actor voted at an event.',
    from: ['Actor'],
    to: ['Event'],
    owner: 'target',
    key: [],
    stored: [HASH],
    attributes: [
      attribute('vote', 'string', 'The vote; an abstention is not opposition.', {
        ...REQUIRED,
        values: VOTES,
      }),
      ...EDGE_CITATIONS,
      ORIGINAL_SOURCE,
    ],
    period: 'target',
  },
} as const satisfies Readonly<Record<string, EdgeSchema>>;

export type EdgeType = keyof typeof EDGE_TABLE;
export const EDGES: Readonly<Record<EdgeType, EdgeSchema>> = EDGE_TABLE;
/** In the order of their names. */
export const EDGE_TYPES = Object.keys(EDGES) as readonly EdgeType[];

/** The relationships that a statement begins: what its record says. */
export const STATEMENT_EDGES: readonly EdgeType[] = [
  'ABOUT',
  'ADDRESSED_TO',
  'MADE_AT',
  'MADE_BY',
  'ON_BEHALF_OF',
  'REPORTED_IN',
  'RESPONDS_TO',
  'SETS',
  'TAKES_STANCE',
];

/** The ends of edges that are actors, and so move when these are merged. */
export const ACTOR_ENDS: readonly { readonly type: EdgeType; readonly end: End }[] = EDGE_TYPES.flatMap(
  (type) => [
    ...(EDGES[type].from.includes('Actor') ? [{ type, end: 'source' } as const] : []),
    ...(EDGES[type].to.includes('Actor') ? [{ type, end: 'target' } as const] : []),
  ],
);
