import type { Store } from '../store/index.js';
import { checkInput } from './check.js';
import { openInput } from './input-file.js';
import type { Progress } from './progress.js';
import { NO_REJECTS, rejectsFiles } from './rejects.js';
import type { LoadReport } from './report.js';
import { writeInput } from './write-input.js';

export interface LoadOptions {
  /** write what is right although something is wrong; what is not goes to `<file>.rejects.ndjson` */
  readonly skipInvalid?: boolean | undefined;
  /** ends the load after the current transaction; the report says so */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly now?: (() => Date) | undefined;
}

/**
 * Loads files of records (`-`: standard input) into the graph. All of it is checked first; with any problem nothing is
 * written, unless `skipInvalid`. What is there already is left as it is, so that a load that was cut off is completed
 * by the same load again, and a second one changes nothing.
 */
export async function loadFiles(
  store: Store,
  files: readonly string[],
  { skipInvalid = false, signal, onProgress, now = () => new Date() }: LoadOptions = {},
): Promise<LoadReport> {
  const recordedAt = now().toISOString();
  const input = await openInput(files);
  const rejects = skipInvalid ? rejectsFiles() : NO_REJECTS;
  let made: readonly string[] = [];
  try {
    const checked = await checkInput(input.files, store, { skipInvalid, rejects, signal, onProgress });
    const { tally } = checked;
    if (!tally.stopped && (skipInvalid || tally.rejected === 0)) {
      await writeInput(store, checked, { recordedAt, signal, onProgress });
    }
    made = await rejects.close();
    return tally.report(made);
  } finally {
    await rejects.close();
    await input.close();
  }
}

/** Checks files as a load would, and writes nothing. Without a store the files must hold all that they refer to. */
export async function validateFiles(
  files: readonly string[],
  store?: Store,
  { signal, onProgress }: Pick<LoadOptions, 'signal' | 'onProgress'> = {},
): Promise<LoadReport> {
  const input = await openInput(files);
  try {
    const checked = await checkInput(input.files, store, {
      skipInvalid: false,
      rejects: NO_REJECTS,
      signal,
      onProgress,
    });
    return checked.tally.report([]);
  } finally {
    await input.close();
  }
}
