import { z } from 'zod';
import { parseEdtf } from './edtf.js';
import { type IdKind, idPattern, type RecordIdKind } from './ids.js';
import * as vocabulary from './vocabulary.js';

/**
 * The record format (design.md, "The record format"): one JSON object a line. What the loader reads, the seed is
 * written in and the NDJSON export writes. Unknown fields are errors; empty fields are left out, never null.
 */

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const CONTROL_CHARACTERS = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/u;

function wellFormed(text: string): boolean {
  return !CONTROL_CHARACTERS.test(text) && !/\p{Surrogate}/u.test(text);
}

/** Text that every export can hold: no control characters but tab and newline, no lone surrogates, not empty. */
function text(maxLength: number) {
  return z
    .string()
    .max(maxLength, `at most ${maxLength} characters`)
    .refine((value) => value.trim() !== '', 'text that is not empty (leave the field out instead)')
    .refine(wellFormed, 'text without control characters or lone surrogates');
}
const shortText = text(1_000);
const longText = text(50_000);
/** One line of text. */
const label = text(120).refine((value) => !/[\t\n\r]/.test(value), 'text on one line');

function id(...kinds: (IdKind | RecordIdKind)[]) {
  return z
    .string()
    .regex(
      idPattern(...kinds),
      `an id like "${kinds.join(':name" or "')}:name" (a-z, 0-9, ".", "_", "-"; at most 120)`,
    );
}
const actorId = id('actor');
const topicId = id('topic');
const sourceId = id('source');
const statementOrEventId = id('statement', 'event');

const edtf = z
  .string()
  .refine((value) => parseEdtf(value) !== undefined, 'a date as 2020, 2020-09 or 2020-09-01')
  .meta({
    pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$',
    description: 'EDTF level 0 date',
  });
const time = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/,
    'a time as 14:30, 14:30:05 or 14:30+02:00',
  );
const moment = z
  .string()
  .refine(
    (value) =>
      parseEdtf(INSTANT.test(value) ? value.slice(0, 10) : value) !== undefined &&
      !Number.isNaN(Date.parse(value)),
    'a date as 2020, 2020-09 or 2020-09-01, or an instant as 2020-09-01T14:30:05Z',
  );
const language = z
  .string()
  .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, 'a BCP 47 language tag such as "en" or "pt-BR"');
const url = text(2_000).refine((value) => {
  const scheme = URL.canParse(value) ? new URL(value).protocol : '';
  return scheme === 'http:' || scheme === 'https:';
}, 'an absolute http or https URL');
const count = z.int().min(0, 'a number of at least 0').max(1_000_000_000);
const offset = z.int().min(0, 'an offset of at least 0').max(2_000_000_000);

/** A list whose items are all different (by the given key): an order is kept, a repetition is an error. */
function listOf<T extends z.ZodType>(item: T, keyOf: (item: z.output<T>) => string, max = 500) {
  return z
    .array(item)
    .min(1, 'at least one item (leave the field out instead)')
    .max(max, `at most ${max} items`)
    .superRefine((items, context) => {
      const seen = new Set<string>();
      items.forEach((value, index) => {
        const key = keyOf(value);
        if (seen.has(key)) {
          context.addIssue({
            code: 'custom',
            path: [index],
            message: `different items; "${key}" is there twice`,
          });
        }
        seen.add(key);
      });
    });
}
const itself = (value: string) => value;

/** `from` may not lie after `to`. */
function inOrder(period: { from?: string | undefined; to?: string | undefined }): boolean {
  const from = period.from && parseEdtf(period.from)?.from;
  const to = period.to && parseEdtf(period.to)?.to;
  return !from || !to || from <= to;
}
const IN_ORDER = { path: ['to'], message: 'a date not before "from"' };

const citation = z
  .strictObject({
    source: sourceId,
    quote: longText.optional(),
    language: language.optional(),
    translated: z.boolean().optional(),
    elided: z.boolean().optional(),
    attribution: z.enum(vocabulary.ATTRIBUTIONS).optional(),
    reportedBy: shortText.optional(),
    primary: z.boolean().optional(),
    start: offset.optional(),
    end: offset.optional(),
    prefix: shortText.optional(),
    suffix: shortText.optional(),
  })
  .refine((c) => (c.start === undefined) === (c.end === undefined), {
    path: ['end'],
    message: '"start" and "end" together',
  })
  .refine((c) => c.start === undefined || c.end === undefined || c.start <= c.end, {
    path: ['end'],
    message: 'an offset not before "start"',
  })
  .refine((c) => c.attribution !== 'VERBATIM' || c.quote !== undefined, {
    path: ['quote'],
    message: 'a quote, because the attribution is VERBATIM',
  });
