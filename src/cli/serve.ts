import { Command } from 'commander';
import type { CliContext, ExitStatus } from './context.js';

export function serveCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('serve')
    .summary('serve the GraphQL API')
    .description(
      'Serves the GraphQL API and its explorer until it is stopped (Ctrl-C). An empty graph gets the JCPOA dataset first ' +
        '(SEED=none: not). Address and database come from the environment; the README has the table.',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ demarche serve
  $ PORT=8080 DATA_DIR=/var/lib/demarche demarche serve
  $ NEO4J_URI=neo4j://localhost:7687 NEO4J_PASSWORD=… demarche serve`,
    )
    .action(async () => {
      await context.serve();
      ends(0);
    });
}
