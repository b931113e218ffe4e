import { Command } from 'commander';
import { DemarcheError } from '../model/index.js';
import { ask } from './ask.js';
import type { CliContext, ExitStatus } from './context.js';
import { interruptible } from './interrupt.js';
import { number } from './text.js';

const QUERY = `{
  dataset {
    version modified softwareVersion engine revision schemaVersion earliest latest
    counts { actors topics statements stances events votes sources publishers conditions disputes }
  }
}`;

interface Dataset {
  readonly counts: Readonly<Record<string, number>>;
  readonly [field: string]: unknown;
}

interface StatsFlags {
  readonly json?: true;
}

export function statsCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('stats')
    .summary('count what is in the graph')
    .description(
      'Prints how many of each there are, the first and the last day, and the revision of the data.',
    )
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche stats
  $ demarche stats --json`,
    )
    .action(async (flags: StatsFlags) => ends(await stats(context, flags)));
}

async function stats(context: CliContext, flags: StatsFlags): Promise<ExitStatus> {
  const { result, status } = await interruptible((signal) => ask(context, { query: QUERY }, signal));
  const dataset = datasetOf(result.data);
  if (!dataset) {
    const reason = result.errors?.map(({ message }) => message).join('; ') ?? 'no result';
    throw new DemarcheError('DATABASE_UNAVAILABLE', `the graph cannot be counted: ${reason}`);
  }
  context.stdout.write(flags.json ? `${JSON.stringify(dataset, null, 2)}\n` : table(dataset));
  if (!flags.json && dataset.counts.actors === 0 && dataset.counts.statements === 0) {
    context.stderr.write(
      'The graph is empty: `demarche serve` loads the JCPOA dataset into it, `demarche load FILE` your own.\n',
    );
  }
  return status ?? 0;
}

function datasetOf(data: unknown): Dataset | undefined {
  // the API's own answer to QUERY: its schema gives the shape
  return (data as { readonly dataset?: Dataset } | null | undefined)?.dataset;
}

function table({ counts, ...about }: Dataset): string {
  const rows = [
    ...Object.entries(counts).map(([name, count]) => [name, number(count)]),
    ['first day', about.earliest ?? 'none'],
    ['last day', about.latest ?? 'none'],
    [
      'dataset',
      about.version === null ? 'your own' : `${about.version}${about.modified ? ', changed since' : ''}`,
    ],
    ['revision', about.revision],
    ['schema', about.schemaVersion],
    ['engine', about.engine],
  ].map(([name, value]) => [String(name), String(value)] as const);
  const width = Math.max(...rows.map(([name]) => name.length));
  const valueWidth = Math.max(...rows.map(([, value]) => value.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value.padStart(valueWidth)}\n`).join('');
}
