import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord, RECORD_TYPES, referencesOf } from '../../../src/model/index.js';

const lines = readFileSync(new URL('../../fixtures/format.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const examples: Readonly<Record<string, object>> = Object.fromEntries(
  // of two examples of a type, the first
  lines
    .toReversed()
    .map((line) => JSON.parse(line))
    .map((value: { type: string }) => [value.type, value]),
);
const proposition: object = JSON.parse(lines[2] ?? '');

/** A change that takes a field away. */
const GONE = undefined;

function problems(type: string, changes: object): { field: string; expected: string }[] {
  const base = type === 'proposition' ? proposition : examples[type];
  const value = JSON.parse(JSON.stringify({ ...base, ...changes }));
  const result = parseRecord(value);
  return 'issues' in result ? [...result.issues] : [];
}

test('the examples of the format are records, and each type has one', () => {
  expect(Object.keys(examples).sort()).toEqual([...RECORD_TYPES].sort());
  for (const line of lines) expect(parseRecord(JSON.parse(line)), line).toHaveProperty('record');
});

test('defaults are filled in', () => {
  const result = parseRecord({
    type: 'statement',
    id: 'statement:a',
    act: 'STATEMENT',
    date: '2020',
    speakers: [{ actor: 'actor:a' }],
    onBehalfOf: [{ actor: 'actor:b' }],
    stances: [{ topic: 'topic:t', position: 'SUPPORT' }],
    citations: [{ source: 'source:a' }],
  });
  expect(result).toMatchObject({
    record: {
      speakers: [{ capacity: 'NATIONAL' }],
      onBehalfOf: [{ basis: 'OWN' }],
      stances: [{ coding: 'adjudicated' }],
    },
  });
});

describe('what is no record', () => {
  test.each([[null], [[]], ['text'], [1], [true], [undefined]])('%j', (value) => {
    expect(parseRecord(value)).toEqual({ issues: [{ field: '', expected: 'a JSON object' }] });
  });

  test.each([[{}], [{ type: 'actors' }], [{ type: 1 }], [{ type: 'constructor' }], [{ type: '__proto__' }]])(
    'the type of %j',
    (value) => {
      expect(parseRecord(value)).toEqual({
        issues: [{ field: 'type', expected: `one of ${RECORD_TYPES.join(', ')}` }],
      });
    },
  );
});

const stance = { topic: 'topic:t', position: 'SUPPORT' };
const citation = { source: 'source:a' };
const speaker = { actor: 'actor:a' };

/** type, what is wrong, the change that makes it so, the field to blame, words of what was expected */
const REFUSALS: readonly (readonly [string, string, object, string, string])[] = [
  ['actor', 'a field that is misspelt', { isoCod: 'IRN' }, 'isoCod', 'no such field (known: type, id, kind'],
  ['actor', 'a null', { description: null }, 'description', 'a value of type string'],
  ['actor', 'no id', { id: GONE }, 'id', 'the field is missing'],
  ['actor', "another kind's id", { id: 'topic:iran' }, 'id', 'an id like "actor:name"'],
  ['actor', 'capitals in an id', { id: 'actor:Iran' }, 'id', 'an id like'],
  ['actor', 'a long id', { id: `actor:${'a'.repeat(121)}` }, 'id', 'at most 120'],
  ['actor', 'an unknown kind', { kind: 'COUNTRY' }, 'kind', 'one of STATE, ORGANIZATION, PERSON'],
  ['actor', 'no name', { name: GONE }, 'name', 'the field is missing'],
  ['actor', 'an empty name', { name: ' ' }, 'name', 'text that is not empty'],
  ['actor', 'a long name', { name: 'a'.repeat(1_001) }, 'name', 'at most 1000'],
  ['actor', 'a number as name', { name: 1 }, 'name', 'a value of type string'],
  ['actor', 'a NUL', { name: 'a\u0000b' }, 'name', 'without control characters'],
  ['actor', 'an escape character', { name: 'a\u001bb' }, 'name', 'without control characters'],
  ['actor', 'a lone surrogate', { name: 'a\ud800b' }, 'name', 'lone surrogates'],
  ['actor', 'an empty list', { aliases: [] }, 'aliases', 'at least one item'],
  ['actor', 'an alias twice', { aliases: ['a', 'a'] }, 'aliases[1]', '"a" is there twice'],
  [
    'actor',
    'too many aliases',
    { aliases: Array.from({ length: 501 }, (_, i) => `a${i}`) },
    'aliases',
    'at most 500',
  ],
  ['actor', 'an alpha-2 code', { isoCode: 'IR' }, 'isoCode', 'ISO 3166 alpha-3'],
  ['actor', 'no Wikidata id', { wikidataId: '794' }, 'wikidataId', 'Wikidata id'],
  [
    'proposition',
    'a proposition without a sentence',
    { text: GONE },
    'text',
    'the sentence that a proposition is',
  ],
  ['proposition', 'an aligned proposition', { aligned: true }, 'aligned', 'on an issue only'],
  ['topic', 'a valence issue', { valence: true }, 'valence', 'on a proposition only'],
  [
    'topic',
    'validity that ends first',
    { validFrom: '2021', validTo: '2020' },
    'validTo',
    'not before "validFrom"',
  ],
  ['topic', 'an actor as whole', { partOf: ['actor:iran'] }, 'partOf[0]', 'an id like "topic:name"'],
  ['publisher', 'an unknown control', { control: 'PRIVATE' }, 'control', 'one of STATE, PUBLIC'],
  ['publisher', 'a country by name', { country: 'Russia' }, 'country', 'an id like "actor:name"'],
  ['source', 'a relative address', { url: '/a' }, 'url', 'an absolute http or https URL'],
  ['source', 'another scheme', { url: 'javascript:alert(1)' }, 'url', 'an absolute http or https URL'],
  ['source', 'no language tag', { language: 'e' }, 'language', 'BCP 47'],
  ['source', 'no date', { publishedAt: 'yesterday' }, 'publishedAt', 'a date as 2020, 2020-09 or 2020-09-01'],
  [
    'merge',
    'an actor into itself',
    { into: 'actor:mohammad-javad-zarif' },
    'into',
    'another actor than "from"',
  ],
  ['merge', 'no reason', { reason: GONE }, 'reason', 'the field is missing'],
  ['merge', 'a time without its zone', { at: '2026-01-02T09:30:00' }, 'at', 'an instant as'],
  ['merge', 'a day that is not in the calendar', { at: '2026-02-30T09:30:00Z' }, 'at', 'an instant as'],
  ['merge', 'an hour that no day has', { at: '2026-02-03T25:30:00Z' }, 'at', 'an instant as'],
  ['split', 'the actor of the merge', { merge: 'actor:sergei-lavrov' }, 'merge', 'an id like "merge:name"'],
  ['event', 'a day that is not in the calendar', { date: '2020-02-30' }, 'date', 'a date as'],
  ['event', 'no time', { time: '25:00' }, 'time', 'a time as 14:30'],
  ['event', 'half a vote', { yes: 0.5 }, 'yes', 'a whole number'],
  ['event', 'a negative count', { no: -1 }, 'no', 'at least 0'],
  ['event', 'a Goldstein score beyond 10', { goldstein: 10.1 }, 'goldstein', 'from -10 to 10'],
  ['event', 'an outcome in a sentence', { outcome: 'not adopted' }, 'outcome', 'a word in capitals'],
  [
    'event',
    'a decision twice',
    {
      decides: [
        { topic: 'topic:a', yesMeans: 'SUPPORT' },
        { topic: 'topic:a', yesMeans: 'OPPOSE' },
      ],
    },
    'decides[1]',
    'twice',
  ],
  [
    'event',
    'an unknown role',
    { involves: [{ actor: 'actor:a', role: 'HOST' }] },
    'involves[0].role',
    'one of SOURCE',
  ],
  ['event', 'an unknown basis', { dateBasis: 'GUESSED' }, 'dateBasis', 'one of PRINTED, INFERRED'],
  ['vote', 'an unknown vote', { vote: 'VETO' }, 'vote', 'one of YES, NO, ABSTAIN, NOT_VOTING'],
  ['vote', 'no event', { event: GONE }, 'event', 'the field is missing'],
  [
    'membership',
    'an end before the start',
    { from: '2021', to: '2020-12-31' },
    'to',
    'a date not before "from"',
  ],
  ['office', 'an end before the start', { from: '2021', to: '2020-12-31' }, 'to', 'a date not before "from"'],
  ['office', 'no title', { title: GONE }, 'title', 'the field is missing'],
  ['statement', 'an unknown act', { act: 'SPEECH' }, 'act', 'one of STATEMENT, EXPLANATION_OF_VOTE'],
  ['statement', 'no speaker', { speakers: [] }, 'speakers', 'at least one item'],
  ['statement', 'a speaker twice', { speakers: [speaker, speaker] }, 'speakers[1]', 'twice'],
  [
    'statement',
    'an unknown capacity',
    { speakers: [{ ...speaker, capacity: 'CHAIR' }] },
    'speakers[0].capacity',
    'one of NATIONAL',
  ],
  [
    'statement',
    'an unknown basis',
    { onBehalfOf: [{ ...speaker, basis: 'ALLY' }] },
    'onBehalfOf[0].basis',
    'one of OWN, JOINT',
  ],
  ['statement', 'no citation', { citations: GONE }, 'citations', 'the field is missing'],
  ['statement', 'an empty list of citations', { citations: [] }, 'citations', 'at least one item'],
  ['statement', 'a citation twice', { citations: [citation, citation] }, 'citations[1]', 'twice'],
  [
    'statement',
    'two primary citations',
    {
      citations: [
        { ...citation, primary: true },
        { source: 'source:b', primary: true },
      ],
    },
    'citations',
    'at most one primary',
  ],
  [
    'statement',
    'a start without an end',
    { citations: [{ ...citation, start: 1 }] },
    'citations[0].end',
    'together',
  ],
  [
    'statement',
    'an end before the start',
    { citations: [{ ...citation, start: 2, end: 1 }] },
    'citations[0].end',
    'not before "start"',
  ],
  [
    'statement',
    'a negative offset',
    { citations: [{ ...citation, start: -1, end: 1 }] },
    'citations[0].start',
    'at least 0',
  ],
  [
    'statement',
    'verbatim without words',
    { citations: [{ ...citation, attribution: 'VERBATIM' }] },
    'citations[0].quote',
    'a quote',
  ],
  [
    'statement',
    'an unknown field deep down',
    { citations: [{ ...citation, quotes: 'a' }] },
    'citations[0].quotes',
    'no such field',
  ],
  [
    'statement',
    'an unknown position',
    { stances: [{ ...stance, position: 'YES' }] },
    'stances[0].position',
    'one of SUPPORT',
  ],
  [
    'statement',
    'a condition without meanwhile',
    { stances: [{ ...stance, position: 'CONDITIONAL' }] },
    'stances[0].untilMet',
    'until the condition is met',
  ],
  [
    'statement',
    'meanwhile without a condition',
    { stances: [{ ...stance, untilMet: 'OPPOSE' }] },
    'stances[0].untilMet',
    'not CONDITIONAL',
  ],
  ['statement', 'a stance twice', { stances: [stance, stance] }, 'stances[1]', 'twice'],
  [
    'statement',
    'a confidence beyond 1',
    { stances: [{ ...stance, confidence: 1.1 }] },
    'stances[0].confidence',
    'from 0 to 1',
  ],
  [
    'statement',
    'a coding set in words',
    { stances: [{ ...stance, coding: 'My set' }] },
    'stances[0].coding',
    'a coding set such as',
  ],
  [
    'statement',
    'a stance of one who presides',
    { speakers: [{ ...speaker, capacity: 'PRESIDING' }], stances: [stance] },
    'stances[0].position',
    'whoever presides',
  ],
  [
    'statement',
    'an answer to an actor',
    { respondsTo: [{ id: 'actor:a', kind: 'REPLY' }] },
    'respondsTo[0].id',
    '"statement:name" or "event:name"',
  ],
  [
    'statement',
    'an unknown kind of answer',
    { respondsTo: [{ id: 'event:a', kind: 'MOCKS' }] },
    'respondsTo[0].kind',
    'one of REPLY',
  ],
  ['dispute', 'an unknown status', { status: 'OPEN' }, 'status', 'one of RESOLVED, UNRESOLVED'],
  [
    'dispute',
    'a claim without sources',
    { claims: [{ claim: 'a', sources: [] }] },
    'claims[0].sources',
    'at least one item',
  ],
  ['dispute', 'no question', { question: GONE }, 'question', 'the field is missing'],
];

test.each(REFUSALS)('%s: %s', (type, _, changes, field, expected) => {
  expect(problems(type, changes)).toContainEqual({ field, expected: expect.stringContaining(expected) });
});

test.each([
  ['actor', 'tabs and newlines', { description: 'a\tb\nc' }],
  ['actor', 'any script', { name: 'عباس عراقچی 🇮🇷' }],
  [
    'statement',
    'a presiding speaker who was read and takes none',
    {
      speakers: [{ ...speaker, capacity: 'PRESIDING' }],
      stances: [{ ...stance, position: 'NO_STANCE' }],
    },
  ],
  [
    'statement',
    'the same words from two sources',
    {
      citations: [
        { source: 'source:a', quote: 'a' },
        { source: 'source:b', quote: 'a' },
      ],
    },
  ],
  ['statement', 'two codings of one proposition', { stances: [stance, { ...stance, coder: 'b' }] }],
  [
    'event',
    'one actor in two roles',
    {
      involves: [
        { actor: 'actor:a', role: 'SOURCE' },
        { actor: 'actor:a', role: 'TARGET' },
      ],
    },
  ],
  ['membership', 'the same month', { from: '2020-05-20', to: '2020-05' }],
])('%s: %s is right', (type, _, changes) => {
  expect(problems(type, changes)).toEqual([]);
});

test('whatever a field is, it is refused or taken, never a crash', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(examples)),
      fc.nat(),
      fc.jsonValue({ maxDepth: 4 }),
      (example, which, value) => {
        const fields = Object.keys(example);
        const field = fields[which % fields.length] ?? 'id';
        const result = parseRecord({ ...example, [field]: value });
        if ('issues' in result) {
          expect(result.issues.length).toBeGreaterThan(0);
          for (const issue of result.issues) expect(issue.expected).not.toBe('');
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe('referencesOf', () => {
  test('finds every reference, and not the own id', () => {
    const result = parseRecord(examples.statement);
    if ('issues' in result) throw new Error('a record was expected');
    expect(referencesOf(result.record)).toEqual([
      { field: 'speakers[0].actor', id: 'actor:sergei-lavrov' },
      { field: 'onBehalfOf[0].actor', id: 'actor:russia' },
      { field: 'addressees[0]', id: 'actor:iran' },
      { field: 'addressees[1]', id: 'actor:united-states' },
      { field: 'about[0]', id: 'topic:talks' },
      { field: 'stances[0].topic', id: 'topic:direct-talks' },
      { field: 'stances[0].conditions[0].askedOf[0]', id: 'actor:iran' },
      { field: 'stances[0].conditions[0].askedOf[1]', id: 'actor:united-states' },
      { field: 'citations[0].source', id: 'source:press-2020-09-04' },
      { field: 'event', id: 'event:unsc-2025-09-19' },
      { field: 'respondsTo[0].id', id: 'statement:2020-08-31-zarif' },
    ]);
  });

  test.each([
    ['actor', []],
    ['publisher', ['actor:russia']],
    ['source', ['publisher:tass']],
    ['event', ['topic:relief-continued-2025', 'source:press-2020-09-04']],
    ['vote', ['event:unsc-2025-09-19', 'actor:russia', 'source:press-2020-09-04']],
    ['membership', ['actor:niger', 'actor:un-security-council', 'source:press-2020-09-04']],
    ['office', ['actor:sergei-lavrov', 'actor:russia']],
    ['dispute', ['event:unsc-2025-09-19', 'source:press-2020-09-04']],
  ])('of a %s', (type, ids) => {
    const result = parseRecord(examples[type]);
    if ('issues' in result) throw new Error('a record was expected');
    expect(referencesOf(result.record).map(({ id }) => id)).toEqual(ids);
  });
});
