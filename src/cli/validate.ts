import { Command } from 'commander';
import { validateFiles } from '../ingest/index.js';
import { DemarcheError } from '../model/index.js';
import { type CliContext, type ExitStatus, withStore } from './context.js';
import { interruptible } from './interrupt.js';
import { printProblems } from './problems.js';
import { progressLine } from './progress-line.js';
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
        'lines and to the graph, and whether the graph holds the same id with other content.',
    )
    .argument('<file...>', 'files of records; - is standard input')
    .option('--no-store', 'check the files by themselves: they must hold all that they refer to')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche validate statements.ndjson
  $ demarche validate --no-store seed/*.ndjson seed/statements/*.ndjson`,
    )
    .action(async (files: string[], flags: ValidateFlags) => ends(await validate(context, files, flags)));
}

async function validate(
  context: CliContext,
  files: readonly string[],
  flags: ValidateFlags,
): Promise<ExitStatus> {
  const progress = progressLine(context.stderr);
  const { result: report, status } = await interruptible(async (signal) => {
    const options = { signal, onProgress: progress.show };
    // to look into a database must not make one
    return flags.store && (await context.hasDatabase())
      ? withStore(context, (store) => validateFiles(files, store, options)).catch((error) => {
          throw lockedAdvice(error);
        })
      : validateFiles(files, undefined, options);
  }).finally(progress.clear);
  printProblems(report, files, context.stderr);
  const { read, same, rejected } = report;
  context.stdout.write(
    flags.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : `${counted(read, 'record')} read: ${number(report.new)} new, ${number(same)} there already, ${number(rejected)} refused.\n`,
  );
  if (report.stopped) return status ?? 1;
  return rejected > 0 ? 1 : 0;
}

function lockedAdvice(error: unknown): unknown {
  if (!(error instanceof DemarcheError) || error.code !== 'DATABASE_LOCKED') return error;
  return new DemarcheError(
    error.code,
    `${error.message}\nStop that one to check against its graph, or check the files by themselves with --no-store.`,
    { cause: error },
  );
}
