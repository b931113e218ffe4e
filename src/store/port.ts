import type { Query, QueryParams, QueryRow, StreamQuery } from './query.js';

/**
 * What the rest of Demarche knows of a database. Two engines implement it; only schema DDL and full-text search
 * differ between them, and only behind this port.
 *
 * Errors are `DemarcheError`s: DATABASE_UNAVAILABLE, DATABASE_LOCKED, SCHEMA_TOO_NEW, REQUEST_ABORTED,
 * REQUEST_TIMEOUT, ENGINE_REFUSES.
 */
export interface Store {
  readonly engine: 'neo4j' | 'grafeo';

  /**
   * Runs one reading statement and returns all its rows; a statement that writes is refused. An aborted signal rejects
   * at once, and ends the database's work where the engine can.
   */
  read<P extends QueryParams, R extends QueryRow>(
    query: Query<P, R>,
    params: P,
    options?: ReadOptions,
  ): Promise<R[]>;

  /**
   * Rows one at a time with constant memory, in the order of the query's key. It is no snapshot: a row written
   * meanwhile may be seen or not. Leaving the loop or aborting ends the database's work.
   */
  stream<P extends QueryParams, R extends QueryRow>(
    query: StreamQuery<P, R>,
    params: P,
    options?: ReadOptions,
  ): AsyncIterable<R>;

  /**
   * Runs `work` in one write transaction and commits it. Transient conflicts run `work` again, so it may do nothing
   * but use the transaction (a `write` within a `write` waits for itself). It is rolled back if the work throws or one
   * of its statements failed. One write is open at a time on the embedded engine.
   */
  write<T>(work: (transaction: WriteTransaction) => Promise<T>, options?: ReadOptions): Promise<T>;

  /**
   * The nodes whose `searchText` has every word, the last one as a prefix; best first, at most `limit`, which is
   * MOST_HITS or less.
   * `words` are folded (`wordsOf`), never an engine's query syntax; no words find nothing.
   */
  searchText(search: TextSearch, options?: ReadOptions): Promise<SearchHit[]>;

  /** Applies the migrations not yet applied. Refuses a database whose schema is newer than this code. */
  applySchema(): Promise<SchemaReport>;

  /** Answers when the database does: `version` as the engine gives it. */
  ping(): Promise<{ readonly version: string }>;

  close(): Promise<void>;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface WriteTransaction {
  run<P extends QueryParams, R extends QueryRow>(query: Query<P, R>, params: P): Promise<R[]>;
}

/** The labels that full-text search covers, each with a `searchText` property. */
export const SEARCHED_LABELS = [
  'Actor',
  'Topic',
  'Statement',
  'Source',
  'Publisher',
  'Event',
  'Dispute',
] as const;
export type SearchedLabel = (typeof SEARCHED_LABELS)[number];

/** A search goes so deep, in each label. */
export const MOST_HITS = 1_000;

export interface TextSearch {
  readonly labels: readonly SearchedLabel[];
  readonly words: readonly string[];
  readonly limit: number;
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
}

export interface SchemaReport {
  readonly from: number;
  readonly to: number;
}

/** The most rows a page takes on the embedded engine, which cannot cancel a running query. */
export const EMBEDDED_PAGE_ROWS = 5_000;
