import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SETTINGS } from '../../src/config.js';
import { loadSeed } from '../../src/ingest/index.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { type HttpAnswer, post, type ServiceOptions, startService } from '../support/service.js';

let store: Store;
beforeAll(async () => {
  store = await openGrafeo({});
  await store.applySchema();
  await loadSeed(store);
});
afterAll(() => store.close());

async function withService(options: ServiceOptions, test: (url: string) => Promise<void>): Promise<void> {
  const own = await startService({ store, ...options });
  try {
    await test(own.url);
  } finally {
    await own.close();
  }
}

/** A store whose reads wait until they are let go. */
function heldStore(): { held: Store; waiting: (() => void)[]; letGo(): void } {
  const waiting: (() => void)[] = [];
  const held: Store = {
    ...store,
    async read(query, params, options) {
      await new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        options?.signal?.addEventListener('abort', () => {
          const place = waiting.indexOf(resolve);
          if (place >= 0) waiting.splice(place, 1);
          reject(options.signal?.reason);
        });
      });
      return store.read(query, params, options);
    },
  };
  const letGo = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { held, waiting, letGo };
}

const codesOf = ({ body }: HttpAnswer) => (body.errors ?? []).map(({ extensions }) => extensions?.code);
const READ = '{ actor(id: "actor:iran") { name } }';

describe('each limit', () => {
  const CASES: Readonly<
    Record<string, { value: string; within: string; beyond: string; code: string; says: string }>
  > = {
    MAX_QUERY_DEPTH: {
      value: '3',
      within: '{ actors { nodes { id } } }',
      beyond: '{ actors { nodes { memberships { role } } } }',
      code: 'QUERY_TOO_DEEP',
      says: '3 levels',
    },
    MAX_QUERY_COST: {
      value: '100',
      within: '{ actors(first: 99) { nodes { id } } }',
      beyond: '{ actors(first: 100) { nodes { id } } }',
      code: 'QUERY_TOO_COSTLY',
      says: 'costs up to 101, more than the 100',
    },
    MAX_QUERY_TOKENS: {
      value: '10',
      within: '{ a: __typename }',
      beyond:
        '{ __typename __typename __typename __typename __typename __typename __typename __typename __typename }',
      code: 'TOO_MANY_TOKENS',
      says: '10 tokens',
    },
    MAX_ALIASES: {
      value: '1',
      within: '{ a: __typename }',
      beyond: '{ a: __typename b: __typename }',
      code: 'TOO_MANY_ALIASES',
      says: '2 aliases, more than the 1',
    },
    MAX_DIRECTIVES: {
      value: '0',
      within: '{ __typename }',
      beyond: '{ __typename @include(if: true) }',
      code: 'TOO_MANY_DIRECTIVES',
      says: '1 directives, more than the 0',
    },
    MAX_ROOT_FIELDS: {
      value: '1',
      within: '{ __typename ... { __typename } }',
      beyond: '{ __typename ... { dataset { name } } }',
      code: 'TOO_MANY_ROOT_FIELDS',
      says: '2 fields of Query, more than the 1',
    },
    MAX_PAGE_SIZE: {
      value: '5',
      within: '{ actors(first: 5) { nodes { id } } topics { nodes { id } } }',
      beyond: '{ actors(last: 6) { nodes { id } } }',
      code: 'PAGE_TOO_LARGE',
      says: 'last: expected a number from 0 to 5, not 6',
    },
    MAX_ANSWER_OBJECTS: {
      value: '100',
      within: '{ actors(first: 100) { nodes { id } } }',
      beyond: '{ statements(first: 100) { nodes { speakers { role } principals { id } } } }',
      code: 'ANSWER_TOO_LARGE',
      says: '100 objects',
    },
  };

  it.each(Object.entries(CASES))('%s', async (name, { value, within, beyond, code, says }) => {
    await withService({ env: { [name]: value } }, async (url) => {
      expect(codesOf(await post(url, within))).toEqual([]);
      const refused = await post(url, beyond);
      expect(codesOf(refused)).toEqual([code]);
      expect(refused.body.errors?.[0]?.message).toContain(says);
      expect(refused.body.data ?? null).toBeNull();
    });
  });

  it('of tokens may be raised: what is then nested too deep to be read is refused too', async () => {
    await withService({ env: { MAX_QUERY_TOKENS: '20000' } }, async (url) => {
      for (const depth of [700, 1_000, 1_500, 3_000, 6_000]) {
        const filter = `${'{ not: '.repeat(depth)}{}${'}'.repeat(depth)}`;
        for (const query of [
          `{ statements(filter: ${filter}) { totalCount } }`,
          `{ actors ${'{ nodes '.repeat(depth)} { id } ${'}'.repeat(depth)} }`,
        ]) {
          const answer = await post(url, query);
          expect(answer.status).toBe(400);
          const [code] = codesOf(answer);
          expect(['QUERY_TOO_DEEP', 'BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED']).toContain(code);
        }
      }
    });
  });

  it('of a query is tested here', () => {
    const names = SETTINGS.map(({ name }) => name).filter((name) => /^MAX_/.test(name));
    const elsewhere = [
      'MAX_BODY_BYTES',
      'MAX_CONCURRENT_REQUESTS',
      'MAX_CONCURRENT_COSTLY',
      'MAX_CONCURRENT_EXPORTS',
      'MAX_IMPORT_BYTES',
      'MAX_QUEUED_REQUESTS',
      'MAX_CONNECTIONS',
      'MAX_TABLE_STATEMENTS',
    ];
    expect(names.filter((name) => !elsewhere.includes(name)).sort()).toEqual(Object.keys(CASES).sort());
  });
});

