import { readFile } from 'node:fs/promises';
import { Argument, Command, Option } from 'commander';
import { type DnaOptions, type ImportReport, importDna } from '../ingest/index.js';
import { DemarcheError } from '../model/index.js';
import { type CliContext, type ExitStatus, withStore } from './context.js';
import { objectOf } from './flag-values.js';
import { interruptible } from './interrupt.js';
import { loadProgress, progressLine } from './progress-line.js';
import { counted, number } from './text.js';

interface ImportFlags
  extends Pick<
    DnaOptions,
    'name' | 'statementType' | 'person' | 'organization' | 'concept' | 'qualifier' | 'coding' | 'positions'
  > {
  readonly states?: string;
  readonly json?: true;
}

export function importCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('import')
    .summary('import a file of another program')
    .description(
      'Imports a database of the Discourse Network Analyzer 3 (dna): its documents become sources, its persons and ' +
        'organizations actors, its concepts propositions, and its statements statements of a person on behalf of an ' +
        'organization. What cannot be kept is told, with the reason. What is there already is left as it is.',
    )
    .addArgument(new Argument('<format>', 'the format').choices(['dna']))
    .argument('<file>', 'the file')
    .option(
      '--name <name>',
      "part of all ids, so that several databases can be in one graph (default: the file's)",
    )
    .option('--statement-type <label>', 'the statement type to read (default: "DNA Statement")')
    .option('--person <variable>', 'the variable of those who speak (default: "person")')
    .option('--organization <variable>', 'the one of those for whom they speak (default: "organization")')
    .option('--concept <variable>', 'the one of the propositions (default: "concept")')
    .option('--qualifier <variable>', 'the one of the positions (default: "agreement")')
    .addOption(
      new Option(
        '--positions <json>',
        'the position for each value of the qualifier, where it is not boolean: {"-1": {"position": "OPPOSE"}, …}',
      ).argParser(objectOf),
    )
    .option('--states <file>', 'a file with the organizations that are states, one a line')
    .option('--coding <name>', 'the coding set of the stances (default: "adjudicated")')
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche import dna sample.dna
  $ demarche import dna pensions.dna --name pensions --coding team-a
  $ demarche import dna survey.dna --qualifier tone --positions '{"1": {"position": "SUPPORT"}, "2": {"position": "NEUTRAL"}}'`,
    )
    .action(async (_format: string, file: string, flags: ImportFlags) =>
      ends(await importFile(context, file, flags)),
    );
}

async function importFile(context: CliContext, file: string, flags: ImportFlags): Promise<ExitStatus> {
  const { states, json, ...options } = flags;
  const dna = { ...options, states: states === undefined ? undefined : await linesOf(states) };
  const progress = progressLine(context.stderr, loadProgress);
  const { result: report, status } = await interruptible((signal) =>
    withStore(context, (store) => importDna(store, file, dna, { signal, onProgress: progress.show })),
  ).finally(progress.clear);
  printNotes(context, report);
  context.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : summary(report));
  if (report.load.stopped) return status ?? 1;
  return report.load.rejected > 0 ? 1 : 0;
}

const SHOWN_NOTES = 100;

function printNotes({ stderr }: CliContext, { skipped, changed, refused }: ImportReport): void {
  const notes = [
    ...refused.map(({ from, reason }) => `${from}: refused: ${reason}`),
    ...skipped.map(({ from, reason }) => `${from}: skipped: ${reason}`),
    ...changed.map(({ from, reason }) => `${from}: changed: ${reason}`),
  ];
  for (const note of notes.slice(0, SHOWN_NOTES)) stderr.write(`${note}\n`);
  const more = notes.length - SHOWN_NOTES;
  if (more > 0) stderr.write(`… and ${counted(more, 'more note')} (--json has all)\n`);
}

function summary({ load, skipped, changed }: ImportReport): string {
  const { byType, written, same, rejected, stopped } = load;
  const statements = byType.statement.new + byType.statement.same;
  const read = `${counted(statements, 'statement')} read, ${counted(skipped.length, 'thing')} skipped, ${number(changed.length)} changed.`;
  if (rejected > 0) return `${read}\nNothing was written: ${counted(rejected, 'record')} refused.\n`;
  const there = `${counted(written, 'record')} written, ${number(same)} there already.`;
  return `${read}\n${stopped ? `Stopped: ${there} The same command goes on from here.` : there}\n`;
}

async function linesOf(path: string): Promise<string[]> {
  try {
    const text = await readFile(path, 'utf8');
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError('BAD_USER_INPUT', `${path}: cannot be read: ${reason}`, { cause: error });
  }
}