export type CitationRecord = z.infer<typeof citation>;

/** Several quotes from one source are several citations; the same words of one source twice are an error. */
const citations = listOf(citation, (c) => `${c.source} ${c.start ?? ''} ${c.quote ?? ''}`, 200).refine(
  (all) => all.filter((c) => c.primary).length <= 1,
  'at most one primary citation',
);

const actor = z.strictObject({
  type: z.literal('actor'),
  id: actorId,
  kind: z.enum(vocabulary.ACTOR_KINDS),
  name: shortText,
  aliases: listOf(shortText, itself).optional(),
  isoCode: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 3166 alpha-3 code such as "IRN"')
    .optional(),
  wikidataId: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'a Wikidata id such as "Q794"')
    .optional(),
  description: longText.optional(),
  unresolved: z.boolean().optional(),
});

const topic = z
  .strictObject({
    type: z.literal('topic'),
    id: topicId,
    kind: z.enum(vocabulary.TOPIC_KINDS),
    name: shortText,
    text: longText.optional(),
    aligned: z.boolean().optional(),
    valence: z.boolean().optional(),
    validFrom: edtf.optional(),
    validTo: edtf.optional(),
    partOf: listOf(topicId, itself).optional(),
  })
  .refine((t) => t.kind !== 'PROPOSITION' || t.text !== undefined, {
    path: ['text'],
    message: 'the sentence that a proposition is',
  })
  .refine((t) => t.kind !== 'PROPOSITION' || t.aligned === undefined, {
    path: ['aligned'],
    message: '"aligned" on an issue only',
  })
  .refine((t) => t.kind !== 'ISSUE' || t.valence === undefined, {
    path: ['valence'],
    message: '"valence" on a proposition only',
  })
  .refine((t) => inOrder({ from: t.validFrom, to: t.validTo }), {
    path: ['validTo'],
    message: 'a date not before "validFrom"',
  });

const publisher = z.strictObject({
  type: z.literal('publisher'),
  id: id('publisher'),
  name: shortText,
  country: actorId.optional(),
  control: z.enum(vocabulary.CONTROLS).optional(),
  controlSource: shortText.optional(),
});

const source = z.strictObject({
  type: z.literal('source'),
  id: sourceId,
  url: url.optional(),
  title: shortText.optional(),
  author: shortText.optional(),
  section: shortText.optional(),
  kind: label.optional(),
  publisher: id('publisher').optional(),
  publishedAt: edtf.optional(),
  language: language.optional(),
  archivedUrl: url.optional(),
});

const event = z.strictObject({
  type: z.literal('event'),
  id: id('event'),
  kind: z.enum(vocabulary.EVENT_KINDS),
  name: shortText,
  date: edtf,
  time: time.optional(),
  dateBasis: z.enum(vocabulary.DATE_BASES).optional(),
  codes: listOf(label, itself).optional(),
  goldstein: z.number().min(-10, 'a number from -10 to 10').max(10, 'a number from -10 to 10').optional(),
  place: shortText.optional(),
  outcome: z
    .string()
    .regex(/^[A-Z][A-Z_]{0,39}$/, 'a word in capitals such as "ADOPTED" or "FAILED"')
    .optional(),
  yes: count.optional(),
  no: count.optional(),
  abstain: count.optional(),
  document: shortText.optional(),
  decides: listOf(
    z.strictObject({ topic: topicId, yesMeans: z.enum(vocabulary.YES_MEANS) }),
    (d) => d.topic,
  ).optional(),
  involves: listOf(
    z.strictObject({ actor: actorId, role: z.enum(vocabulary.INVOLVEMENT_ROLES) }),
    (i) => `${i.actor} as ${i.role}`,
  ).optional(),
  citations: citations.optional(),
});

