import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import grafeo from '@grafeo-db/js';
import { withLock } from '../../scripts/lib/lock.mjs';
import { startNeo4j } from '../../scripts/lib/neo4j.mjs';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { openNeo4j } from '../../src/store/neo4j/index.js';
import { corpus } from '../corpus/index.js';
import { cachedFolder } from './cache.js';
import type { Connection } from './connection.js';
import { importIntoNeo4j } from './import-neo4j.js';
import { NEO4J_VERSION } from './neo4j-version.js';
import { writeRecords } from './write-records.js';

/** A database that holds the corpus. */
export interface Database {
  readonly connection: Connection;
  /** the engine with its version */
  readonly engine: string;
  /** how long it took to make; `undefined` where it was there from an earlier run */
  readonly loadSeconds: number | undefined;
  /** the service's own way to it; on the embedded engine only one process can have it open */
  open(): Promise<Store>;
}

export interface DatabaseOptions {
  readonly engine: 'neo4j' | 'embedded';
  readonly statements: number;
  /** make it anew even if it is there */
  readonly fresh: boolean;
  readonly say: (line: string) => void;
}

/** A database with nothing in it but its schema. */
export type EmptyDatabase = Pick<Database, 'connection'>;

/** Reads may take as long as they must. */
const TIMEOUT_MS = 600_000;
const PROGRESS_SECONDS = 5;
const NEO4J_MEMORY = { heap: '2g', pageCache: '2g' };

/** Opens or makes the database, lets `work` use it, and closes it. Another run on the same database waits. */
export function withDatabase<T>(
  options: DatabaseOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const name = `${options.engine}-${options.statements}`;
  const version = options.engine === 'neo4j' ? NEO4J_VERSION : grafeo.version();
  const folder = cachedFolder(name, version);
  return withLock(`${folder.path}.lock`, async () => {
    const isThere = folder.isCurrent && !options.fresh;
    if (!isThere) folder.clear();
    const began = performance.now();
    const loaded = () => {
      folder.complete();
      const seconds = (performance.now() - began) / 1_000;
      options.say(`Loaded ${options.statements} statements in ${seconds.toFixed(0)} s.`);
      return seconds;
    };
    return (options.engine === 'neo4j' ? onNeo4j : onGrafeo)(options, folder.path, isThere, loaded, work);
  });
}

/** Makes a database with nothing in it, lets `work` use it, and removes it. */
export async function withEmptyDatabase<T>(
  engine: 'neo4j' | 'embedded',
  say: (line: string) => void,
  work: (database: EmptyDatabase) => Promise<T>,
): Promise<T> {
  if (engine === 'embedded') {
    const dataDir = await mkdtemp(join(tmpdir(), 'demarche-bench-empty-'));
    const file = join(dataDir, 'demarche.grafeo');
    try {
      await applySchema(() => openGrafeo({ path: file }));
      return await work({ connection: { engine, dataDir, file } });
    } finally {
      await rm(dataDir, { recursive: true });
    }
  }
  const server = await startNeo4j({ version: NEO4J_VERSION, ...NEO4J_MEMORY, progress: say });
  try {
    const { uri, username, password } = server;
    await applySchema(() => openNeo4j({ uri, username, password, transactionTimeoutMs: TIMEOUT_MS }));
    return await work({ connection: { engine, uri, username, password } });
  } finally {
    await server.stop();
  }
}

async function applySchema(open: () => Promise<Store>): Promise<void> {
  const store = await open();
  await store.applySchema();
  await store.close();
}

async function onNeo4j<T>(
  { statements, say }: DatabaseOptions,
  home: string,
  isThere: boolean,
  loaded: () => number,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  if (!isThere) await importIntoNeo4j(home, corpus(statements), progress(statements, say), say);
  const server = await startNeo4j({
    version: NEO4J_VERSION,
    home,
    ...NEO4J_MEMORY,
    progress: say,
  });
  try {
    const { uri, username, password } = server;
    const open = () => openNeo4j({ uri, username, password, transactionTimeoutMs: TIMEOUT_MS });
    let loadSeconds: number | undefined;
    if (!isThere) {
      say('Building indexes …');
      await applySchema(open);
      loadSeconds = loaded();
    }
    return await work({
      connection: { engine: 'neo4j', uri, username, password },
      engine: `Neo4j ${NEO4J_VERSION}`,
      loadSeconds,
      open,
    });
  } finally {
    await server.stop();
  }
}

async function onGrafeo<T>(
  { statements, say }: DatabaseOptions,
  dataDir: string,
  isThere: boolean,
  loaded: () => number,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const file = join(dataDir, 'demarche.grafeo');
  const open = () => openGrafeo({ path: file });
  let loadSeconds: number | undefined;
  if (!isThere) {
    const store = await open();
    await store.applySchema();
    await writeRecords(store, corpus(statements), progress(statements, say));
    await store.close();
    loadSeconds = loaded();
  }
  return work({
    connection: { engine: 'embedded', dataDir, file },
    engine: `Grafeo ${grafeo.version()}`,
    loadSeconds,
    open,
  });
}

/** Says every few seconds how far the loading is. */
function progress(statements: number, say: (line: string) => void): (done: number) => void {
  let told = performance.now();
  return (done) => {
    if (performance.now() - told < PROGRESS_SECONDS * 1_000) return;
    told = performance.now();
    say(`Loading: ${done} of ${statements} statements (${Math.floor((100 * done) / statements)} %) …`);
  };
}
