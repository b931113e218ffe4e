import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import { openNeo4j } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { type Neo4jTestServer, neo4jServers } from './neo4j.js';

/** A store that a suite can have to itself: `open` gives it empty, with the schema applied; close it to clean up. */
export interface StoreFactory {
  readonly name: string;
  readonly engine: Store['engine'];
  open(): Promise<Store>;
}

/** Reads in tests end after this on Neo4j. */
export const TEST_TIMEOUT_MS = 20_000;

/**
 * One factory for each engine, and for each Neo4j there is; rows without an order come in a random one on Grafeo.
 * A Neo4j is one database: suites that open it must not run beside each other.
 */
export async function eachStore(): Promise<StoreFactory[]> {
  const servers = await neo4jServers();
  return [
    {
      name: 'Grafeo in memory',
      engine: 'grafeo',
      open: () => opened(openGrafeo({ shuffleUnordered: true })),
    },
    { name: 'Grafeo on a file', engine: 'grafeo', open: openTemporaryFile },
    ...servers.map(
      (server): StoreFactory => ({
        name: server.name,
        engine: 'neo4j',
        open: async () => {
          await wipe(server);
          return opened(openNeo4j({ ...server, transactionTimeoutMs: TEST_TIMEOUT_MS }));
        },
      }),
    ),
  ];
}

/** A directory that the caller removes. */
export function temporaryDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'demarche-store-'));
}

/** Runs one statement past the store, as an administrator of the server would. */
export async function adminRows(server: Neo4jTestServer, text: string): Promise<Record<string, unknown>[]> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password), {
    disableLosslessIntegers: true,
  });
  try {
    const { records } = await driver.session().run(text);
    return records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}

async function openTemporaryFile(): Promise<Store> {
  const directory = await temporaryDirectory();
  const store = await opened(openGrafeo({ path: join(directory, 'graph.grafeo'), shuffleUnordered: true }));
  return {
    ...store,
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}

async function opened(opening: Promise<Store>): Promise<Store> {
  const store = await opening;
  await store.applySchema();
  return store;
}

async function wipe(server: Neo4jTestServer): Promise<void> {
  await adminRows(server, 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
}
