import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnyRecord,
  conditionId,
  contentHash,
  fingerprintOf,
  kindOf,
  parseRecord,
  primaryCitation,
  type RecordOf,
  stanceId,
} from '../../../src/model/index.js';

const lines = readFileSync(new URL('../../fixtures/format.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const records = lines.map((line) => parsed(JSON.parse(line)));

function parsed(value: unknown): AnyRecord {
  const result = parseRecord(value);
  if ('issues' in result) throw new Error(JSON.stringify(result.issues));
  return result.record;
}

function statement(changes: object = {}): RecordOf<'statement'> {
  const record = parsed({
    type: 'statement',
    id: 'statement:a',
    act: 'STATEMENT',
    date: '2020-09-01',
    speakers: [{ actor: 'actor:a' }, { actor: 'actor:b' }],
    citations: [{ source: 'source:a', quote: 'We will not negotiate.' }, { source: 'source:b' }],
    ...changes,
  });
  if (record.type !== 'statement') throw new Error('a statement was expected');
  return record;
}

function shuffledKeys(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffledKeys(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffledKeys(item, random)] as const);
  return Object.fromEntries(
    entries
      .map((entry) => ({ entry, by: random() }))
      .sort((a, b) => a.by - b.by)
      .map(({ entry }) => entry),
  );
}

describe('contentHash', () => {
  test('does not depend on the order of fields', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...records),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (record, stream) => {
          const random = () => stream.next().value ?? 0;
          expect(contentHash(shuffledKeys(record, random) as AnyRecord)).toBe(contentHash(record));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('is another one for each record, and for each change of a field', () => {
    expect(new Set(records.map(contentHash)).size).toBe(records.length);
    for (const record of records) {
      for (const [field, value] of Object.entries(record)) {
        if (typeof value !== 'string') continue;
        expect(contentHash({ ...record, [field]: `${value}x` } as AnyRecord)).not.toBe(contentHash(record));
      }
    }
  });

  test('the order of sets means nothing, that of speakers and citations does', () => {
    const a = statement({ addressees: ['actor:c', 'actor:d'] });
    expect(contentHash(statement({ addressees: ['actor:d', 'actor:c'] }))).toBe(contentHash(a));
    const { speakers, citations } = a;
    expect(contentHash({ ...a, speakers: [...speakers].reverse() })).not.toBe(contentHash(a));
    expect(contentHash({ ...a, citations: [...citations].reverse() })).not.toBe(contentHash(a));
  });

  test('a default that is written out is the same content', () => {
    expect(
      contentHash(
        statement({ speakers: [{ actor: 'actor:a', capacity: 'NATIONAL' }, { actor: 'actor:b' }] }),
      ),
    ).toBe(contentHash(statement()));
  });
});

describe('fingerprintOf', () => {
  test('is the same for the same day, speakers and words', () => {
    const twin = statement({
      id: 'statement:b',
      act: 'LETTER',
      speakers: [{ actor: 'actor:b' }, { actor: 'actor:a', role: 'Minister' }],
      citations: [{ source: 'source:c', quote: 'we will NOT negotiate' }],
    });
    expect(fingerprintOf(twin)).toBe(fingerprintOf(statement()));
    expect(fingerprintOf(statement())).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each([
    ['another day', { date: '2020-09-02' }],
    ['other speakers', { speakers: [{ actor: 'actor:a' }] }],
    ['other words', { citations: [{ source: 'source:a', quote: 'We will negotiate.' }] }],
  ])('%s, another fingerprint', (_, changes) => {
    expect(fingerprintOf(statement(changes))).not.toBe(fingerprintOf(statement()));
  });
});

test('the primary citation is the one that is marked, else the first', () => {
  expect(primaryCitation(statement())?.source).toBe('source:a');
  const marked = statement({ citations: [{ source: 'source:a' }, { source: 'source:b', primary: true }] });
  expect(primaryCitation(marked)?.source).toBe('source:b');
});

test('a stance is known by statement, topic, coding and coder; a condition by stance and words', () => {
  const stance = stanceId('statement:a', { topic: 'topic:t', coding: 'adjudicated', coder: 'x' });
  expect(stance).toBe('stance:a/t/adjudicated/x');
  expect(stanceId('statement:a', { topic: 'topic:t', coding: 'adjudicated' })).toBe(
    'stance:a/t/adjudicated/',
  );
  const condition = conditionId(stance, 'first');
  expect(kindOf(condition)).toBe('condition');
  expect(conditionId(stance, 'second')).not.toBe(condition);
  expect(
    kindOf(conditionId(stanceId(`statement:${'a'.repeat(120)}`, { topic: 'topic:t', coding: 'c' }), 'x')),
  ).toBe('condition');
});
