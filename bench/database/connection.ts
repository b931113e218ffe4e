import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import type { QueryParams, QueryRow } from '../../src/store/index.js';
import { toDriver } from '../../src/store/neo4j/parameters.js';

/** How another process reaches the database. */
export type Connection =
  | {
      readonly engine: 'neo4j';
      readonly uri: string;
      readonly username: string;
      readonly password: string;
    }
  | { readonly engine: 'embedded'; readonly dataDir: string; readonly file: string };

/** A statement that writes, with its parameters. */
export type Written = readonly [text: string, params: QueryParams];

/** An engine with nothing of ours between. */
export interface BareEngine {
  run(text: string, params: QueryParams): Promise<QueryRow[]>;
  /** reads all rows, keeps none, and says how many there were */
  stream(text: string): Promise<number>;
  /** runs statements in one transaction, one after the other */
  write(statements: readonly Written[]): Promise<void>;
  close(): Promise<void>;
}

export function connect(connection: Connection): BareEngine {
  return connection.engine === 'neo4j' ? connectNeo4j(connection) : connectGrafeo(connection.file);
}

/** As the driver's manual has it: a session and a managed transaction each time, all rows in one exchange. */
function connectNeo4j({ uri, username, password }: Extract<Connection, { engine: 'neo4j' }>): BareEngine {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  return {
    async run(text, params) {
      const session = driver.session({ fetchSize: -1 });
      try {
        const { records } = await session.executeRead((transaction) =>
          transaction.run(text, toDriver(params)),
        );
        return records.map((record) => record.toObject());
      } finally {
        await session.close();
      }
    },
    async stream(text) {
      const session = driver.session({ defaultAccessMode: neo4j.session.READ });
      try {
        return await new Promise<number>((resolve, reject) => {
          let rows = 0;
          session.run(text).subscribe({
            onNext: () => {
              rows += 1;
            },
            onCompleted: () => resolve(rows),
            onError: reject,
          });
        });
      } finally {
        await session.close();
      }
    },
    async write(statements) {
      const session = driver.session();
      try {
        await session.executeWrite(async (transaction) => {
          for (const [text, params] of statements) await transaction.run(text, params);
        });
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
}

function connectGrafeo(file: string): BareEngine {
  const database = grafeo.GrafeoDB.create(file);
  return {
    run: async (text, params) => (await database.executeCypher(text, params)).toArray() as QueryRow[],
    stream: async (text) => (await database.executeCypher(text, {})).toArray().length,
    async write(statements) {
      const transaction = database.beginTransaction();
      for (const [text, params] of statements) await transaction.executeCypher(text, params);
      transaction.commit();
    },
    close: async () => database.close(),
  };
}
