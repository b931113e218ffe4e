import { Command } from 'commander';
import { answerOf } from './answer-of.js';
import { columnsText } from './columns.js';
import type { CliContext, ExitStatus } from './context.js';
import { listOf } from './flag-values.js';

const QUERY = `query ($codings: [String!]!) {
  reliability(codings: $codings) {
    alpha units coders
    presence { alpha units }
    byProposition { topic { id } alpha units presence { alpha } }
  }
}`;

interface Answer {
  readonly alpha: number | null;
  readonly units: number;
  readonly coders: readonly string[];
  readonly presence: { readonly alpha: number | null; readonly units: number };
  readonly byProposition: readonly {
    readonly topic: { readonly id: string };
    readonly alpha: number | null;
    readonly units: number;
    readonly presence: { readonly alpha: number | null };
  }[];
}

interface Flags {
  readonly codings: string;
  readonly json?: true;
}

export function reliabilityCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('reliability')
    .summary('measure how well coders agree')
    .description(
      "Prints Krippendorff's alpha between coding sets: ordinal over the pairs of a statement and a proposition on " +
        'which two sets found a position, and nominal on whether there is a position at all. 1 is perfect, 0 is ' +
        'chance; - is not defined.',
    )
    .option('--codings <names>', 'the coding sets to compare, with commas between them', 'third,fourth')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche reliability
  $ demarche reliability --codings first,second --json`,
    )
    .action(async (flags: Flags) => ends(await printReliability(context, flags)));
}

async function printReliability(context: CliContext, flags: Flags): Promise<ExitStatus> {
  const codings = listOf(flags.codings);
  const { data, status } = await answerOf<{ reliability: Answer }>(context, QUERY, { codings });
  const found = data.reliability;
  context.stdout.write(flags.json ? `${JSON.stringify(found, null, 2)}\n` : table(found));
  return status;
}

function table({ alpha, units, coders, presence, byProposition }: Answer): string {
  if (coders.length < 2) return 'Nothing to compare: fewer than two of these coding sets have stances.\n';
  const rows = [
    ['proposition', 'alpha', 'units', 'presence'],
    ...byProposition.map((p) => [p.topic.id, shown(p.alpha), String(p.units), shown(p.presence.alpha)]),
    ['all', shown(alpha), String(units), shown(presence.alpha)],
  ];
  return columnsText(rows);
}

function shown(alpha: number | null): string {
  return alpha === null ? '-' : alpha.toFixed(3);
}
