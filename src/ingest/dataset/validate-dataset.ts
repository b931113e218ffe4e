import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DemarcheError } from '../../model/index.js';
import { checkInput } from '../check.js';
import { CHECK_ONLY } from '../checking.js';
import { type InputFile, openInput, unreadable } from '../input-file.js';
import type { LoadOptions } from '../load.js';
import { readRecords } from '../ndjson.js';
import type { LoadReport, Tally } from '../report.js';
import { factCollector } from './facts.js';
import { datasetIssues } from './rules.js';

/** The files of records of a dataset, in the order of their paths. */
export async function datasetFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  const files = names.filter((name) => name.endsWith('.ndjson')).sort();
  if (files.length === 0) {
    throw new DemarcheError('BAD_USER_INPUT', `${folder}: expected files of records (.ndjson), found none`);
  }
  return files.map((name) => join(folder, name));
}

/**
 * Checks a folder as a dataset of its own: the record format, every reference, and, where these are right, the rules
 * of `datasetIssues`; no two statements may have one fingerprint. Nothing is written.
 */
export async function validateDataset(
  folder: string,
  { signal, onProgress }: Pick<LoadOptions, 'signal' | 'onProgress'> = {},
): Promise<LoadReport> {
  const input = await openInput(await datasetFiles(folder));
  try {
    const { tally } = await checkInput(input.files, undefined, { ...CHECK_ONLY, signal, onProgress });
    if (!tally.stopped && tally.rejected === 0) await checkRules(input.files, tally);
    const report = tally.report([]);
    return { ...report, ...sameWords(report) };
  } finally {
    await input.close();
  }
}

async function checkRules(files: readonly InputFile[], tally: Tally): Promise<void> {
  const facts = factCollector();
  for (const file of files) {
    for await (const lines of readRecords(file)) {
      for (const line of lines) if ('record' in line) facts.add(line.record);
    }
  }
  for (const file of files) {
    for await (const lines of readRecords(file)) {
      for (const line of lines) {
        if (!('record' in line)) continue;
        for (const issue of datasetIssues(line.record, facts)) {
          tally.addIssue({ code: 'BAD_DATASET', file: file.name, line: line.number, ...issue });
        }
      }
    }
  }
}

/** What is a warning to a load is an error in a dataset. */
function sameWords({ issues, issueCount, warnings, warningCount }: LoadReport) {
  const found = warnings.map(({ file, line, like }) => ({
    code: 'BAD_DATASET' as const,
    file,
    line,
    field: 'id',
    expected: `one statement for one day, speaker and words; ${like} has the same`,
  }));
  return {
    issues: [...issues, ...found],
    issueCount: issueCount + warningCount,
    warnings: [],
    warningCount: 0,
  };
}
