import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../src/api/index.js';
import { loadSeed } from '../../src/ingest/index.js';
import type { RunningService } from '../../src/main.js';
import type { Store } from '../../src/store/index.js';
import { post, startService } from '../support/service.js';
import { eachStore } from '../support/stores.js';

/** Whatever is typed into a search is words: it finds what has them, or nothing, on either engine, and never fails. */

const SEARCH =
  'query($text: String!) { search(query: $text, first: 100) { totalCount nodes { ... on Node { id } } } }';

/** Inputs, and others that must find the same: for what is no word means nothing. */
const SAME: readonly (readonly [input: string, same: string])[] = [
  ['"snapback"', 'snapback'],
  ['+snapback -lavrov', 'snapback lavrov'],
  ['snapback && lavrov', 'snapback lavrov'],
  ['!snapback', 'snapback'],
  ['(snapback)', 'snapback'],
  ['searchText:snapback', 'searchtext snapback'],
  ['snap*', 'snap'],
  ['snapbac?', 'snapbac'],
  ['snapback~', 'snapback'],
  ['snapback~0.8', 'snapback 0 8'],
  ['snapback^10', 'snapback 10'],
  ['/snap.*/', 'snap'],
  ['/(a|a)*$/', 'a a'],
  ['[a TO z]', 'a to z'],
  ['{a TO z}', 'a to z'],
  ['snapback AND lavrov', 'snapback and lavrov'],
  ['NOT snapback', 'not snapback'],
  ['snapback\\', 'snapback'],
  ['\\snapback', 'snapback'],
  ["snapback'}) MATCH (n) DETACH DELETE n //", 'snapback match n detach delete n'],
  ['.*', ''],
  ['^.*$', ''],
  ['(?=a)(?!b)', 'a b'],
  ['*', ''],
  ['?', ''],
  ['*:*', ''],
  ['snapback OR *:*', 'snapback or'],
  ['%_%', ''],
  ['IRAN', 'iran'],
  ['Irán', 'iran'],
  ['ＩＲＡＮ', 'iran'],
  ['iran\u0000', 'iran'],
  ['\u0000', ''],
  ['\u202eiran\u202c', 'iran'],
  ['🕊 iran 🕊', 'iran'],
  ['   iran \n\t ', 'iran'],
  ['the of to', 'the of to'],
];

/** Inputs that need only be answered. */
const ANY: readonly string[] = [
  'x'.repeat(500),
  'x '.repeat(250),
  `${'iran '.repeat(99)}iran`.slice(0, 500),
  '('.repeat(500),
  '"'.repeat(499),
  '\\'.repeat(500),
  '~'.repeat(500),
  'a~2 '.repeat(125),
  'a* '.repeat(166),
  '🕊'.repeat(250),
  '\u0300'.repeat(500),
  `a${'\u0300'.repeat(499)}`,
  '\ufdfa'.repeat(500),
  'ایران تحریم',
  'איראן',
  'कूटनीति',
  '伊朗 制裁',
  'ไทย',
  'ß'.repeat(500),
  'İ'.repeat(250),
  '\ud800',
  '\udc00\ud800',
  '\uffff\ufffe',
  '\u200b\u200d\ufeff',
  '1e400',
  'null',
  '__proto__',
  'constructor',
];

describe.each((await eachStore()).filter(({ name }) => name !== 'Grafeo on a file'))('$name', (factory) => {
  let store: Store;
  let service: RunningService;
  beforeAll(async () => {
    store = await factory.open();
    await loadSeed(store);
    service = await startService({ store });
  });
  afterAll(async () => {
    await service.close();
    await store.close();
  });

  async function found(text: string): Promise<{ totalCount: number; nodes: { id: string }[] }> {
    const { status, body } = await post(service.url, '', {
      body: JSON.stringify({ query: SEARCH, variables: { text } }),
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data?.search as Awaited<ReturnType<typeof found>>;
  }

  test.each(SAME)('%j is %j', async (input, same) => {
    expect(await found(input)).toEqual(await found(same));
  });

  test('finds something, where there is something', async () => {
    for (const text of ['snapback', 'iran', 'snap', 'lavrov']) {
      expect((await found(text)).totalCount).toBeGreaterThan(0);
    }
    expect((await found('')).totalCount).toBe(0);
  });

  test.each(ANY)('%j is answered', async (text) => {
    const { totalCount, nodes } = await found(text);
    expect(nodes.length).toBe(Math.min(100, totalCount));
  });

  test('anything at all is answered', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 250 }),
      fc.string({ unit: fc.constantFrom(...'+-&|!(){}[]^"~*?:\\/ aANDORT.$'), maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect((await found(text)).totalCount).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test('the words of a filter find the statements that the search finds', async () => {
    const both = `query($text: String!) {
      search(query: $text, kinds: [STATEMENT], first: 100) { nodes { ... on Node { id } } }
      statements(filter: {words: $text}, first: 100) { totalCount nodes { id } facets { byYear { count } } } }`;
    for (const text of ['snapback', 'Lavrov', 'legal eff', 'sanctions "void"', 'nobody said this']) {
      const { body } = await post(service.url, '', {
        body: JSON.stringify({ query: both, variables: { text } }),
      });
      const { search, statements } = body.data as {
        search: { nodes: { id: string }[] };
        statements: {
          totalCount: number;
          nodes: { id: string }[];
          facets: { byYear: { count: number }[] };
        };
      };
      const ids = search.nodes.map(({ id }) => id).sort();
      expect(statements.nodes.map(({ id }) => id).sort(), text).toEqual(ids);
      expect(statements.totalCount, text).toBe(ids.length);
      expect(statements.facets.byYear.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
    }
  });

  test.each(['', '*', '🕊'])('%j in a filter is refused: it has no word', async (text) => {
    const { body } = await post(service.url, '', {
      body: JSON.stringify({
        query: 'query($text: String!) { statements(filter: {words: $text}) { nodes { id } } }',
        variables: { text },
      }),
    });
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringContaining('filter.words: expected at least one word'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('only a longer one is refused, with the limit', async () => {
    const { status, body } = await post(service.url, '', {
      body: JSON.stringify({ query: SEARCH, variables: { text: 'x'.repeat(501) } }),
    });
    expect([status, body.errors]).toMatchObject([
      400,
      [
        {
          message: 'query: expected at most 500 characters, not 501',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    ]);
  });
});

test('the search of the schema is the one tested here', () => {
  expect(createApi({} as Store).sdl).toMatch(
    /search\(\s*"The words to look for, at most 500 characters\."\s*query: String!/,
  );
});
