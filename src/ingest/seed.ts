import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DemarcheError } from '../model/index.js';
import { existingQueries, type Store, writeQueries } from '../store/index.js';
import { datasetFiles } from './dataset/validate-dataset.js';
import { issueText } from './issue.js';
import { loadFiles } from './load.js';
import type { LoadReport } from './report.js';

const SEED = fileURLToPath(new URL('../../seed/', import.meta.url));

/** The version of the dataset that ships with Demarche. */
export async function seedVersion(): Promise<string> {
  return (await readFile(join(SEED, 'VERSION'), 'utf8')).trim();
}

/** The files of the dataset that ships with Demarche. */
export async function seedFiles(): Promise<string[]> {
  return datasetFiles(SEED);
}

/**
 * Loads the seed into a graph that holds no actor and no statement, and completes one whose loading was cut off.
 * Nothing where there is a corpus already.
 */
export async function loadSeed(store: Store, signal?: AbortSignal): Promise<LoadReport | undefined> {
  const [meta] = await store.read(existingQueries.seedState, {});
  if (meta?.state === 'DONE') return undefined;
  if (meta?.state !== 'STARTED') {
    if ((await store.read(existingQueries.anyRecord, {})).length > 0) return undefined;
    await setState(store, 'STARTED');
  }
  const report = await loadFiles(store, await seedFiles(), { signal });
  const [issue] = report.issues;
  if (issue) throw new DemarcheError('BAD_RECORD', `the seed cannot be loaded: ${issueText(issue)}`);
  if (!report.stopped) await setState(store, 'DONE');
  return report;
}

async function setState(store: Store, state: 'STARTED' | 'DONE'): Promise<void> {
  const version = await seedVersion();
  await store.write((transaction) => transaction.run(writeQueries.setSeedState, { state, version }));
}
