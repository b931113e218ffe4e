import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LiveTable, liveTable } from '../../src/analysis/index.js';
import { type LoadOptions, loadFiles } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/index.js';
import { corpus } from '../support/corpus.js';
import { dumpGraph, OF_THE_LOAD } from '../support/dump-graph.js';
import { eachStore } from '../support/stores.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-replace-'));
});
afterAll(() => rm(directory, { recursive: true }));

let files = 0;
async function load(store: Store, records: readonly object[], options: LoadOptions = {}) {
  const path = join(directory, `${files++}.ndjson`);
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const report = await loadFiles(store, [path], options);
  expect(report.new + report.changed + report.same + report.rejected).toBe(report.read);
  return report;
}
const update = { onConflict: 'update' } as const;

const BASE = [
  { type: 'actor', id: 'actor:a', kind: 'STATE', name: 'A' },
  { type: 'actor', id: 'actor:b', kind: 'STATE', name: 'B', aliases: ['Bee'], isoCode: 'BBB' },
  { type: 'actor', id: 'actor:o', kind: 'ORGANIZATION', name: 'O' },
  { type: 'actor', id: 'actor:p', kind: 'PERSON', name: 'P' },
  { type: 'topic', id: 'topic:i', kind: 'ISSUE', name: 'Issue' },
  { type: 'topic', id: 'topic:j', kind: 'ISSUE', name: 'Other issue' },
  { type: 'topic', id: 'topic:q', kind: 'PROPOSITION', name: 'Q', text: 'Q.', partOf: ['topic:i'] },
  { type: 'publisher', id: 'publisher:x', name: 'X', country: 'actor:a', control: 'STATE' },
  { type: 'source', id: 'source:s', url: 'https://s.example/', title: 'S', publisher: 'publisher:x' },
  {
    type: 'event',
    id: 'event:e',
    kind: 'VOTE',
    name: 'E',
    date: '2020-09-01',
    decides: [{ topic: 'topic:q', yesMeans: 'SUPPORT' }],
    involves: [{ actor: 'actor:a', role: 'PARTICIPANT' }],
    citations: [{ source: 'source:s', quote: 'voted' }],
  },
  { type: 'vote', event: 'event:e', actor: 'actor:a', vote: 'YES', citations: [{ source: 'source:s' }] },
  { type: 'vote', event: 'event:e', actor: 'actor:b', vote: 'NO' },
  { type: 'membership', actor: 'actor:a', organization: 'actor:o', role: 'member', from: '2020', to: '2021' },
  { type: 'membership', actor: 'actor:b', organization: 'actor:o', role: 'member', from: '2020' },
  { type: 'office', person: 'actor:p', of: 'actor:a', title: 'Minister', from: '2019', to: '2020' },
  {
    type: 'statement',
    id: 'statement:1',
    act: 'STATEMENT',
    date: '2020-09-01',
    time: '10:00',
    speakers: [{ actor: 'actor:p', role: 'Minister' }],
    onBehalfOf: [{ actor: 'actor:a', basis: 'OWN' }],
    addressees: ['actor:b'],
    summary: 'One.',
    about: ['topic:i'],
    stances: [
      {
        topic: 'topic:q',
        position: 'CONDITIONAL',
        untilMet: 'OPPOSE',
        coding: 'adjudicated',
        conditions: [{ text: 'if they pay', askedOf: ['actor:b'] }],
      },
    ],
    citations: [{ source: 'source:s', quote: 'if they pay', primary: true }],
    event: 'event:e',
  },
  {
    type: 'statement',
    id: 'statement:2',
    act: 'STATEMENT',
    date: '2020-09-02',
    speakers: [{ actor: 'actor:b' }],
    summary: 'Two.',
    citations: [{ source: 'source:s' }],
    respondsTo: [{ id: 'statement:1', kind: 'REPLY' }],
  },
  {
    type: 'dispute',
    id: 'dispute:d',
    question: 'Who?',
    status: 'UNRESOLVED',
    concerns: ['statement:1'],
    claims: [{ claim: 'A', sources: ['source:s'] }],
  },
] as const;

/** Of each record of `BASE` one of other content: less than before, more than before, or something else. */
const CHANGED: readonly object[] = [
  { type: 'actor', id: 'actor:b', kind: 'STATE', name: 'B renamed' },
  {
    type: 'topic',
    id: 'topic:q',
    kind: 'PROPOSITION',
    name: 'Q',
    text: 'Q.',
    valence: true,
    partOf: ['topic:j'],
  },
  { type: 'publisher', id: 'publisher:x', name: 'X' },
  { type: 'source', id: 'source:s', title: 'S anew' },
  { type: 'event', id: 'event:e', kind: 'MEETING', name: 'E', date: '2020-10' },
  { type: 'vote', event: 'event:e', actor: 'actor:a', vote: 'ABSTAIN' },
  { type: 'membership', actor: 'actor:a', organization: 'actor:o', role: 'member', from: '2020' },
  { type: 'office', person: 'actor:p', of: 'actor:a', title: 'Minister', from: '2019' },
  {
    type: 'statement',
    id: 'statement:1',
    act: 'STATEMENT',
    date: '2021-01-01',
    speakers: [{ actor: 'actor:b' }],
    summary: 'Another.',
    stances: [{ topic: 'topic:q', position: 'SUPPORT', coding: 'adjudicated' }],
    citations: [{ source: 'source:s' }],
    respondsTo: [{ id: 'statement:3', kind: 'DENIES' }],
  },
  {
    type: 'statement',
    id: 'statement:3',
    act: 'STATEMENT',
    date: '2020-12-31',
    speakers: [{ actor: 'actor:a' }],
    citations: [{ source: 'source:s' }],
  },
  { type: 'dispute', id: 'dispute:d', question: 'Who?', status: 'RESOLVED', assessment: 'Nobody.' },
];

