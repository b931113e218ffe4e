import { constants, existsSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Logger, pino } from 'pino';
import { type LiveTable, workerTable } from './analysis/index.js';
import { createApi, readPersistedQueries } from './api/index.js';
import type { Config } from './config.js';
import { isLoopback } from './exposure.js';
import { announcement, createApp, listen } from './http/index.js';
import { loadSeed } from './ingest/index.js';
import { DemarcheError, once } from './model/index.js';
import { startStanceThread } from './stance-thread.js';
import type { Store } from './store/index.js';

export interface RunningService {
  /** without a slash at the end */
  readonly url: string;
  /** Finishes running requests (ten seconds at most), then closes the store. */
  close(): Promise<void>;
}

/** The embedded engine's file. The service that holds it leaves its address beside it. */
export function embeddedFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'demarche.grafeo');
}

/** Where the service answers that holds the embedded database, if one does. */
export async function serviceUrl(config: Config): Promise<string | undefined> {
  if (config.neo4j) return undefined;
  const { readAddress } = await import('./store/grafeo/index.js');
  return (await readAddress(embeddedFile(config)))?.url;
}

/** Opens the database that is configured and brings its schema up to date. */
export async function openStore(config: Config, logger?: Logger): Promise<Store> {
  const store = await openEngine(config, logger);
  try {
    await store.applySchema();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

export interface ServeOptions {
  /** takes what a person should read; logs go to standard error */
  readonly print: (text: string) => void;
  /** ends the loading of the seed, which the next start completes */
  readonly signal?: AbortSignal;
}

interface ServedStore extends RunningService {
  readonly table: LiveTable;
}

/** The whole service, up and listening. */
export async function serve(config: Config, { print, signal }: ServeOptions): Promise<RunningService> {
  refuseExposure(config);
  const logger = pino(
    { name: 'demarche', level: config.logLevel },
    pino.destination({ dest: 2, sync: true }),
  );
  const store = await openStore(config, logger);
  let service: ServedStore | undefined;
  try {
    if (config.seed === 'auto') await loadSeed(store, signal);
    service = await serveStore(store, config, logger);
    const takeAddressAway = await leaveAddress(config, service.url);
    const { url, close } = service;
    if (!signal?.aborted)
      print(announcement(url, config.neo4j ? 'on Neo4j' : `embedded database ${embeddedFile(config)}`));
    logger.info({ url, engine: store.engine }, 'serving');
    void warm(service.table, logger);
    return {
      url,
      close: once(async () => {
        await takeAddressAway();
        await close();
        await store.close();
        logger.info('stopped');
      }),
    };
  } catch (error) {
    await service?.close();
    await store.close();
    throw error;
  }
}

/** The API and the routes over an open store, which stays the caller's to close. */
export async function serveStore(store: Store, config: Config, logger: Logger): Promise<ServedStore> {
  const persistedQueries =
    config.persistedQueries === undefined ? undefined : await readPersistedQueries(config.persistedQueries);
  const table = openTable(store, config, logger);
  const api = createApi(store, config.limits, logger, table);
  await api.server.start();
  try {
    const listening = await listen(
      createApp({ api, store, table, config, persistedQueries, logger }),
      config,
    );
    return {
      url: listening.url,
      table,
      close: once(async () => {
        await listening.close();
        await api.server.stop();
        await table.close();
      }),
    };
  } catch (error) {
    await api.server.stop();
    throw error;
  }
}

/** Serves until the process is told to stop, and returns when all is closed. */
export async function serveUntilStopped(config: Config): Promise<void> {
  const signal = stopSignal();
  const service = await serve(config, { print: (text) => process.stdout.write(text), signal });
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  await service.close();
}

/** The stance table of a store, in a thread of its own that starts with the first question. */
function openTable(store: Store, { neo4j, limits, maxTableStatements }: Config, logger: Logger): LiveTable {
  const connection = neo4j && { ...neo4j, transactionTimeoutMs: limits.requestTimeoutMs };
  return workerTable(
    (ports) =>
      startStanceThread({ ...ports, neo4j: connection, maxStatements: maxTableStatements }).on(
        'error',
        (err) => logger.error({ err }, 'the thread of the stance table has ended'),
      ),
    store,
  );
}

/** Reads the stance table before somebody waits for it. */
async function warm(table: LiveTable, logger: Logger): Promise<void> {
  const begin = performance.now();
  try {
    const report = await table.refresh();
    logger.info({ ...report, ms: Math.round(performance.now() - begin) }, 'the stance table is read');
  } catch (err) {
    logger.warn({ err }, 'the stance table is not read yet');
  }
}

/** Engines are imported when chosen: a machine that Grafeo has no binary for can still use Neo4j. */
async function openEngine({ neo4j, limits, ...config }: Config, logger?: Logger): Promise<Store> {
  if (neo4j) {
    const { openNeo4j } = await import('./store/neo4j/index.js');
    return openNeo4j({ ...neo4j, transactionTimeoutMs: limits.requestTimeoutMs, logger });
  }
  const { openGrafeo } = await import('./store/grafeo/index.js');
  await makeDataDir(config.dataDir);
  return openGrafeo({ path: embeddedFile(config), logger });
}

/** Makes the folder and those above it, one by one: `mkdir` with `recursive` never returns below /proc. */
async function makeDataDir(dataDir: string): Promise<void> {
  const missing: string[] = [];
  let folder = dataDir;
  while (!existsSync(folder) && dirname(folder) !== folder) {
    missing.unshift(folder);
    folder = dirname(folder);
  }
  try {
    for (const path of missing) await mkdir(path);
    // Node says nothing of a file in the place of the folder before the database is opened in it
    await access(join(dataDir, '.'), constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError(
      'BAD_CONFIGURATION',
      `DATA_DIR is "${dataDir}"; allowed: a folder that can be written to, or the path of a new one (${reason})`,
      { cause: error },
    );
  }
}

/** Anyone who reaches the embedded engine can keep it busy for good: it cannot end a query. */
function refuseExposure({ neo4j, host, allowEmbeddedExposed }: Config): void {
  if (neo4j || allowEmbeddedExposed || isLoopback(host)) return;
  throw new DemarcheError(
    'BAD_CONFIGURATION',
    `HOST is "${host}", but the embedded database is served on loopback only (127.0.0.1, ::1 or localhost): set NEO4J_URI to serve a Neo4j, or ALLOW_EMBEDDED_EXPOSED=1 where everyone who can connect is trusted`,
  );
}

async function leaveAddress(config: Config, url: string): Promise<() => Promise<void>> {
  if (config.neo4j) return async () => {};
  const { writeAddress, removeAddress } = await import('./store/grafeo/index.js');
  const file = embeddedFile(config);
  await writeAddress(file, { url, pid: process.pid });
  return () => removeAddress(file);
}

/**
 * Aborts when the process is told to stop. A signal that comes a second later or more ends the process at once; one
 * that comes sooner is the same Ctrl-C, which reaches a child of npm twice.
 */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  const stop = () => {
    if (first !== undefined && performance.now() - first > 1_000) process.exit(130);
    first ??= performance.now();
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return controller.signal;
}
