import { Command, InvalidArgumentError, Option } from 'commander';
import {
  AGGREGATIONS,
  DUPLICATES,
  KERNELS,
  NETWORK_MODES,
  NETWORK_TYPES,
  NORMALIZATIONS,
  WINDOW_UNITS,
} from '../analysis/index.js';
import { parseExportRequest, writerOf } from '../export/index.js';
import { DemarcheError } from '../model/index.js';
import { answerOf } from './answer-of.js';
import { columnsText } from './columns.js';
import type { CliContext, ExitStatus } from './context.js';
import { objectOf } from './flag-values.js';
import { interruptible } from './interrupt.js';
import { networkSvg } from './network-svg.js';
import { withExport } from './opened-export.js';
import { filterOf, output, type SelectionFlags, withSelectionFlags } from './selection-flags.js';
import { counted } from './text.js';

const FORMATS = ['table', 'csv', 'matrix', 'dl', 'json', 'svg'] as const;

interface Flags extends SelectionFlags {
  readonly nodes: string;
  readonly actorsAs: string;
  readonly aggregation: string;
  readonly normalization: string;
  readonly duplicates: string;
  readonly mode: string;
  readonly exclude?: object;
  readonly include?: object;
  readonly neutral?: true;
  readonly valence?: true;
  readonly votes?: true;
  readonly isolates?: true;
  readonly minWeight: number;
  readonly window?: object;
  readonly seed: number;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
}

