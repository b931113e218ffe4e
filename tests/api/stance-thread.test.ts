import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningService } from '../../src/main.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { corpus } from '../support/corpus.js';
import { loadRecords } from '../support/load-records.js';
import { neo4jServers } from '../support/neo4j.js';
import { post, type ServiceOptions, startService } from '../support/service.js';
import { eachStore } from '../support/stores.js';

/** The stance table in a thread of its own, as the service has it: it answers what one in this thread does. */

const QUERY = `{
  statements(filter: {not: {respondsTo: ["event:e1"]}}) { facets { revision
    byActor { node { id } count } byTopic { node { id } count } byYear { value count } } }
  stanceTimeline(coder: "ann", interval: YEAR) { revision imprecise points { from support oppose mean } }
}`;

const records = corpus();
const servers = neo4jServers();

/** How the thread reads: through the service, or on Neo4j with connections of its own. */
const cases = (await eachStore()).flatMap((factory) => {
  const server = servers.find(({ name }) => name === factory.name);
  const through = {
    name: `${factory.name}, read through the service`,
    factory,
    options: (store: Store): ServiceOptions => ({ store }),
  };
  if (!server) return [through];
  const { uri, username, password } = server;
  const env = {
    SEED: 'none',
    NEO4J_URI: uri,
    ...(password && { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }),
  };
  return [through, { name: `${factory.name}, read by itself`, factory, options: () => ({ env }) }];
});

describe.each(cases)('on $name', ({ factory, options }) => {
  let store: Store;
  let service: RunningService;
  beforeAll(async () => {
    store = await factory.open();
    await loadRecords(
      store,
      records.filter((r) => r.type !== 'statement' || Number(r.id.slice(-3)) < 100),
    );
    service = await startService(options(store));
  });
  afterAll(async () => {
    await service.close();
    await store.close();
  });

  test('it answers what the table of this thread does, also after a write', async () => {
    const ask = asking(store);
    for (let writes = 0; writes < 2; writes++) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => post(service.url, QUERY)));
      const { data, errors } = await ask(QUERY);
      expect(errors).toEqual([]);
      for (const { body } of answers) expect(body).toEqual({ data });
      await loadRecords(store, records);
    }
  });

  test('its errors keep their codes and words', async () => {
    const { body } = await post(
      service.url,
      '{ stanceTimeline(interval: DAY, filter: {date: {from: "1000", to: "2020"}}) { imprecise } }',
    );
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('expected at most 5000 intervals'),
        extensions: { code: 'QUERY_TOO_COSTLY' },
      }),
    ]);
  });

  test('a limit of its own refuses what is too large for it, and the list is still there', async () => {
    const { env = {}, ...others } = options(store);
    const limited = await startService({ ...others, env: { ...env, MAX_TABLE_STATEMENTS: '10' } });
    const { body } = await post(
      limited.url,
      '{ statements(first: 1) { nodes { id } facets { byAct { count } } } }',
    );
    await limited.close();
    expect(body.data).toEqual({ statements: { nodes: [{ id: expect.any(String) }], facets: null } });
    expect(body.errors?.map(({ message, extensions }) => [extensions?.code, message])).toEqual([
      ['GRAPH_TOO_LARGE', expect.stringContaining('at most 10 (MAX_TABLE_STATEMENTS')],
    ]);
  });

  test('it ends with the service, whatever it is doing', async () => {
    const ending = await startService(options(store));
    const answer = post(ending.url, QUERY).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await ending.close();
    await answer;
    await expect(fetch(`${ending.url}/healthz`)).rejects.toThrow();
  });
});