function keyOf(record: object): string {
  const { type, id, event, actor, organization, person, of } = record as Readonly<Record<string, unknown>>;
  return JSON.stringify(id ? [id] : [type, event, actor, organization, person, of]);
}
const changedKeys = new Set(CHANGED.map(keyOf));
const AFTER = [...BASE.filter((record) => !changedKeys.has(keyOf(record))), ...CHANGED];

describe.each(await eachStore())('replacing in $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('a record of other content is refused, or takes the place of the one there exactly', async () => {
    expect((await load(store, AFTER)).issues).toEqual([]);
    const wanted = await dumpGraph(store, [...OF_THE_LOAD]);
    await store.close();
    store = await open();
    await load(store, BASE);
    const before = await dumpGraph(store);
    expect(await load(store, CHANGED)).toMatchObject({ new: 1, changed: 0, rejected: 10, written: 0 });
    expect(await load(store, CHANGED, { ...update, dryRun: true })).toMatchObject({
      new: 1,
      changed: 10,
      written: 0,
    });
    expect(await dumpGraph(store)).toEqual(before);
    const report = await load(store, CHANGED, update);
    expect(report).toMatchObject({ new: 1, changed: 10, same: 0, rejected: 0, written: 11 });
    const withoutMonths = (dump: readonly string[]) => dump.filter((line) => !line.includes(':_Month'));
    expect(withoutMonths(await dumpGraph(store, [...OF_THE_LOAD]))).toEqual(withoutMonths(wanted));
    expect(await load(store, [...CHANGED].reverse(), update)).toMatchObject({ same: 11, written: 0 });
  });

  test('of two in one input the last counts, and the others are named', async () => {
    const named = (name: string) => ({ type: 'actor', id: 'actor:a', kind: 'STATE', name });
    const [first, second, third] = [named('1'), named('2'), named('3')];
    const report = await load(store, [first, second, second, third], update);
    expect(report).toMatchObject({ read: 4, new: 1, same: 1, rejected: 2, superseded: 2, written: 1 });
    expect(report.issues.map(({ code, line }) => [code, line])).toEqual([
      ['SUPERSEDED', 1],
      ['SUPERSEDED', 2],
    ]);
    expect(await dumpGraph(store)).toContain('actor:a :Actor name="3"');
    const again = await load(store, [third, first], update);
    expect(again).toMatchObject({ changed: 1, same: 0, rejected: 1, superseded: 1, written: 1 });
    expect(await dumpGraph(store)).toContain('actor:a :Actor name="1"');
  });

  test('a kind that others rely on stays, and so does a topic outside of itself', async () => {
    await load(store, BASE);
    const report = await load(
      store,
      [
        { type: 'actor', id: 'actor:a', kind: 'PERSON', name: 'A' },
        { type: 'topic', id: 'topic:i', kind: 'ISSUE', name: 'Issue', partOf: ['topic:k'] },
        { type: 'topic', id: 'topic:k', kind: 'ISSUE', name: 'K', partOf: ['topic:i'] },
      ],
      update,
    );
    expect(report).toMatchObject({ rejected: 3, written: 0 });
    expect(report.issues.map(({ field }) => field)).toEqual(['kind', 'partOf', 'partOf']);
  });

  test('every record of a corpus is replaced and comes back the same', async () => {
    const records = corpus();
    await load(store, records);
    const before = await dumpGraph(store, OF_THE_LOAD);
    const altered = records.map((record) =>
      record.type === 'statement'
        ? { ...record, summary: `${record.summary} (altered)`, stances: undefined }
        : record,
    );
    expect(await load(store, altered, update)).toMatchObject({ rejected: 0, changed: 160 });
    expect(await dumpGraph(store, OF_THE_LOAD)).not.toEqual(before);
    expect(await load(store, [...records].reverse(), update)).toMatchObject({ rejected: 0, changed: 160 });
    expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(before);
  });

  test('what is computed of the statements sees it', async () => {
    await load(store, BASE);
    const table = liveTable(store);
    const ask = (of: LiveTable) =>
      of.ask('facets', {}, { byAct: 10, byPosition: 10, byTopic: 10, byActor: 10 });
    const before = await ask(table);
    await load(store, CHANGED, update);
    const after = await ask(table);
    expect(after.result).not.toEqual(before.result);
    expect(after.result).toEqual((await ask(liveTable(store))).result);
    await table.close();
  });
});
