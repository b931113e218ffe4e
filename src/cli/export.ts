import { Command } from 'commander';
import { parseExportRequest, type Tally, WRITERS, writeExport, writerOf } from '../export/index.js';
import { DemarcheError } from '../model/index.js';
import type { CliContext, ExitStatus } from './context.js';
import { jsonOf, listOf } from './flag-values.js';
import { interruptible } from './interrupt.js';
import { withExport } from './opened-export.js';
import { progressLine } from './progress-line.js';
import { counted } from './text.js';

interface Flags {
  readonly format: string;
  readonly out: string;
  readonly what?: string;
  readonly filter?: unknown;
  readonly ids?: readonly string[];
  readonly depth?: number;
  readonly network?: unknown;
}

export function exportCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('export')
    .summary('write the graph, or a part of it, to files')
    .description(
      'Writes files for other programs, with a manifest that says what is in them and how they are made again. All of ' +
        'the graph, or what belongs to the statements of a filter (the same as in the API), or what is near some ids, ' +
        'or a discourse network. ' +
        'The files have their names only when they are whole. Formats:\n\n' +
        WRITERS.map(({ format, title }) => `  ${format.padEnd(16)} ${title}`).join('\n'),
    )
    .requiredOption('--format <name>', 'one of the formats')
    .requiredOption(
      '--out <path>',
      'the file; for csv, csv-spreadsheet, parquet and neo4j-admin a new folder',
    )
    .option('--what <content>', 'graph, statements (their table), neighbourhood or network')
    .option('--filter <json>', 'which statements, as the StatementFilter of the API', jsonOf)
    .option('--ids <ids>', 'the middle of a neighbourhood, with commas between them', listOf)
    .option('--depth <edges>', 'how many edges it reaches', Number)
    .option('--network <json>', 'which discourse network, as the NetworkInput of the API', jsonOf)
    .addHelpText(
      'after',
      `
Examples:
  $ demarche export --format ndjson --out demarche.ndjson
  $ demarche export --format gexf --out snapback.gexf --filter '{"stance": {"topics": ["topic:snapback-2020"]}}'
  $ demarche export --format csv --what statements --out iran --filter '{"principals": ["actor:iran"]}'
  $ demarche export --format graphml --ids actor:iran --depth 1 --out around-iran.graphml
  $ demarche export --format dl --network '{"nodes": "ACTOR_ACTOR", "aggregation": "CONGRUENCE"}' --out who.dl
  $ demarche verify iran/ro-crate-metadata.json`,
    )
    .action(async (flags: Flags) => ends(await run(context, flags)));
}

interface State {
  readonly tally: Tally | undefined;
  readonly bytes: number;
}

async function run(context: CliContext, { format, out, ...flags }: Flags): Promise<ExitStatus> {
  const writer = writerOf(format);
  const request = parseExportRequest(flags);
  const progress = progressLine(context.stderr, progressText);
  let state: State = { tally: undefined, bytes: 0 };
  const onBytes = (bytes: number) => {
    state = { ...state, bytes: state.bytes + bytes };
    progress.show(state);
  };
  const onTally = (tally: Tally) => {
    state = { ...state, tally };
  };
  const { result, status } = await interruptible(async (signal) => {
    try {
      return await withExport(context, { writer, request, signal, onTally }, (output) =>
        writeExport(output, out, onBytes),
      );
    } catch (error) {
      return error instanceof DemarcheError ? error : Promise.reject(error);
    }
  }).finally(progress.clear);
  if (result instanceof DemarcheError) {
    if (state.bytes === 0 && status === undefined) throw result;
    context.stderr.write(
      `demarche: ${status === undefined ? result.message : 'stopped'}; it had come to ${progressText(state)}. Nothing is left of it.\n`,
    );
    return status ?? 1;
  }
  context.stdout.write(`${result.map((path) => `${path}\n`).join('')}`);
  context.stderr.write(`${progressText(state)}.\n`);
  return 0;
}

const MEGABYTE = 1_000_000;

function progressText({ tally, bytes }: State): string {
  const total = [...(tally?.counts.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const megabytes = `${(bytes / MEGABYTE).toFixed(1)} MB`;
  return total === 0 ? megabytes : `${counted(total, 'element')}, ${megabytes}`;
}
