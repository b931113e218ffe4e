import { userInfo } from 'node:os';
import type { loadQueries, Store } from '../store/index.js';
import { checkInput } from './check.js';
import { BATCH_RECORDS, CHECK_ONLY, type OnConflict } from './checking.js';
import { type InputName, openInput } from './input-file.js';
import { beginLoad, contentOf, earlierLoad, endLoad } from './load-history.js';
import type { Progress } from './progress.js';
import { NO_REJECTS, rejectsFiles } from './rejects.js';
import { type LoadReport, newTally } from './report.js';
import { writeInput } from './write-input.js';

export interface LoadOptions {
  /** write what is right although something is wrong; what is not goes to `<file>.rejects.ndjson` */
  readonly skipInvalid?: boolean | undefined;
  /** false: what is refused is only reported */
  readonly keepRejects?: boolean | undefined;
  readonly onConflict?: OnConflict | undefined;
  /** check everything and write nothing, not even what was refused */
  readonly dryRun?: boolean | undefined;
  /** records that are looked up together, and written in one transaction */
  readonly batchRecords?: number | undefined;
  /** who loads, for the history; left out, the user of the operating system */
  readonly by?: string | undefined;
  /** ends the load after the current transaction; the report says so */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly now?: (() => Date) | undefined;
}

/**
 * Loads files of records (`-`: standard input) into the graph. All of it is checked first; with any problem nothing is
 * written, unless `skipInvalid`. What is there already is left as it is, so that a load that was cut off is completed
 * by the same load again, and a second one changes nothing; with `onConflict: 'update'` what is there with other
 * content is replaced. Each load is recorded, with what it replaced.
 *
 * @throws DemarcheError BAD_USER_INPUT where a file cannot be read, CONFLICT where something else changes the graph
 */
export async function loadFiles(
  store: Store,
  files: readonly InputName[],
  options: LoadOptions = {},
): Promise<LoadReport> {
  const { skipInvalid = false, keepRejects = true, onConflict = 'refuse', dryRun = false } = options;
  const { now = () => new Date(), by = userInfo().username, signal, onProgress } = options;
  const { batchRecords = BATCH_RECORDS } = options;
  const recordedAt = now().toISOString();
  const input = await openInput(files);
  const rejects = skipInvalid && keepRejects && !dryRun ? rejectsFiles() : NO_REJECTS;
  try {
    const content = await contentOf(input.files);
    const earlier = await earlierLoad(store, content);
    if (earlier?.state === 'DONE') return loadedBefore(earlier);
    const checked = await checkInput(input.files, store, {
      skipInvalid,
      onConflict,
      rejects,
      batchRecords,
      signal,
      onProgress,
    });
    const { tally } = checked;
    if (!dryRun && !tally.stopped && (skipInvalid || tally.rejected === tally.superseded)) {
      tally.load = earlier?.number ?? (await beginLoad(store, content, { startedAt: recordedAt, by }));
      const { load } = tally;
      await writeInput(store, checked, { recordedAt, load, onConflict, batchRecords, signal, onProgress });
      if (!tally.stopped) await endLoad(store, tally, now().toISOString());
    }
    return tally.report(await rejects.close());
  } finally {
    await rejects.close();
    await input.close();
  }
}

function loadedBefore({ number, read }: loadQueries.LoadRow): LoadReport {
  return { ...newTally().report([]), read, same: read, load: number, loadedBefore: true };
}

/** Checks files as a load would, and writes nothing. Without a store the files must hold all that they refer to. */
export async function validateFiles(
  files: readonly string[],
  store?: Store,
  { signal, onProgress }: Pick<LoadOptions, 'signal' | 'onProgress'> = {},
): Promise<LoadReport> {
  const input = await openInput(files);
  try {
    const checked = await checkInput(input.files, store, { ...CHECK_ONLY, signal, onProgress });
    return checked.tally.report([]);
  } finally {
    await input.close();
  }
}
