import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { DemarcheError } from '../model/index.js';
import type { CliContext } from './context.js';
import { listOf, objectOf } from './flag-values.js';

/** The options that select statements, alike for all commands that compute something on them. */
export interface SelectionFlags {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly principals?: readonly string[];
  readonly speakers?: readonly string[];
  readonly topics?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly coding: string;
  readonly coder?: string;
}

export function withSelectionFlags(command: Command): Command {
  return command
    .option('--topics <ids>', 'stances on these topics or their parts, with commas between them', listOf)
    .option('--principals <ids>', 'statements on behalf of these actors', listOf)
    .option('--speakers <ids>', 'statements made by these actors', listOf)
    .option('--from <date>', 'from this date on: 2020, 2020-09 or 2020-09-01')
    .option('--to <date>', 'up to this date')
    .option(
      '--filter <json>',
      'a StatementFilter of the API, as JSON; the options above are added to it',
      objectOf,
    )
    .option('--coding <name>', 'the coding set whose stances count', 'adjudicated')
    .option('--coder <name>', 'the coder whose judgement counts, where the set has several');
}

/** The options as a `StatementFilter`. */
export function filterOf({
  filter = {},
  principals,
  speakers,
  topics,
  from,
  to,
  coding,
}: SelectionFlags): object {
  return {
    ...filter,
    ...(principals && { principals }),
    ...(speakers && { speakers }),
    ...(topics && { stance: { codings: [coding], ...(filter.stance as object | undefined), topics } }),
    ...((from || to) && { date: { from, to } }),
  };
}

/** Writes what a command made to a file, or prints it. */
export async function output(context: CliContext, text: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    context.stdout.write(text);
    return;
  }
  try {
    await writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError('BAD_USER_INPUT', `${file}: cannot be written: ${reason}`, { cause: error });
  }
}