export function networkCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  const command = new Command('network')
    .summary('compute a discourse network')
    .description(
      'Computes a discourse network: who stands with whom, on what. Prints its edges and nodes as a table, or writes ' +
        'edges as CSV, the weights as a matrix in CSV or in DL of UCINET, all of it as JSON, or a picture as SVG. With ' +
        '--window, one network after the other by time. For Gephi and other programs there is demarche export --what ' +
        'network. The options are those of the API (network in the schema), in small letters.',
    )
    .addOption(choice('--nodes <kind>', 'what the nodes are', NETWORK_TYPES, 'actor-actor'))
    .addOption(
      choice(
        '--actors-as <level>',
        'for whom is spoken, or who speaks',
        ['PRINCIPAL', 'SPEAKER'],
        'principal',
      ),
    )
    .addOption(choice('--aggregation <name>', 'how positions become a weight', AGGREGATIONS, 'ignore'))
    .addOption(choice('--normalization <name>', 'what weights are divided by', NORMALIZATIONS, 'none'))
    .addOption(choice('--duplicates <scope>', 'within what repetitions count once', DUPLICATES, 'include'))
    .option('--exclude <json>', 'what counts nowhere, a NetworkSelection of the API', objectOf)
    .option('--include <json>', 'what alone counts, a NetworkSelection of the API', objectOf)
    .option('--neutral', 'count neutral statements')
    .option('--valence', 'count propositions that nearly everybody shares')
    .option('--votes', 'count votes as positions on what they decide')
    .option('--isolates', 'keep nodes without edges that were selected and then excluded')
    .option('--min-weight <number>', 'leave out edges whose weight is nearer to 0', numberOf, 0)
    .option('--window <size:unit[:kernel]>', 'a sliding window, such as 7:day or 3:month:gaussian', windowOf)
    .addOption(choice('--mode <name>', 'strict, or the numbers of DNA', NETWORK_MODES, 'strict'))
    .option('--seed <number>', 'of the order in which communities are looked for', numberOf, 1);
  return withSelectionFlags(command)
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).default('table'))
    .option('-o, --output <file>', 'write it to a file')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche network --aggregation subtract --topics topic:us-snapback-2020
  $ demarche network --nodes actor-topic --aggregation subtract --from 2020-07 --to 2020-12 --format svg -o 2020.svg
  $ demarche network --aggregation congruence --normalization average --format matrix -o congruence.csv
  $ demarche network --aggregation subtract --window 3:month --from 2020 --to 2021
  $ demarche network --mode dna --aggregation congruence --duplicates document --format json`,
    )
    .action(async (flags: Flags) => ends(await printNetwork(context, flags)));
}

const NODE = 'id name degree strength frequency';
const EDGES = 'edges { source { id name } target { id name } weight }';
const SUMMARY = 'start middle end statements truncated density';
const CAMPS = 'modularity communities polarisation { value modularity }';

interface Node {
  readonly id: string;
  readonly name: string;
  readonly degree: number;
  readonly strength: number;
  readonly frequency: number;
  readonly community: number;
}
interface Slice {
  readonly start: string | null;
  readonly middle: string | null;
  readonly end: string | null;
  readonly statements: number;
  readonly truncated: boolean;
  readonly density: number;
  readonly communities: number;
  readonly modularity: number;
  readonly polarisation: { readonly value: number; readonly modularity: number } | null;
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly source: Node; readonly target: Node; readonly weight: number }[];
}
interface Network extends Slice {
  readonly windows: readonly Slice[];
}

/** What each format asks of a network, or of each of its windows. */
const FIELDS = {
  table: `${SUMMARY} ${CAMPS} nodes { ${NODE} community } ${EDGES}`,
  json: `${SUMMARY} levels aggregation normalization ${CAMPS} components nodes { ${NODE} betweenness closeness eigenvector component community camp } ${EDGES}`,
  svg: `${SUMMARY} nodes { ${NODE} community } ${EDGES}`,
};

async function printNetwork(context: CliContext, flags: Flags): Promise<ExitStatus> {
  if (isExported(flags.format)) return printExport(context, flags.format, flags);
  if (flags.window && flags.format === 'svg') {
    throw new DemarcheError('BAD_USER_INPUT', '--format svg: expected another format with --window');
  }
  const fields = FIELDS[flags.format];
  const { data, status } = await answerOf<{ network: Network }>(
    context,
    `query ($input: NetworkInput!) { network(input: $input) { revision ${flags.window ? `truncated windows { ${fields} }` : fields} } }`,
    { input: inputOf(flags) },
  );
  await output(context, textOf(data.network, flags.format, flags), flags.output);
  return status;
}

/** Formats that are exports: of the files of each the one that is printed. */
const EXPORTED = { csv: 'edges.csv', matrix: 'matrix.csv', dl: 'network.dl' } as const;

function isExported(format: Flags['format']): format is keyof typeof EXPORTED {
  return Object.hasOwn(EXPORTED, format);
}

async function printExport(
  context: CliContext,
  format: keyof typeof EXPORTED,
  flags: Flags,
): Promise<ExitStatus> {
  const request = parseExportRequest({ what: 'network', network: inputOf(flags) });
  const { result, status } = await interruptible((signal) =>
    withExport(context, { writer: writerOf(format), request, signal }, async ({ files }) => {
      const pieces: Uint8Array[] = [];
      const file = files.find(({ name }) => name.endsWith(EXPORTED[format])) ?? files[0];
      for await (const piece of file?.bytes() ?? []) pieces.push(piece);
      return Buffer.concat(pieces).toString('utf8');
    }),
  );
  await output(context, result, flags.output);
  return status ?? 0;
}

function inputOf(flags: Flags): object {
  return {
    nodes: constant(flags.nodes),
    actorsAs: constant(flags.actorsAs),
    filter: filterOf(flags),
    coding: flags.coding,
    coder: flags.coder,
    aggregation: constant(flags.aggregation),
    normalization: constant(flags.normalization),
    duplicates: constant(flags.duplicates),
    exclude: flags.exclude,
    include: flags.include,
    includeNeutral: flags.neutral ?? false,
    includeValence: flags.valence ?? false,
    includeVotes: flags.votes ?? false,
    isolates: flags.isolates ?? false,
    minWeight: flags.minWeight,
    window: flags.window,
    mode: constant(flags.mode),
    seed: flags.seed,
  };
}

function textOf(network: Network, format: keyof typeof FIELDS, flags: Flags): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(network, null, 2)}\n`;
    case 'svg':
      return networkSvg(drawn(network, flags));
    case 'table':
      return flags.window ? windowsTable(network) : networkTable(network);
  }
}

const SHOWN_ROWS = 50;

