import { Command } from 'commander';
import { verifyManifest } from '../export/index.js';
import type { CliContext, ExitStatus } from './context.js';

export function verifyCommand(context: CliContext, ends: (status: ExitStatus) => void): Command {
  return new Command('verify')
    .summary('check exported files against their manifest')
    .description(
      'Says of each file that a manifest names whether it is what was exported. The exit status is 1 when one is ' +
        'missing or was changed.',
    )
    .argument('<manifest>', 'the manifest beside the files')
    .addHelpText(
      'after',
      `
Examples:
  $ demarche verify iran/ro-crate-metadata.json
  $ demarche verify around-iran.graphml-ro-crate-metadata.json`,
    )
    .action(async (manifest: string) => ends(await verify(context, manifest)));
}

async function verify(context: CliContext, manifest: string): Promise<ExitStatus> {
  const verified = await verifyManifest(manifest);
  for (const { name, state } of verified) context.stdout.write(`${state.toLowerCase().padEnd(9)}  ${name}\n`);
  return verified.every(({ state }) => state === 'UNCHANGED') ? 0 : 1;
}
