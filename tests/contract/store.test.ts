import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matchesWords, searchTextOf, wordsOf } from '../../src/model/index.js';
import type { SearchedLabel, Store } from '../../src/store/port.js';
import { type QueryParamMap, type QueryValue, query, type StreamQuery } from '../../src/store/query.js';
import { MIGRATIONS } from '../../src/store/schema.js';
import { eachStore } from '../support/stores.js';

type Rows = { readonly rows: readonly QueryParamMap[] };
type Nothing = Record<never, never>;

const mergeTopics = query<Rows, Nothing>(
  'mergeTopics',
  'UNWIND $rows AS row MERGE (n:Topic {id: row.id}) SET n += row.props',
);
const mergeParts = query<Rows, Nothing>(
  'mergeParts',
  `UNWIND $rows AS row
   MATCH (a:Topic {id: row.from}) MATCH (b:Topic {id: row.to})
   MERGE (a)-[r:PART_OF {key: row.key}]->(b) SET r += row.props`,
);
const countTopics = query<Nothing, { count: number }>(
  'countTopics',
  'MATCH (n:Topic) RETURN count(n) AS count',
);
const countParts = query<Nothing, { count: number }>(
  'countParts',
  'MATCH (:Topic)-[r:PART_OF]->(:Topic) RETURN count(r) AS count',
);
const clear = query<Nothing, Nothing>('clear', 'MATCH (n:Topic) DETACH DELETE n');
const nextRevision = query<Nothing, { revision: number }>(
  'nextRevision',
  "MERGE (m:_Meta {id: 'meta'}) SET m.revision = coalesce(m.revision, 0) + 1 RETURN m.revision AS revision",
);
const topicsAfter: StreamQuery<Nothing, { id: string; n: number }> = {
  name: 'topicsAfter',
  text: 'MATCH (n:Topic) WHERE n.id > $after RETURN n.id AS id, n.n AS n ORDER BY id LIMIT $limit',
  keyOf: (row) => row.id,
};
/** Takes long on either engine, and little memory. */
const longRead = query<Nothing, { count: number }>(
  'longRead',
  `UNWIND range(1, 3000) AS x UNWIND range(1, 4000) AS y
   WITH x, y WHERE x % 7 = y RETURN count(x) AS count`,
);

const topicId = (n: number) => `topic:${String(n).padStart(6, '0')}`;

