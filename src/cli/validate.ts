import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import {
  datasetFiles,
  type LoadReport,
  type Progress,
  validateDataset,
  validateFiles,
} from '../ingest/index.js';
import { DemarcheError } from '../model/index.js';
import { type CliContext, type ExitStatus, withStore } from './context.js';
import { interruptible } from './interrupt.js';
import { printProblems } from './problems.js';
import { loadProgress, progressLine } from './progress-line.js';
import { counted, number } from './text.js';

interface ValidateFlags {
  readonly store: boolean;
  readonly json?: true;
}

export function validateCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('validate')
    .summary('check records without loading them')
    .description(
      'Checks files of records as a load would, and writes nothing: each line by itself, its references to the other ' +
        'lines and to the graph, and whether the graph holds the same id with other content.\n\n' +
        'A folder is checked as a dataset of its own, with the rules of curated data besides: no act after its source, ' +
        'speakers in an office they hold on that day, a presidency held, propositions valid then, votes that decide ' +
        'something, joint statements with members, quotes of at most 40 words, no two statements with the same words, ' +
        'every id used.',
    )
    .argument('<path...>', 'files of records, or one folder of them; - is standard input')
    .option('--no-store', 'check the files by themselves: they must hold all that they refer to')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche validate statements.ndjson
  $ demarche validate seed/
  $ demarche validate --no-store seed/*.ndjson seed/statements/*.ndjson`,
    )
    .action(async (paths: string[], flags: ValidateFlags) => ends(await validate(context, paths, flags)));
}

async function validate(
  context: CliContext,
  paths: readonly string[],
  flags: ValidateFlags,
): Promise<ExitStatus> {
  const folder = await folderOf(paths);
  const progress = progressLine(context.stderr, loadProgress);
  const { result: report, status } = await interruptible((signal) => {
    const options = { signal, onProgress: progress.show };
    return folder === undefined
      ? checkFiles(context, paths, flags, options)
      : validateDataset(folder, options);
  }).finally(progress.clear);
  printProblems(report, folder === undefined ? paths : await datasetFiles(folder), context.stderr);
  context.stdout.write(
    flags.json ? `${JSON.stringify(report, null, 2)}\n` : summary(report, folder !== undefined),
  );
  if (report.stopped) return status ?? 1;
  return report.issueCount > 0 ? 1 : 0;
}

async function folderOf(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (path === '-' || !(await stat(path).catch(() => undefined))?.isDirectory()) continue;
    if (paths.length === 1) return path;
    throw new DemarcheError('BAD_USER_INPUT', `${path}: expected one folder by itself, or files`);
  }
  return undefined;
}

async function checkFiles(
  context: CliContext,
  files: readonly string[],
  flags: ValidateFlags,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
): Promise<LoadReport> {
  // to look into a database must not make one
  if (!flags.store || !(await context.hasDatabase())) return validateFiles(files, undefined, options);
  return withStore(context, (store) => validateFiles(files, store, options)).catch((error) => {
    throw lockedAdvice(error);
  });
}

function summary({ read, new: fresh, same, rejected, issueCount }: LoadReport, isDataset: boolean): string {
  if (!isDataset) {
    return `${counted(read, 'record')} read: ${number(fresh)} new, ${number(same)} there already, ${number(rejected)} refused.\n`;
  }
  return `${counted(read, 'record')} read: ${issueCount === 0 ? 'a dataset without problems' : counted(issueCount, 'problem')}.\n`;
}

function lockedAdvice(error: unknown): unknown {
  if (!(error instanceof DemarcheError) || error.code !== 'DATABASE_LOCKED') return error;
  return new DemarcheError(
    error.code,
    `${error.message}\nStop that one to check against its graph, or check the files by themselves with --no-store.`,
    { cause: error },
  );
}
