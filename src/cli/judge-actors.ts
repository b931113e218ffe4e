import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import {
  type Judgement,
  type JudgementRecord,
  type LoadReport,
  listMerges,
  loadFiles,
  type MergeEntry,
  mergeRecord,
  splitRecord,
} from '../ingest/index.js';
import { DemarcheError } from '../model/index.js';
import type { Store } from '../store/index.js';
import { columnsText } from './columns.js';
import { type CliContext, type ExitStatus, withStore } from './context.js';
import { interruptible } from './interrupt.js';
import { lockedAdvice } from './locked.js';
import { counted, number } from './text.js';

/** Merging actors, and taking that back: records, which go the way of all records, so that the history has them. */

interface JudgeFlags {
  readonly reason: string;
  readonly by?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export function mergeCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return judging(
    new Command('merge')
      .summary('judge that an actor is another')
      .description(
        'Judges that an actor is another, which remains: all that names the first counts for the second from then on, and ' +
          'says which one its record names. The judgement is a record of its own, and actors split takes it back. It is ' +
          'refused where a record names both side by side.',
      )
      .argument('<from>', 'the actor that is merged')
      .argument('<into>', 'the actor that remains'),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ demarche actors merge actor:icews-iran actor:iran --reason "the country's name in ICEWS"
  $ demarche actors merge actor:icews-iran actor:iran --reason "to see what would move" --dry-run`,
    )
    .action(async (from: string, into: string, flags: JudgeFlags) =>
      ends(await judge(context, flags, (store, judgement) => mergeRecord(store, from, into, judgement))),
    );
}

export function splitCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return judging(
    new Command('split')
      .summary('take a merge back')
      .description(
        'Judges that a merge was wrong: what names the actor that was merged is its own again. Both judgements stay.',
      )
      .argument('<id>', 'of the merge, or of the actor that it merged'),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ demarche actors split actor:icews-iran --reason "the rows of 1979 mean the old government"
  $ demarche actors split merge:icews-iran-into-iran --reason "a slip"`,
    )
    .action(async (id: string, flags: JudgeFlags) =>
      ends(await judge(context, flags, (store, judgement) => splitRecord(store, id, judgement))),
    );
}

function judging(command: Command): Command {
  return command
    .requiredOption('--reason <text>', 'why')
    .option('--by <who>', 'who judges so (the user of this machine where left out)')
    .option('--dry-run', 'check it, and write nothing')
    .option('--json', 'print what was done as JSON');
}

export function mergesCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('merges')
    .summary('list the merges of actors')
    .description(
      'Lists the merges of actors, those that are split among them: by whom, when and why, and how many relationships stand ' +
        'elsewhere because of each.',
    )
    .option('--json', 'print them as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche actors merges
  $ demarche actors merges --json`,
    )
    .action(async ({ json }: { readonly json?: true }) => ends(await list(context, json ?? false)));
}

type Making = (store: Store, judgement: Judgement) => Promise<JudgementRecord>;

async function judge(context: CliContext, flags: JudgeFlags, make: Making): Promise<ExitStatus> {
  const { reason, by = userInfo().username, dryRun } = flags;
  const { result, status } = await interruptible((signal) =>
    withStore(context, async (store) => {
      const record = await make(store, { reason, by, at: new Date().toISOString() });
      // once it is split, nothing stands elsewhere because of it
      const before = record.type === 'split' ? await mergeOf(store, record) : undefined;
      const { load, stopped } = await loadRecord(store, record, { by, dryRun, signal });
      const merge = before ?? (await mergeOf(store, record));
      return { record, load: load ?? null, stopped, edges: merge?.edges ?? 0 };
    }).catch((error: unknown) => {
      throw lockedAdvice(
        error,
        'load the record of the merge or split through it, with demarche load --to URL (it needs IMPORT_KEY), or stop it and run this again',
      );
    }),
  );
  const { stopped, ...done } = result;
  if (stopped) context.stderr.write('Stopped: nothing was written.\n');
  else context.stdout.write(flags.json ? `${JSON.stringify(done, null, 2)}\n` : summary(done));
  return status ?? 0;
}

async function mergeOf(store: Store, record: JudgementRecord): Promise<MergeEntry | undefined> {
  const id = record.type === 'merge' ? record.id : record.merge;
  return (await listMerges(store)).find((merge) => merge.id === id);
}

/** Loads one record as a file of them. */
async function loadRecord(
  store: Store,
  record: JudgementRecord,
  options: { readonly by: string; readonly dryRun: true | undefined; readonly signal: AbortSignal },
): Promise<LoadReport> {
  const directory = await mkdtemp(join(tmpdir(), 'demarche-actors-'));
  try {
    const path = join(directory, 'record.ndjson');
    await writeFile(path, `${JSON.stringify(record)}\n`);
    const report = await loadFiles(store, [{ name: `actors ${record.type}`, path }], options);
    if (report.issues.length === 0) return report;
    const reasons = report.issues.map(({ field, expected }) => `${field}: expected ${expected}`);
    throw new DemarcheError('CONFLICT', `nothing was written: ${reasons.join('; ')}`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function summary({
  record,
  load,
  edges,
}: {
  readonly record: JudgementRecord;
  readonly load: number | null;
  readonly edges: number;
}): string {
  if (load === null) return `${record.id} can be written. This was a dry run.\n`;
  const moved =
    record.type === 'merge'
      ? `${counted(edges, 'relationship')} of ${record.from} stand at ${record.into} now`
      : `${counted(edges, 'relationship')} moved back`;
  return `${record.id}: ${moved}. It is load ${load}.\n`;
}

async function list(context: CliContext, json: boolean): Promise<ExitStatus> {
  // to look into a database must not make one
  const merges = (await context.hasDatabase()) ? await withStore(context, listMerges) : [];
  if (json) context.stdout.write(`${JSON.stringify(merges, null, 2)}\n`);
  else if (merges.length === 0) context.stderr.write('No actors are merged.\n');
  else context.stdout.write(columnsText([HEAD, ...merges.map(cells)], HEAD.length - 1));
  return 0;
}

const HEAD = ['merge', 'state', 'from', 'into', 'by', 'at', 'reason', 'relationships'];

function cells({ id, state, from, into, by, at, reason, edges }: MergeEntry): string[] {
  return [id, state, from, into, by ?? '', at ?? '', onOneLine(reason), number(edges)];
}

function onOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
