import { Command, Option } from 'commander';
import { answerOf } from './answer-of.js';
import { columnsText, csvText } from './columns.js';
import type { CliContext, ExitStatus } from './context.js';
import { filterOf, output, type SelectionFlags, withSelectionFlags } from './selection-flags.js';
import { counted } from './text.js';
import { type DrawnPoint, timelineSvg } from './timeline-svg.js';

const FORMATS = ['table', 'csv', 'json', 'svg'] as const;

interface Flags extends SelectionFlags {
  readonly interval: string;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
}

const COUNTS = [
  'support',
  'conditionalSupport',
  'neutral',
  'conditionalUnstated',
  'conditionalOppose',
  'oppose',
] as const;

const QUERY = `query ($filter: StatementFilter, $interval: TimelineInterval!, $coding: String!, $coder: String) {
  stanceTimeline(filter: $filter, interval: $interval, coding: $coding, coder: $coder) {
    revision imprecise points { from to ${COUNTS.join(' ')} mean }
  }
}`;

interface Timeline {
  readonly imprecise: number;
  readonly points: readonly (DrawnPoint & { readonly to: string })[];
}

export function timelineCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  const command = new Command('timeline')
    .summary('count positions by time')
    .description(
      'Counts the stances of statements by calendar interval, gaps included, with the mean of the positions from -1 to 1. ' +
        'Prints a table, or writes CSV, JSON, or a picture as SVG.',
    )
    .addOption(
      new Option('--interval <length>', 'how long the intervals are')
        .choices(['day', 'week', 'month', 'year'])
        .default('month'),
    );
  return withSelectionFlags(command)
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).default('table'))
    .option('-o, --output <file>', 'write it to a file')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche timeline --topics topic:us-snapback-2020
  $ demarche timeline --topics topic:snapback --interval year --format csv -o snapback.csv
  $ demarche timeline --topics topic:e3-snapback-2025 --from 2025 --to 2025 --format svg -o 2025.svg`,
    )
    .action(async (flags: Flags) => ends(await printTimeline(context, flags)));
}

async function printTimeline(context: CliContext, flags: Flags): Promise<ExitStatus> {
  const { data, status } = await answerOf<{ stanceTimeline: Timeline }>(context, QUERY, {
    filter: filterOf(flags),
    interval: flags.interval.toUpperCase(),
    coding: flags.coding,
    coder: flags.coder,
  });
  await output(context, textOf(data.stanceTimeline, flags), flags.output);
  return status;
}

function textOf(timeline: Timeline, flags: Flags): string {
  const { points, imprecise } = timeline;
  switch (flags.format) {
    case 'json':
      return `${JSON.stringify(timeline, null, 2)}\n`;
    case 'csv':
      return csvText([
        ['from', 'to', ...COUNTS, 'mean'],
        ...points.map((point) => [point.from, point.to, ...COUNTS.map((kind) => point[kind]), point.mean]),
      ]);
    case 'svg':
      return timelineSvg(titleOf(flags), points);
    case 'table':
      return table(points, imprecise);
  }
}

function titleOf({ topics, interval }: Flags): string {
  return `Positions by ${interval}${topics ? ` on ${topics.join(', ')}` : ''}`;
}

function table(points: Timeline['points'], imprecise: number): string {
  if (points.length === 0) return 'An empty timeline: no stance is selected.\n';
  const rows = points.map((point) => [
    point.from,
    ...COUNTS.map((kind) => String(point[kind])),
    point.mean === null ? '-' : point.mean.toFixed(2),
  ]);
  const head = [
    'from',
    'support',
    'cond. support',
    'neutral',
    'cond. open',
    'cond. oppose',
    'oppose',
    'mean',
  ];
  const rest =
    imprecise > 0
      ? `${counted(imprecise, 'stance')} in no interval: the date is not precise enough (--interval year has more)\n`
      : '';
  return columnsText([head, ...rows]) + rest;
}
