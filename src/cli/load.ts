import { userInfo } from 'node:os';
import { Command, Option } from 'commander';
import { type LoadReport, loadFiles, ON_CONFLICT, type OnConflict } from '../ingest/index.js';
import type { Store } from '../store/index.js';
import { type CliContext, type ExitStatus, withStore } from './context.js';
import { interruptible } from './interrupt.js';
import { loadTo } from './load-to.js';
import { lockedAdvice } from './locked.js';
import { printProblems } from './problems.js';
import { loadProgress, progressLine } from './progress-line.js';
import { counted, number } from './text.js';

interface LoadFlags {
  readonly onConflict: OnConflict;
  readonly dryRun?: true;
  readonly by?: string;
  readonly to?: string;
  readonly skipInvalid?: true;
  readonly json?: true;
}

export function loadCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('load')
    .summary('load records into the graph')
    .description(
      'Loads files of records (newline-delimited JSON) into the graph. Every line of all files is checked before ' +
        'anything is written; with any problem nothing is, and each is printed as file:line: field: what was expected. ' +
        'Records that are there already are left as they are, so a load that was cut off is completed by running it ' +
        'again. With --on-conflict update those that are there with other content are replaced, and of two in the files ' +
        'the last counts. Each load is recorded: demarche loads lists them and takes them back.',
    )
    .argument('<file...>', 'files of records, plain or packed with gzip; - is standard input')
    .option('--skip-invalid', 'write what is right; put the rest into FILE.rejects.ndjson')
    .addOption(
      new Option('--on-conflict <what>', 'with a record that is there with other content')
        .choices(ON_CONFLICT)
        .default('refuse'),
    )
    .option('--dry-run', 'check everything, and write nothing')
    .option('--by <who>', 'who loads, for the history (the user of this machine where left out)')
    .option('--to <url>', 'load into the service there; its key is in DEMARCHE_IMPORT_KEY')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche load statements.ndjson
  $ demarche load actors.ndjson topics.ndjson statements/*.ndjson
  $ demarche load --skip-invalid --json corpus.ndjson
  $ demarche load --on-conflict update --dry-run corrected.ndjson
  $ demarche load corpus.ndjson.gz
  $ DEMARCHE_IMPORT_KEY=… demarche load --to https://demarche.example corpus.ndjson
  $ demarche load - < corpus.ndjson`,
    )
    .action(async (files: string[], flags: LoadFlags) => ends(await load(context, files, flags)));
}

async function load(context: CliContext, files: readonly string[], flags: LoadFlags): Promise<ExitStatus> {
  const progress = progressLine(context.stderr, loadProgress, { lines: true });
  const work = (store: Store, signal: AbortSignal) =>
    loadFiles(store, files, { ...flags, signal, onProgress: progress.show });
  const { result: report, status } = await interruptible((signal) =>
    flags.to === undefined
      ? withStore(context, (store) => work(store, signal)).catch((error) => {
          throw lockedAdvice(
            error,
            'load through it with --to URL (it needs IMPORT_KEY), or stop it, load, and start it again',
          );
        })
      : loadTo(flags.to, files, {
          ...flags,
          key: context.importKey ?? '',
          by: flags.by ?? userInfo().username,
          signal,
        }),
  ).finally(progress.clear);
  printProblems(report, files, context.stderr);
  context.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : summary(report, flags));
  if (report.stopped) return status ?? 1;
  return report.rejected > report.superseded && !flags.skipInvalid ? 1 : 0;
}

function summary(report: LoadReport, { skipInvalid, dryRun }: LoadFlags): string {
  const { read, changed, same, rejected, superseded, written, rejectsFiles, stopped, load } = report;
  if (report.loadedBefore) {
    return `Load ${load} has all of ${read === 1 ? 'this record' : `these ${counted(read, 'record')}`} already: nothing was written.\n`;
  }
  const lines = [
    `${counted(read, 'record')} read: ${number(report.new)} new, ${number(changed)} changed, ${number(same)} there already, ${number(rejected)} refused.`,
  ];
  if (superseded > 0) {
    lines.push(
      `Of those refused, a later line with the same key counts in the place of ${number(superseded)}.`,
    );
  }
  if (stopped) {
    lines.push(
      `Stopped: ${counted(written, 'record')} written, each whole. The same command goes on from here.`,
    );
  } else if (rejected > superseded && !skipInvalid) {
    lines.push('Nothing was written. Mend the lines above, or load the rest with --skip-invalid.');
  } else if (dryRun) {
    lines.push('Nothing was written: this was a dry run.');
  } else {
    lines.push(`${counted(written, 'record')} written, as load ${load}.`);
  }
  if (rejectsFiles.length > 0) lines.push(`Refused lines are in ${rejectsFiles.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}