function networkTable(network: Network): string {
  const { nodes, edges, statements, density, communities, modularity, polarisation, truncated } = network;
  if (nodes.length === 0) return 'An empty network: nothing that counts is selected.\n';
  const facts = [
    `${counted(statements, 'statement')} from ${network.start} to ${network.end}, ${counted(nodes.length, 'node')}, ${counted(edges.length, 'edge')}${truncated ? ' (the strongest ones)' : ''}`,
    `density ${shown(density)}, communities ${communities} (modularity ${shown(modularity)})${polarisation ? `, polarisation ${shown(polarisation.value)} (modularity ${shown(polarisation.modularity)})` : ''}`,
  ];
  const edgeRows = edges
    .slice(0, SHOWN_ROWS)
    .map(({ source, target, weight }) => [source.name, target.name, shown(weight)]);
  const nodeRows = [...nodes]
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, SHOWN_ROWS)
    .map(({ name, frequency, degree, strength, community }) => [
      name,
      String(frequency),
      String(degree),
      shown(strength),
      String(community),
    ]);
  return [
    `${facts.join('\n')}\n`,
    columnsText([['edge', '', 'weight'], ...edgeRows], 2) + more(edges.length),
    columnsText([['node', 'statements', 'degree', 'strength', 'community'], ...nodeRows]) +
      more(nodes.length),
  ].join('\n');
}

function more(all: number): string {
  return all > SHOWN_ROWS ? `… and ${all - SHOWN_ROWS} more: --format csv or json has all\n` : '';
}

function windowsTable({ windows, truncated }: Network): string {
  const rows = windows.map((window) => [
    window.start ?? '',
    window.end ?? '',
    String(window.statements),
    String(window.nodes.length),
    String(window.edges.length),
    shown(window.density),
    shown(window.modularity),
    window.polarisation ? shown(window.polarisation.value) : '-',
  ]);
  const head = ['start', 'end', 'statements', 'nodes', 'edges', 'density', 'modularity', 'polarisation'];
  return columnsText([head, ...rows], 2) + (truncated ? '… and more windows: choose a shorter period\n' : '');
}

function drawn({ nodes, edges, start, end }: Network, flags: Flags): Parameters<typeof networkSvg>[0] {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const period = start && end ? `, ${start.slice(0, 10)} to ${end.slice(0, 10)}` : '';
  return {
    title: `${TITLES[flags.nodes] ?? ''} (${flags.aggregation}${flags.normalization === 'none' ? '' : `, ${flags.normalization}`})${period}`,
    nodes: nodes.map(({ id, ...node }) => ({ ...node, isTopic: id.startsWith('topic:') })),
    edges: edges.map(({ source, target, weight }) => ({
      source: places.get(source.id) ?? 0,
      target: places.get(target.id) ?? 0,
      weight,
    })),
  };
}

const TITLES: Readonly<Record<string, string>> = {
  'actor-actor': 'Actors by their positions',
  'actor-topic': 'Actors and propositions',
  'topic-topic': 'Propositions by their actors',
};

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

/** A choice of the API's constants, which are written in small letters with hyphens. */
function choice(flags: string, description: string, values: readonly string[], standard: string): Option {
  const words = values.map((value) => value.toLowerCase().replaceAll('_', '-'));
  return new Option(flags, description).choices(words).default(standard);
}

function constant(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('A number was expected.');
  return value;
}

function windowOf(text: string): object {
  const [size = '', unit = '', kernel = 'none'] = text.split(':');
  const [unitName, kernelName] = [constant(unit), constant(kernel)];
  if (
    !/^\d+$/.test(size) ||
    !WINDOW_UNITS.some((known) => known === unitName) ||
    !KERNELS.some((known) => known === kernelName)
  ) {
    throw new InvalidArgumentError(
      `Expected size:unit or size:unit:kernel, such as 7:day; units are ${words(WINDOW_UNITS)}, kernels ${words(KERNELS)}.`,
    );
  }
  return { size: Number(size), unit: unitName, kernel: kernelName };
}

function words(values: readonly string[]): string {
  return values.join(', ').toLowerCase();
}