describe.each(await eachStore())('the store on $name', ({ open, engine }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const empty = () => store.write((transaction) => transaction.run(clear, {}));
  const topics = async () => (await store.read(countTopics, {}))[0]?.count;
  const merge = (...rows: readonly QueryParamMap[]) =>
    store.write((transaction) => transaction.run(mergeTopics, { rows }));

  test('says which engine it is', async () => {
    expect(store.engine).toBe(engine);
    expect((await store.ping()).version).toMatch(
      engine === 'neo4j' ? /^Neo4j\/\d+\.\d+/ : /^Grafeo\/0\.6\.0$/,
    );
  });

  describe('values', () => {
    test('parameters come back as they were', async () => {
      const echo = query<QueryParamMap, QueryParamMap & Record<string, never>>(
        'echo',
        'RETURN $text AS text, $no AS no, $whole AS whole, $half AS half, $yes AS yes, $list AS list, $none AS none, $zero AS zero',
      );
      const params = {
        text: "Iran's «снэпбэк» 伊朗 \n\t\\ \" ' $x",
        no: null,
        whole: Number.MAX_SAFE_INTEGER,
        half: -0.5,
        yes: false,
        list: ['b', 'a', 'b'],
        none: [],
        zero: -0,
      };
      expect(await store.read(echo, params)).toEqual([{ ...params, zero: 0 }]);
    });

    test('properties come back as they were written, and the missing ones as null', async () => {
      const props = {
        name: 'Snapback',
        aligned: true,
        n: 3,
        half: 0.25,
        codes: ['CAMEO:046', 'x'],
        none: [],
      };
      await merge({ id: 'topic:values', props });
      const find = query<{ id: string }, QueryParamMap & Record<string, never>>(
        'find',
        `MATCH (n:Topic {id: $id})
         RETURN n.name AS name, n.aligned AS aligned, n.n AS n, n.half AS half, n.codes AS codes, n.none AS none, n.absent AS absent`,
      );
      expect(await store.read(find, { id: 'topic:values' })).toEqual([{ ...props, absent: null }]);
      expect(await store.read(find, { id: 'topic:nobody' })).toEqual([]);
      await merge({ id: 'topic:values', props: { name: null } });
      expect(await store.read(find, { id: 'topic:values' })).toMatchObject([{ name: null, aligned: true }]);
      await empty();
    });

    test('a limit is a parameter', async () => {
      const some = query<{ limit: number }, { x: number }>(
        'some',
        'UNWIND [3, 1, 2] AS x RETURN x ORDER BY x LIMIT $limit',
      );
      expect(await store.read(some, { limit: 2 })).toEqual([{ x: 1 }, { x: 2 }]);
    });

    test('rows within a row are lists of values', async () => {
      const within = query<Nothing, { rows: QueryValue }>(
        'within',
        `UNWIND [2, 1] AS n
         CALL (n) { UNWIND [n, n + 1] AS x WITH [x, 'a', null, true, ['b'], [[0.5]]] AS row ORDER BY x RETURN collect(row) AS rows }
         RETURN rows ORDER BY n`,
      );
      const row = (x: number) => [x, 'a', null, true, ['b'], [[0.5]]];
      expect(await store.read(within, {})).toEqual([{ rows: [row(1), row(2)] }, { rows: [row(2), row(3)] }]);
    });

    test.each([
      ['a whole number beyond 2^53', 'RETURN 9007199254740993 AS x'],
      ['an infinite number', 'RETURN 1.0e308 * 10 AS x'],
      ['a map', 'RETURN {a: 1} AS x'],
      ['a list with null', "RETURN ['a', null] AS x"],
      ['a node', "MATCH (x:_Meta {id: 'meta'}) RETURN x"],
    ])('%s is no result', async (_, text) => {
      await expect(store.read(query('odd', text), {})).rejects.toMatchObject({ code: 'ENGINE_REFUSES' });
    });
  });

  describe('refusals, the same on both engines', () => {
    const refused = { code: 'ENGINE_REFUSES' };

    test.each<[string, QueryParamMap, string]>([
      ['a null key', { id: null, props: {} }, '$rows[0].id: expected a string or a number, found null'],
      ['a map as key', { id: { a: 1 }, props: {} }, '$rows[0].id: expected a string or a number, found map'],
      [
        'a map property',
        { id: 'topic:x', props: { a: { b: 1 } } },
        '$rows[0].props.a: expected a scalar or a list of strings, found map',
      ],
      [
        'a mixed list',
        { id: 'topic:x', props: { a: ['b', 1] as never } },
        '$rows[0].props.a[1]: expected a string, found 1',
      ],
      [
        'a list with null',
        { id: 'topic:x', props: { a: ['b', null] as never } },
        '$rows[0].props.a[1]: expected a string, found null',
      ],
      [
        'NaN',
        { id: 'topic:x', props: { a: Number.NaN } },
        '$rows[0].props.a: expected a finite number, found NaN',
      ],
      [
        'a whole number beyond 2^53',
        { id: 'topic:x', props: { a: 2 ** 60 } },
        '$rows[0].props.a: expected an integer within ±(2^53 − 1), found 1152921504606847000',
      ],
      [
        'undefined',
        { id: 'topic:x', props: { a: undefined as never } },
        '$rows[0].props.a: expected a scalar, found undefined',
      ],
    ])('%s', async (_, row, problem) => {
      await expect(merge(row)).rejects.toMatchObject({
        ...refused,
        message: `statement mergeTopics: ${problem}`,
      });
      expect(await topics()).toBe(0);
    });

    test('a null end of a relationship', async () => {
      const row = { from: 'topic:a', to: null, key: 'k', props: {} };
      await expect(
        store.write((transaction) => transaction.run(mergeParts, { rows: [row] })),
      ).rejects.toMatchObject(refused);
    });

    test('a missing parameter, an unknown function, a syntax error', async () => {
      for (const text of ['RETURN $nothing AS x', 'RETURN nothing(1) AS x', 'RETURN RETURN']) {
        await expect(store.read(query('wrong', text), {})).rejects.toMatchObject({
          ...refused,
          message: expect.stringMatching(/^statement wrong: /),
        });
      }
    });

    test('a reading statement that writes', async () => {
      await expect(store.read(query('sly', "CREATE (:Topic {id: 'topic:sly'})"), {})).rejects.toMatchObject(
        refused,
      );
      expect(await topics()).toBe(0);
    });

    test('a second node of one id', async () => {
      const create = query<{ id: string }, Nothing>('create', 'CREATE (:Topic {id: $id})');
      await merge({ id: 'topic:once', props: {} });
      await expect(store.write((t) => t.run(create, { id: 'topic:once' }))).rejects.toMatchObject(refused);
      expect(await topics()).toBe(1);
      await empty();
    });
  });

  describe('writing', () => {
    test('a write is seen by the next read, and returns what its work returns', async () => {
      const result = await store.write(async (transaction) => {
        await transaction.run(mergeTopics, { rows: [{ id: 'topic:a', props: {} }] });
        const [seen] = await transaction.run(countTopics, {});
        return { seen: seen?.count };
      });
      expect(result).toEqual({ seen: 1 });
      expect(await topics()).toBe(1);
      await empty();
    });

    test('a write that throws leaves nothing', async () => {
      const failure = new Error('the file has a bad line');
      const work = store.write(async (transaction) => {
        await transaction.run(mergeTopics, { rows: [{ id: 'topic:a', props: {} }] });
        throw failure;
      });
      await expect(work).rejects.toBe(failure);
      expect(await topics()).toBe(0);
    });

    test('a write whose statement failed leaves nothing, even if its work goes on', async () => {
      const work = store.write(async (transaction) => {
        await transaction.run(mergeTopics, { rows: [{ id: 'topic:a', props: {} }] });
        await transaction.run(query('wrong', 'RETURN RETURN'), {}).catch(() => undefined);
        await transaction.run(mergeTopics, { rows: [{ id: 'topic:b', props: {} }] }).catch(() => undefined);
      });
      await expect(work).rejects.toMatchObject({ code: 'ENGINE_REFUSES' });
      expect(await topics()).toBe(0);
    });

    test('statements of a write that are not awaited one by one run in order', async () => {
      await store.write((transaction) =>
        Promise.all([
          transaction.run(mergeTopics, {
            rows: [
              { id: 'topic:a', props: {} },
              { id: 'topic:b', props: {} },
            ],
          }),
          transaction.run(mergeParts, { rows: [{ from: 'topic:a', to: 'topic:b', key: 'k', props: {} }] }),
        ]),
      );
      expect(await store.read(countParts, {})).toEqual([{ count: 1 }]);
      await empty();
    });

    test('after a failed write the next one works', async () => {
      await expect(merge({ id: null, props: {} })).rejects.toThrow();
      await expect(store.write((t) => t.run(query('wrong', 'RETURN RETURN'), {}))).rejects.toThrow();
      await merge({ id: 'topic:a', props: {} });
      expect(await topics()).toBe(1);
      await empty();
    });

    test('twenty writers of one edge leave one edge, and each its own revision', async () => {
      const rows = [
        { id: 'topic:a', props: {} },
        { id: 'topic:b', props: {} },
      ];
      const revisions = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          store.write(async (transaction) => {
            const [meta] = await transaction.run(nextRevision, {});
            await transaction.run(mergeTopics, { rows });
            await transaction.run(mergeParts, {
              rows: [{ from: 'topic:a', to: 'topic:b', key: 1, props: { writer: i } }],
            });
            return meta?.revision;
          }),
        ),
      );
      expect(new Set(revisions).size).toBe(20);
      expect(await store.read(countParts, {})).toEqual([{ count: 1 }]);
      expect(await topics()).toBe(2);
      await empty();
    });

    test('reads go on beside an open write, and do not see it', async () => {
      await store.write(async (transaction) => {
        await transaction.run(mergeTopics, { rows: [{ id: 'topic:a', props: {} }] });
        expect(await topics()).toBe(0);
      });
      expect(await topics()).toBe(1);
      await empty();
    });
  });

  describe('streaming', () => {
    const ROWS = 12_000;
    beforeAll(async () => {
      for (let start = 0; start < ROWS; start += 4_000) {
        await merge(
          ...Array.from({ length: 4_000 }, (_, i) => ({ id: topicId(start + i), props: { n: start + i } })),
        );
      }
    });
    afterAll(empty);

    test('gives every row once, in order', async () => {
      let expected = 0;
      for await (const row of store.stream(topicsAfter, {})) {
        if (row.n !== expected || row.id !== topicId(expected)) expect.fail(`${row.id} at ${expected}`);
        expected++;
      }
      expect(expected).toBe(ROWS);
    });

    test('ends when its reader does, and the store works on', async () => {
      let seen = 0;
      for await (const _ of store.stream(topicsAfter, {})) {
        seen++;
        if (seen === 2_500) break;
      }
      expect(seen).toBe(2_500);
      expect(await topics()).toBe(ROWS);
    });

    test('an abort ends it with an error', async () => {
      const controller = new AbortController();
      let seen = 0;
      const drain = async () => {
        for await (const _ of store.stream(topicsAfter, {}, { signal: controller.signal })) {
          seen++;
          if (seen === 100) controller.abort();
        }
      };
      await expect(drain()).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
      expect(seen).toBeLessThan(ROWS);
    });

    test('several at once do not disturb each other', async () => {
      const counts = await Promise.all(
        [1, 2, 3].map(async () => {
          let seen = 0;
          for await (const _ of store.stream(topicsAfter, {})) seen++;
          return seen;
        }),
      );
      expect(counts).toEqual([ROWS, ROWS, ROWS]);
    });

    test('a statement that fails is an error of the store', async () => {
      const wrong = { ...topicsAfter, name: 'wrong', text: 'RETURN RETURN' };
      const drain = async () => {
        for await (const _ of store.stream(wrong, {}));
      };
      await expect(drain()).rejects.toMatchObject({ code: 'ENGINE_REFUSES' });
    });
  });

  describe('aborting', () => {
    test('a signal that has aborted stops a request before it starts', async () => {
      const signal = AbortSignal.abort();
      const aborted = { code: 'REQUEST_ABORTED' };
      await expect(store.read(countTopics, {}, { signal })).rejects.toMatchObject(aborted);
      await expect(store.write(async () => 1, { signal })).rejects.toMatchObject(aborted);
      await expect(
        store.searchText({ labels: ['Topic'], words: ['a'], limit: 1 }, { signal }),
      ).rejects.toMatchObject(aborted);
      const drain = async () => {
        for await (const _ of store.stream(topicsAfter, {}, { signal }));
      };
      await expect(drain()).rejects.toMatchObject(aborted);
    });

    test('a read that is aborted rejects at once', async () => {
      const controller = new AbortController();
      const reading = store.read(longRead, {}, { signal: controller.signal });
      setTimeout(() => controller.abort(), 100);
      const start = performance.now();
      await expect(reading).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
      expect(performance.now() - start).toBeLessThan(600);
    });

    test('a signal that timed out says so', async () => {
      const reading = store.read(longRead, {}, { signal: AbortSignal.timeout(50) });
      await expect(reading).rejects.toMatchObject({ code: 'REQUEST_TIMEOUT' });
    });

    test('a write that is aborted leaves nothing, and the next one works', async () => {
      const controller = new AbortController();
      const writing = store.write(
        async (transaction) => {
          await transaction.run(mergeTopics, { rows: [{ id: 'topic:a', props: {} }] });
          controller.abort();
          await transaction.run(mergeTopics, { rows: [{ id: 'topic:b', props: {} }] });
        },
        { signal: controller.signal },
      );
      await expect(writing).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
      await merge({ id: 'topic:c', props: {} });
      expect(await topics()).toBe(1);
      await empty();
    });
  });

  describe('the schema', () => {
    const newest = MIGRATIONS.at(-1)?.version ?? 0;
    const setVersion = query<{ version: number }, Nothing>(
      'setVersion',
      "MATCH (m:_Meta {id: 'meta'}) SET m.schemaVersion = $version",
    );
    const version = (v: number) => store.write((transaction) => transaction.run(setVersion, { version: v }));

    test('is applied once', async () => {
      expect(await store.applySchema()).toEqual({ from: newest, to: newest });
    });

    test('may be applied again where a process died before it was recorded', async () => {
      await version(0);
      expect(await store.applySchema()).toEqual({ from: 0, to: newest });
      const found = await store.searchText({ labels: ['Topic'], words: ['x'], limit: 1 });
      expect(found).toEqual([]);
    });

    test('may be applied by several instances at once', async () => {
      await version(0);
      await Promise.all([store.applySchema(), store.applySchema(), store.applySchema()]);
      expect(await store.applySchema()).toEqual({ from: newest, to: newest });
    });

    test('is refused where it is newer than the code', async () => {
      await version(newest + 41);
      await expect(store.applySchema()).rejects.toMatchObject({
        code: 'SCHEMA_TOO_NEW',
        message: expect.stringContaining(
          `the database has schema version ${newest + 41}; this Demarche knows versions up to ${newest}`,
        ),
      });
      await version(newest);
    });
  });

  describe('full-text search', () => {
    const texts: readonly [SearchedLabel, string, string][] = [
      ['Topic', 'topic:snapback', 'UN snapback and the "E3" — Reinstatement of sanctions'],
      ['Topic', 'topic:snap', 'Snap elections, to be or not to be'],
      ['Topic', 'topic:or', 'This or that'],
      ['Actor', 'actor:araghchi', 'Seyed Abbas Araghchi عباس عراقچی'],
      ['Actor', 'actor:cote', 'Côte d’Ivoire (Ivory Coast)'],
      ['Actor', 'actor:oezil', 'Özil Straße Łukasiewicz Ærø'],
      ['Event', 'event:2231', 'Adoption of resolution 2231 (2015)'],
      ['Event', 'event:22', 'Meeting 22'],
      ['Source', 'source:tass', 'ТАСС: Лавров ответил на предложение'],
      ['Publisher', 'publisher:xinhua', '新华社 Xinhua'],
      ['Dispute', 'dispute:not', 'Not a snapback at all?'],
    ];
    const labels = [...new Set(texts.map(([label]) => label))];

    beforeAll(async () => {
      for (const [label, id, text] of texts) {
        const create = query<QueryParamMap, Nothing>(
          'create',
          `MERGE (n:${label} {id: $id}) SET n.searchText = $searchText`,
        );
        await store.write((t) => t.run(create, { id, searchText: searchTextOf(text) }));
      }
    });

    const find = async (typed: string, among: readonly SearchedLabel[] = labels, limit = 100) =>
      (await store.searchText({ labels: among, words: wordsOf(typed), limit })).map(({ id }) => id).sort();

    test.each([
      ['snap', ['dispute:not', 'topic:snap', 'topic:snapback']],
      ['snapb', ['dispute:not', 'topic:snapback']],
      ['snap e', ['topic:snap']],
      ['back', []],
      ['cote', ['actor:cote']],
      ['CÔTE D', ['actor:cote']],
      ['Ozil strasse', ['actor:oezil']],
      ['łuk', ['actor:oezil']],
      ['Лавр', ['source:tass']],
      ['عباس', ['actor:araghchi']],
      ['新华', ['publisher:xinhua']],
      ['223', ['event:2231']],
      ['resolution 2015', ['event:2231']],
      ['or', ['topic:or', 'topic:snap']],
      ['not', ['dispute:not', 'topic:snap']],
      ['to be', ['topic:snap']],
      ['and the', ['topic:snapback']],
      ['snapback OR elections', []],
      ['NOT elections', ['topic:snap']],
      ['id:topic', []],
      ['sn*', ['dispute:not', 'topic:snap', 'topic:snapback']],
      ['snapbakc~2', []],
      ['"snap elections"', ['topic:snap']],
      ['[22 TO 23]', []],
      ['+snapback -sanctions', ['topic:snapback']],
      ['be be be', ['topic:snap']],
      ['???', []],
    ])('%s', async (typed, expected) => {
      expect(await find(typed)).toEqual(expected.filter((id) => id.length > 0));
    });

    test('finds what matchesWords finds, for every pair of words and of their beginnings', async () => {
      const words = [...new Set(texts.flatMap(([, , text]) => wordsOf(text)))];
      const some = words.filter((_, i) => i % 4 === 0);
      for (const first of some) {
        for (const word of some) {
          const pair = [first, word.slice(0, 1 + Math.floor(word.length / 2))];
          const found = await store.searchText({ labels, words: pair, limit: 100 });
          const expected = texts
            .filter(([, , text]) => matchesWords(searchTextOf(text), pair))
            .map(([, id]) => id);
          expect(found.map(({ id }) => id).sort(), pair.join(' ')).toEqual(expected.sort());
        }
      }
    });

    test('only among the labels asked for', async () => {
      expect(await find('snap', ['Topic'])).toEqual(['topic:snap', 'topic:snapback']);
      expect(await find('snap', ['Actor'])).toEqual([]);
      expect(await find('snap', [])).toEqual([]);
    });

    test('best first, at most as many as asked for', async () => {
      const hits = await store.searchText({ labels, words: ['snap'], limit: 100 });
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      const first = await store.searchText({ labels, words: ['snap'], limit: 2 });
      expect(first).toEqual(hits.slice(0, 2));
    });

    test('a text that changed is found by its new words only', async () => {
      const change = query<{ searchText: string }, Nothing>(
        'change',
        "MATCH (n:Topic {id: 'topic:or'}) SET n.searchText = $searchText",
      );
      await store.write((t) => t.run(change, { searchText: searchTextOf('Entirely different') }));
      expect(await find('this')).toEqual([]);
      expect(await find('entir')).toEqual(['topic:or']);
    });
  });
});
