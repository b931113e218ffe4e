import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { query, type Store } from '../../src/store/index.js';
import { openNeo4j } from '../../src/store/neo4j/index.js';
import { type Neo4jTestServer, neo4jServers } from '../support/neo4j.js';
import { post, startService } from '../support/service.js';
import { adminRows } from '../support/stores.js';

/** Minutes of work for one thread of the server, and no rows. */
const longRead = query<Record<string, never>, Record<string, never>>(
  'longRead',
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN a',
);
const ASK = '{ actor(id: "actor:iran") { name } }';

describe.each(neo4jServers())('$name', (server) => {
  let store: Store;
  beforeAll(async () => {
    store = await openNeo4j({ ...server, transactionTimeoutMs: 60_000 });
    await store.applySchema();
  });
  afterAll(() => store.close());

  /** A store whose every read is a long one, on the real server. */
  const busy = (): Store => ({
    ...store,
    read: async (_query, _params, options) => (await store.read(longRead, {}, options)) as never[],
  });
  const running = async () =>
    (await adminRows(server, 'SHOW TRANSACTIONS YIELD metaData RETURN metaData.query AS query')).filter(
      (row) => row.query === longRead.name,
    ).length;
  const untilRunning = (count: number) =>
    vi.waitFor(async () => expect(await running()).toBe(count), { timeout: 10_000 });

  test('a client that goes away takes its transactions along', async () => {
    const service = await startService({ store: busy() });
    const gone = new AbortController();
    const answer = post(service.url, ASK, { signal: gone.signal }).catch(() => 'gone');
    await untilRunning(1);
    gone.abort();
    expect(await answer).toBe('gone');
    await untilRunning(0);
    await service.close();
  });

  test('a request whose time is up ends, and its transactions with it', async () => {
    const service = await startService({ store: busy(), env: { REQUEST_TIMEOUT_MS: '1000' } });
    const twice = '{ actor(id: "actor:iran") { name } topics { totalCount nodes { id } } }';
    const answer = post(service.url, twice);
    await untilRunning(3);
    const { status, body, headers } = await answer;
    expect(status).toBe(200);
    expect(body).toEqual({
      errors: [
        {
          message: 'The request took longer than the 1000 ms this service allows.',
          extensions: { code: 'REQUEST_TIMEOUT' },
        },
      ],
      data: null,
    });
    expect(headers.get('cache-control')).toBe('no-store');
    await untilRunning(0);
    await service.close();
  });

  test('a database that goes away in the middle of a request is a 503, without a word on where it was', async () => {
    const { proxy, port, cut } = await proxyTo(server);
    const through = await openNeo4j({
      ...server,
      uri: `bolt://127.0.0.1:${port}`,
      transactionTimeoutMs: 60_000,
    });
    const slow: Store = {
      ...through,
      read: async (_query, _params, options) => (await through.read(longRead, {}, options)) as never[],
    };
    const service = await startService({ store: slow });
    const answers = [ASK, '{ statements { totalCount } }'].map((text) => post(service.url, text));
    const kept = fetch(`${service.url}/graphql?query=${encodeURIComponent(ASK)}`);
    await untilRunning(3);
    cut();
    for (const { status, headers, body } of await Promise.all(answers)) {
      expect([status, headers.get('retry-after')]).toEqual([503, '5']);
      expect(body).toEqual({
        errors: [
          {
            message: 'The database does not answer. Try again in a moment.',
            extensions: { code: 'DATABASE_UNAVAILABLE' },
          },
        ],
      });
    }
    const { status, headers } = await kept;
    expect([status, headers.get('retry-after'), headers.get('etag')]).toEqual([503, '5', null]);
    await untilRunning(0);
    await service.close();
    await through.close();
    proxy.close();
  });
});

/** A way to the server that can be cut. */
async function proxyTo({ uri }: Neo4jTestServer): Promise<{ proxy: Server; port: number; cut(): void }> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  const proxy = createServer((inward) => {
    const outward = connect(Number(port), hostname);
    for (const socket of [inward, outward]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    inward.pipe(outward).pipe(inward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const cut = () => {
    proxy.close();
    for (const socket of sockets) socket.destroy();
  };
  return { proxy, port: address.port, cut };
}