describe('requests at a time', () => {
  const env = { MAX_CONCURRENT_REQUESTS: '2', MAX_QUEUED_REQUESTS: '1' };

  it('wait for each other, and are told to come again where too many wait', async () => {
    const { held, waiting, letGo } = heldStore();
    await withService({ store: held, env }, async (url) => {
      const running = [post(url, READ), post(url, READ)];
      await vi.waitFor(() => expect(waiting).toHaveLength(2));
      const queued = post(url, READ);
      await vi.waitFor(async () => {
        const refused = await post(url, READ);
        expect([refused.status, refused.headers.get('retry-after'), codesOf(refused)]).toEqual([
          503,
          '1',
          ['SERVICE_BUSY'],
        ]);
        expect(refused.body.errors?.[0]?.message).toContain('the 2 requests');
      });
      expect(waiting).toHaveLength(2);
      for (const route of ['/healthz', '/readyz', '/schema.graphql']) {
        expect((await fetch(url + route)).status).toBe(200);
      }
      letGo();
      await vi.waitFor(() => expect(waiting).toHaveLength(1));
      letGo();
      for (const { status, body } of await Promise.all([...running, queued])) {
        expect([status, body]).toEqual([200, { data: { actor: { name: 'Iran' } } }]);
      }
    });
  });

  it('do not wait for long', async () => {
    const { held, waiting, letGo } = heldStore();
    await withService({ store: held, env }, async (url) => {
      const running = [post(url, READ), post(url, READ)];
      await vi.waitFor(() => expect(waiting).toHaveLength(2));
      const queued = await post(url, READ);
      expect([queued.status, codesOf(queued)]).toEqual([503, ['SERVICE_BUSY']]);
      letGo();
      for (const { status } of await Promise.all(running)) expect(status).toBe(200);
    });
  });

  it('that are costly wait for each other, and others pass them by', async () => {
    const { held, waiting, letGo } = heldStore();
    const costly = '{ actors(first: 100) { nodes { statements(first: 60) { nodes { id } } } } }';
    const one = { MAX_CONCURRENT_REQUESTS: '2', MAX_CONCURRENT_COSTLY: '1', MAX_QUEUED_REQUESTS: '2' };
    await withService({ store: held, env: one }, async (url) => {
      const running = post(url, costly);
      await vi.waitFor(() => expect(waiting).toHaveLength(1));
      const queued = [post(url, costly), post(url, costly)];
      await vi.waitFor(async () => {
        const refused = await post(url, costly);
        expect([refused.status, codesOf(refused)]).toEqual([503, ['SERVICE_BUSY']]);
        expect(refused.headers.get('retry-after')).toBe('1');
        expect(refused.body.errors?.[0]?.message).toContain('the 1 costly requests');
      });
      expect(waiting).toHaveLength(1);
      for (let i = 0; i < 5; i += 1) expect((await post(url, '{ __typename }')).status).toBe(200);
      const done = Promise.all([running, ...queued]);
      let answered = false;
      done.then(() => {
        answered = true;
      });
      await vi.waitFor(() => {
        letGo();
        expect(answered).toBe(true);
      });
      for (const { status } of await done) expect(status).toBe(200);
    });
  });

  it('give their place up when their client is gone, running or waiting', async () => {
    const { held, waiting, letGo } = heldStore();
    await withService({ store: held, env }, async (url) => {
      const gone = new AbortController();
      const given = Array.from({ length: 3 }, () =>
        post(url, READ, { signal: gone.signal }).catch(() => 'gone'),
      );
      await vi.waitFor(() => expect(waiting).toHaveLength(2));
      gone.abort();
      expect(await Promise.all(given)).toEqual(['gone', 'gone', 'gone']);
      await vi.waitFor(() => expect(waiting).toHaveLength(0));
      const next = [post(url, READ), post(url, READ)];
      await vi.waitFor(() => expect(waiting).toHaveLength(2));
      letGo();
      for (const { status } of await Promise.all(next)) expect(status).toBe(200);
    });
  });
});

