import { setTimeout as delay } from 'node:timers/promises';
import type { GrafeoDB, Transaction } from '@grafeo-db/js';
import { DemarcheError } from '../../model/index.js';
import { throwIfAborted } from '../abort.js';
import type { StoreLog } from '../log.js';
import { checkParameters } from '../parameters.js';
import type { WriteTransaction } from '../port.js';
import { isConflict, storeError } from './errors.js';
import { runStatement } from './statement.js';

const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 5;

type Work<T> = (transaction: WriteTransaction) => Promise<T>;

/** Runs `work` in a transaction and commits it; after a conflict, again from the start. */
export async function runInTransaction<T>(
  database: GrafeoDB,
  work: Work<T>,
  signal: AbortSignal | undefined,
  logger: StoreLog | undefined,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    throwIfAborted(signal);
    try {
      return await attemptOnce(database, work, signal);
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error;
      logger?.warn({ attempt }, 'a write met another one and runs again');
      await delay(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

async function attemptOnce<T>(
  database: GrafeoDB,
  work: Work<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const transaction = database.beginTransaction();
  // one statement after the other, and none after a failure, as on Neo4j
  let last: Promise<unknown> = Promise.resolve();
  let failure: unknown;
  const writeTransaction: WriteTransaction = {
    run: async (query, params) => {
      checkParameters(query.name, params, 'write');
      const rows = last.then(() => {
        if (failure !== undefined || !transaction.isActive) throw endedError(query.name, failure);
        throwIfAborted(signal);
        return runStatement(transaction, query, params);
      });
      last = rows.catch((error) => {
        failure ??= error;
      });
      return rows;
    },
  };
  try {
    const result = await work(writeTransaction);
    await last;
    if (failure !== undefined) throw endedError('commit', failure);
    throwIfAborted(signal);
    commit(transaction);
    return result;
  } catch (error) {
    // the engine refuses to end a transaction in which a statement still runs
    await last;
    if (transaction.isActive) transaction.rollback();
    throw error;
  }
}

function commit(transaction: Transaction): void {
  try {
    transaction.commit();
  } catch (error) {
    throw storeError(error, 'commit');
  }
}

function endedError(name: string, cause: unknown): DemarcheError {
  return new DemarcheError('ENGINE_REFUSES', `statement ${name}: the transaction has already ended`, {
    cause,
  });
}
