import type { GrafeoDB } from '@grafeo-db/js';
import { DemarcheError } from '../../model/index.js';
import { orAborted, throwIfAborted } from '../abort.js';
import type { StoreLog } from '../log.js';
import { migrate } from '../migrate.js';
import { checkParameters } from '../parameters.js';
import type { Store } from '../port.js';
import { storeError } from './errors.js';
import { ddlOf } from './schema.js';
import { searchByScan } from './search.js';
import { checkReads, runStatement } from './statement.js';
import { streamPages } from './stream.js';
import { runInTransaction } from './transaction.js';
import { writeQueue } from './write-queue.js';

interface GrafeoStoreParts {
  readonly database: GrafeoDB;
  /** where left out, the database is in memory */
  readonly path?: string | undefined;
  readonly logger: StoreLog | undefined;
}

/** The port on Grafeo: reads run at any time, beside each other and beside the one open write. */
export function grafeoStore({ database, path, logger }: GrafeoStoreParts): Store {
  const writes = writeQueue();
  const reads = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;

  // the engine itself goes on answering after close(), from a file that is no longer its own
  function refuseIfClosed(): void {
    if (closed) throw new DemarcheError('DATABASE_UNAVAILABLE', 'the database is closed');
  }

  const read: Store['read'] = async (query, params, options) => {
    refuseIfClosed();
    throwIfAborted(options?.signal);
    checkParameters(query.name, params, 'read');
    checkReads(query.name, query.text);
    const rows = runStatement(database, query, params);
    // the engine cannot end a statement: an aborted one runs on, and close() waits for it
    const settled = rows.catch(() => undefined).finally(() => reads.delete(settled));
    reads.add(settled);
    return orAborted(rows, options?.signal);
  };

  const write: Store['write'] = async (work, options) => {
    refuseIfClosed();
    return writes.enqueue(() => runInTransaction(database, work, options?.signal, logger), options?.signal);
  };

  async function close(): Promise<void> {
    await writes.idle();
    await Promise.all(reads);
    if (path !== undefined) database.walCheckpoint();
    database.close();
  }

  return {
    engine: 'grafeo',
    read,
    write,
    stream: (query, params, options) => streamPages(read, query, params, options),
    searchText: (search, options) => searchByScan(read, search, options),
    applySchema: () =>
      migrate({ read, write }, async (migration) => {
        for (const statement of ddlOf(migration)) {
          await database.executeCypher(statement).catch((error: unknown) => {
            throw storeError(error, `migration ${migration.version}`);
          });
        }
      }),
    async ping() {
      refuseIfClosed();
      await database.executeCypher('RETURN 1 AS one').catch((error: unknown) => {
        throw storeError(error, 'ping');
      });
      return { version: `Grafeo/${database.version()}` };
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}
