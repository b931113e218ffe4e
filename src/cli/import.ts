import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import {
  type DnaOptions,
  type ImportFormat,
  type ImportOptions,
  type ImportReport,
  importDna,
  importFile,
  type RowOptions,
} from '../ingest/index.js';
import { DemarcheError } from '../model/index.js';
import type { Store } from '../store/index.js';
import { type CliContext, type ExitStatus, withStore } from './context.js';
import { objectOf } from './flag-values.js';
import { interruptible } from './interrupt.js';
import { loadProgress, progressLine } from './progress-line.js';
import { counted, number } from './text.js';

interface CommonFlags {
  readonly skipInvalid?: true;
  readonly json?: true;
}

interface DnaFlags
  extends CommonFlags,
    Pick<
      DnaOptions,
      'name' | 'statementType' | 'person' | 'organization' | 'concept' | 'qualifier' | 'coding' | 'positions'
    > {
  readonly states?: string;
}

type Ends = (status: ExitStatus) => void;

export function importCommand(context: CliContext, ends: Ends): Command {
  return new Command('import')
    .summary('import a file of another format')
    .description(
      'Imports a file of another format, plain or packed (gzip, zip). What cannot be read is told, with its line and what ' +
        'was expected; nothing is written then, unless --skip-invalid. What is there already is left as it is: the same ' +
        'file twice changes nothing. Names become actors of the graph by id, code, name or alias; what is unknown or ' +
        'ambiguous becomes an actor of its own, marked as unresolved, and is listed.',
    )
    .addCommand(dnaCommand(context, ends))
    .addCommand(
      rowsCommand(context, ends, 'icews', 'event data of ICEWS (20 columns, tabs, header)', true, [
        'icews events.2018.tab',
        'icews --stances rules.yaml --skip-invalid events.2018.tab.zip',
      ]),
    )
    .addCommand(
      rowsCommand(context, ends, 'gdelt', 'an export of GDELT 2.0 (61 columns, tabs, no header)', true, [
        'gdelt 20200901120000.export.CSV.zip',
        'gdelt --mentions 20200901120000.mentions.CSV.zip 20200901120000.export.CSV.zip',
      ]).option('--mentions <file>', 'the mentions table: its articles are cited too'),
    )
    .addCommand(
      rowsCommand(context, ends, 'polecat', 'event data of POLECAT (40 columns, tabs, header)', true, [
        'polecat 2020-Sep.txt',
      ]),
    )
    .addCommand(
      rowsCommand(
        context,
        ends,
        'unsc-votes',
        'Security Council votes of the UN Digital Library (CSV)',
        false,
        ['unsc-votes 2025_7_21_sc_voting.csv'],
      ),
    )
    .addCommand(
      rowsCommand(
        context,
        ends,
        'table',
        'a table of statements (CSV, TSV), by a mapping of its columns',
        false,
        ['table --mapping hearings.yaml hearings.csv'],
      ).requiredOption('--mapping <file>', 'which column is what, in YAML; demarche map FILE proposes one'),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ demarche import icews events.2018.tab
  $ demarche import gdelt 20200901120000.export.CSV.zip
  $ demarche import table --mapping hearings.yaml hearings.csv
  $ demarche import dna sample.dna`,
    );
}

function withCommonFlags(command: Command, examples: readonly string[]): Command {
  return command
    .option('--skip-invalid', 'write what is right; put the rest into FILE.rejects.ndjson')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', `\nExamples:\n${examples.map((args) => `  $ demarche import ${args}`).join('\n')}`);
}

function rowsCommand(
  context: CliContext,
  ends: Ends,
  format: ImportFormat,
  what: string,
  isEventData: boolean,
  examples: readonly string[],
): Command {
  const command = new Command(format)
    .description(`Imports ${what}.`)
    .argument('<file>', 'the file; - is standard input');
  if (isEventData) {
    command.option('--stances <file>', 'which event codes mean which position on which proposition, in YAML');
  }
  return withCommonFlags(command, examples).action(
    async (file: string, { skipInvalid, json, ...options }: CommonFlags & RowOptions) =>
      ends(
        await runImport(context, file, { skipInvalid, json }, (store, importing) =>
          importFile(store, format, file, options, importing),
        ),
      ),
  );
}

function dnaCommand(context: CliContext, ends: Ends): Command {
  const command = new Command('dna')
    .description(
      'Imports a database of the Discourse Network Analyzer 3: its documents become sources, its persons and ' +
        'organizations actors, its concepts propositions, and its statements statements of a person on behalf of an ' +
        'organization. What cannot be kept is told, with the reason.',
    )
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
    .option('--coding <name>', 'the coding set of the stances (default: "adjudicated")');
  return withCommonFlags(command, [
    'dna sample.dna',
    'dna pensions.dna --name pensions --coding team-a',
    `dna survey.dna --qualifier tone --positions '{"1": {"position": "SUPPORT"}, "2": {"position": "NEUTRAL"}}'`,
  ]).action(async (file: string, { states, skipInvalid, json, ...options }: DnaFlags) => {
    const dna = { ...options, states: states === undefined ? undefined : await linesOf(states) };
    ends(
      await runImport(context, file, { skipInvalid, json }, (store, importing) =>
        importDna(store, file, dna, importing),
      ),
    );
  });
}

interface ReportFlags {
  readonly skipInvalid: true | undefined;
  readonly json: true | undefined;
}

async function runImport(
  context: CliContext,
  file: string,
  flags: ReportFlags,
  work: (store: Store, importing: ImportOptions) => Promise<ImportReport>,
): Promise<ExitStatus> {
  const progress = progressLine(context.stderr, loadProgress, { lines: true });
  const { result: report, status } = await interruptible((signal) =>
    withStore(context, (store) =>
      work(store, { skipInvalid: flags.skipInvalid, signal, onProgress: progress.show }),
    ),
  ).finally(progress.clear);
  printNotes(context, file, report);
  context.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : summary(report, flags));
  if (report.load.stopped) return status ?? 1;
  return report.rows.rejected > 0 && !flags.skipInvalid ? 1 : 0;
}

const SHOWN_NOTES = 100;

function printNotes({ stderr }: CliContext, file: string, report: ImportReport): void {
  const refused = report.refused.map(({ from, field, expected }) => {
    const place = from.replace(/^line /, `${file}:`);
    return `${place}: ${field === '' ? '' : `${field}: `}expected ${expected}`;
  });
  const notes = [
    ...refused,
    ...report.skipped.map(({ from, reason }) => `${from}: skipped: ${reason}`),
    ...report.changed.map(({ from, reason }) => `${from}: changed: ${reason}`),
  ];
  for (const note of notes.slice(0, SHOWN_NOTES)) stderr.write(`${note}\n`);
  const all = report.refusedCount + report.skippedCount + report.changedCount;
  const more = all - Math.min(notes.length, SHOWN_NOTES);
  if (more > 0)
    stderr.write(`… and ${counted(more, 'more note')} (--json has the first 10,000 of each kind)\n`);
}

function summary(report: ImportReport, { skipInvalid }: ReportFlags): string {
  const { rows, load, skippedCount, changedCount, rejectsFile, unresolved } = report;
  const lines = [
    `${counted(rows.read, 'row')} read: ${number(rows.accepted)} accepted, ${number(rows.rejected)} rejected; ${number(skippedCount)} skipped, ${number(changedCount)} changed.`,
  ];
  if (load.stopped) {
    lines.push(
      `Stopped: ${counted(load.written, 'record')} written, each whole. The same command goes on from here.`,
    );
  } else if (rows.rejected > 0 && !skipInvalid) {
    lines.push('Nothing was written. Mend the rows above, or import the rest with --skip-invalid.');
  } else {
    lines.push(`${counted(load.written, 'record')} written, ${number(load.same)} there already.`);
  }
  if (rejectsFile !== undefined) lines.push(`Rejected rows are in ${rejectsFile}.`);
  if (unresolved.length > 0) lines.push(...unresolvedTable(unresolved));
  return `${lines.join('\n')}\n`;
}

const SHOWN_NAMES = 20;

function unresolvedTable(unresolved: ImportReport['unresolved']): string[] {
  const shown = unresolved.slice(0, SHOWN_NAMES);
  const width = Math.min(40, Math.max(...shown.map(({ name }) => name.length)));
  const rows = shown.map(({ name, count, reason, candidates }) => {
    const ids = candidates.map(({ id }) => id).join(', ');
    const why = reason === 'AMBIGUOUS' ? `ambiguous: ${ids}` : ids === '' ? '' : `perhaps ${ids}`;
    return `${number(count).padStart(9)}  ${name.slice(0, width).padEnd(width)}  ${why}`.trimEnd();
  });
  const more = unresolved.length - shown.length;
  return [
    `${counted(unresolved.length, 'name')} of no actor of the graph became actors of their own, marked unresolved:`,
    ...rows,
    ...(more > 0 ? [`… and ${number(more)} more (--json has all)`] : []),
  ];
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
