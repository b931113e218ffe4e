import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningService } from '../../src/main.js';
import type { AnyRecord } from '../../src/model/index.js';
import { query, type Store } from '../../src/store/index.js';
import { loadRecords } from '../support/load-records.js';
import { post, startService } from '../support/service.js';
import { eachStore } from '../support/stores.js';

const GRAPHQL = 'application/graphql-response+json';
const ACTORS = '{ actors { nodes { id name } } dataset { engine } }';
const removeAll = query<Record<string, never>, Record<string, never>>(
  'removeAll',
  'MATCH (n) DETACH DELETE n',
);

const actor = (name: string): AnyRecord => ({ type: 'actor', id: `actor:${name}`, kind: 'STATE', name });

describe.each(await eachStore())('answers that can be kept, from $name', (factory) => {
  let store: Store;
  let service: RunningService;
  /** the names of the statements that were sent to the database */
  let sent: string[] = [];

  beforeAll(async () => {
    store = await factory.open();
    const watched: Store = {
      ...store,
      read(statement, params, options) {
        sent.push(statement.name);
        return store.read(statement, params, options);
      },
    };
    service = await startService({ store: watched });
    await loadRecords(store, [actor('a')]);
  });
  afterAll(async () => {
    await service.close();
    await store.close();
  });
  beforeEach(() => {
    sent = [];
  });

  const ask = (
    asked: Readonly<Record<string, string>> = { query: ACTORS },
    headers: Record<string, string> = {},
  ) => fetch(`${service.url}/graphql?${new URLSearchParams(asked)}`, { headers });
  const tagOf = async (...asked: Parameters<typeof ask>) => {
    const tag = (await ask(...asked)).headers.get('etag');
    if (tag === null) throw new Error('an answer without a tag');
    return tag;
  };

  it('a GET has a tag and must be asked for again, at the price of one small statement', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toMatch(/^W\/"[\w-]{27}"$/);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('vary')).toMatch(/Accept\b.*Accept-Encoding/);
    expect(sent.toSorted()).toEqual(['actorsPage', 'datasetRevision', 'datasetRevision']);
  });

  it('a GET whose answer is still good is 304, and is not run', async () => {
    const tag = await tagOf();
    for (const kept of [tag, tag.replace('W/', ''), `"other", ${tag}`]) {
      sent = [];
      const answer = await ask(undefined, { 'if-none-match': kept });
      expect([answer.status, await answer.text()]).toEqual([304, '']);
      expect(answer.headers.get('etag')).toBe(tag);
      expect(sent).toEqual(['datasetRevision']);
    }
    for (const kept of ['"other"', '*', `${tag}x`]) {
      expect((await ask(undefined, { 'if-none-match': kept })).status).toBe(200);
    }
  });

  it('what the answer depends on is in its tag', async () => {
    const byId = 'query a($id: ID!) { actor(id: $id) { id } } query b($id: ID!) { actor(id: $id) { name } }';
    const variables = (id: string) => JSON.stringify({ id });
    const tags = [
      await tagOf(),
      await tagOf({ query: '{ actors { nodes { id } } }' }),
      await tagOf({ query: ACTORS }, { accept: GRAPHQL }),
      await tagOf({ query: byId, operationName: 'a', variables: variables('actor:a') }),
      await tagOf({ query: byId, operationName: 'b', variables: variables('actor:a') }),
      await tagOf({ query: byId, operationName: 'b', variables: variables('actor:b') }),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(await tagOf()).toBe(tags[0]);
  });

  it('an answer is dropped as soon as the data changes, even where the revision is that of before', async () => {
    const tags = [await tagOf()];
    const names = async () =>
      JSON.parse(await (await ask(undefined, { 'if-none-match': tags.at(-1) ?? '' })).text());
    await loadRecords(store, [actor('b')]);
    expect(await names()).toMatchObject({ data: { actors: { nodes: [{ name: 'a' }, { name: 'b' }] } } });
    tags.push(await tagOf());
    await store.write((transaction) => transaction.run(removeAll, {}));
    for (const name of ['c', 'd']) await loadRecords(store, [actor(name)]);
    expect(await names()).toMatchObject({ data: { actors: { nodes: [{ name: 'c' }, { name: 'd' }] } } });
    tags.push(await tagOf());
    expect(new Set(tags).size).toBe(3);
  });

  it('errors are not kept, nor are answers to POST', async () => {
    const refused = [
      await ask({ query: '{ nothing }' }),
      await ask({ query: '{ actor(id: "nothing") { id } }' }),
      await ask({}),
      await ask({ query: ACTORS, variables: '[' }),
    ];
    for (const { headers } of refused) {
      expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
    }
    const { headers } = await post(service.url, ACTORS);
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  it('a client that takes no answer of ours is told so, whatever it has kept', async () => {
    const answer = await ask(undefined, { accept: 'text/csv', 'if-none-match': await tagOf() });
    expect(answer.status).toBe(406);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('large answers are packed (%s), small ones are not', async (encoding, unpack) => {
    const packed = await raw(
      service.url,
      '{ __schema { types { name description fields { name description } } } }',
      encoding,
    );
    expect(packed.encoding).toBe(encoding);
    const text = unpack(packed.body).toString();
    expect(packed.body.length).toBeLessThan(text.length / 3);
    expect(JSON.parse(text)).toHaveProperty('data.__schema.types');
    expect((await raw(service.url, '{ __typename }', encoding)).encoding).toBeUndefined();
    expect((await raw(service.url, ACTORS, 'identity')).encoding).toBeUndefined();
  });
});

/** GET without what `fetch` does to an answer by itself. */
function raw(
  url: string,
  text: string,
  encoding: string,
): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const at = `${url}/graphql?${new URLSearchParams({ query: text })}`;
    get(at, { headers: { 'accept-encoding': encoding } }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ encoding: response.headers['content-encoding'], body });
    }).on('error', reject);
  });
}
