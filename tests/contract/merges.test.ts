import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LiveTable, liveTable } from '../../src/analysis/index.js';
import { openActorResolver } from '../../src/ingest/actors/actor-resolver.js';
import {
  type LoadOptions,
  listMerges,
  loadFiles,
  mergeRecord,
  splitRecord,
  undoLoad,
} from '../../src/ingest/index.js';
import { wordsOf } from '../../src/model/index.js';
import { actorQueries, type Store } from '../../src/store/index.js';
import { corpus } from '../support/corpus.js';
import { dumpGraph, OF_THE_LOAD } from '../support/dump-graph.js';
import { eachStore } from '../support/stores.js';
import { variantOf, withVariants } from '../support/variants.js';
import { writeExport } from '../support/write-export.js';

/** Actors that are merged and split again: the graph is what its records say, however they came. */

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-merges-'));
});
afterAll(() => rm(directory, { recursive: true }));

let files = 0;
type Value = Readonly<Record<string, unknown>>;
async function load(store: Store, records: readonly object[], options: LoadOptions = {}) {
  const path = join(directory, `${files++}.ndjson`);
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const report = await loadFiles(store, [path], { by: 'tester', ...options });
  return {
    ...report,
    texts: report.issues.map(({ line, field, expected }) => `${line} ${field}: ${expected}`),
  };
}
const update = { onConflict: 'update' } as const;

async function exported(store: Store, request: object = {}): Promise<string> {
  const paths = await writeExport(store, 'ndjson', join(directory, String(files++)), request);
  return readFile(paths.get('records.ndjson') ?? '', 'utf8');
}
const recordsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Value);
const dump = async (store: Store) =>
  (await dumpGraph(store, OF_THE_LOAD)).filter((line) => !/:_Month| :_Meta /.test(line));
/** Without the merges and splits themselves. */
const graphAlone = async (store: Store) =>
  (await dump(store)).filter((line) => !/^(merge|split):/.test(line));

const merge = (from: string, into: string, changes: Value = {}): Value => ({
  type: 'merge',
  id: `merge:${from}-into-${into}`,
  from: `actor:${from}`,
  into: `actor:${into}`,
  reason: 'One and the same.',
  ...changes,
});
const split = (from: string, into: string, changes: Value = {}): Value => ({
  type: 'split',
  id: `split:${from}-from-${into}`,
  merge: `merge:${from}-into-${into}`,
  reason: 'Two after all.',
  ...changes,
});

const actor = (name: string, changes: Value = {}): Value => ({
  type: 'actor',
  id: `actor:${name}`,
  kind: 'STATE',
  name: `Land ${name}`,
  aliases: [`Realm ${name}`],
  ...changes,
});
const statement = (name: string, speakers: readonly string[], changes: Value = {}): Value => ({
  type: 'statement',
  id: `statement:${name}`,
  act: 'STATEMENT',
  date: '2020-09-01',
  speakers: speakers.map((speaker) => ({ actor: `actor:${speaker}` })),
  citations: [{ source: 'source:s' }],
  ...changes,
});
/** Each record names each of five actors, but none two of them where it may name one only. */
const NAMES = ['a', 'b', 'c', 'd', 'e'];
const BASE: readonly Value[] = [
  { type: 'source', id: 'source:s' },
  { type: 'topic', id: 'topic:q', kind: 'PROPOSITION', name: 'Q', text: 'Q.' },
  actor('o', { kind: 'ORGANIZATION' }),
  actor('p', { kind: 'PERSON' }),
  ...NAMES.flatMap((name) => [
    actor(name),
    { type: 'publisher', id: `publisher:${name}`, name, country: `actor:${name}` },
    {
      type: 'event',
      id: `event:${name}`,
      kind: 'VOTE',
      name,
      date: '2020',
      involves: [
        { actor: `actor:${name}`, role: 'SOURCE' },
        { actor: 'actor:o', role: 'TARGET' },
      ],
    },
    { type: 'vote', event: `event:${name}`, actor: `actor:${name}`, vote: 'YES' },
    { type: 'membership', actor: `actor:${name}`, organization: 'actor:o', role: name },
    { type: 'office', person: 'actor:p', of: `actor:${name}`, title: name },
    statement(name, [name], {
      addressees: ['actor:o', `actor:${name}`],
      stances: [
        {
          topic: 'topic:q',
          position: 'CONDITIONAL',
          untilMet: 'OPPOSE',
          conditions: [{ text: 'then', askedOf: ['actor:o', `actor:${name}`] }],
        },
      ],
    }),
  ]),
];

