import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import { orAborted, throwIfAborted } from '../abort.js';
import { migrate } from '../migrate.js';
import { checkParameters } from '../parameters.js';
import type { ReadOptions, Store } from '../port.js';
import type { Query, QueryParams, QueryRow } from '../query.js';
import { plainRow } from '../rows.js';
import { storeError } from './errors.js';
import { objectOf } from './object-of.js';
import { toDriver } from './parameters.js';
import { applyMigration } from './schema.js';
import { fullTextIndex, luceneQuery, searchFullText } from './search.js';
import { type Connection, inSession } from './session.js';
import { streamRows } from './stream.js';

interface Neo4jStoreParts extends Omit<Connection, 'bookmarkManager'> {
  readonly transactionTimeoutMs: number;
}

/** The port on Neo4j: managed transactions, which the driver runs again after transient errors. */
export function neo4jStore({ transactionTimeoutMs, ...parts }: Neo4jStoreParts): Store {
  // one for all sessions: a read sees every write that this process has finished, on any member of a cluster
  const connection: Connection = { ...parts, bookmarkManager: neo4j.bookmarkManager() };

  const { driver, address, database, bookmarkManager } = connection;

  const read: Store['read'] = async <P extends QueryParams, R extends QueryRow>(
    query: Query<P, R>,
    params: P,
    options?: ReadOptions,
  ) => {
    checkParameters(query.name, params, 'read');
    const signal = options?.signal;
    throwIfAborted(signal);
    try {
      // sends BEGIN and the statement together, and waits for neither
      const work = driver.executeQuery(query.text, toDriver(params), {
        routing: neo4j.routing.READ,
        bookmarkManager,
        resultTransformer: asObjects,
        transactionConfig: { timeout: transactionTimeoutMs, metadata: { query: query.name } },
        ...(database && { database }),
        ...(signal && { signal }),
      });
      const rows = await orAborted(work, signal);
      return rows.map((row) => plainRow<R>(query.name, row));
    } catch (error) {
      throw storeError(error, address, query.name);
    }
  };

  const write: Store['write'] = async (work, options) => {
    let statement: string | undefined;
    const runWork = async (transaction: ManagedTransaction) => {
      let failure: unknown;
      const result = await work({
        run: async (query, params) => {
          checkParameters(query.name, params, 'write');
          statement = query.name;
          return run(transaction, query, params).catch((error: unknown) => {
            failure ??= error;
            throw error;
          });
        },
      });
      // where the work swallows it, the driver would report a transaction that was rolled back as done
      if (failure !== undefined) throw failure;
      return result;
    };
    return inSession(
      connection,
      options?.signal,
      () => statement,
      (session) => session.executeWrite(runWork, { metadata: { query: 'write' } }),
    );
  };

  return {
    engine: 'neo4j',
    read,
    write,
    async *stream(query, params, options) {
      checkParameters(query.name, params, 'read');
      yield* streamRows(connection, query, params, options?.signal);
    },
    async searchText({ labels, words, limit }, options) {
      if (words.length === 0) return [];
      const indexes = labels.map(fullTextIndex);
      return read(searchFullText, { lucene: luceneQuery(words), indexes, limit }, options);
    },
    applySchema: () =>
      migrate({ read, write }, (migration) =>
        inSession(
          connection,
          undefined,
          () => `migration ${migration.version}`,
          (session) => applyMigration(session, migration),
        ),
      ),
    ping: () =>
      // not a managed transaction: that would try again for seconds, and who asks wants to know now
      inSession(
        connection,
        undefined,
        () => 'ping',
        async (session) => {
          const { summary } = await session.run('RETURN 1 AS one', {}, { metadata: { query: 'ping' } });
          return { version: summary.server.agent ?? 'Neo4j' };
        },
      ),
    close: () => connection.driver.close(),
  };
}

async function run<P extends QueryParams, R extends QueryRow>(
  transaction: ManagedTransaction,
  query: Query<P, R>,
  params: P,
): Promise<R[]> {
  const rows = await asObjects(transaction.run(query.text, toDriver(params)));
  return rows.map((row) => plainRow<R>(query.name, row));
}

/** Each row as an object, made as it arrives. */
const asObjects = neo4j.resultTransformers.mapped({
  map: objectOf,
  collect: (rows: Record<string, unknown>[]) => rows,
});
