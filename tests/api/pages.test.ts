import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { eachStore } from '../support/stores.js';

/** Every connection: pages forwards and backwards make the whole, in the same order, without gaps or repetitions. */
const CONNECTIONS: readonly [name: string, before: string, args: string, after: string][] = [
  ['actors', '{', 'actors', '}'],
  ['topics', '{', 'topics', '}'],
  ['sources', '{', 'sources', '}'],
  ['publishers', '{', 'publishers', '}'],
  ['events', '{', 'events', '}'],
  ['disputes', '{', 'disputes', '}'],
  ['conditions', '{', 'conditions', '}'],
  ['statements', '{', 'statements', '}'],
  ['statements, earliest first', '{', 'statements(orderBy: DATE_ASC,', '}'],
  ['statements of an issue', '{', 'statements(filter: {stance: {topics: ["topic:snapback"]}},', '}'],
  ['stances', '{', 'stances', '}'],
  ['stances of an actor', '{', 'stances(filter: {principals: ["actor:iran", "actor:russia"]},', '}'],
  ['the statements of an actor', '{ actor(id: "actor:united-states") {', 'statements', '} }'],
  ['the votes of an actor', '{ actor(id: "actor:china") {', 'votes', '} }'],
  ['the statements on a topic', '{ topic(id: "topic:snapback") {', 'statements', '} }'],
  ['the sources of a publisher', '{ publisher(id: "publisher:tass") {', 'sources', '} }'],
];

interface Connection {
  edges: { cursor: string; score: number; node: Record<string, unknown> }[];
  nodes: Record<string, unknown>[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

const stores = await eachStore();

describe.each(stores)('on $name', (factory) => {
  let store: Store;
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    store = await factory.open();
    await loadSeed(store);
    ask = asking(store);
  });
  afterAll(() => store.close());

  test.each(CONNECTIONS)('%s', async (_, before, args, after) => {
    const node = args.startsWith('votes') ? 'event { id }' : 'id';
    const fetchPage = async (paging: string): Promise<Connection> => {
      const open = args.includes('(') ? `${args} ${paging})` : `${args}(${paging})`;
      const { data, errors } = await ask<Record<string, Connection | { page: Connection }>>(
        `${before} page: ${open} { edges { cursor node { ${node} } } nodes { ${node} }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } ${after}`,
      );
      expect(errors).toEqual([]);
      const [first] = Object.values(data);
      if (!first) throw new Error('an answer was expected');
      return 'page' in first ? first.page : first;
    };
    const key = (one: Record<string, unknown>) => JSON.stringify(one);

    const forwards: string[] = [];
    let paging = 'first: 7';
    for (;;) {
      const page = await fetchPage(paging);
      forwards.push(...page.nodes.map(key));
      expect(page.edges.map((edge) => key(edge.node))).toEqual(page.nodes.map(key));
      expect(page.pageInfo.hasPreviousPage).toBe(paging !== 'first: 7');
      if (!page.pageInfo.hasNextPage) {
        expect(forwards).toHaveLength(page.totalCount);
        break;
      }
      paging = `first: 7, after: "${page.pageInfo.endCursor}"`;
    }
    expect(forwards.length).toBeGreaterThan(0);
    expect(new Set(forwards).size).toBe(forwards.length);

    const backwards: string[] = [];
    paging = 'last: 5';
    for (;;) {
      const page = await fetchPage(paging);
      backwards.unshift(...page.nodes.map(key));
      if (!page.pageInfo.hasPreviousPage) break;
      paging = `last: 5, before: "${page.pageInfo.startCursor}"`;
    }
    expect(backwards).toEqual(forwards);

    expect((await fetchPage('first: 0')).nodes).toEqual([]);
  });

  test('search, best first', async () => {
    const found: string[] = [];
    let after = '';
    for (;;) {
      const { data, errors } = await ask<{ search: Connection }>(
        `{ search(query: "iran", first: 9${after}) { edges { score node { ... on Node { id } } } pageInfo { hasNextPage endCursor } totalCount } }`,
      );
      expect(errors).toEqual([]);
      const page = data.search;
      const scores = page.edges.map((edge) => edge.score);
      expect([...scores].sort((a, b) => b - a)).toEqual(scores);
      found.push(...page.edges.map(({ node }) => String(node.id)));
      if (!page.pageInfo.hasNextPage) {
        expect(found).toHaveLength(page.totalCount);
        break;
      }
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain('actor:iran');
  });
});

describe('bad input is an error that says what was expected', () => {
  let store: Store;
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    const [factory] = stores;
    if (!factory) throw new Error('no store to test with');
    store = await factory.open();
    await loadSeed(store);
    ask = asking(store);
  });
  afterAll(() => store.close());

