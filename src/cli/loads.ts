import { Command } from 'commander';
import { type LoadEntry, listLoads, undoLoad } from '../ingest/index.js';
import { DemarcheError } from '../model/index.js';
import { columnsText } from './columns.js';
import { type CliContext, type ExitStatus, withStore } from './context.js';
import { interruptible } from './interrupt.js';
import { progressLine } from './progress-line.js';
import { counted, number } from './text.js';

interface LoadsFlags {
  readonly json?: true;
}

export function loadsCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  const undo = new Command('undo')
    .summary('take a load back')
    .description(
      'Removes the records that a load added, and puts those that it replaced back as they were. It is refused where ' +
        'later loads replaced the same records, or where records of other loads refer to what would go. One that is cut ' +
        'off is completed by the same command again.',
    )
    .argument('<number>', 'of the load, as demarche loads lists them')
    .option('--json', 'print what was done as JSON')
    .action(async (load: string, flags: LoadsFlags) => ends(await undoOne(context, load, flags)))
    .exitOverride();
  return new Command('loads')
    .summary('list what was loaded, or take a load back')
    .description(
      'Lists the loads of records into the graph: when, by whom, which files, and what came of them.',
    )
    .option('--json', 'print them as JSON, with the size and SHA-256 of each file')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche loads
  $ demarche loads --json
  $ demarche loads undo 3`,
    )
    .action(async (flags: LoadsFlags) => ends(await list(context, flags)))
    .addCommand(undo);
}

async function list(context: CliContext, flags: LoadsFlags): Promise<ExitStatus> {
  // to look into a database must not make one
  const loads = (await context.hasDatabase()) ? await withStore(context, listLoads) : [];
  if (flags.json) context.stdout.write(`${JSON.stringify(loads, null, 2)}\n`);
  else if (loads.length === 0) context.stderr.write('Nothing was loaded yet: demarche load FILE.\n');
  else context.stdout.write(columnsText([HEAD, ...loads.map(cells)], 5));
  return 0;
}

const HEAD = ['load', 'state', 'started', 'by', 'files', 'read', 'new', 'changed', 'same', 'refused'];

function cells(load: LoadEntry): string[] {
  const [first, ...others] = load.files.map(({ name }) => name);
  return [
    String(load.number),
    load.state,
    load.startedAt.slice(0, 19).replace('T', ' '),
    load.by,
    others.length === 0 ? (first ?? '') : `${first} and ${counted(others.length, 'other')}`,
    ...[load.read, load.new, load.changed, load.same, load.rejected].map(number),
  ];
}

async function undoOne(context: CliContext, text: string, flags: LoadsFlags): Promise<ExitStatus> {
  if (!/^[1-9]\d{0,14}$/.test(text)) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `"${text}": expected the number of a load, as demarche loads lists them`,
    );
  }
  const progress = progressLine<readonly [number, number]>(
    context.stderr,
    ([done, total]) => `undoing: ${number(done)} of ${counted(total, 'record')}`,
  );
  const { result, status } = await interruptible((signal) =>
    withStore(context, (store) =>
      undoLoad(store, Number(text), { signal, onProgress: (...done) => progress.show(done) }),
    ),
  ).finally(progress.clear);
  const { load, removed, restored, stopped } = result;
  context.stdout.write(
    flags.json
      ? `${JSON.stringify(result, null, 2)}\n`
      : `${counted(removed, 'record')} removed, ${number(restored)} put back as before.\n${
          stopped
            ? `Stopped: the same command goes on from here.\n`
            : `Load ${load} is undone: its files can be loaded again.\n`
        }`,
  );
  return stopped ? (status ?? 1) : 0;
}
