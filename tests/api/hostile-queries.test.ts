import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { loadSeed } from '../../src/ingest/index.js';
import type { RunningService } from '../../src/main.js';
import type { Store } from '../../src/store/index.js';
import { post, startService } from '../support/service.js';
import { eachStore } from '../support/stores.js';

/** What nobody asks who wants to know something. Each is answered with a code or a bounded result, and none with a 5xx. */

const times = (count: number, text: string | ((i: number) => string)) =>
  Array.from({ length: count }, (_, i) => (typeof text === 'string' ? text : text(i))).join(' ');
const nested = (depth: number, open: string, inner: string, close: string) =>
  open.repeat(depth) + inner + close.repeat(depth);

type Case = readonly [sent: string, code: string | undefined];

/** Queries, and the code each is refused with; `undefined` for those that have a small answer. */
const QUERIES: Readonly<Record<string, Case>> = {
  'nested beyond the depth': [
    `{ actors { nodes ${nested(8, '{ memberships { organization ', '{ id }', '} }')} } }`,
    'QUERY_TOO_DEEP',
  ],
  'nested beyond the depth by fragments': [
    `{ actors { nodes { ...a } } } ${times(7, (i) => `fragment ${'abcdefgh'[i]} on Actor { memberships { organization { ...${'abcdefgh'[i + 1]} } } }`)}
     fragment h on Actor { id }`,
    'QUERY_TOO_DEEP',
  ],
  aliases: [`{ ${times(31, (i) => `a${i}: __typename`)} }`, 'TOO_MANY_ALIASES'],
  'aliases in fragments that are not used by the operation': [
    `query a { __typename } query b { ...f } fragment f on Query { ${times(31, (i) => `a${i}: __typename`)} }`,
    'TOO_MANY_ALIASES',
  ],
  directives: [`{ ${times(31, '__typename @skip(if: false)')} }`, 'TOO_MANY_DIRECTIVES'],
  'root fields': [
    `{ ${times(20, (i) => `a${i}: __typename`)} ...f } fragment f on Query { __typename }`,
    'TOO_MANY_ROOT_FIELDS',
  ],
  tokens: [`{ ${times(2_000, '__typename')} }`, 'TOO_MANY_TOKENS'],
  'tokens in comments, which are none': [`{ __typename } ${times(5_000, '# x\n')}`, undefined],
  'pages of pages of pages': [
    `{ statements(first: 100) { nodes { principals { statements(first: 100) { nodes { principals {
       statements(first: 100) { totalCount } } } } } } } }`,
    'QUERY_TOO_COSTLY',
  ],
  'counts of everything, over and over': [
    `{ ${times(20, (i) => `a${i}: statements(filter: { hasQuote: true }) { totalCount }`)} }`,
    'QUERY_TOO_COSTLY',
  ],
  'rankings of everything, over and over': [
    `{ ${times(10, (i) => `a${i}: reliability { alpha }`)} }`,
    'QUERY_TOO_COSTLY',
  ],
  'members of members of members': [
    `{ actor(id: "actor:united-states") { ${nested(3, 'memberships { organization { members { actor { ', 'id', '} } } }')} } }`,
    'QUERY_TOO_COSTLY',
  ],
  'propositions of the issues of propositions of issues': [
    `{ topics { nodes { ${nested(5, 'partOf { parts { ', 'id', '} }')} } } }`,
    'QUERY_TOO_COSTLY',
  ],
  'a page beyond the largest': ['{ statements(first: 101) { totalCount } }', 'PAGE_TOO_LARGE'],
  'the largest page there is': ['{ statements(first: 2147483647) { nodes { id } } }', 'QUERY_TOO_COSTLY'],
  'a page of less than nothing': ['{ statements(first: -1) { nodes { id } } }', 'BAD_USER_INPUT'],
  'a fragment that holds itself': [
    '{ actors { nodes { ...a } } } fragment a on Actor { memberships { organization { ...a } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'fragments that double': [
    `{ ...f0 } ${times(120, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)}
     fragment f120 on Query { __typename }`,
    undefined,
  ],
  'fragments that double, on lists': [
    `{ actors { nodes { ...f0 } } } ${times(60, (i) => `fragment f${i} on Actor { ...f${i + 1} ...f${i + 1} }`)}
     fragment f60 on Actor { memberships { organization { id } } }`,
    undefined,
  ],
  'fields that must all be compared': [`{ ${times(280, 'actors { nodes { id } }')} }`, undefined],
  'fragments that must all be compared': [
    `{ ${times(180, '... { actors { nodes { id name } } }')} }`,
    undefined,
  ],
  'unknown fields': [`{ ${times(900, (i) => `unknown${i}`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
  'variables nobody uses': [
    `query(${times(450, (i) => `$v${i}: Int`)}) { __typename }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'four hundred operations': [
    times(380, (i) => `query q${i} { __typename }`),
    'OPERATION_RESOLUTION_FAILURE',
  ],
  'lists in lists': [
    `{ actors(filter: { ids: ${nested(900, '[', '', ']')} }) { nodes { id } } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'a filter nested too deep': [
    `{ statements(filter: ${nested(400, '{ not: ', '{}', '}')}) { nodes { id } } }`,
    'BAD_USER_INPUT',
  ],
  'the schema of the schema of the schema': [
    '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'the whole schema, over and over': [
    `{ ${times(20, (i) => `a${i}: __schema { types { ...t } }`)} }
     fragment t on __Type { fields { args { type { ofType { ofType { name } } } } type { fields { args { type { name } } } } } }`,
    'QUERY_TOO_COSTLY',
  ],
  'a mutation': ['mutation { __typename }', 'BAD_USER_INPUT'],
  'a subscription': ['subscription { __typename }', 'BAD_USER_INPUT'],
  'an id of 200 kB': [`{ actor(id: "actor:${'x'.repeat(200_000)}") { id } }`, 'BAD_USER_INPUT'],
  'a cursor of 200 kB': [`{ statements(after: "${'x'.repeat(200_000)}") { nodes { id } } }`, 'BAD_CURSOR'],
  'a cursor that is deep JSON': [
    `{ statements(after: "${Buffer.from('['.repeat(100_000)).toString('base64url')}") { nodes { id } } }`,
    'BAD_CURSOR',
  ],
  'a date of 200 kB': [
    `{ statements(filter: { date: { from: "${'2'.repeat(200_000)}" } }) { nodes { id } } }`,
    'BAD_USER_INPUT',
  ],
  'a name of 200 kB': [`query ${'x'.repeat(200_000)} { __typename }`, undefined],
  'a NUL in an id': ['{ actor(id: "actor:a\\u0000b") { id } }', 'BAD_USER_INPUT'],
  'a NUL in a query': ['{ __typename \u0000 }', 'GRAPHQL_PARSE_FAILED'],
  'half a surrogate pair': ['{ search(query: "\\ud800") { totalCount } }', 'GRAPHQL_PARSE_FAILED'],
};

/** Values of a variable `$filter: StatementFilter`, and the code each is refused with. */
const FILTERS: Readonly<Record<string, Case>> = {
  '30,000 filters in each other': [nested(30_000, '{"not":', '{}', '}'), 'VARIABLES_TOO_LARGE'],
  '30,000 filters in each other, as lists of one': [
    nested(30_000, '{"and":', '{}', '}'),
    'VARIABLES_TOO_LARGE',
  ],
  '100,000 lists in each other': [`{"and":${nested(100_000, '[', '', ']')}}`, 'VARIABLES_TOO_LARGE'],
  '40,000 empty filters': [`{"and":[${'{},'.repeat(40_000)}{}]}`, 'VARIABLES_TOO_LARGE'],
  '10,000 ids': [`{"speakers":[${'"actor:iran",'.repeat(10_000)}"actor:iran"]}`, 'BAD_USER_INPUT'],
  '1,000 ids': [`{"speakers":[${'"actor:iran",'.repeat(999)}"actor:iran"]}`, undefined],
  'a thousand ids in each of the keys there may be': [
    `{${['speakers', 'principals', 'addressees']
      .map((key) => `"${key}":[${'"actor:iran",'.repeat(999)}"actor:iran"]`)
      .join()},"not":{"about":[${'"topic:snapback",'.repeat(999)}"topic:snapback"]}}`,
    undefined,
  ],
  'as many alternatives as there may be': [
    `{"or":[${Array.from({ length: 7 }, () => '{"not":{"hasQuote":true}}').join()}]}`,
    undefined,
  ],
  'too many alternatives': [
    `{"or":[${Array.from({ length: 31 }, () => '{"hasQuote":true}').join()}]}`,
    'QUERY_TOO_COSTLY',
  ],
  'the prototype': ['{"__proto__":{"speakers":["actor:iran"]}}', 'BAD_USER_INPUT'],
  'a constructor': ['{"constructor":{"prototype":{"x":1}}}', 'BAD_USER_INPUT'],
  'a method of objects': ['{"toString":"x"}', 'BAD_USER_INPUT'],
  'a NUL in a language': ['{"languages":["\\u0000"]}', undefined],
  'half a surrogate pair in a language': ['{"languages":["\\ud800"]}', undefined],
  'a language that closes a string': [`{"languages":["'}) DETACH DELETE s //","\\"] OR 1=1"]}`, undefined],
  'a coding set of 100 kB': [`{"stance":{"codings":["${'x'.repeat(100_000)}"]}}`, undefined],
  'the largest revision': ['{"changedSince":2147483647}', undefined],
  'a number beyond all': ['{"changedSince":1e400}', 'BAD_USER_INPUT'],
};

const BODIES: Readonly<Record<string, Case>> = {
  nothing: ['', 'BAD_REQUEST'],
  'half of JSON': ['{"query":"{__typename}"', 'BAD_REQUEST'],
  'a number': ['1', 'BAD_REQUEST'],
  null: ['null', 'BAD_REQUEST'],
  'an empty list': ['[]', 'BATCH_REFUSED'],
  'a list of 10,000 requests': [`[${'{"query":"{__typename}"},'.repeat(10_000)}{}]`, 'BATCH_REFUSED'],
  '100,000 lists in each other': [nested(100_000, '[', '', ']'), 'BATCH_REFUSED'],
  'a query that is a list': ['{"query":["{__typename}"]}', 'BAD_REQUEST'],
  'a query that is a document': ['{"query":{"kind":"Document"}}', 'BAD_REQUEST'],
  'variables that are a list': ['{"query":"{__typename}","variables":[1]}', 'BAD_REQUEST'],
  'variables in JSON in JSON': ['{"query":"{__typename}","variables":"{}"}', 'BAD_REQUEST'],
  'an operation name that is an object': ['{"query":"{__typename}","operationName":{}}', 'BAD_REQUEST'],
  'an operation that is not there': [
    '{"query":"{__typename}","operationName":"x"}',
    'OPERATION_RESOLUTION_FAILURE',
  ],
  'a __proto__': ['{"__proto__":{"query":"{__typename}"}}', 'BAD_REQUEST'],
  'a hash of another query': [
    `{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'0'.repeat(64)}"}}}`,
    'BAD_REQUEST',
  ],
  'a hash that is an object': [
    '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{"toString":1}}}}',
    'BAD_REQUEST',
  ],
};

describe.each((await eachStore()).filter(({ name }) => name !== 'Grafeo on a file'))('$name', (factory) => {
  let store: Store;
  let service: RunningService;
  let url: string;

  beforeAll(async () => {
    store = await factory.open();
    await loadSeed(store);
    service = await startService({ store });
    url = service.url;
  });
  afterAll(async () => {
    await service.close();
    await store.close();
  });

  /** Neither a failure of the service nor anything of its inside. */
  async function answerTo(body: string) {
    const answer = await post(url, '', { body });
    expect(answer.status).toBeLessThan(500);
    const text = JSON.stringify(answer.body);
    expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|node_modules|\.ts:|stack|MATCH \(/);
    expect(text.length).toBeLessThan(1_000_000);
    const codes = (answer.body.errors ?? []).map(({ extensions }) => extensions?.code);
    return { ...answer, codes };
  }

  test.each(Object.entries(QUERIES))('a query of %s', async (_, [query, code]) => {
    const { status, codes } = await answerTo(JSON.stringify({ query }));
    if (code === undefined) expect([status, codes]).toEqual([200, []]);
    else expect(codes).toContain(code);
    if (code !== undefined) expect(status).toBe(400);
  });

  test.each(Object.entries(FILTERS))('a filter of %s', async (_, [json, code]) => {
    const query =
      'query($filter: StatementFilter) { statements(filter: $filter) { totalCount nodes { id } } }';
    const { codes } = await answerTo(`{"query":"${query}","variables":{"filter":${json}}}`);
    if (code === undefined) expect(codes).toEqual([]);
    else expect(codes).toContain(code);
  });

  test.each(Object.entries(BODIES))('a body of %s', async (_, [body, code]) => {
    expect((await answerTo(body)).codes).toContain(code);
  });

  it.each([
    ['text/html', 406],
    ['image/png', 406],
    ['*/*;q=0', 406],
    ['', 200],
    ['application/json;q=0.1, application/graphql-response+json', 200],
    [';;;,,,', 406],
    [`${'x/y,'.repeat(2_000)}application/json`, 200],
  ])('Accept: %.40s is answered with %i', async (accept, status) => {
    const answer = await post(url, '{ __typename }', {
      headers: { 'content-type': 'application/json', accept },
    });
    expect(answer.status).toBe(status);
  });

  it('answers others while it refuses these', async () => {
    const [bomb = ''] = QUERIES['fields that must all be compared'] ?? [];
    const bombs = Array.from({ length: 10 }, () => answerTo(JSON.stringify({ query: bomb })));
    expect((await post(url, '{ dataset { name } }')).body).toEqual({
      data: { dataset: { name: 'Demarche' } },
    });
    await Promise.all(bombs);
  });
});