const vote = z.strictObject({
  type: z.literal('vote'),
  event: id('event'),
  actor: actorId,
  vote: z.enum(vocabulary.VOTES),
  citations: citations.optional(),
});

const membership = z
  .strictObject({
    type: z.literal('membership'),
    actor: actorId,
    organization: actorId,
    role: label.optional(),
    from: edtf.optional(),
    to: edtf.optional(),
    citations: citations.optional(),
  })
  .refine(inOrder, IN_ORDER);

const office = z
  .strictObject({
    type: z.literal('office'),
    person: actorId,
    of: actorId,
    title: shortText,
    from: edtf.optional(),
    to: edtf.optional(),
    citations: citations.optional(),
  })
  .refine(inOrder, IN_ORDER);

const speaker = z.strictObject({
  actor: actorId,
  role: shortText.optional(),
  capacity: z.enum(vocabulary.CAPACITIES).default('NATIONAL'),
  asNamed: shortText.optional(),
});

const codingName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/, 'a coding set such as "adjudicated" (a-z, 0-9, ".", "_", "-")');

const stance = z
  .strictObject({
    topic: topicId,
    position: z.enum(vocabulary.POSITIONS),
    untilMet: z.enum(vocabulary.UNTIL_MET).optional(),
    conditions: listOf(
      z.strictObject({ text: longText, askedOf: listOf(actorId, itself).optional() }),
      (c) => c.text,
      50,
    ).optional(),
    rationale: longText.optional(),
    confidence: z.number().min(0, 'a number from 0 to 1').max(1, 'a number from 0 to 1').optional(),
    coding: codingName.default(vocabulary.DEFAULT_CODING),
    coder: label.optional(),
    codedAt: edtf.optional(),
  })
  .refine((s) => s.position !== 'CONDITIONAL' || s.untilMet !== undefined, {
    path: ['untilMet'],
    message: 'what the position is until the condition is met: SUPPORT, OPPOSE or UNSTATED',
  })
  .refine((s) => s.position === 'CONDITIONAL' || s.untilMet === undefined, {
    path: ['untilMet'],
    message: 'no "untilMet": the position is not CONDITIONAL',
  });
export type StanceRecord = z.infer<typeof stance>;

const statement = z
  .strictObject({
    type: z.literal('statement'),
    id: id('statement'),
    act: z.enum(vocabulary.ACTS),
    date: edtf,
    time: time.optional(),
    dateBasis: z.enum(vocabulary.DATE_BASES).optional(),
    speakers: listOf(speaker, (s) => s.actor),
    onBehalfOf: listOf(
      z.strictObject({ actor: actorId, basis: z.enum(vocabulary.BASES).default('OWN') }),
      (p) => p.actor,
    ).optional(),
    addressees: listOf(actorId, itself).optional(),
    summary: longText.optional(),
    about: listOf(topicId, itself).optional(),
    stances: listOf(stance, (s) => `${s.topic} in ${s.coding} by ${s.coder ?? 'no coder'}`).optional(),
    citations,
    event: id('event').optional(),
    respondsTo: listOf(
      z.strictObject({ id: statementOrEventId, kind: z.enum(vocabulary.RESPONSE_KINDS) }),
      (r) => r.id,
    ).optional(),
  })
  .superRefine((s, context) => {
    if (s.speakers.some((speaker) => speaker.capacity === 'PRESIDING')) {
      s.stances?.forEach((stance, index) => {
        if (stance.position !== 'NO_STANCE') {
          context.addIssue({
            code: 'custom',
            path: ['stances', index, 'position'],
            message: 'no position: whoever presides rules, and takes no side',
          });
        }
      });
    }
  });

const dispute = z.strictObject({
  type: z.literal('dispute'),
  id: id('dispute'),
  question: longText,
  status: z.enum(vocabulary.DISPUTE_STATUSES),
  assessment: longText.optional(),
  assessedBy: shortText.optional(),
  concerns: listOf(statementOrEventId, itself).optional(),
  claims: listOf(
    z.strictObject({ claim: longText, sources: listOf(sourceId, itself) }),
    (c) => c.claim,
    50,
  ).optional(),
});

/** Who judged so, when and why. */
const judgement = {
  reason: longText,
  by: label.optional(),
  at: moment.optional(),
};

