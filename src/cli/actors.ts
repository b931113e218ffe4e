import { Command } from 'commander';
import { resolveQueries, type UsedActorRow } from '../store/index.js';
import { type CliContext, type ExitStatus, withStore } from './context.js';
import { interruptible } from './interrupt.js';
import { mergeCommand, mergesCommand, splitCommand } from './judge-actors.js';
import { counted, number } from './text.js';

interface ListFlags {
  readonly unresolved?: true;
  readonly json?: true;
}

export function actorsCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('actors')
    .summary('list the actors, merge them and split them again')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche actors list --unresolved
  $ demarche actors merge actor:icews-iran actor:iran --reason "the country's name in ICEWS"
  $ demarche actors merges`,
    )
    .addCommand(listCommand(context, ends))
    .addCommand(mergeCommand(context, ends))
    .addCommand(splitCommand(context, ends))
    .addCommand(mergesCommand(context, ends));
}

function listCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('list')
    .description(
      'Lists the actors of the graph with how many events involve them and how many statements are theirs, the most frequent first.',
    )
    .option('--unresolved', 'only those that stand for a name which could not be told to be an actor')
    .option('--json', 'print them as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche actors list --unresolved
  $ demarche actors list --json`,
    )
    .action(async (flags: ListFlags) => ends(await list(context, flags)));
}

async function list(context: CliContext, { unresolved, json }: ListFlags): Promise<ExitStatus> {
  const { result: actors, status } = await interruptible((signal) =>
    withStore(context, async (store) => {
      const rows: UsedActorRow[] = [];
      const params = { unresolvedOnly: unresolved ?? false };
      for await (const row of store.stream(resolveQueries.usedActors, params, { signal })) rows.push(row);
      return rows.sort((a, b) => b.events + b.statements - a.events - a.statements);
    }),
  );
  context.stdout.write(json ? `${JSON.stringify(actors, null, 2)}\n` : table(actors));
  return status ?? 0;
}

function table(actors: readonly UsedActorRow[]): string {
  const rows = actors.map(
    ({ id, name, events, statements }) =>
      `${number(events).padStart(9)} ${number(statements).padStart(11)}  ${id}  ${name}`,
  );
  return [`${counted(actors.length, 'actor')}`, '   events  statements', ...rows, ''].join('\n');
}