describe('requests of one client', () => {
  const env = { RATE_LIMIT_PER_MINUTE: '3' };
  const statuses = async (url: string, addresses: readonly string[]) => {
    const answers: HttpAnswer[] = [];
    for (const address of addresses) {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
      answers.push(await post(url, '{ __typename }', { headers }));
    }
    return answers.map(({ status }) => status);
  };

  it('are limited by the minute, but not those for its health', async () => {
    await withService({ env }, async (url) => {
      for (let i = 0; i < 3; i += 1) expect((await post(url, '{ __typename }')).status).toBe(200);
      const refused = await post(url, '{ __typename }');
      expect([refused.status, codesOf(refused)]).toEqual([429, ['RATE_LIMITED']]);
      expect(refused.body.errors?.[0]?.message).toContain('3 requests a minute');
      const wait = Number(refused.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60);
      expect((await fetch(`${url}/schema.graphql`)).status).toBe(429);
      for (const route of ['/healthz', '/readyz']) expect((await fetch(url + route)).status).toBe(200);
    });
  });

  it('are told apart by their address, which only a trusted proxy may give', async () => {
    const four = ['192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'];
    await withService({ env: { ...env, TRUSTED_PROXIES: 'loopback' } }, async (url) => {
      expect(await statuses(url, four)).toEqual([200, 200, 200, 200, 429, 200]);
    });
    await withService({ env }, async (url) => {
      expect(await statuses(url, four)).toEqual([200, 200, 200, 429, 429, 429]);
    });
  });

  it('are one by their IPv6 network, and by IPv4 however it is written', async () => {
    await withService({ env: { ...env, TRUSTED_PROXIES: 'loopback' } }, async (url) => {
      const network = ['2001:db8::1', '2001:db8:0:0:1:2:3:4', '2001:0db8:0000::ffff', '2001:db8::2'];
      expect(await statuses(url, network)).toEqual([200, 200, 200, 429]);
      expect(await statuses(url, ['2001:db8:0:1::1'])).toEqual([200]);
      const same = ['198.51.100.1', '::ffff:198.51.100.1', '::FFFF:198.51.100.1', '198.51.100.1'];
      expect(await statuses(url, same)).toEqual([200, 200, 200, 429]);
    });
  });
});

