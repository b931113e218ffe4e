import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNeo4j } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { query, type StreamQuery } from '../../src/store/query.js';
import { neo4jServers } from '../support/neo4j.js';
import { adminRows } from '../support/stores.js';

type Nothing = Record<never, never>;

const one = query<Nothing, { x: number }>('one', 'RETURN 1 AS x');
const longRead = query<Nothing, { count: number }>(
  'longRead',
  `UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y
   WITH x, y WHERE x % 7 = y RETURN count(x) AS count`,
);
const numbers: StreamQuery<Nothing, { id: string; n: number }> = {
  name: 'numbers',
  text: 'UNWIND range(1, 20000) AS n WITH n WHERE toString(n) <> $after RETURN toString(n) AS id, n LIMIT $limit',
  keyOf: ({ id }) => id,
};
const longStream: StreamQuery<Nothing, { id: string }> = {
  name: 'longStream',
  text: `UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y
         WITH x, y WHERE y = -1 AND $after = '' RETURN toString(x) AS id LIMIT $limit`,
  keyOf: ({ id }) => id,
};

describe.each([...(await neo4jServers())])('Neo4j: $name', (server) => {
  let store: Store;
  beforeAll(async () => {
    store = await openNeo4j({ ...server, transactionTimeoutMs: 20_000 });
  });
  afterAll(() => store.close());

  const running = async (name: string) =>
    (
      await adminRows(
        server,
        'SHOW TRANSACTIONS YIELD metaData, status RETURN metaData.query AS query, status',
      )
    ).filter(({ query: running, status }) => running === name && status === 'Running').length;

  const eventually = async (name: string, count: number) => {
    for (let i = 0; i < 50; i++) {
      if ((await running(name)) === count) return;
      await delay(50);
    }
    expect.fail(`${await running(name)} transactions ${name} run, not ${count}`);
  };

  test('an aborted read ends on the server, where it carries its name', async () => {
    const controller = new AbortController();
    const reading = store.read(longRead, {}, { signal: controller.signal });
    reading.catch(() => undefined);
    await eventually('longRead', 1);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
    await eventually('longRead', 0);
    expect(await store.read(one, {})).toEqual([{ x: 1 }]);
  });

  test('an aborted stream that has no row yet ends on the server', async () => {
    const controller = new AbortController();
    const rows = store.stream(longStream, {}, { signal: controller.signal })[Symbol.asyncIterator]();
    const first = rows.next();
    first.catch(() => undefined);
    await eventually('longStream', 1);
    controller.abort();
    await expect(first).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
    await eventually('longStream', 0);
  });

  test('an aborted stream ends on the server while its reader is busy elsewhere', async () => {
    const controller = new AbortController();
    const rows = store.stream(numbers, {}, { signal: controller.signal })[Symbol.asyncIterator]();
    await rows.next();
    await eventually('numbers', 1);
    controller.abort();
    await eventually('numbers', 0);
    await expect(rows.next()).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
  });

  test('an aborted write ends on the server', async () => {
    const controller = new AbortController();
    const writing = store.write((transaction) => transaction.run(longRead, {}), {
      signal: controller.signal,
    });
    writing.catch(() => undefined);
    await eventually('write', 1);
    controller.abort();
    await expect(writing).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
    await eventually('write', 0);
  });

  test('leaving streams at any row, by ending or aborting them, spoils no connection', async () => {
    const leave = async (i: number) => {
      const controller = new AbortController();
      const after = 1 + ((i * 7919) % 9_000);
      let seen = 0;
      try {
        for await (const _ of store.stream(numbers, {}, { signal: controller.signal })) {
          if (++seen < after) continue;
          if (i % 2 === 0) break;
          controller.abort();
        }
      } catch (error) {
        expect(error).toMatchObject({ code: 'REQUEST_ABORTED' });
      }
      expect(await store.read(one, {})).toEqual([{ x: 1 }]);
    };
    for (let round = 0; round < 20; round++) {
      await Promise.all([0, 1, 2, 3].map((i) => leave(round * 4 + i)));
    }
    await eventually('numbers', 0);
  });

  test('aborting reads of many rows at any moment spoils no connection', async () => {
    const many = query<Nothing, { n: number }>('many', 'UNWIND range(1, 20000) AS n RETURN n');
    for (let i = 0; i < 40; i++) {
      const controller = new AbortController();
      const reading = store.read(many, {}, { signal: controller.signal });
      const timer = setTimeout(() => controller.abort(), i * 2);
      const outcome = await reading.then(
        (rows) => rows.length,
        (error: { code: string }) => error.code,
      );
      clearTimeout(timer);
      expect([20_000, 'REQUEST_ABORTED']).toContain(outcome);
      expect(await store.read(one, {})).toEqual([{ x: 1 }]);
    }
  });

  test('a slow reader holds back the server: memory stays small', async () => {
    const wide: StreamQuery<Nothing, { id: string; text: string }> = {
      name: 'wide',
      text: `UNWIND range(1, 200000) AS n WITH n WHERE $after = ''
             RETURN toString(n) AS id, reduce(text = '', i IN range(1, 100) | text + toString(n)) AS text LIMIT $limit`,
      keyOf: ({ id }) => id,
    };
    let seen = 0;
    const before = process.memoryUsage().heapUsed;
    for await (const _ of store.stream(wide, {})) {
      if (++seen === 10) await delay(1_500);
      if (seen === 11) break;
    }
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60 * 1024 * 1024);
  });

  test('a read that takes too long ends at the time limit', async () => {
    const hasty = await openNeo4j({ ...server, transactionTimeoutMs: 300 });
    await expect(hasty.read(longRead, {})).rejects.toMatchObject({
      code: 'REQUEST_TIMEOUT',
      message: 'statement longRead: the database ended it at its time limit',
    });
    await hasty.close();
    await eventually('longRead', 0);
  });

  test('a wrong password is told without it', async () => {
    const opening = openNeo4j({ ...server, password: 'quite-wrong', transactionTimeoutMs: 300 });
    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await expect(opening).rejects.not.toThrow(/quite-wrong/);
    await expect(opening).rejects.toThrow(server.uri);
  });

  test('a database that does not exist is told', async () => {
    const opening = openNeo4j({ ...server, database: 'nowhere', transactionTimeoutMs: 300 });
    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });
});

test.each([
  ['a server that is not there', 'bolt://neo4j:secret-one@127.0.0.1:1'],
  ['a scheme that is none', 'http://neo4j:secret-one@127.0.0.1:1'],
])('%s is told, with the address and without the password', async (_, uri) => {
  const opening = openNeo4j({ uri, username: 'neo4j', password: 'secret-two', transactionTimeoutMs: 300 });
  await expect(opening).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  await expect(opening).rejects.toThrow('//127.0.0.1:1');
  await expect(opening).rejects.not.toThrow(/secret/);
});
