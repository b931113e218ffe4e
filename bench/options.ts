import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CASES } from './cases/index.js';

export interface BenchOptions {
  readonly engine: 'neo4j' | 'embedded';
  /** the sizes of the corpora, ascending */
  readonly statements: readonly number[];
  /** the names of the cases */
  readonly cases: readonly string[];
  readonly concurrency: readonly number[];
  /** of each measurement */
  readonly seconds: number;
  /** requests over which the service's memory is watched; 0: it is not */
  readonly memory: number;
  /** whether exports of the whole graph are measured */
  readonly exports: boolean;
  /** whether the pages are measured in a browser */
  readonly dashboard: boolean;
  /** whether `demarche load` is measured */
  readonly loads: boolean;
  /** whether `@neo4j/graphql` is measured too */
  readonly generated: (statements: number) => boolean;
  readonly fresh: boolean;
  readonly json: string | undefined;
}

/** Beyond this it takes long, or fails, to answer what it is asked. */
const GENERATED_UP_TO = 100_000;
const LEAST_STATEMENTS = 300;
const MOST_STATEMENTS = 10_000_000;

interface Flags {
  readonly engine: string;
  readonly statements: number[];
  readonly cases?: string[];
  readonly concurrency: number[];
  readonly seconds: number;
  readonly memory: number;
  readonly exports?: true;
  readonly dashboard?: true;
  readonly loads?: true;
  readonly generated?: boolean;
  readonly fresh?: true;
  readonly json?: string;
}

/** Reads the arguments. Help, and what is wrong with them, is printed: then there is an exit status. */
export function readOptions(args: readonly string[]): BenchOptions | { readonly exitStatus: 0 | 2 } {
  const command = program();
  try {
    command.parse([...args], { from: 'user' });
    const { engine, generated } = command.opts<Flags>();
    if (engine === 'embedded' && generated) {
      command.error('error: --generated: @neo4j/graphql needs --engine neo4j');
    }
  } catch (error) {
    if (error instanceof CommanderError) return { exitStatus: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
  const { engine, cases, exports, dashboard, loads, generated, fresh, json, ...flags } =
    command.opts<Flags>();
  return {
    ...flags,
    engine: engine === 'embedded' ? 'embedded' : 'neo4j',
    exports: exports ?? false,
    dashboard: dashboard ?? false,
    loads: loads ?? false,
    cases: cases ?? CASES.map(({ name }) => name),
    generated: (statements) => engine === 'neo4j' && (generated ?? statements <= GENERATED_UP_TO),
    fresh: fresh ?? false,
    json,
  };
}

function program(): Command {
  return new Command('npm run bench --')
    .description(
      'Loads a generated corpus and measures the service on it: each case over HTTP, beside the bare driver with the ' +
        'best Cypher for the same rows, @neo4j/graphql on the same database, and a bare Express handler that runs the ' +
        "service's statements. Prints a table, and which of the project's targets are met.",
    )
    .addOption(
      new Option('--engine <name>', 'database to measure on').choices(['neo4j', 'embedded']).default('neo4j'),
    )
    .option(
      '--statements <n,…>',
      `sizes of the corpus, ${LEAST_STATEMENTS} to ${MOST_STATEMENTS}; with two, growth is measured`,
      wholeNumbers(LEAST_STATEMENTS, MOST_STATEMENTS),
      [100_000],
    )
    .option('--cases <name,…>', 'measure these cases only (default: all)', caseNames)
    .option('--concurrency <n,…>', 'requests under way at a time', wholeNumbers(1, 64), [1, 16])
    .option('--seconds <s>', 'how long each measurement takes', seconds, 2)
    .option('--memory <requests>', "watch the service's memory over so many requests", requests, 0)
    .option('--exports', 'export the whole graph in every format')
    .option('--dashboard', 'measure the pages in Chromium')
    .option('--loads', 'load the corpus by the command, too')
    .option('--generated', `measure @neo4j/graphql also beyond ${GENERATED_UP_TO} statements`)
    .option('--no-generated', 'do not measure @neo4j/graphql')
    .option('--fresh', 'load the corpus anew, even if it is there from an earlier run')
    .option('--json <file>', 'write machine, versions, options and all numbers to this file')
    .addHelpText(
      'after',
      `
Cases:
${CASES.map(({ name, title }) => `  ${name.padEnd(18)}${title}`).join('\n')}

Examples:
  $ npm run bench
  $ npm run bench -- --engine embedded --statements 200000
  $ npm run bench -- --statements 100000,1000000 --memory 100000 --json bench.json
  $ npm run bench -- --exports --cases actor
  $ npm run bench -- --dashboard --cases actor --statements 1000000
  $ npm run bench -- --loads --cases newest
  $ npm run bench -- --cases newest,deep --concurrency 1 --seconds 5

Exit status: 0 measured, whether targets are met or not; 1 it failed; 2 wrong use.`,
    )
    .exitOverride()
    .showHelpAfterError('(npm run bench -- --help tells more)');
}

function wholeNumbers(least: number, most: number): (text: string) => number[] {
  return (text) => {
    const values = text.split(',').map(Number);
    if (!values.every((value) => Number.isInteger(value) && value >= least && value <= most)) {
      throw new InvalidArgumentError(
        `Expected whole numbers from ${least} to ${most}, with commas between them.`,
      );
    }
    return [...new Set(values)].sort((a, b) => a - b);
  };
}

function caseNames(text: string): string[] {
  const wanted = text.split(',');
  const unknown = wanted.filter((name) => !CASES.some((one) => one.name === name));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(
      `There is no ${unknown.join(', ')}. The cases are: ${CASES.map(({ name }) => name).join(', ')}.`,
    );
  }
  return wanted;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 600)) throw new InvalidArgumentError('Expected seconds, up to 600.');
  return value;
}

function requests(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 100) {
    throw new InvalidArgumentError('Expected a whole number of at least 100.');
  }
  return value;
}
