import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../src/api/index.js';
import { openExport, readExportQuery, writerOf } from '../../src/export/index.js';
import type { Store } from '../../src/store/index.js';
import { corpus } from '../support/corpus.js';
import { flatFilter } from '../support/filter-arbitraries.js';
import { loadRecords } from '../support/load-records.js';
import { eachStore } from '../support/stores.js';

/** The statements in the export of a list's `exportUrl` are those of all its pages, on every engine. */

const LISTS = [
  ['', ''],
  ['actor(id: "actor:a1")', 'as: PRINCIPAL,'],
  ['actor(id: "actor:p1")', 'as: SPEAKER,'],
  ['actor(id: "actor:a0")', 'as: ADDRESSEE,'],
  ['topic(id: "topic:left")', 'as: STANCE,'],
  ['topic(id: "topic:q0")', 'as: STANCE,'],
  ['topic(id: "topic:root")', 'as: SUBJECT,'],
  ['event(id: "event:e1")', ''],
  ['source(id: "source:s1")', ''],
] as const;

interface Page {
  readonly exportUrl: string;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe.each(await eachStore())('links of lists on $name', ({ open }) => {
  let store: Store;
  let api: ReturnType<typeof createApi>;
  beforeAll(async () => {
    store = await open();
    await loadRecords(store, corpus());
    api = createApi(store);
  });
  afterAll(async () => {
    await api.server.stop();
    await store.close();
  });

  /** All ids of a list, page by page, and where its export is. */
  const listed = async (parent: string, args: string, filter: object) => {
    const list = `statements(${args} first: 100, after: $after, filter: $filter) { exportUrl(format: "graphology") nodes { id } pageInfo { hasNextPage endCursor } }`;
    const query = `query ($after: String, $filter: StatementFilter) { ${parent ? `node: ${parent} { ${list} }` : list} }`;
    const ids: string[] = [];
    let url = '';
    for (let after: string | null = null; ; ) {
      const { body } = await api.server.executeOperation(
        { query, variables: { after, filter } },
        { contextValue: api.createContext() },
      );
      if (body.kind !== 'single' || body.singleResult.errors) throw new Error(JSON.stringify(body));
      const data = body.singleResult.data as { node?: { statements: Page }; statements?: Page };
      const page = data.node?.statements ?? data.statements;
      if (!page) throw new Error(query);
      ids.push(...page.nodes.map(({ id }) => id));
      url = page.exportUrl;
      if (!page.pageInfo.hasNextPage) return { ids: ids.sort(), url };
      after = page.pageInfo.endCursor;
    }
  };

  const exported = async (url: string) => {
    const { searchParams } = new URL(url, 'http://localhost');
    const { files } = await openExport(store, writerOf('graphology'), readExportQuery(searchParams));
    const pieces: Uint8Array[] = [];
    for await (const piece of files[0]?.bytes() ?? []) pieces.push(piece);
    const { nodes } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { nodes: { key: string }[] };
    return nodes.flatMap(({ key }) => (key.startsWith('statement:') ? [key] : []));
  };

  const same = async ([parent, args]: readonly [string, string], filter: object) => {
    const { ids, url } = await listed(parent, args, filter);
    expect([parent, filter, await exported(url)]).toEqual([parent, filter, ids]);
    return ids.length;
  };

  test.each(LISTS)('%s %s: without a filter, and with one', async (...list) => {
    expect(await same(list, {})).toBeGreaterThan(0);
    await same(list, { date: { from: '2020', to: '2020-06' }, stance: { positions: ['SUPPORT'] } });
    await same(list, { stance: { topics: ['topic:q1'], positions: ['OPPOSE'] } });
    await same(list, { stance: { topics: ['topic:right'] }, and: [{ hasQuote: true }] });
  });

  test('with any filter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...LISTS), flatFilter, async (list, filter) => {
        await same(list, filter);
      }),
      { numRuns: 25, seed: 7 },
    );
    // a server plans each filter anew
  }, 300_000);
});
