import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { corpus } from '../../../bench/corpus/index.js';
import { writeRecords } from '../../../bench/database/write-records.js';
import {
  type AnyRecord,
  kindOf,
  parseRecord,
  type RecordOf,
  referencesOf,
} from '../../../src/model/index.js';
import { openGrafeo } from '../../../src/store/grafeo/index.js';
import { dumpGraph, OF_THE_LOAD } from '../../support/dump-graph.js';
import { loadRecords } from '../../support/load-records.js';

const records = [...corpus(5_000)];
const statements = records.filter((record): record is RecordOf<'statement'> => record.type === 'statement');
const bytesOf = (all: Iterable<AnyRecord>) =>
  [...all].map((record) => `${JSON.stringify(record)}\n`).join('');
const share = (matching: (statement: RecordOf<'statement'>) => boolean) =>
  statements.filter(matching).length / statements.length;

/** How often each is there, the most frequent first. */
function counts(ids: readonly string[]): number[] {
  const found = new Map<string, number>();
  for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1);
  return [...found.values()].sort((a, b) => b - a);
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the corpus of the benchmark', () => {
  test('is the same bytes every time', () => {
    const bytes = bytesOf(corpus(1_000));
    expect(bytesOf(corpus(1_000))).toBe(bytes);
    // other bytes are another corpus: numbers measured before cannot be compared with those measured after
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '86c2e363cbd6284996c40e07fd1c1785ca2c49f5a919d23ab2a88a83fef1a510',
    );
  });

  test('has valid records only, each as it is read back', () => {
    for (const record of records) {
      const written: unknown = JSON.parse(JSON.stringify(record));
      expect(parseRecord(written)).toEqual({ record: written });
    }
  });

  test('has as many statements as were asked for, and refers only to what comes before', () => {
    expect(statements).toHaveLength(5_000);
    const seen = new Set<string>();
    for (const record of records) {
      for (const { id } of referencesOf(record)) if (!seen.has(id)) expect.fail(`${id} comes too late`);
      if (!('id' in record)) continue;
      if (seen.has(record.id)) expect.fail(`${record.id} is there twice`);
      seen.add(record.id);
    }
  });

  test('is skewed as real ones are', () => {
    const principals = counts(
      statements.flatMap(({ speakers, onBehalfOf }) => (onBehalfOf ?? speakers).map(({ actor }) => actor)),
    );
    const topics = counts(statements.flatMap(({ stances = [] }) => stances.map(({ topic }) => topic)));
    for (const degrees of [principals, topics]) {
      const few = degrees.slice(0, Math.ceil(degrees.length / 10));
      expect(sum(few) / sum(degrees)).toBeGreaterThan(0.3);
      expect(degrees.length).toBeGreaterThan(10);
    }
  });

  test('has two principals, two stance topics, conditions, imprecise dates and responses in some', () => {
    const some = {
      'two principals': share(({ onBehalfOf = [] }) => onBehalfOf.length === 2),
      'no principal named': share(({ onBehalfOf }) => onBehalfOf === undefined),
      'two stance topics': share(({ stances = [] }) => new Set(stances.map(({ topic }) => topic)).size === 2),
      'a condition': share(({ stances = [] }) => stances.some(({ untilMet }) => untilMet !== undefined)),
      'an imprecise date': share(({ date }) => date.length < 10),
      'a response': share(({ respondsTo }) => respondsTo !== undefined),
      'an event': share(({ event }) => event !== undefined),
    };
    for (const [what, part] of Object.entries(some)) {
      expect(part, what).toBeGreaterThan(0.03);
      expect(part, what).toBeLessThan(0.25);
    }
    expect(share(({ citations }) => citations.some(({ quote }) => quote))).toBeGreaterThan(0.85);
  });

  test('spans twelve years, and nobody speaks to itself', () => {
    const years = new Set(statements.map(({ date }) => date.slice(0, 4)));
    expect([...years].sort()).toEqual(Array.from({ length: 12 }, (_, n) => String(2014 + n)));
    for (const { speakers, onBehalfOf = [], addressees = [] } of statements) {
      const own = [...speakers, ...onBehalfOf].map(({ actor }) => actor);
      expect(addressees.filter((actor) => own.includes(actor))).toEqual([]);
    }
  });

  test('has every kind of record that the loader writes but disputes', () => {
    expect(new Set(records.map(({ type }) => type))).toEqual(
      new Set([
        'actor',
        'topic',
        'publisher',
        'source',
        'event',
        'vote',
        'membership',
        'office',
        'statement',
      ]),
    );
    expect(new Set(records.flatMap((record) => ('id' in record ? [kindOf(record.id)] : [])))).toContain(
      'event',
    );
  });
});

test('what the benchmark writes is the graph that the loader makes', async () => {
  const [ours, theLoaders] = [await openGrafeo({}), await openGrafeo({})];
  try {
    for (const store of [ours, theLoaders]) await store.applySchema();
    const some = [...corpus(300)];
    await writeRecords(ours, some, () => {});
    await loadRecords(theLoaders, some);
    const dumped = await dumpGraph(ours, OF_THE_LOAD);
    expect(dumped.length).toBeGreaterThan(4_000);
    expect(dumped).toEqual(await dumpGraph(theLoaders, OF_THE_LOAD));
  } finally {
    await ours.close();
    await theLoaders.close();
  }
});
