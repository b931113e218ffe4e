import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadOptions, loadFiles } from '../../src/ingest/index.js';
import type { AnyRecord } from '../../src/model/index.js';
import type { Store } from '../../src/store/index.js';

/** Loads records through the project's own loader; fails on any it refuses. */
export async function loadRecords(
  store: Store,
  records: readonly AnyRecord[],
  options: LoadOptions = {},
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'demarche-records-'));
  try {
    const file = join(directory, 'records.ndjson');
    await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const summary = await loadFiles(store, [file], options);
    if (summary.issues.length > 0) throw new Error(JSON.stringify(summary.issues.slice(0, 5)));
  } finally {
    await rm(directory, { recursive: true });
  }
}