describe('persisted queries', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const known = 'query name($id: ID!) { actor(id: $id) { name } }';
  const other = '{ __typename }';
  const variables = { id: 'actor:iran' };
  const named = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demarche-persisted-'));
    await writeFile(join(folder, 'name.graphql'), `${known}\n`);
    await writeFile(join(folder, 'notes.txt'), 'no query');
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ [sha256(known)]: known }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(['', 'manifest.json'])('are the only ones that are run (%s)', async (file) => {
    await withService({ env: { PERSISTED_QUERIES: join(folder, file) } }, async (url) => {
      const send = (body: object) => post(url, '', { body: JSON.stringify(body) });
      const name = { data: { actor: { name: 'Iran' } } };
      for (const body of [
        { query: known, variables },
        { extensions: named(known), variables },
        { query: known, extensions: named(known), variables, operationName: 'name' },
      ]) {
        expect((await send(body)).body).toEqual(name);
      }
      for (const body of [
        { query: other },
        { query: `${known} ` },
        { query: other, extensions: named(known) },
        { extensions: named(other) },
        { query: other, extensions: named(other) },
        { extensions: {} },
        { query: '{ not a query' },
      ]) {
        const refused = await send(body);
        expect([refused.status, codesOf(refused)]).toEqual([403, ['PERSISTED_QUERY_ONLY']]);
      }
      const get = async (parameters: object) => {
        const text = Object.entries(parameters).map(([key, value]): [string, string] => [
          key,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]);
        const answer = await fetch(`${url}/graphql?${new URLSearchParams(text)}`);
        return [answer.status, await answer.json()];
      };
      expect(await get({ query: known, variables })).toEqual([200, name]);
      expect(await get({ extensions: named(known), variables })).toEqual([200, name]);
      expect((await get({ query: other }))[0]).toBe(403);
    });
  });

  it.each([
    ['missing.json', '{}', 'nowhere'],
    ['text.json', 'no JSON', 'JSON'],
    ['hash.json', JSON.stringify({ [sha256(other)]: known }), sha256(known)],
    [
      'invalid.json',
      JSON.stringify({ [sha256('{ nothing }')]: '{ nothing }' }),
      'Cannot query field "nothing"',
    ],
    ['list.json', JSON.stringify({ a: ['{ __typename }'] }), 'a is not the text'],
  ])('that cannot be used keep the service from starting (%s)', async (file, content, says) => {
    const path = join(folder, file);
    await writeFile(path, content);
    const at = says === 'nowhere' ? join(folder, 'nowhere') : path;
    await expect(startService({ store, env: { PERSISTED_QUERIES: at } })).rejects.toMatchObject({
      code: 'BAD_CONFIGURATION',
      message: expect.stringMatching(/^PERSISTED_QUERIES: expected/),
    });
    await expect(startService({ store, env: { PERSISTED_QUERIES: at } })).rejects.toThrow(says);
  });

  it('are kept for clients that send them by their hash, where any query may be run', async () => {
    await withService({}, async (url) => {
      const byHash = { body: JSON.stringify({ extensions: named(known), variables }) };
      expect(codesOf(await post(url, '', byHash))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
      await post(url, '', { body: JSON.stringify({ query: known, extensions: named(known), variables }) });
      expect((await post(url, '', byHash)).body).toEqual({ data: { actor: { name: 'Iran' } } });
    });
  });
});

describe('what is noted of a request', () => {
  it('is one line in the log: what it was called, took, sent and read, and nothing that was asked', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    await withService({ logger }, async (url) => {
      const body = JSON.stringify({
        query: 'query whatIran($id: ID!) { actor(id: $id) { name memberships { role } } }',
        variables: { id: 'actor:iran' },
      });
      await post(url, '', { body });
      await post(url, '', { body: '[]' });
      await post(url, 'query broken { nothing }');
      await fetch(`${url}/graphql?query={__typename}&secret=confidential`, {
        headers: { cookie: 'confidential', authorization: 'confidential' },
      });
      await vi.waitFor(() => expect(lines).toHaveLength(4));
    });
    const notes = lines.map((line): Record<string, unknown> => JSON.parse(line));
    expect(notes).toMatchObject([
      {
        method: 'POST',
        path: '/graphql',
        status: 200,
        operation: 'whatIran',
        statements: 1,
        rows: expect.any(Number),
        cost: 6,
        codes: [],
      },
      { status: 400, codes: ['BATCH_REFUSED'] },
      { status: 400, statements: 0, codes: ['GRAPHQL_VALIDATION_FAILED'] },
      { method: 'GET', status: 200, statements: 1 },
    ]);
    expect(Object.keys(notes[0] ?? {}).sort()).toEqual([
      'codes',
      'cost',
      'hostname',
      'level',
      'method',
      'ms',
      'msg',
      'operation',
      'path',
      'pid',
      'requestId',
      'rows',
      'statements',
      'status',
      'time',
    ]);
    expect(lines.join('')).not.toMatch(/confidential|actor:iran|memberships|nothing/);
  });

  it('is counted for Prometheus, where that is wanted', async () => {
    await withService({ env: { METRICS: '1' } }, async (url) => {
      await post(url, READ);
      await post(url, '{ nothing }');
      await vi.waitFor(async () => {
        const text = await (await fetch(`${url}/metrics`)).text();
        expect(text).toMatch(/^demarche_requests_total\{status="200"\} \d+$/m);
        expect(text).toMatch(/^demarche_requests_total\{status="400"\} 1$/m);
        expect(text).toMatch(/^demarche_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1$/m);
        expect(text).toMatch(/^demarche_statements_total 1$/m);
        expect(text).toMatch(/^demarche_rows_total 1$/m);
        expect(text).toMatch(/^demarche_graphql_seconds_count 2$/m);
        expect(text).toMatch(/^demarche_requests_running 0$/m);
        expect(text).toMatch(/^demarche_requests_waiting 0$/m);
        expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
      });
    });
    await withService({}, async (url) => expect((await fetch(`${url}/metrics`)).status).toBe(404));
  });
});
