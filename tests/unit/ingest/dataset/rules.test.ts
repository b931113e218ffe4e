import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueText, validateDataset } from '../../../../src/ingest/index.js';

/** Each rule of curated datasets, by one dataset that keeps them all and a change that breaks one. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-dataset-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Loose = Record<string, unknown>;

const RECORDS: Readonly<Record<string, Loose>> = {
  council: { type: 'actor', id: 'actor:council', kind: 'ORGANIZATION', name: 'Council' },
  trio: { type: 'actor', id: 'actor:trio', kind: 'ORGANIZATION', name: 'The Three' },
  niger: { type: 'actor', id: 'actor:niger', kind: 'STATE', name: 'Niger' },
  indonesia: { type: 'actor', id: 'actor:indonesia', kind: 'STATE', name: 'Indonesia' },
  abarry: { type: 'actor', id: 'actor:abarry', kind: 'PERSON', name: 'Abarry' },
  topic: {
    type: 'topic',
    id: 'topic:snapback',
    kind: 'PROPOSITION',
    name: 'Snapback',
    text: 'It should return.',
    validFrom: '2020-08',
    validTo: '2020-12',
  },
  publisher: { type: 'publisher', id: 'publisher:un', name: 'UN' },
  source: {
    type: 'source',
    id: 'source:press',
    publisher: 'publisher:un',
    publishedAt: '2020-09-01',
  },
  vote: {
    type: 'event',
    id: 'event:vote',
    kind: 'VOTE',
    name: 'A vote',
    date: '2020-08-14',
    decides: [{ topic: 'topic:snapback', yesMeans: 'SUPPORT' }],
  },
  ballot: { type: 'vote', event: 'event:vote', actor: 'actor:niger', vote: 'ABSTAIN' },
  ambassador: {
    type: 'office',
    person: 'actor:abarry',
    of: 'actor:niger',
    title: 'Permanent Representative',
    from: '2019',
  },
  presidency: {
    type: 'membership',
    actor: 'actor:niger',
    organization: 'actor:council',
    role: 'president',
    from: '2020-09-01',
    to: '2020-09-30',
  },
  presidencyBefore: {
    type: 'membership',
    actor: 'actor:indonesia',
    organization: 'actor:council',
    role: 'president',
    from: '2020-08-01',
    to: '2020-08-31',
  },
  member: { type: 'membership', actor: 'actor:indonesia', organization: 'actor:trio', from: '2020' },
  ruling: {
    type: 'statement',
    id: 'statement:ruling',
    act: 'STATEMENT',
    date: '2020-09-01',
    speakers: [
      {
        actor: 'actor:abarry',
        role: 'Permanent Representative; president of the Council',
        capacity: 'PRESIDING',
      },
    ],
    onBehalfOf: [{ actor: 'actor:council', basis: 'MANDATE' }],
    summary: 'He rules.',
    citations: [{ source: 'source:press', quote: 'I stay with it' }],
  },
  joint: {
    type: 'statement',
    id: 'statement:joint',
    act: 'LETTER',
    date: '2020-09-01',
    speakers: [{ actor: 'actor:trio' }],
    onBehalfOf: [{ actor: 'actor:trio', basis: 'JOINT' }],
    summary: 'They refuse.',
    stances: [{ topic: 'topic:snapback', position: 'OPPOSE' }],
    citations: [{ source: 'source:press' }],
  },
};

async function problems(changes: Readonly<Record<string, Loose | undefined>>): Promise<string[]> {
  const records = Object.entries({ ...RECORDS, ...changes }).flatMap(([name, record]) =>
    record === undefined ? [] : [{ ...RECORDS[name], ...record }],
  );
  const path = join(folder, 'records.ndjson');
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const { issues } = await validateDataset(folder);
  return issues.map((issue) => issueText(issue).replace(/^.*records\.ndjson:\d+: /, ''));
}

test('a dataset that keeps the rules has no problems', async () => {
  expect(await problems({})).toEqual([]);
});

describe('is a problem:', () => {
  test('an act after its source', async () => {
    expect(await problems({ joint: { date: '2020-09-03' } })).toEqual([
      'date: expected a day not after source:press, which is of 2020-09-01',
    ]);
  });

  test('but not a day later, which a time zone explains', async () => {
    expect(await problems({ joint: { date: '2020-09-02' } })).toEqual([]);
  });

  test('an office not held on that day', async () => {
    expect(await problems({ ambassador: { to: '2020-08' } })).toEqual([
      'speakers[0].role: expected an office that actor:abarry holds on 2020-09-01 (found: none), or capacity PERSONAL',
      'speakers[0].capacity: expected a speaker of actor:niger, which presides over actor:council on 2020-09-01',
    ]);
  });

  test('another office than the one named', async () => {
    expect(await problems({ ambassador: { title: 'Foreign Minister' } })).toEqual([
      'speakers[0].role: expected an office that actor:abarry holds on 2020-09-01 (found: "Foreign Minister"), or capacity PERSONAL',
    ]);
  });

  test('presiding over a body that another state chairs', async () => {
    expect(await problems({ ruling: { date: '2020-08-20' } })).toEqual([
      'speakers[0].capacity: expected a speaker of actor:indonesia, which presides over actor:council on 2020-08-20',
    ]);
  });

  test('but not where the presidency of that day is not known', async () => {
    expect(await problems({ ruling: { date: '2020-07-20' } })).toEqual([]);
  });

  test('a stance on a proposition that did not hold then', async () => {
    expect(await problems({ topic: { validFrom: '2020-10' } })).toEqual([
      'stances[0].topic: expected a proposition valid on 2020-09-01; topic:snapback is from 2020-10-01 to 2020-12-31',
    ]);
  });

  test('a vote on nothing', async () => {
    expect(await problems({ vote: { decides: undefined } })).toEqual([
      'event: expected an event that decides a proposition; event:vote decides none',
    ]);
  });

  test('a joint statement of a group without members', async () => {
    expect(await problems({ member: { to: '2020-08' } })).toEqual([
      'onBehalfOf[0].basis: expected another JOINT principal, or members of actor:trio on 2020-09-01',
    ]);
  });

  test('but not of parties that are named', async () => {
    const onBehalfOf = ['actor:niger', 'actor:trio'].map((actor) => ({ actor, basis: 'JOINT' }));
    expect(await problems({ member: { to: '2020-08' }, joint: { onBehalfOf } })).toEqual([]);
  });

  test('a quote of more than forty words', async () => {
    const citations = [{ source: 'source:press', quote: 'word '.repeat(41).trim() }];
    expect(await problems({ joint: { citations } })).toEqual([
      'citations[0].quote: expected at most 40 words, not 41',
    ]);
  });

  test('an id that nothing names', async () => {
    expect(
      await problems({ spare: { type: 'actor', id: 'actor:spare', kind: 'STATE', name: 'Spare' } }),
    ).toEqual(['id: expected an id that another record names; nothing names actor:spare']);
  });

  test('the same words twice', async () => {
    const twin = { ...RECORDS.joint, id: 'statement:joint-again' };
    expect(await problems({ twin })).toEqual([
      'id: expected one statement for one day, speaker and words; statement:joint has the same',
    ]);
  });

  test('whatever a load would refuse, and then nothing else is looked at', async () => {
    expect(await problems({ vote: { decides: undefined }, member: { actor: 'actor:none' } })).toEqual([
      'actor: expected the id of a record in the input; there is no actor:none',
    ]);
  });
});
