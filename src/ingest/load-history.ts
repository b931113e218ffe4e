import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { DemarcheError } from '../model/index.js';
import { loadQueries, type Store, writeQueries } from '../store/index.js';
import type { InputFile } from './input-file.js';
import type { Tally } from './report.js';

/** A file of a load, as it was. */
export interface LoadedFile {
  /** as the caller named it */
  readonly name: string;
  /** in bytes, of what was read: unpacked where it was packed */
  readonly size: number;
  /** of the same bytes, in hexadecimal digits */
  readonly sha256: string;
}

/** One load of the history. */
export interface LoadEntry extends Omit<loadQueries.LoadRow, 'files' | 'complete'> {
  readonly files: readonly LoadedFile[];
}

/** All loads that the graph knows of, in their order. */
export async function listLoads(store: Store): Promise<LoadEntry[]> {
  const rows = await store.read(loadQueries.allLoads, {});
  return rows.map(({ complete: _, files, ...row }) => ({
    ...row,
    // written by beginLoad
    files: files.map((file) => JSON.parse(file) as LoadedFile),
  }));
}

/** What is to be loaded, by its bytes. */
export interface LoadContent {
  readonly files: readonly LoadedFile[];
  /** the same for the same set of files, whatever their names and order */
  readonly hash: string;
}

export async function contentOf(files: readonly InputFile[]): Promise<LoadContent> {
  const described: LoadedFile[] = [];
  for (const { name, path, size } of files) described.push({ name, size, sha256: await sha256Of(path) });
  const hashes = described.map(({ sha256 }) => sha256).sort();
  return { files: described, hash: createHash('sha256').update(hashes.join('\n')).digest('hex') };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}

/**
 * The last load of the same bytes: DONE, the graph has all of it; STARTED, it was cut off and can go on.
 *
 * @throws DemarcheError CONFLICT where it is being undone
 */
export async function earlierLoad(
  store: Store,
  { hash }: LoadContent,
): Promise<loadQueries.LoadRow | undefined> {
  const last = (await store.read(loadQueries.loadsOfContent, { content: hash })).at(-1);
  if (last?.state === 'UNDOING') {
    throw new DemarcheError(
      'CONFLICT',
      `load ${last.number} of the same files is half undone: run demarche loads undo ${last.number} to its end first`,
    );
  }
  const counts = last?.state === 'STARTED' || (last?.state === 'DONE' && last.complete === true);
  return counts ? last : undefined;
}

/** Records that a load begins, and gives it its number. */
export async function beginLoad(
  store: Store,
  { files, hash }: LoadContent,
  { startedAt, by }: { readonly startedAt: string; readonly by: string },
): Promise<number> {
  return store.write(async (transaction) => {
    await transaction.run(writeQueries.lockDataset, {});
    const [next] = await transaction.run(loadQueries.nextLoadNumber, {});
    const number = next?.number ?? 1;
    const props = {
      number,
      state: 'STARTED',
      startedAt,
      by,
      content: hash,
      files: files.map((file) => JSON.stringify(file)),
      ...{ read: 0, new: 0, changed: 0, same: 0, rejected: 0 },
    };
    await transaction.run(loadQueries.createLoad, { rows: [{ id: `load:${number}`, props }] });
    return number;
  });
}

/** Records that a load is done. One that went on after it was cut off counts all its parts. */
export async function endLoad(
  store: Store,
  { load = 0, read, rejected, superseded }: Pick<Tally, 'load' | 'read' | 'rejected' | 'superseded'>,
  endedAt: string,
): Promise<void> {
  const complete = rejected === superseded;
  await store.write((transaction) =>
    transaction.run(loadQueries.endLoad, { load, endedAt, read, rejected, complete }),
  );
}
