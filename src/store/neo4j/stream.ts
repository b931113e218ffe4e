import neo4j from 'neo4j-driver';
import { abortError, orAborted, throwIfAborted } from '../abort.js';
import type { QueryParams, QueryRow, StreamQuery } from '../query.js';
import { plainRow } from '../rows.js';
import { cursorOf } from './cursor.js';
import { storeError } from './errors.js';
import { objectOf } from './object-of.js';
import { toDriver } from './parameters.js';
import { type Connection, openSession } from './session.js';

const BATCH_ROWS = 1_000;
/** The statement's `$limit` is for engines that page; here its cursor does that. */
const NO_LIMIT = 2_147_483_647;

/** Runs the statement once and hands its rows on as they are asked for. Ending the loop early ends the statement. */
export async function* streamRows<P extends QueryParams, R extends QueryRow>(
  connection: Connection,
  query: StreamQuery<P, R>,
  params: P,
  signal: AbortSignal | undefined,
): AsyncGenerator<R, void, undefined> {
  throwIfAborted(signal);
  const session = openSession(connection, { defaultAccessMode: neo4j.session.READ, fetchSize: BATCH_ROWS });
  let stop = () => {};
  // closing sends RESET: the server ends the statement, and rows that are waited for become an error
  const close = () => {
    stop();
    return session.close().catch(() => undefined);
  };
  const orStopped = <T>(work: Promise<T>) => orAborted(work, signal);
  signal?.addEventListener('abort', close, { once: true });
  try {
    const transaction = await orStopped(session.beginTransaction({ metadata: { query: query.name } }));
    const result = transaction.run(query.text, toDriver({ after: '', ...params, limit: NO_LIMIT }));
    const cursor = await orStopped(cursorOf(result, BATCH_ROWS));
    stop = cursor.stop;
    for (;;) {
      const rows = await orStopped(cursor.next());
      if (rows.length === 0) break;
      for (const row of rows) {
        yield plainRow<R>(query.name, objectOf(row));
        throwIfAborted(signal);
      }
    }
    await orStopped(transaction.commit());
  } catch (error) {
    throw signal?.aborted ? abortError(signal) : storeError(error, connection.address, query.name);
  } finally {
    signal?.removeEventListener('abort', close);
    await close();
  }
}
