import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningService } from '../../src/main.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { postHead, rawConnection } from '../support/raw-http.js';
import { post, startService } from '../support/service.js';

/** Clients that send slowly, by halves, too much or nonsense: each is answered with a code, and keeps nobody waiting. */

const FIFTY_MB = 50_000_000;
let store: Store;
let service: RunningService;
let url: string;

beforeAll(async () => {
  store = await openGrafeo({});
  await store.applySchema();
  // a tenth of what a real client is given, so that the test need not wait for as long
  service = await startService({
    store,
    env: { RECEIVE_TIMEOUT_MS: '150', MAX_CONCURRENT_REQUESTS: '2', MAX_QUEUED_REQUESTS: '2' },
  });
  url = service.url;
});
afterAll(async () => {
  await service.close();
  await store.close();
});

const HALF_SENT: Readonly<Record<string, { sent: string; status: number; code: string }>> = {
  nothing: { sent: '', status: 408, code: 'REQUEST_TOO_SLOW' },
  'half a first line': { sent: 'POST /gra', status: 408, code: 'REQUEST_TOO_SLOW' },
  'half of the headers': { sent: postHead().slice(0, -2), status: 408, code: 'REQUEST_TOO_SLOW' },
  'no body': { sent: postHead('Content-Length: 100'), status: 408, code: 'BODY_TOO_SLOW' },
  'half a body': {
    sent: `${postHead('Content-Length: 100')}{"query":"{`,
    status: 408,
    code: 'BODY_TOO_SLOW',
  },
  'half a chunk': {
    sent: `${postHead('Transfer-Encoding: chunked')}20\r\n{"query"`,
    status: 408,
    code: 'BODY_TOO_SLOW',
  },
  'chunks without an end': {
    sent: `${postHead('Transfer-Encoding: chunked')}2\r\n{}\r\n`,
    status: 408,
    code: 'BODY_TOO_SLOW',
  },
  'no HTTP': { sent: 'HELO example.org\r\n\r\n', status: 400, code: 'BAD_REQUEST' },
  'a TLS greeting': {
    sent: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    status: 400,
    code: 'BAD_REQUEST',
  },
  'a chunk of no size': {
    sent: `${postHead('Transfer-Encoding: chunked')}zz\r\n`,
    status: 400,
    code: 'BAD_REQUEST',
  },
  'two lengths': {
    sent: postHead('Content-Length: 2', 'Content-Length: 20'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  'a length and chunks': {
    sent: `${postHead('Content-Length: 2', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
    status: 400,
    code: 'BAD_REQUEST',
  },
  'headers without an end': {
    sent: `GET / HTTP/1.1\r\n${Array.from({ length: 3_000 }, (_, i) => `X-${i}: x\r\n`).join('')}`,
    status: 431,
    code: 'HEADERS_TOO_LARGE',
  },
  'a query in an address that is too long': {
    sent: `GET /graphql?query=${'x'.repeat(200_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    status: 431,
    code: 'HEADERS_TOO_LARGE',
  },
};

describe('a client that sends', () => {
  it.each(Object.entries(HALF_SENT))(
    '%s is answered with a code, and the connection ends',
    async (_, { sent, status, code }) => {
      const { statuses, text } = await rawConnection(url, sent).closed;
      expect(statuses).toEqual([status]);
      expect(text).toContain(`"code":"${code}"`);
      expect(text).toMatch(/^connection: close\r$/im);
    },
  );

  it('a body byte by byte is not waited for', async () => {
    const { socket, closed } = rawConnection(url, postHead('Content-Length: 1000'));
    const drip = setInterval(() => socket.write(' '), 20);
    const { statuses, text } = await closed;
    clearInterval(drip);
    expect([statuses, text]).toEqual([[408], expect.stringContaining('BODY_TOO_SLOW')]);
  });

  it('a large body steadily is waited for', async () => {
    const body = JSON.stringify({ query: `{ __typename }${' '.repeat(40_000)}` });
    const { socket, closed } = rawConnection(
      url,
      postHead(`Content-Length: ${body.length}`, 'Connection: close'),
    );
    for (let at = 0; at < body.length; at += 2_000) {
      await delay(30);
      socket.write(body.slice(at, at + 2_000));
    }
    const { statuses, text } = await closed;
    expect([statuses, text]).toEqual([[200], expect.stringContaining('{"data":{"__typename":"Query"}}')]);
  });
});

describe('a body of 50 MB', () => {
  it('is refused by its length, before any of it comes', async () => {
    const { statuses, text } = await rawConnection(url, postHead(`Content-Length: ${FIFTY_MB}`)).closed;
    expect([statuses, text]).toEqual([[413], expect.stringContaining('BODY_TOO_LARGE')]);
  });

  it('is not asked for where the client asks before it sends', async () => {
    const head = postHead(`Content-Length: ${FIFTY_MB}`, 'Expect: 100-continue');
    expect((await rawConnection(url, head).closed).statuses).toEqual([413]);
    const small = JSON.stringify({ query: '{ __typename }' });
    const { socket, closed } = rawConnection(
      url,
      postHead(`Content-Length: ${small.length}`, 'Expect: 100-continue', 'Connection: close'),
    );
    socket.once('data', () => socket.write(small));
    expect((await closed).statuses).toEqual([100, 200]);
  });

  it.each(['Content-Length', 'Transfer-Encoding'])('is not read to its end (%s)', async (header) => {
    const chunked = header === 'Transfer-Encoding';
    const { socket, closed } = rawConnection(
      url,
      postHead(chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${FIFTY_MB}`),
    );
    const part = ' '.repeat(100_000);
    const piece = chunked ? `${part.length.toString(16)}\r\n${part}\r\n` : part;
    let sent = 0;
    const pump = () => {
      while (sent < FIFTY_MB && !socket.destroyed) {
        sent += part.length;
        if (!socket.write(piece)) return;
      }
    };
    socket.on('drain', pump);
    pump();
    const { statuses, text } = await closed;
    expect([statuses, text]).toEqual([[413], expect.stringContaining('BODY_TOO_LARGE')]);
    // what the system's own buffers hold was sent, but not read
    expect(sent).toBeLessThan(FIFTY_MB / 2);
  });

  it('is refused in the way of clients too', async () => {
    // this process is the client too, and busy: the service must not take it for a slow one
    const patient = await startService({ store });
    const { status, body } = await post(patient.url, '', { body: ' '.repeat(FIFTY_MB) });
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([413, 'BODY_TOO_LARGE']);
    await patient.close();
  });

  it('packed into 50 kB is not unpacked', async () => {
    const { status, body } = await post(url, '', {
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: new Uint8Array(gzipSync(Buffer.alloc(FIFTY_MB, ' '))),
    });
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('for a path that is not there is not read either', async () => {
    const head = postHead(`Content-Length: ${FIFTY_MB}`).replace('/graphql', '/nothing');
    expect((await rawConnection(url, head).closed).statuses).toEqual([404]);
  });
});

describe('a connection', () => {
  it('is kept where what is refused was read', async () => {
    const query = JSON.stringify({ query: '{ nothing }' });
    const { statuses } = await rawConnection(
      url,
      'GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n',
      `POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}`,
      `${postHead(`Content-Length: ${query.length}`)}${query}`,
      `${postHead('Content-Length: 2')}[]`,
      'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    ).closed;
    expect(statuses).toEqual([404, 404, 400, 400, 200]);
  });
});

describe('a hundred slow clients at a time', () => {
  it('keep nobody waiting, though they are more than run at a time', async () => {
    const slow = [
      ...Array.from({ length: 50 }, () => rawConnection(url, 'POST /graphql HTTP/1.1\r\nHost:')),
      ...Array.from({ length: 50 }, () => rawConnection(url, `${postHead('Content-Length: 100')}{"que`)),
    ];
    for (let i = 0; i < 20; i += 1) expect((await post(url, '{ __typename }')).status).toBe(200);
    const answers = await Promise.all(slow.map(({ closed }) => closed));
    expect(answers.flatMap(({ statuses }) => statuses)).toEqual(slow.map(() => 408));
  });
});