  test.each([
    [
      '{ statements(first: 101) { totalCount } }',
      'PAGE_TOO_LARGE',
      'first: expected a number from 0 to 100, not 101',
    ],
    [
      '{ statements(after: "x") { nodes { id } } }',
      'BAD_CURSOR',
      'after: expected a cursor that this API gave',
    ],
    [
      '{ statements(filter: {date: {from: "2020-02-30"}}) { totalCount } }',
      'BAD_USER_INPUT',
      'expected a date as 2020, 2020-09 or 2020-09-01, not "2020-02-30"',
    ],
    [
      '{ statements(filter: {date: {from: "2021", to: "2020"}}) { totalCount } }',
      'BAD_USER_INPUT',
      'filter.date: expected "from" not after "to"',
    ],
    [
      '{ statements(filter: {speakers: ["Iran"]}) { totalCount } }',
      'BAD_USER_INPUT',
      'filter.speakers[0]: expected an id that starts with "actor:"',
    ],
    [
      '{ statements(filter: {speakers: []}) { totalCount } }',
      'BAD_USER_INPUT',
      'filter.speakers: expected at least one value',
    ],
    [
      '{ statements(filter: {speaker: ["actor:iran"]}) { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Did you mean "speakers"',
    ],
    [
      '{ actor(id: "topic:snapback") { id } }',
      'BAD_USER_INPUT',
      'id: expected an id like "actor:name", not "topic:snapback"',
    ],
    [
      `{ search(query: "${'x'.repeat(501)}") { totalCount } }`,
      'BAD_USER_INPUT',
      'query: expected at most 500 characters, not 501',
    ],
    [
      '{ search(query: "iran", kinds: []) { totalCount } }',
      'BAD_USER_INPUT',
      'kinds: expected at least one kind',
    ],
    ['{ node(id: "nothing") { id } }', 'BAD_USER_INPUT', 'id: expected an id like'],
    [
      '{ statements(filter: {stance: {minConfidence: 2}}) { totalCount } }',
      'BAD_USER_INPUT',
      'filter.stance.minConfidence: expected a number from 0 to 1',
    ],
    [
      `{ statements(filter: ${'{not: '.repeat(6)}{}${'}'.repeat(6)}) { totalCount } }`,
      'BAD_USER_INPUT',
      'nested at most 5 deep',
    ],
  ])('%s', async (query, code, message) => {
    const { errors } = await ask(query);
    expect(errors).toEqual([{ code, message: expect.stringContaining(message) }]);
  });

  test('a cursor of one filter or order is refused by another', async () => {
    const { data } = await ask('{ statements(first: 1) { pageInfo { endCursor } } }');
    const cursor = (data?.statements as { pageInfo: { endCursor: string } } | undefined)?.pageInfo.endCursor;
    for (const other of ['filter: {hasQuote: true},', 'orderBy: DATE_ASC,']) {
      const { errors } = await ask(`{ statements(${other} after: "${cursor}") { nodes { id } } }`);
      expect(errors.map(({ code }) => code)).toEqual(['BAD_CURSOR']);
    }
  });

  test('an unknown id is null, and in a filter matches nothing', async () => {
    const { data, errors } = await ask(`{
      node(id: "statement:none") { id } actor(id: "actor:none") { id } topic(id: "topic:none") { id }
      statements(filter: {speakers: ["actor:none"]}) { totalCount nodes { id } } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({ node: null, actor: null, topic: null, statements: { totalCount: 0, nodes: [] } });
  });

  test('search takes any input for words', async () => {
    for (const text of [
      '"',
      '+',
      '((',
      'a AND',
      'name:x',
      '*',
      '\\',
      '',
      '~~~',
      'to or not',
      '\u0000',
      '🕊',
      'x'.repeat(500),
      'iran '.repeat(90),
    ]) {
      const { errors } = await ask('query($text: String!) { search(query: $text) { totalCount } }', { text });
      expect(errors).toEqual([]);
    }
  });

  test('a fragment counts once, however often it is spread', async () => {
    const chain = Array.from(
      { length: 40 },
      (_, n) => `fragment f${n} on Statement { ...f${n + 1} ...f${n + 1} }`,
    );
    const { data, errors, sent } = await ask(
      `{ statements(first: 1) { nodes { ...f0 } } } ${chain.join(' ')} fragment f40 on Statement { speakers { role } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ statements: { nodes: [{ speakers: [{}] }] } });
    expect(sent).toEqual(['statementsPage']);
  });

  test('a query too deep or too long is refused with a code', async () => {
    const deep = `{ actors { nodes { ${'memberships { organization { '.repeat(8)} id ${'} } '.repeat(8)} } } }`;
    expect((await ask(deep)).errors).toEqual([
      { code: 'QUERY_TOO_DEEP', message: expect.stringContaining('deeper than the 15 levels') },
    ]);
    const wide = `{ statements(first: 100) { nodes { principals { statements(first: 100) { nodes { speakers { actor {
      statements(first: 100) { nodes { id } } } } } } } } } }`;
    expect((await ask(wide)).errors).toEqual([
      {
        code: 'QUERY_TOO_COSTLY',
        message: expect.stringContaining('more than the 20000 this service allows'),
      },
    ]);
    const byDefault = `query($n: Int = 100) ${wide.replaceAll('first: 100', 'first: $n')}`;
    expect((await ask(byDefault)).errors.map(({ code }) => code)).toEqual(['QUERY_TOO_COSTLY']);
    const filter = { or: Array.from({ length: 31 }, () => ({ hasQuote: true })) };
    const { errors } = await ask(
      'query($filter: StatementFilter) { statements(filter: $filter) { totalCount } }',
      { filter },
    );
    expect(errors).toEqual([
      { code: 'QUERY_TOO_COSTLY', message: 'filter: expected at most 30 keys, nested ones included' },
    ]);
    const long = `{ ${'a: __typename '.repeat(1_500)} }`;
    expect((await ask(long)).errors[0]?.code).toBe('TOO_MANY_TOKENS');
  });
});
