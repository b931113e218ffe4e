import neo4j, { type Driver } from 'neo4j-driver';
import { DemarcheError } from '../../model/index.js';
import type { StoreLog } from '../log.js';
import type { Store } from '../port.js';
import { neo4jStore } from './store.js';

export interface Neo4jOptions {
  /** `neo4j://` routes to a cluster's leader and replicas, `bolt://` talks to one server; `+s` for TLS */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** the server's home database where left out */
  readonly database?: string | undefined;
  /** after this the server ends a read; streams and writes keep to the server's own limit */
  readonly transactionTimeoutMs: number;
  readonly logger?: StoreLog | undefined;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** The driver tries again after 1, 3 and 7 s, and then gives up: who waits for an answer is told that there is none. */
const RETRY_TRANSIENT_MS = 5_000;
/** The driver's word for one message exchange, whatever the number of rows. */
const FETCH_ALL = -1;

/** Connects, and returns once the server has answered. The driver's pool of connections is the process's only one. */
export async function openNeo4j(options: Neo4jOptions): Promise<Store> {
  const address = withoutCredentials(options.uri);
  const driver = createDriver(options, address);
  const store = neo4jStore({ ...options, driver, address });
  try {
    await store.ping();
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

function createDriver({ uri, username, password, logger }: Neo4jOptions, address: string): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      // numbers, not the driver's own Integer; rows.ts refuses those that do not fit
      disableLosslessIntegers: true,
      // were there a next batch to ask for, the driver would ask for it after the RESET that ends a session
      fetchSize: FETCH_ALL,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      maxTransactionRetryTime: RETRY_TRANSIENT_MS,
      // hints for a person at a console, computed and sent with each answer
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      userAgent: 'demarche',
      ...(logger && {
        logging: { level: 'warn', logger: (level, message) => logger.warn({ level }, message ?? '') },
      }),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError(
      'DATABASE_UNAVAILABLE',
      `the database's address ${address} is not one: ${reason}`,
    );
  }
}

/** A user may have written the password into the URI; it must reach no message. */
function withoutCredentials(uri: string): string {
  return uri.replace(/\/\/[^/?#]*@/, '//');
}
