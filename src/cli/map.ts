import { Command } from 'commander';
import { proposeMapping } from '../ingest/index.js';
import type { CliContext, ExitStatus } from './context.js';

export function mapCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('map')
    .summary('propose how the columns of a table become statements')
    .description(
      'Prints a mapping for `demarche import table`, guessed from the header and the first rows of a table (CSV, TSV; ' +
        'plain, gzip or zip): YAML with comments. What it could not find, or only a person can say, is marked TODO; what ' +
        'values mean is never guessed.',
    )
    .argument('<file>', 'the table; - is standard input')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche map hearings.csv > hearings.yaml
  $ demarche import table --mapping hearings.yaml hearings.csv`,
    )
    .action(async (file: string) => {
      context.stdout.write(await proposeMapping(file));
      ends(0);
    });
}
