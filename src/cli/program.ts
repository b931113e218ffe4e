import { Command, CommanderError } from 'commander';
import { DemarcheError, VERSION } from '../model/index.js';
import { actorsCommand } from './actors.js';
import type { CliContext, ExitStatus } from './context.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { loadCommand } from './load.js';
import { loadsCommand } from './loads.js';
import { mapCommand } from './map.js';
import { networkCommand } from './network.js';
import { queryCommand } from './query.js';
import { reliabilityCommand } from './reliability.js';
import { serveCommand } from './serve.js';
import { statsCommand } from './stats.js';
import { timelineCommand } from './timeline.js';
import { validateCommand } from './validate.js';
import { verifyCommand } from './verify.js';

const COMMANDS = [
  serveCommand,
  loadCommand,
  loadsCommand,
  validateCommand,
  importCommand,
  mapCommand,
  actorsCommand,
  queryCommand,
  exportCommand,
  verifyCommand,
  networkCommand,
  timelineCommand,
  statsCommand,
  reliabilityCommand,
] as const;

export const WRONG_USE = 2;

/**
 * Runs `demarche ARGS` and returns its exit status. What was expected to go wrong is one sentence; a stack trace is
 * printed only when `debug` is set, and never for wrong use.
 */
export async function run(args: readonly string[], context: CliContext, debug: boolean): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = programOf(context, (value) => {
    status = value;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
    context.stderr.write(`demarche: ${messageOf(error, debug)}\n`);
    return error instanceof DemarcheError && error.code === 'BAD_CONFIGURATION' ? WRONG_USE : 1;
  }
}

function programOf(context: CliContext, ends: (status: ExitStatus) => void): Command {
  const program = new Command('demarche')
    .description(
      'The open knowledge graph of diplomacy: who said what to whom, on which question, in which words.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche serve
  $ demarche load statements.ndjson
  $ demarche query examples/who-opposed-the-2020-snapback.graphql

Exit status: 0 done, 1 the work failed, 2 wrong use.`,
    );
  for (const command of COMMANDS) program.addCommand(command(context, ends));
  const commands = program.commands.flatMap((command) => [command, ...command.commands]);
  for (const command of [program, ...commands]) {
    command
      .exitOverride()
      .showHelpAfterError(`(${nameOf(command)} --help tells more)`)
      .configureOutput({
        writeOut: (text) => context.stdout.write(text),
        writeErr: (text) => context.stderr.write(text),
      });
  }
  return program;
}

/** With the commands it belongs to: `demarche import icews`. */
function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

function messageOf(error: unknown, debug: boolean): string {
  if (error instanceof DemarcheError && !debug) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `\n${error.stack}` : '';
  return error instanceof DemarcheError
    ? `${error.message}${stack}`
    : `unexpected: ${reason}\nPlease report this, with what LOG_LEVEL=debug prints.${stack}`;
}
