import type { Store } from '../store/index.js';

/** What the commands are given to work with; main.ts composes it from the environment. */
export interface CliContext {
  /** the configured database, its schema up to date; the caller closes it */
  openStore(): Promise<Store>;
  /** whether there is a database to open, or opening would make one */
  hasDatabase(): Promise<boolean>;
  /** where the service answers that holds the embedded database, if one does */
  serviceUrl(): Promise<string | undefined>;
  /** serves until the process is told to stop */
  serve(): Promise<void>;
  /** with which other services take records */
  readonly importKey?: string | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
}

export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How a command ends: 0 it did its work, 1 the work failed, 130 or 143 a signal ended it early. */
export type ExitStatus = number;

/** Opens the database for as long as `work` takes. */
export async function withStore<T>(context: CliContext, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await context.openStore();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
