import { describe, expect, test } from 'vitest';
import { ddlOf as grafeoDdl } from '../../../src/store/grafeo/schema.js';
import { migrate } from '../../../src/store/migrate.js';
import { ddlOf as neo4jDdl } from '../../../src/store/neo4j/schema.js';
import { luceneQuery } from '../../../src/store/neo4j/search.js';
import type { Store } from '../../../src/store/port.js';
import { type Query, query } from '../../../src/store/query.js';
import type { Migration } from '../../../src/store/schema.js';

const first: Migration = {
  version: 1,
  summary: 'first',
  uniqueNodes: ['Actor', '_Meta'],
  uniqueRelationships: ['TAKES_STANCE'],
  indexes: [{ label: 'Statement', properties: ['dateFrom', 'id'] }],
  fullText: ['Actor', 'Topic'],
  dropped: [],
  fill: [],
};
const second: Migration = {
  version: 2,
  summary: 'second',
  uniqueNodes: [],
  uniqueRelationships: [],
  indexes: [],
  fullText: [],
  dropped: ['old_index'],
  fill: [query('fillSomething', 'MERGE (:Something)')],
};

describe('a migration as DDL', () => {
  test('for Neo4j', () => {
    expect(neo4jDdl(first)).toMatchInlineSnapshot(`
      [
        "CREATE CONSTRAINT \`demarche_Actor_id\` IF NOT EXISTS FOR (n:\`Actor\`) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT \`demarche__Meta_id\` IF NOT EXISTS FOR (n:\`_Meta\`) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT \`demarche_TAKES_STANCE_id\` IF NOT EXISTS FOR ()-[r:\`TAKES_STANCE\`]-() REQUIRE r.id IS UNIQUE",
        "CREATE INDEX \`demarche_Statement_dateFrom_id_index\` IF NOT EXISTS FOR (n:\`Statement\`) ON (n.\`dateFrom\`, n.\`id\`)",
        "CREATE FULLTEXT INDEX \`demarche_Actor_search\` IF NOT EXISTS FOR (n:\`Actor\`)
          ON EACH [n.searchText] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}",
        "CREATE FULLTEXT INDEX \`demarche_Topic_search\` IF NOT EXISTS FOR (n:\`Topic\`)
          ON EACH [n.searchText] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}",
      ]
    `);
    expect(neo4jDdl(second)).toEqual(['DROP INDEX `old_index` IF EXISTS']);
  });

  test('for Grafeo', () => {
    expect(grafeoDdl(first)).toMatchInlineSnapshot(`
      [
        "CREATE CONSTRAINT Actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE",
        "CREATE INDEX Actor_id_index IF NOT EXISTS FOR (n:Actor) ON (n.id)",
        "CREATE CONSTRAINT _Meta_id IF NOT EXISTS FOR (n:_Meta) REQUIRE n.id IS UNIQUE",
        "CREATE INDEX _Meta_id_index IF NOT EXISTS FOR (n:_Meta) ON (n.id)",
        "CREATE INDEX Statement_dateFrom_index IF NOT EXISTS FOR (n:Statement) ON (n.dateFrom)",
      ]
    `);
    expect(grafeoDdl(second)).toEqual([]);
  });
});

describe('migrate', () => {
  /** A database that holds a schema version and nothing else. */
  function database(version: number) {
    const log: (number | string)[] = [];
    const store = {
      read: async () => [{ version }],
      write: async (work: (transaction: unknown) => Promise<unknown>) =>
        work({
          run: async (statement: Query<never, never>, params: { version?: number }) =>
            log.push(params.version === undefined ? statement.name : `recorded ${params.version}`),
        }),
    } as unknown as Pick<Store, 'read' | 'write'>;
    const apply = async (migration: Migration) => {
      log.push(`applied ${migration.version}`);
    };
    return { log, run: () => migrate(store, apply, [first, second]) };
  }

  test('applies and fills in what is missing, in order, and records each', async () => {
    const empty = database(0);
    expect(await empty.run()).toEqual({ from: 0, to: 2 });
    expect(empty.log).toEqual(['applied 1', 'recorded 1', 'applied 2', 'fillSomething', 'recorded 2']);
    const older = database(1);
    expect(await older.run()).toEqual({ from: 1, to: 2 });
    expect(older.log).toEqual(['applied 2', 'fillSomething', 'recorded 2']);
  });

  test('does nothing where nothing is missing', async () => {
    const current = database(2);
    expect(await current.run()).toEqual({ from: 2, to: 2 });
    expect(current.log).toEqual([]);
  });

  test('touches nothing where the schema is newer', async () => {
    const newer = database(7);
    await expect(newer.run()).rejects.toMatchObject({
      code: 'SCHEMA_TOO_NEW',
      message: expect.stringMatching(/schema version 7; .* up to 2/),
    });
    expect(newer.log).toEqual([]);
  });
});

test.each([
  [['snap'], '+(snap snap*)'],
  [['un', 'snapback', 'and'], '+un +snapback +(and and*)'],
  [['a*b', '(c)'], '+a\\*b +(\\(c\\) \\(c\\)*)'],
])('the words %j in Lucene', (words, lucene) => {
  expect(luceneQuery(words)).toBe(lucene);
});
