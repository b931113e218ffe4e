import { readFile, stat } from 'node:fs/promises';
import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import { DemarcheError } from '../../model/index.js';
import { unreadable } from '../input-file.js';

/** SQLite runs within the process here, on a copy of the whole file in memory. */
const MAX_BYTES = 512 * 1024 * 1024;
const SIGNATURE = 'SQLite format 3\0';

export interface SqliteFile {
  /** The names of its tables, and of the columns of each, all in capitals. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** The rows of a query, one at a time. */
  rows(sql: string, ...parameters: readonly number[]): Iterable<SqliteRow>;
  close(): void;
}

export type SqliteRow = Readonly<Record<string, SqlValue>>;

/**
 * Opens an SQLite file for reading; nothing is written to it, nor beside it.
 *
 * @throws DemarcheError BAD_USER_INPUT where it is none, is damaged, is larger than 512 MiB, or has changes beside it that
 * are not in it yet
 */
export async function openSqlite(path: string): Promise<SqliteFile> {
  const [bytes, sqlite] = [await readBytes(path), await initSqlJs()];
  const database = new sqlite.Database(bytes);
  try {
    const [result] = database.exec('PRAGMA quick_check(1)');
    const found = String(result?.values[0]?.[0] ?? 'nothing');
    if (found !== 'ok') throw new Error(found);
    return {
      tables: tablesOf(database),
      rows: (sql, ...parameters) => rowsOf(database, sql, parameters),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    const reason = error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error);
    throw refusal(path, `a whole SQLite file; it is damaged (${reason})`, error);
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      throw refusal(
        path,
        `at most ${MAX_BYTES / 1024 / 1024} MiB, because an SQLite file is read into memory; it has ${Math.ceil(size / 1024 / 1024)} MiB`,
      );
    }
    for (const journal of [`${path}-journal`, `${path}-wal`]) {
      if ((await sizeOf(journal)) > 0) {
        throw refusal(
          path,
          `a file that no program is writing; ${journal} has changes that are not in it yet: open and close it in DNA`,
        );
      }
    }
    const bytes = await readFile(path);
    if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE) {
      throw refusal(
        path,
        'an SQLite file; its beginning is not that of one: it is of another format, or encrypted',
      );
    }
    return bytes;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

function tablesOf(database: Database): Map<string, Set<string>> {
  const columns = rowsOf(
    database,
    "SELECT upper(t.name) AS name, upper(c.name) AS col FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'",
    [],
  );
  const tables = new Map<string, Set<string>>();
  for (const { name, col } of columns) {
    const table = String(name);
    tables.set(table, (tables.get(table) ?? new Set()).add(String(col)));
  }
  return tables;
}

function* rowsOf(database: Database, sql: string, parameters: readonly number[]): Generator<SqliteRow> {
  const statement = database.prepare(sql, [...parameters]);
  try {
    while (statement.step()) yield statement.getAsObject();
  } finally {
    statement.free();
  }
}

function refusal(path: string, expected: string, cause?: unknown): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${path}: expected ${expected}`, { cause });
}
