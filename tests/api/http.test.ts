import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '../../src/config.js';
import { type RunningService, serviceUrl } from '../../src/main.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { post, type ServiceOptions, startService } from '../support/service.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let store: Store;
let service: RunningService;
let url: string;

beforeAll(async () => {
  store = await openGrafeo({});
  await store.applySchema();
  service = await startService({ store });
  url = service.url;
});

afterAll(async () => {
  await service.close();
  await store.close();
});

/** A service of its own for one test. */
async function withService(options: ServiceOptions, test: (url: string) => Promise<void>): Promise<void> {
  const own = await startService({ store, ...options });
  try {
    await test(own.url);
  } finally {
    await own.close();
  }
}

/** A store whose reads end only when their signal does, as a long query would; `signals` are those of its reads. */
function slowStore(): { store: Store; signals: AbortSignal[] } {
  const signals: AbortSignal[] = [];
  const slow: Store = {
    ...store,
    read: (_query, _params, options) =>
      new Promise((_, reject) => {
        const signal = options?.signal;
        if (!signal) throw new Error('a read without a signal');
        signals.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  return { store: slow, signals };
}

describe('GraphQL over HTTP', () => {
  it('answers POST with JSON', async () => {
    const { status, headers, body } = await post(url, '{ actor(id: "actor:iran") { name } }');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body).toEqual({ data: { actor: null } });
  });

  it('answers GET queries, but none that a browser sends for a page of another site', async () => {
    const query = `${url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    // `fetch` may not set the headers by which a browser says where a request comes from
    const statusFor = (fields: readonly string[]) =>
      rawGet(url, new URL(query).pathname + new URL(query).search, fields);
    expect(await (await fetch(query)).json()).toEqual({ data: { __typename: 'Query' } });
    expect((await statusFor(['Sec-Fetch-Site: same-origin']))[0]).toBe(200);
    expect((await statusFor(['Sec-Fetch-Site: none']))[0]).toBe(200);
    for (const site of ['cross-site', 'same-site']) {
      const [status, , body] = await statusFor([`Sec-Fetch-Site: ${site}`, 'Origin: https://a.example.org']);
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'CROSS_SITE_REQUEST' } }] });
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses POST as %s, which any site can send',
    async (type) => {
      const { status, body } = await post(url, '', {
        headers: { 'content-type': type },
        body: '{"query":"{__typename}"}',
      });
      expect(status).toBe(415);
      expect(body.errors?.[0]?.extensions?.code).toBe('UNSUPPORTED_MEDIA_TYPE');
    },
  );

  it.each([
    ['{"query":', 400, 'BAD_REQUEST', 'not JSON'],
    ['"{ __typename }"', 400, 'BAD_REQUEST', 'not JSON'],
    ['{}', 400, 'BAD_REQUEST', 'POST body missing'],
    ['[{"query":"{ __typename }"}]', 400, 'BATCH_REFUSED', 'expected 1 request'],
    ['{"query":"{ nothing }"}', 400, 'GRAPHQL_VALIDATION_FAILED', 'nothing'],
    ['{"query":"{"}', 400, 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
  ])('refuses the body %s with %i and a code', async (body, expected, code, words) => {
    const answer = await post(url, '', { body });
    expect(answer.status).toBe(expected);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.body.errors?.[0]?.extensions?.code).toBe(code);
    expect(answer.body.errors?.[0]?.message).toContain(words);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|stacktrace/);
  });

  it('refuses a body beyond MAX_BODY_BYTES', async () => {
    const { status, body } = await post(url, ' '.repeat(300_000));
    expect(status).toBe(413);
    expect(body.errors).toEqual([
      {
        message: "the request's body is larger than the 262144 bytes allowed",
        extensions: { code: 'BODY_TOO_LARGE' },
      },
    ]);
  });

  it('refuses a charset and an encoding it does not know', async () => {
    for (const headers of [
      { 'content-type': 'application/json; charset=klingon' },
      { 'content-type': 'application/json', 'content-encoding': 'klingon' },
    ]) {
      const { status, body } = await post(url, '{ __typename }', { headers });
      expect(status).toBe(415);
      expect(body.errors?.[0]?.extensions?.code).toBe('UNSUPPORTED_MEDIA_TYPE');
    }
  });

  it('knows GET and POST only', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(405);
  });

  it('keeps to the limits that are configured', async () => {
    const env = { MAX_QUERY_DEPTH: '2', MAX_QUERY_TOKENS: '30', MAX_BODY_BYTES: '1024', MAX_PAGE_SIZE: '5' };
    await withService({ env }, async (limited) => {
      const deep = await post(limited, '{ actors { nodes { id } } }');
      expect(deep.body.errors?.[0]?.message).toContain('deeper than the 2 levels');
      const long = await post(limited, `{ ${'__typename '.repeat(40)} }`);
      expect(long.body.errors?.[0]?.message).toContain('30 tokens');
      expect((await post(limited, ' '.repeat(1_100))).status).toBe(413);
    });
  });

  it('gives up a request after REQUEST_TIMEOUT_MS, in the database too', async () => {
    const { store: slow, signals } = slowStore();
    await withService({ store: slow, env: { REQUEST_TIMEOUT_MS: '100' } }, async (slowUrl) => {
      const { body } = await post(slowUrl, '{ actor(id: "actor:iran") { name } }');
      expect(body.errors).toHaveLength(1);
      expect(signals[0]?.reason).toMatchObject({ name: 'TimeoutError' });
    });
  });

  it('gives up a request whose client is gone', async () => {
    const { store: slow, signals } = slowStore();
    await withService({ store: slow }, async (slowUrl) => {
      const gone = new AbortController();
      const answer = post(slowUrl, '{ actor(id: "actor:iran") { name } }', { signal: gone.signal });
      await vi.waitFor(() => expect(signals).toHaveLength(1));
      gone.abort();
      await expect(answer).rejects.toThrow();
      await vi.waitFor(() => expect(signals[0]?.reason).toMatchObject({ name: 'AbortError' }));
    });
  });

  it('does not abort what was answered', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const watched: Store = {
      ...store,
      read: (query, params, options) => {
        signals.push(options?.signal);
        return store.read(query, params, options);
      },
    };
    await withService({ store: watched, env: { REQUEST_TIMEOUT_MS: '100' } }, async (watchedUrl) => {
      await post(watchedUrl, '{ actor(id: "actor:iran") { name } }');
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(signals[0]?.aborted).toBe(false);
    });
  });
});

describe('the other routes', () => {
  it('GET /schema.graphql is the schema, as text', async () => {
    const response = await fetch(`${url}/schema.graphql`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(buildSchema(await response.text()).getQueryType()?.name).toBe('Query');
  });

  it('GET /healthz and /readyz', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', engine: 'grafeo', version: expect.stringMatching(/\d/) },
    ]);
    expect(ready.headers.get('cache-control')).toBe('no-store');
  });

  it('GET /readyz is 503 while the database fails or is silent; /healthz stays', async () => {
    const failing: Store = { ...store, ping: () => Promise.reject(new Error('bolt://secret-host refused')) };
    const silent: Store = { ...store, ping: () => new Promise(() => {}) };
    for (const broken of [failing, silent]) {
      await withService({ store: broken }, async (brokenUrl) => {
        const ready = await fetch(`${brokenUrl}/readyz`);
        expect([ready.status, await ready.json()]).toEqual([
          503,
          { status: 'unavailable', engine: 'grafeo' },
        ]);
        expect((await fetch(`${brokenUrl}/healthz`)).status).toBe(200);
      });
    }
  });

  it.each(['/', '/statements?q=snapback', '/actor:iran'])(
    'GET %s is a page for browsers only',
    async (path) => {
      const page = await fetch(`${url}${path}`, { headers: { accept: BROWSER } });
      expect(page.headers.get('content-type')).toMatch(/^text\/(html|plain)/);
      expect(page.headers.get('vary')).toContain('Accept');
      const [status, headers] = await rawGet(url, path);
      expect(status).toBe(404);
      expect(headers).toContain('application/json');
    },
  );

  it('GET /graphql is a page for browsers only', async () => {
    const page = await fetch(`${url}/graphql`, { headers: { accept: BROWSER } });
    expect(page.headers.get('content-type')).toMatch(/^text\/(html|plain)/);
    expect(page.headers.get('vary')).toContain('Accept');
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json']) {
      const answer = await fetch(`${url}/graphql?query={__typename}`, {
        headers: { accept },
      });
      expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    }
  });

  it.each([
    '/nothing',
    '/graphql/nothing',
    '/assets/nothing.js',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/%E0%A4%A',
  ])('%s is nothing, in JSON', async (path) => {
    const [status, headers, body] = await rawGet(url, path);
    expect(status).toBe(404);
    expect(headers).toContain('application/json');
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

describe('what keeps others out', () => {
  it('sends a strict policy and does not say what it is made of', async () => {
    const { headers } = await fetch(`${url}/graphql`, { headers: { accept: BROWSER } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('lets no other site read, unless configured', async () => {
    const origin = 'https://a.example.org';
    const allowed = async (at: string, from: string) =>
      (await fetch(`${at}/schema.graphql`, { headers: { origin: from } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowed(url, origin)).toBeNull();
    await withService({ env: { CORS_ORIGIN: '*' } }, async (open) =>
      expect(await allowed(open, origin)).toBe('*'),
    );
    await withService({ env: { CORS_ORIGIN: `${origin},https://b.example.org` } }, async (listed) => {
      expect(await allowed(listed, origin)).toBe(origin);
      expect(await allowed(listed, 'https://c.example.org')).toBeNull();
      const preflight = await fetch(`${listed}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    });
  });

  it('names requests, and believes a proxy that did', async () => {
    const idFor = async (given?: string) =>
      (await fetch(`${url}/healthz`, { headers: given ? { 'x-request-id': given } : {} })).headers.get(
        'x-request-id',
      );
    expect(await idFor()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor('proxy-1')).toBe('proxy-1');
    expect(await idFor('<script>')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('logs each request without what was asked', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
    await withService({ logger }, async (logged) => {
      await post(logged, '{ search(query: "confidential") { totalCount } }');
      await fetch(`${logged}/graphql?query={search(query:"confidential"){totalCount}}`);
      await vi.waitFor(() => expect(lines.filter((line) => line.includes('"path"'))).toHaveLength(2));
    });
    const [first] = lines.map((line): Record<string, unknown> => JSON.parse(line)).filter(({ path }) => path);
    expect(first).toMatchObject({ method: 'POST', path: '/graphql', status: 200, ms: expect.any(Number) });
    expect(first?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.join('')).not.toContain('confidential');
  });
});

describe('starting and stopping', () => {
  it('finishes a running request before it stops, and takes no new one', async () => {
    let answer = () => {};
    const released = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let isAsked = false;
    const held: Store = {
      ...store,
      read: async (query, params) => {
        isAsked = true;
        await released;
        return store.read(query, params);
      },
    };
    const own = await startService({ store: held });
    const running = post(own.url, '{ actor(id: "actor:iran") { name } }');
    await vi.waitFor(() => expect(isAsked).toBe(true));
    const start = performance.now();
    const closing = own.close();
    await expect(fetch(`${own.url}/healthz`)).rejects.toThrow();
    answer();
    expect((await running).body).toEqual({ data: { actor: null } });
    await closing;
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('does not wait for a connection that asks nothing', async () => {
    const own = await startService({ store });
    const socket = connect(Number(new URL(own.url).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    await fetch(`${own.url}/healthz`);
    const start = performance.now();
    await own.close();
    expect(performance.now() - start).toBeLessThan(2_000);
    socket.destroy();
  });

  it('loads the seed into an empty graph, leaves its address beside the file, and changes nothing the next time', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'demarche-http-'));
    const env = { DATA_DIR: dataDir };
    const question = '{ dataset { revision } statements { totalCount } }';
    const answers: unknown[] = [];
    for (const _start of [1, 2]) {
      const own = await startService({ env });
      expect(await serviceUrl(loadConfig(env))).toBe(own.url);
      answers.push((await post(own.url, question)).body);
      await expect(startService({ env })).rejects.toMatchObject({
        code: 'DATABASE_LOCKED',
        message: expect.stringContaining(own.url),
      });
      await own.close();
      expect(await serviceUrl(loadConfig(env))).toBeUndefined();
    }
    expect(answers[0]).toMatchObject({ data: { statements: { totalCount: expect.any(Number) } } });
    expect(answers[0]).not.toMatchObject({ data: { statements: { totalCount: 0 } } });
    expect(answers[1]).toEqual(answers[0]);
    await rm(dataDir, { recursive: true });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with status 0 on %s',
    async (signal) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'demarche-http-'));
      const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', SEED: 'none', LOG_LEVEL: 'silent' };
      const own = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], { env });
      const ended = new Promise((resolve) => own.once('exit', (...how) => resolve(how)));
      const text = await new Promise((resolve) => own.stdout.once('data', (data) => resolve(String(data))));
      expect(text).toMatch(/Demarche is at http:\/\/127\.0\.0\.1:\d+/);
      own.kill(signal);
      own.kill(signal);
      expect(await ended).toEqual([0, null]);
      await rm(dataDir, { recursive: true });
    },
    20_000,
  );

  it('says that PORT is in use', async () => {
    const port = new URL(url).port;
    await expect(startService({ store, env: { PORT: port } })).rejects.toMatchObject({
      code: 'BAD_CONFIGURATION',
      message: expect.stringContaining(`PORT ${port} is in use on 127.0.0.1`),
    });
  });

  it('says that HOST is not here', async () => {
    await expect(startService({ store, env: { HOST: '192.0.2.1' } })).rejects.toMatchObject({
      code: 'BAD_CONFIGURATION',
      message: expect.stringContaining('HOST 192.0.2.1'),
    });
  });

  it.each(['0.0.0.0', '::', '192.168.0.1', 'example.org', '128.0.0.1'])(
    'does not serve the embedded engine on %s unless told to',
    async (host) => {
      await expect(startService({ env: { HOST: host, SEED: 'none' } })).rejects.toMatchObject({
        code: 'BAD_CONFIGURATION',
        message: expect.stringMatching(/^HOST is ".*NEO4J_URI.*ALLOW_EMBEDDED_EXPOSED=1/),
      });
    },
  );

  it('serves it there when told to', async () => {
    const env = { HOST: '0.0.0.0', ALLOW_EMBEDDED_EXPOSED: '1', SEED: 'none' };
    const own = await startService({ env });
    expect((await fetch(`${own.url}/readyz`)).status).toBe(200);
    await own.close();
  });
});

/** GET as it stands: `fetch` would tidy the path. */
function rawGet(
  at: string,
  path: string,
  fields: readonly string[] = [],
): Promise<[status: number, headers: string, body: string]> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(at).port), '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('error', reject);
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('end', () => {
      const [headers = '', body = ''] = text.split('\r\n\r\n', 2);
      resolve([Number(headers.split(' ', 2)[1]), headers, body]);
    });
    const head = [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...fields];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
  });
}
