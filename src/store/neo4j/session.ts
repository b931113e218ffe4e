import type { BookmarkManager, Driver, Session, SessionConfig } from 'neo4j-driver';
import { orAborted, throwIfAborted } from '../abort.js';
import { storeError } from './errors.js';

/** What every session of a store needs. */
export interface Connection {
  readonly driver: Driver;
  /** the URI without credentials, for messages */
  readonly address: string;
  readonly database?: string | undefined;
  readonly bookmarkManager: BookmarkManager;
}

export function openSession(
  { driver, database, bookmarkManager }: Connection,
  config: Omit<SessionConfig, 'database' | 'bookmarkManager'> = {},
): Session {
  return driver.session({ ...config, bookmarkManager, ...(database && { database }) });
}

/**
 * Runs `work` in a session of its own. When the signal aborts, the promise rejects at once and the session is closed,
 * which sends RESET: the server ends the running transaction and rolls it back.
 */
export async function inSession<T>(
  connection: Connection,
  signal: AbortSignal | undefined,
  queryName: () => string | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  throwIfAborted(signal);
  const session = openSession(connection);
  const close = () => session.close().catch(() => undefined);
  try {
    return await orAborted(work(session), signal, close);
  } catch (error) {
    throw storeError(error, connection.address, queryName());
  } finally {
    await close();
  }
}
