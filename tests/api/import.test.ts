import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadTo } from '../../src/cli/load-to.js';
import { listLoads } from '../../src/ingest/index.js';
import type { RunningService } from '../../src/main.js';
import { datasetQueries, type Store } from '../../src/store/index.js';
import { dumpGraph } from '../support/dump-graph.js';
import { startService } from '../support/service.js';
import { eachStore } from '../support/stores.js';

const KEY = 'a-key-of-the-test-run';
const authorization = `Bearer ${KEY}`;
const actor = (n: number, name = `Actor ${n}`) => ({ type: 'actor', id: `actor:${n}`, kind: 'STATE', name });
const ndjson = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
const many = (count: number) => ndjson(Array.from({ length: count }, (_, n) => actor(n)));

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-import-test-'));
});
afterAll(() => rm(directory, { recursive: true }));

describe.each(await eachStore())('POST /import on $name', ({ open }) => {
  let store: Store;
  let service: RunningService;
  beforeEach(async () => {
    store = await open();
    service = await startService({ store, env: { IMPORT_KEY: KEY, MAX_IMPORT_BYTES: '1000000' } });
  });
  afterEach(async () => {
    await service.close();
    await store.close();
  });

  async function post(
    body: string | Uint8Array,
    query = '',
    headers: Record<string, string> = { authorization },
  ) {
    const response = await fetch(`${service.url}/import${query}`, {
      method: 'POST',
      headers,
      body: Buffer.from(body),
    });
    // a report, or an error: what a test expects of it says which
    const answer: Record<string, unknown> = JSON.parse(await response.text());
    return { status: response.status, headers: response.headers, body: answer };
  }

  test('takes records, packed or not, and answers with the report', async () => {
    const loaded = await post(ndjson([actor(1), actor(2)]), '?name=two.ndjson&by=somebody');
    expect(loaded).toMatchObject({ status: 200, body: { read: 2, new: 2, written: 2, load: 1 } });
    expect(await listLoads(store)).toMatchObject([{ by: 'somebody', files: [{ name: 'two.ndjson' }] }]);
    expect(await post(gzipSync(ndjson([actor(2), actor(3)])))).toMatchObject({
      body: { read: 2, new: 1, same: 1 },
    });
    expect(await post(ndjson([actor(3, 'Other')]))).toMatchObject({
      status: 200,
      body: { written: 0, issues: [{ code: 'CONFLICT', file: 'import', line: 1 }] },
    });
    const other = ndjson([actor(3, 'Other')]);
    expect(await post(other, '?onConflict=update&dryRun=1')).toMatchObject({
      body: { changed: 1, written: 0 },
    });
    expect(await post(other, '?onConflict=update')).toMatchObject({ body: { changed: 1, written: 1 } });
    expect(await post(`{\n${ndjson([actor(4)])}`, '?skipInvalid=1')).toMatchObject({
      body: { rejected: 1, written: 1, rejectsFiles: [] },
    });
  });

  test('writes a hundred records at a time, so that others are answered in between', async () => {
    expect(await post(many(250))).toMatchObject({ status: 200, body: { written: 250 } });
    const [dataset] = await store.read(datasetQueries.datasetRevision, {});
    expect(dataset?.revision).toBe(3);
  });

  test('nobody loads without the key, and no body is taken that is too large', async () => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: KEY }]) {
      const refused = await post(ndjson([actor(1)]), '', headers as Record<string, string>);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      expect(refused.body).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    expect(await post('x', '?onConflct=update')).toMatchObject({ status: 400 });
    expect(await post(many(20_000))).toMatchObject({
      status: 413,
      body: { errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] },
    });
    expect(await listLoads(store)).toEqual([]);
  });

  test('one at a time: another is told to come again, and is let in when the first is gone', async () => {
    const first = request(`${service.url}/import`, { method: 'POST', headers: { authorization } });
    first.on('error', () => {});
    first.write(ndjson([actor(1)]));
    await delay(300);
    const busy = await post(ndjson([actor(2)]));
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '1']);
    first.destroy();
    await delay(300);
    expect(await post(ndjson([actor(2)]))).toMatchObject({ status: 200, body: { written: 1 } });
    expect(await dumpGraph(store)).not.toContain('actor:1 :Actor id="actor:1"');
  });

  test('demarche load --to sends files, and names what is wrong as they do', async () => {
    const [a, b] = [join(directory, 'a.ndjson'), join(directory, 'b.ndjson.gz')];
    await writeFile(a, ndjson([actor(1), actor(2)]).trimEnd());
    await writeFile(b, gzipSync(`${ndjson([actor(3)])}{\n`));
    const options = {
      key: KEY,
      onConflict: 'refuse',
      by: 'me',
      signal: new AbortController().signal,
    } as const;
    const refused = await loadTo(service.url, [a, b], options);
    expect(refused).toMatchObject({ read: 4, written: 0, issues: [{ file: b, line: 2 }] });
    expect(await loadTo(`${service.url}/`, [a], options)).toMatchObject({ read: 2, written: 2 });
    await expect(loadTo(service.url, [a], { ...options, key: 'wrong' })).rejects.toMatchObject({
      message: expect.stringContaining('IMPORT_KEY'),
    });
    await expect(loadTo('nowhere', [a], options)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(loadTo(service.url, ['no-such-file'], options)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

test('without a key there is no such door', async () => {
  const service = await startService({ env: { SEED: 'none' } });
  const response = await fetch(`${service.url}/import`, { method: 'POST', headers: { authorization } });
  expect(response.status).toBe(404);
  await service.close();
});
