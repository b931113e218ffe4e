import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningService } from '../../src/main.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { post, startService } from '../support/service.js';

/** The GraphQL over HTTP specification, by the audits that its own working group keeps. */

/**
 * What the specification recommends and this service does not: with `application/json` too, a request that is refused
 * has a status that says so. It allows that; tools, proxies and logs understand it.
 */
const NOT_FOLLOWED =
  /^SHOULD use (a status code of )?200 .*(parsing|validation|variable coercion).* when accepting application\/json$/;

let store: Store;
let service: RunningService;
beforeAll(async () => {
  store = await openGrafeo({});
  await store.applySchema();
  service = await startService({ store });
});
afterAll(async () => {
  await service.close();
  await store.close();
});

const audits = serverAudits({ url: () => `${service.url}/graphql` });

describe('the audits', () => {
  test.each(audits.map(({ name, fn }) => ({ name, fn })))('$name', async ({ name, fn }) => {
    const { status } = await fn();
    if (NOT_FOLLOWED.test(name)) expect(status).not.toBe('error');
    else expect(status).toBe('ok');
  });
});

describe('the status of an answer', () => {
  const GRAPHQL = 'application/graphql-response+json';
  const CASES: readonly (readonly [what: string, query: string, status: number])[] = [
    ['data', '{ __typename }', 200],
    ['data of nothing', '{ actor(id: "actor:none") { id } }', 200],
    ['no query', '{', 400],
    ['no query of this schema', '{ nothing }', 400],
    ['a limit', '{ actors(first: 101) { nodes { id } } }', 400],
    ['a wrong argument', '{ actor(id: "none") { id } }', 400],
  ];
  test.each(CASES)('%s', async (_, query, status) => {
    for (const accept of [GRAPHQL, 'application/json', '*/*']) {
      const answer = await post(service.url, query, {
        headers: { 'content-type': 'application/json', accept },
      });
      expect([answer.status, 'data' in answer.body]).toEqual([status, status === 200]);
      const type = accept === GRAPHQL ? accept : 'application/json';
      expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    }
  });
});
