import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { DemarcheError } from '../model/index.js';
import { ask } from './ask.js';
import type { CliContext, ExitStatus } from './context.js';
import { objectOf } from './flag-values.js';
import { interruptible } from './interrupt.js';

type Variables = Readonly<Record<string, unknown>>;

interface QueryFlags {
  readonly variables?: Variables;
  readonly operation?: string;
}

export function queryCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('query')
    .summary('run a GraphQL query')
    .description(
      'Runs a GraphQL query against the graph and prints the result as JSON. While a service holds the embedded ' +
        'database, the service is asked. The exit status is 1 when the result has errors.',
    )
    .argument('<file>', 'a file with a query; - is standard input')
    .option('--variables <json>', "the query's variables, as a JSON object", objectOf)
    .option('--operation <name>', 'which of several operations in the file to run')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche query examples/who-opposed-the-2020-snapback.graphql
  $ echo '{ dataset { revision counts { statements } } }' | demarche query -
  $ demarche query --variables '{"id": "actor:iran"}' actor.graphql`,
    )
    .action(async (file: string, flags: QueryFlags) => ends(await query(context, file, flags)));
}

async function query(
  context: CliContext,
  file: string,
  { variables, operation }: QueryFlags,
): Promise<ExitStatus> {
  const request = { query: await readQuery(file), variables, operationName: operation };
  const { result, status } = await interruptible((signal) => ask(context, request, signal));
  context.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return status ?? (result.errors ? 1 : 0);
}

async function readQuery(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = missing ? 'there is no such file' : error instanceof Error ? error.message : String(error);
    throw new DemarcheError('BAD_USER_INPUT', `${file}: cannot be read: ${reason}`, { cause: error });
  }
}