const merge = z
  .strictObject({
    type: z.literal('merge'),
    id: id('merge'),
    from: actorId,
    into: actorId,
    ...judgement,
  })
  .refine((m) => m.from !== m.into, { path: ['into'], message: 'another actor than "from"' });

const split = z.strictObject({
  type: z.literal('split'),
  id: id('split'),
  merge: id('merge'),
  ...judgement,
});

export const RECORD_SCHEMAS = {
  actor,
  topic,
  publisher,
  source,
  event,
  vote,
  membership,
  office,
  statement,
  dispute,
  merge,
  split,
} as const;

export type RecordType = keyof typeof RECORD_SCHEMAS;
export const RECORD_TYPES = Object.keys(RECORD_SCHEMAS) as readonly RecordType[];

/** One record, defaults filled in. */
export type RecordOf<T extends RecordType> = z.infer<(typeof RECORD_SCHEMAS)[T]>;
export type AnyRecord = { [T in RecordType]: RecordOf<T> }[RecordType];

export const recordSchema = z.discriminatedUnion('type', [
  actor,
  topic,
  publisher,
  source,
  event,
  vote,
  membership,
  office,
  statement,
  dispute,
  merge,
  split,
]);

/** Something wrong with a record: in which field (`stances[0].topic`), and what was expected there. */
export interface RecordIssue {
  readonly field: string;
  readonly expected: string;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? String(part) : `${name}.${String(part)}`,
    '',
  );
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.input === undefined) return `a value (${issue.expected}); the field is missing`;
  return issue.expected === 'int' ? 'a whole number' : `a value of type ${issue.expected}`;
}

/** A problem that zod found, with one for each unknown field, which zod reports by the object they stand in. */
function recordIssues(issue: z.core.$ZodIssue, schema: z.ZodObject): RecordIssue[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ field: fieldName(issue.path), expected: expectation(issue) }];
  const known = issue.path.length === 0 ? ` (known: ${Object.keys(schema.shape).join(', ')})` : '';
  return issue.keys.map((key) => ({
    field: fieldName([...issue.path, key]),
    expected: `no such field${known}`,
  }));
}

export type ParsedRecord = { readonly record: AnyRecord } | { readonly issues: readonly RecordIssue[] };

/** Checks one record by itself. What it refers to is checked by the loader, which knows the other records. */
export function parseRecord(value: unknown): ParsedRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { issues: [{ field: '', expected: 'a JSON object' }] };
  }
  const type = (value as { type?: unknown }).type;
  if (typeof type !== 'string' || !Object.hasOwn(RECORD_SCHEMAS, type)) {
    return { issues: [{ field: 'type', expected: `one of ${RECORD_TYPES.join(', ')}` }] };
  }
  const schema = RECORD_SCHEMAS[type as RecordType];
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { record: result.data };
  return { issues: result.error.issues.flatMap((issue) => recordIssues(issue, schema)) };
}

/** A reference a record makes: in which field, to which id. */
export interface Reference {
  readonly field: string;
  readonly id: string;
}

/** The fields that hold the id of another record, wherever they stand; `id` too, where it is not the record's own. */
const REFERENCE_FIELDS = new Set([
  'id',
  'actor',
  'topic',
  'source',
  'publisher',
  'country',
  'event',
  'organization',
  'person',
  'of',
  'partOf',
  'about',
  'addressees',
  'askedOf',
  'concerns',
  'sources',
]);
/** The same of records in which other fields have these names. */
const JUDGEMENT_REFERENCES: Partial<Record<RecordType, ReadonlySet<string>>> = {
  merge: new Set(['from', 'into']),
  split: new Set(['merge']),
};

/** Every reference of a record to another record, with the field it stands in. */
export function referencesOf(record: AnyRecord): Reference[] {
  const found: Reference[] = [];
  const fields = JUDGEMENT_REFERENCES[record.type] ?? REFERENCE_FIELDS;
  const visit = (value: unknown, key: string, field: string): void => {
    if (typeof value === 'string') {
      if (fields.has(key) && field !== 'id') found.push({ field, id: value });
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, key, `${field}[${index}]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) visit(item, name, field ? `${field}.${name}` : name);
    }
  };
  visit(record, '', '');
  return found;
}