describe.each(await eachStore())('merges in $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('what names an actor moves to the one that remains, and back when they are split', async () => {
    const actors = ['actor:a1', 'actor:a3', 'actor:p1', 'actor:g0', 'actor:council'];
    await load(store, withVariants(corpus(), actors));
    const [before, graphBefore] = [await exported(store), await dump(store)];
    const names = actors.map((id) => id.slice('actor:'.length));
    expect(
      await load(
        store,
        names.map((name) => merge(`${name}-variant`, name)),
      ),
    ).toMatchObject({
      texts: [],
      written: 5,
    });
    const merged = await dump(store);
    for (const id of actors) {
      const variant = variantOf(id);
      expect(
        graphBefore.filter((line) => line.includes(` ${variant}`) || line.startsWith(`${variant} -`)).length,
      ).toBeGreaterThan(1);
      expect(
        merged.filter((line) => line.includes(`-> ${variant}`) || line.startsWith(`${variant} -`)),
      ).toEqual([]);
      expect(merged).toContain(`${variant} :MergedActor mergedInto="${id}"`);
      expect(merged.some((line) => line.startsWith(`${variant} :Actor`))).toBe(false);
      expect(merged.some((line) => line.includes(`="${variant}"`) && line.includes(id))).toBe(true);
    }
    const search = { labels: ['Actor'], words: wordsOf('state 1 variant'), limit: 10 } as const;
    expect((await store.searchText(search)).map(({ id }) => id)).toEqual(['actor:a1']);
    expect(await store.read(actorQueries.actorsById, { ids: [variantOf('actor:a1')] })).toEqual([]);
    const records = recordsOf(await exported(store));
    expect(records.slice(-5).map(({ id }) => id)).toEqual(
      names.map((name) => `merge:${name}-variant-into-${name}`).sort(),
    );
    expect(
      records
        .slice(0, -5)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
    ).toBe(before);

    expect(
      (
        await load(
          store,
          names.map((name) => split(`${name}-variant`, name)),
        )
      ).texts,
    ).toEqual([]);
    expect(await graphAlone(store)).toEqual(graphBefore);
    const after = recordsOf(await exported(store)).filter(({ type }) => type !== 'merge' && type !== 'split');
    expect(after.map((record) => `${JSON.stringify(record)}\n`).join('')).toBe(before);
  });

  test('its export makes the same graph and the same bytes, in any order', async () => {
    const records = [
      ...BASE,
      merge('a', 'b'),
      merge('b', 'c'),
      merge('d', 'e'),
      split('d', 'e'),
      merge('d', 'b'),
    ];
    expect((await load(store, records)).texts).toEqual([]);
    const [text, graph] = [await exported(store), await dump(store)];
    expect(graph).toContain('actor:d :MergedActor mergedInto="actor:c"');
    expect(graph.filter((line) => / -[A-Z_]+-> actor:[abd]\b|^actor:[abd] -/.test(line))).toEqual([]);
    await store.close();
    store = await open();
    await load(store, recordsOf(text).toReversed());
    expect(await dump(store)).toEqual(graph);
    expect(await exported(store)).toBe(text);
    expect(await load(store, records)).toMatchObject({ written: 0, same: records.length });
  });

  test('the order in which judgements came leaves no trace', async () => {
    const pair = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES));
    const step = fc.record({ pair, splits: fc.boolean(), pick: fc.nat(9) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), fc.nat(), async (steps, seed) => {
        const judged = judgementsOf(steps);
        await store.close();
        store = await open();
        const late = BASE.filter(({ type }) => type === 'statement' || type === 'vote');
        await load(
          store,
          BASE.filter((record) => !late.includes(record)),
        );
        for (const [i, record] of judged.entries()) {
          expect((await load(store, [record])).texts).toEqual([]);
          if (i === 1) await load(store, late);
        }
        await load(store, late);
        const [graph, text] = [await dump(store), await exported(store)];
        await store.close();
        store = await open();
        const all = [...judged, ...BASE];
        const turned = [...all.slice(seed % all.length), ...all.slice(0, seed % all.length)];
        expect((await load(store, turned)).texts).toEqual([]);
        expect(await dump(store)).toEqual(graph);
        expect(await exported(store)).toBe(text);
      }),
      { numRuns: 4 },
    );
  }, 120_000);

  test('records that name a merged actor are written at the one that remains, and replaced there', async () => {
    await load(store, [...BASE, merge('a', 'b'), merge('b', 'c')]);
    const more = [
      statement('new', ['a'], { onBehalfOf: [{ actor: 'actor:b' }], addressees: ['actor:d'] }),
      { type: 'event', id: 'event:new', kind: 'VOTE', name: 'new', date: '2021' },
      { type: 'vote', event: 'event:new', actor: 'actor:a', vote: 'NO' },
      { type: 'membership', actor: 'actor:b', organization: 'actor:o', from: '2021' },
      { type: 'publisher', id: 'publisher:new', name: 'New', country: 'actor:a' },
    ];
    expect(await load(store, more)).toMatchObject({ texts: [], written: 5 });
    expect(await dump(store)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^statement:new -MADE_BY-> actor:c .*originalTarget="actor:a"/),
        expect.stringMatching(/^statement:new -ON_BEHALF_OF-> actor:c .*originalTarget="actor:b"/),
        expect.stringMatching(/^actor:c -VOTED-> event:new .*originalSource="actor:a"/),
        'publisher:new :Publisher country="actor:c"',
        'publisher:new :Publisher originalCountry="actor:a"',
      ]),
    );
    expect(await load(store, [...more].reverse())).toMatchObject({ written: 0, same: 5 });
    const changes = [
      statement('new', ['b'], { addressees: ['actor:a'] }),
      { type: 'vote', event: 'event:new', actor: 'actor:a', vote: 'YES' },
      { type: 'membership', actor: 'actor:b', organization: 'actor:o', from: '2021', to: '2022' },
      actor('a', { name: 'Renamed', aliases: undefined }),
      actor('c', { description: 'The one that remains.' }),
      { type: 'publisher', id: 'publisher:a', name: 'Renamed', country: 'actor:d' },
    ];
    const [graph, text] = [await dump(store), await exported(store)];
    expect(await load(store, changes)).toMatchObject({ rejected: 6, written: 0 });
    const report = await load(store, changes, update);
    expect(report).toMatchObject({ texts: [], changed: 6, written: 6 });
    const search = (words: string) =>
      store.searchText({ labels: ['Actor'], words: wordsOf(words), limit: 9 });
    expect((await search('renamed')).map(({ id }) => id)).toEqual(['actor:c']);
    expect((await search('realm b')).map(({ id }) => id)).toEqual(['actor:c']);
    expect(await search('realm a')).toEqual([]);
    const [changed, changedText] = [await dump(store), await exported(store)];
    await store.close();
    store = await open();
    await load(store, recordsOf(changedText));
    expect(await dump(store)).toEqual(changed);
    await store.close();
    store = await open();
    await load(store, recordsOf(text));
    const { load: number = 0 } = await load(store, changes, update);
    await undoLoad(store, number);
    expect(await dump(store)).toEqual(graph);
    expect(await exported(store)).toBe(text);
  });

  test('a merge that is changed leads elsewhere, until that is undone', async () => {
    await load(store, [...BASE, merge('a', 'b')]);
    const before = await dump(store);
    const { load: number = 0 } = await load(store, [merge('a', 'b', { into: 'actor:c' })], update);
    expect(await dump(store)).toContain('actor:a :MergedActor mergedInto="actor:c"');
    expect((await dump(store)).some((line) => line.includes('-> actor:b') && line.includes('original'))).toBe(
      false,
    );
    await undoLoad(store, number);
    expect(await dump(store)).toEqual(before);
  });

  test.each<[string, readonly Value[], readonly Value[], readonly string[]]>([
    [
      'an unknown actor',
      [],
      [merge('a', 'x')],
      ['1 into: the id of a record in the input or in the graph; there is no actor:x'],
    ],
    ['itself', [], [merge('a', 'a')], ['1 into: another actor than "from"']],
    [
      'one that is merged already',
      [merge('a', 'b')],
      [merge('a', 'c')],
      [
        '1 from: an actor that no other merge has merged; merge:a-into-b has merged actor:a: split that first',
      ],
    ],
    [
      'two merges of one actor',
      [],
      [merge('a', 'b'), merge('a', 'c')],
      [
        '1 from: an actor that no other merge has merged; merge:a-into-c has merged actor:a: split that first',
        '2 from: an actor that no other merge has merged; merge:a-into-b has merged actor:a: split that first',
      ],
    ],
    [
      'a circle',
      [merge('a', 'b'), merge('b', 'c')],
      [merge('c', 'a')],
      ['1 into: merges that come to an end; found actor:a → actor:b → actor:c → actor:a'],
    ],
    [
      'a split of no merge',
      [],
      [split('a', 'b')],
      ['1 merge: the id of a record in the input or in the graph; there is no merge:a-into-b'],
    ],
    [
      'a merge that is split already',
      [merge('a', 'b'), split('a', 'b')],
      [split('a', 'b', { id: 'split:again' })],
      ['1 merge: a merge that is not split; split:a-from-b has split merge:a-into-b'],
    ],
    [
      'speakers of one statement of the graph',
      [statement('two', ['a', 'b'])],
      [merge('a', 'c'), merge('b', 'c')],
      [
        '1 into: actors that no record names side by side; statement:two names both actor:a and actor:b (speakers)',
      ],
    ],
    [
      'speakers of one statement of the input',
      [merge('a', 'b')],
      [statement('two', ['c', 'b', 'a'])],
      ['1 speakers[2].actor: another actor than actor:b: actor:a and actor:b are merged into one'],
    ],
    [
      'speakers of one statement that comes with the merge',
      [],
      [merge('a', 'b'), statement('two', ['a', 'b'])],
      ['2 speakers[1].actor: another actor than actor:a: actor:b and actor:a are merged into one'],
    ],
    [
      'addressees of whom one condition asks',
      [merge('a', 'b')],
      [
        statement('two', ['c'], {
          addressees: ['actor:b', 'actor:a'],
          stances: [
            {
              topic: 'topic:q',
              position: 'CONDITIONAL',
              untilMet: 'SUPPORT',
              conditions: [{ text: 'if', askedOf: ['actor:a', 'actor:b'] }],
            },
          ],
        }),
      ],
      [
        '1 addressees[1]: another actor than actor:b: actor:a and actor:b are merged into one',
        '1 stances[0].conditions[0].askedOf[1]: another actor than actor:a: actor:b and actor:a are merged into one',
      ],
    ],
    [
      'voters at one event of the graph',
      [{ type: 'vote', event: 'event:b', actor: 'actor:a', vote: 'NO' }],
      [merge('a', 'b')],
      ['1 into: actors that no record names side by side; event:b names both actor:a and actor:b (voters)'],
    ],
    [
      'voters at one event, one of them in the input',
      [merge('a', 'b')],
      [{ type: 'vote', event: 'event:b', actor: 'actor:a', vote: 'NO' }],
      ['1 actor: another actor: with those merged, the vote of actor:b (event:b) would be the same'],
    ],
    [
      'a member and its organization',
      [],
      [merge('a', 'o')],
      [
        '1 into: actors that no record names side by side; a of actor:o names both actor:a and actor:o (members); event:a names both actor:a and actor:o',
      ],
    ],
    [
      'one membership twice',
      [{ type: 'membership', actor: 'actor:b', organization: 'actor:o', role: 'a' }],
      [merge('a', 'b')],
      [
        '1 into: actors that no record names side by side; a of actor:o names both actor:a and actor:b (members)',
      ],
    ],
    [
      'one membership twice in the input',
      [],
      [
        { type: 'membership', actor: 'actor:b', organization: 'actor:o', role: 'x' },
        { type: 'membership', actor: 'actor:a', organization: 'actor:o', role: 'x' },
        merge('a', 'b'),
      ],
      [
        '1 actor: another actor: with those merged, the membership of actor:a (actor:o) would be the same',
        '2 actor: another actor: with those merged, the membership of actor:b (actor:o) would be the same',
      ],
    ],
  ])('%s is refused before anything is written', async (_, there, input, expected) => {
    await load(store, [...BASE, ...there]);
    const before = await dump(store);
    const { texts, written } = await load(store, input);
    expect(written).toBe(0);
    expect(texts.length).toBeGreaterThanOrEqual(expected.length);
    if (_ === 'a member and its organization') expect(texts[0]).toContain('a of actor:o names both');
    else expect(texts.toSorted()).toEqual(expected.toSorted());
    expect(await dump(store)).toEqual(before);
  });

  test('what the input takes back or replaces does not stand against a merge', async () => {
    await load(store, [...BASE, statement('two', ['a', 'b']), merge('d', 'e')]);
    const input = [merge('a', 'b'), statement('two', ['a', 'd']), merge('d', 'c'), split('d', 'e')];
    expect(await load(store, input, update)).toMatchObject({ texts: [], written: 4 });
    expect(await dump(store)).toContain('actor:d :MergedActor mergedInto="actor:c"');
    const undone = await undoLoad(store, 2);
    expect(undone).toMatchObject({ removed: 3, restored: 1 });
    expect(await dump(store)).toContain('actor:d :MergedActor mergedInto="actor:e"');
    expect((await dump(store)).filter((line) => line.startsWith('statement:two -MADE_BY->'))).toHaveLength(2);
  });

  test('what is right is written without the merges that are not', async () => {
    await load(store, BASE);
    const input = [merge('a', 'b'), merge('c', 'x'), merge('d', 'o'), statement('new', ['a'])];
    const options = { skipInvalid: true, keepRejects: false };
    expect(await load(store, input, options)).toMatchObject({ rejected: 2, written: 2 });
    expect((await dump(store)).filter((line) => line.includes(':MergedActor mergedInto'))).toEqual([
      'actor:a :MergedActor mergedInto="actor:b"',
    ]);
  });

  test('a load is undone with its merges, and not where others rest on what would go', async () => {
    await load(store, BASE);
    const before = await dump(store);
    await load(store, [actor('x'), statement('x', ['x']), merge('a', 'b')]);
    const merged = await dump(store);
    await load(store, [merge('x', 'c')]);
    await expect(undoLoad(store, 2)).rejects.toThrow('merge:x-into-c refers to actor:x (from or into)');
    await load(store, [statement('y', ['a'])]);
    await undoLoad(store, 3);
    await undoLoad(store, 4);
    expect(await dump(store)).toEqual(merged);
    await load(store, [split('a', 'b'), merge('a', 'c')]);
    await expect(undoLoad(store, 2)).rejects.toThrow('merge:a-into-b');
    await undoLoad(store, 5);
    expect(await dump(store)).toEqual(merged);
    await load(store, [split('a', 'b')]);
    await load(store, [statement('two', ['a', 'b'])]);
    await expect(undoLoad(store, 6)).rejects.toThrow('statement:two names both actor:a and actor:b');
    await undoLoad(store, 7);
    await undoLoad(store, 6);
    await undoLoad(store, 2);
    expect(await dump(store)).toEqual(before);
    await expect(undoLoad(store, 1)).resolves.toMatchObject({ stopped: false });
    expect(await dump(store)).toEqual([]);
  });

  test.each<[string, readonly Value[]]>([
    [
      'votes at an event',
      ['a', 'b'].map((name) => ({ type: 'vote', event: 'event:c', actor: `actor:${name}`, vote: 'NO' })),
    ],
    [
      'memberships',
      ['a', 'b'].map((name) => ({
        type: 'membership',
        actor: `actor:${name}`,
        organization: 'actor:o',
        role: 'x',
      })),
    ],
    [
      'offices',
      ['a', 'b'].map((name) => ({ type: 'office', person: 'actor:p', of: `actor:${name}`, title: 'x' })),
    ],
  ])('a split is undone together with the %s that it let be', async (_, records) => {
    await load(store, [...BASE, merge('a', 'b')]);
    const before = await dump(store);
    expect((await load(store, [split('a', 'b'), ...records])).texts).toEqual([]);
    await undoLoad(store, 2);
    expect(await dump(store)).toEqual(before);
  });

  test('votes stand against a merge although their event is replaced or restored', async () => {
    const votes = ['a', 'b'].map((name) => ({
      type: 'vote',
      event: 'event:c',
      actor: `actor:${name}`,
      vote: 'NO',
    }));
    const renamed = { ...BASE.find(({ id }) => id === 'event:c'), name: 'renamed' };
    await load(store, [...BASE, merge('a', 'b')]);
    expect((await load(store, [split('a', 'b'), renamed], update)).texts).toEqual([]);
    await load(store, votes);
    const before = await dump(store);
    await expect(undoLoad(store, 2)).rejects.toThrow(
      'load 2 cannot be undone, because something else rests on it:\nevent:c names both actor:a and actor:b',
    );
    const again = { ...renamed, name: 'again' };
    expect((await load(store, [merge('a', 'b', { id: 'merge:again' }), again], update)).texts).toEqual([
      '1 into: actors that no record names side by side; event:c names both actor:a and actor:b (voters)',
    ]);
    expect(await dump(store)).toEqual(before);
  });

  test('an undo that is cut off after each step comes to its end', async () => {
    await load(store, [...BASE, merge('a', 'b'), split('a', 'b'), merge('c', 'd')]);
    const before = await dump(store);
    const changes = [
      merge('a', 'b', { reason: 'Other.' }),
      split('a', 'b', { reason: 'Other.' }),
      merge('c', 'd', { into: 'actor:e' }),
      actor('b', { name: 'Renamed' }),
      statement('new', ['a']),
    ];
    expect(await load(store, changes, update)).toMatchObject({ changed: 4, written: 5 });
    const undoPart = () => {
      const stop = new AbortController();
      return undoLoad(store, 2, { signal: stop.signal, onProgress: () => stop.abort() });
    };
    let parts = 1;
    while ((await undoPart()).stopped && parts < 9) parts += 1;
    expect(parts).toBe(4);
    expect(await dump(store)).toEqual(before);
  });

  test('merges that are refused do not stand against what is right beside them', async () => {
    await load(store, [...BASE, statement('two', ['c', 'd'])]);
    const input = [
      merge('a', 'x'),
      merge('b', 'x'),
      merge('c', 'd'),
      statement('ab', ['a', 'b']),
      statement('cd', ['c', 'd']),
    ];
    const { texts, written } = await load(store, input, { skipInvalid: true, keepRejects: false });
    expect(texts.map((text) => text.slice(0, 1)).toSorted()).toEqual(['1', '2', '3']);
    expect(written).toBe(2);
  });

  test('of the merges of a chain the one that makes two actors one is refused', async () => {
    const office = (of: string) => ({ type: 'office', person: 'actor:p', of: `actor:${of}`, title: 'x' });
    await load(store, [...BASE, statement('two', ['a', 'b']), ...['c', 'd', 'e'].map(office)]);
    const input = [merge('a', 'b'), merge('b', 'o2'), actor('o2'), merge('d', 'c'), merge('e', 'c')];
    const { texts } = await load(store, input, { skipInvalid: true, keepRejects: false });
    expect(texts.map((text) => text.slice(0, 6)).toSorted()).toEqual(['1 into', '4 into', '5 into']);
    expect((await dump(store)).filter((line) => line.includes(':MergedActor mergedInto'))).toEqual([
      'actor:b :MergedActor mergedInto="actor:o2"',
    ]);
  });

  test('where what would replace another record is refused, merges are judged by what stays', async () => {
    await load(store, [
      ...BASE,
      statement('two', ['a', 'b']),
      merge('c', 'd'),
      actor('x'),
      statement('three', ['d', 'x']),
    ]);
    const before = await dump(store);
    const options = { ...update, skipInvalid: true, keepRejects: false };
    const replaced = [statement('two', ['b', 'a'], { act: 'VOTE' }), merge('a', 'b')];
    expect(await load(store, replaced, options)).toMatchObject({ written: 0, rejected: 2 });
    const judged = [merge('c', 'd', { from: 'actor:x' }), merge('c', 'e')];
    expect(await load(store, judged, options)).toMatchObject({ written: 0, rejected: 2 });
    expect(await dump(store)).toEqual(before);
  });

  test('a split and its merge that different loads wrote are restored together', async () => {
    await load(store, [...BASE, merge('a', 'b')]);
    await load(store, [split('a', 'b')]);
    await load(store, [statement('two', ['a', 'b'])]);
    const before = await dump(store);
    await load(store, [merge('a', 'b', { reason: 'x' }), split('a', 'b', { reason: 'y' })], update);
    await undoLoad(store, 4);
    expect(await dump(store)).toEqual(before);
  });

  test('what only holds at the end of a load that changes merges is refused before anything is written', async () => {
    await load(store, [...BASE, merge('a', 'b'), split('a', 'b'), merge('c', 'd')]);
    const before = await dump(store);
    const input = [
      merge('c', 'd', { into: 'actor:e' }),
      statement('fine', ['a', 'b']),
      statement('two', ['c', 'd']),
      { type: 'vote', event: 'event:d', actor: 'actor:c', vote: 'NO' },
      split('a', 'b', { merge: 'merge:c-into-d' }),
    ];
    const note =
      'until this load changes that at its end: load the merges and splits first, without the rest';
    expect((await load(store, input, update)).texts.toSorted()).toEqual([
      `3 speakers[1].actor: another actor than actor:c: actor:d and actor:c are merged into one, ${note}`,
      `4 actor: another actor: with those merged, the vote of actor:d (event:d) would be the same, ${note}`,
      '5 merge: merge:a-into-b, which split:a-from-b has split already; another merge takes a split of its own',
    ]);
    expect(await dump(store)).toEqual(before);
    expect((await load(store, input.slice(0, 1), update)).texts).toEqual([]);
    expect((await load(store, input.slice(0, 4), update)).texts).toEqual([]);
  });

  test('merges beside each other contradict each other nowhere', async () => {
    await load(store, BASE);
    const outcomes = await Promise.allSettled([
      load(store, [merge('a', 'b')]),
      load(store, [merge('b', 'a')]),
      load(store, [statement('two', ['a', 'b'])]),
    ]);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CONFLICT' });
    }
    const [graph, text] = [await dump(store), await exported(store)];
    await store.close();
    store = await open();
    expect((await load(store, recordsOf(text))).texts).toEqual([]);
    expect(await dump(store)).toEqual(graph);
  });

  test('actors are exported in the order of their ids, merged or not', async () => {
    const names = Array.from({ length: 1_500 }, (_, n) => String(n).padStart(4, '0'));
    const merged = [...names.slice(980, 1_020), ...names.slice(-3)];
    await load(store, [...names.map((name) => actor(name)), ...merged.map((name) => merge(name, '0000'))]);
    const exportedIds = recordsOf(await exported(store)).map(({ id }) => id);
    expect(exportedIds.slice(0, 1_500)).toEqual(names.map((name) => `actor:${name}`));
    expect(exportedIds).toHaveLength(1_500 + merged.length);
  });

  test('what is computed of the statements sees them', async () => {
    await load(store, BASE);
    const table = liveTable(store);
    const ask = async (of: LiveTable) =>
      (await of.ask('facets', {}, { byAct: 10, byPosition: 10, byTopic: 10, byActor: 10 })).result;
    const before = await ask(table);
    await load(store, [merge('a', 'b')]);
    const merged = await ask(table);
    expect(merged).not.toEqual(before);
    expect(merged).toEqual(await ask(liveTable(store)));
    await load(store, [split('a', 'b')]);
    expect(await ask(table)).toEqual(before);
    await table.close();
  });

  test('a part of the graph is exported with the merges that it needs', async () => {
    await load(store, [...BASE, merge('a', 'b'), merge('b', 'c'), merge('d', 'e')]);
    const text = await exported(store, { filter: { speakers: ['actor:c'] } });
    const ids = recordsOf(text).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['actor:a', 'statement:a', 'merge:a-into-b', 'merge:b-into-c']),
    );
    expect(ids).not.toContain('merge:d-into-e');
    await store.close();
    store = await open();
    expect((await load(store, recordsOf(text))).texts).toEqual([]);
    expect(await exported(store)).toBe(text);
  });

  test('names of merged actors are those of the one that remains, or were theirs before', async () => {
    await load(store, [
      ...BASE,
      actor('set-lost-land', { name: 'Lost Land', unresolved: true, aliases: undefined }),
    ]);
    await load(store, [merge('set-lost-land', 'c'), merge('a', 'c')]);
    const resolver = await openActorResolver(store, 'set');
    const other = await openActorResolver(store, 'other');
    expect(resolver.idOf({ name: 'Lost Land' })).toBe('actor:set-lost-land');
    expect(other.idOf({ name: 'Lost Land' })).toBe('actor:c');
    expect(other.idOf({ name: 'Land a' })).toBe('actor:a');
    expect(other.newActors()).toEqual([]);
    expect(other.unresolved()).toEqual([]);
  });

  test('merges are judged by their actors, and listed', async () => {
    await load(store, BASE);
    const judgement = { reason: 'Known.', by: 'tester', at: '2026-01-02T03:04:05.000Z' };
    const record = await mergeRecord(store, 'actor:a', 'actor:b', judgement);
    expect(record).toEqual({ ...judgement, ...merge('a', 'b', { reason: 'Known.' }) });
    await load(store, [record, merge('b', 'c')]);
    const taken = await splitRecord(store, 'actor:a', judgement);
    expect(taken).toMatchObject({ id: 'split:a-into-b', merge: 'merge:a-into-b' });
    // eight of each: speaker, principal, addressee, asked, involved, voter, member, office
    expect(await listMerges(store)).toMatchObject([
      { id: 'merge:a-into-b', state: 'ACTIVE', by: 'tester', remains: 'actor:c', edges: 8, split: null },
      { id: 'merge:b-into-c', state: 'ACTIVE', by: null, remains: 'actor:c', edges: 16 },
    ]);
    await load(store, [taken]);
    expect(await listMerges(store)).toMatchObject([
      { state: 'SPLIT', remains: null, edges: 0, split: { id: 'split:a-into-b', reason: 'Known.' } },
      { edges: 8 },
    ]);
    expect(await mergeRecord(store, 'actor:a', 'actor:b', judgement)).toMatchObject({
      id: 'merge:a-into-b-2',
    });
    await expect(mergeRecord(store, 'actor:land', 'actor:b', judgement)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/there is no actor actor:land; did you mean actor:/),
    });
    await expect(splitRecord(store, 'actor:d', judgement)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(splitRecord(store, 'merge:a-into-b', judgement)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

interface Step {
  readonly pair: readonly [string, string];
  readonly splits: boolean;
  readonly pick: number;
}

/** Merges and splits that can be loaded one after the other. */
function judgementsOf(steps: readonly Step[]): Value[] {
  const records: Value[] = [];
  const active = new Map<string, Value>();
  for (const [n, { pair, splits, pick }] of steps.entries()) {
    const [from, into] = pair;
    if (splits) {
      const [name, record] = [...active][pick % Math.max(1, active.size)] ?? [];
      if (name === undefined || !record) continue;
      active.delete(name);
      records.push({ type: 'split', id: `split:${n}`, merge: record.id, reason: 'No.' });
    } else {
      let end = into;
      for (let next = active.get(end); next; next = active.get(end)) end = String(next.into).slice(6);
      if (active.has(from) || end === from) continue;
      const record = merge(from, into, { id: `merge:${n}` });
      active.set(from, record);
      records.push(record);
    }
  }
  return records;
}
