import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Kept between runs, beside the other things that tests fetch. */
const HOME = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'demarche', 'python');

/**
 * The folder of the programs of a Python that has these packages (`name==version`), in an environment of its own;
 * `undefined`, with the reason on standard error, where none can be had; an error where `REQUIRE_INTEROP` is 1.
 */
export async function pythonWith(...packages: readonly string[]): Promise<string | undefined> {
  const environment = join(HOME, packages.join('-').replaceAll('==', '-'));
  const programs = join(environment, 'bin');
  const complete = join(environment, 'complete');
  if (existsSync(complete)) return programs;
  try {
    await mkdir(HOME, { recursive: true });
    await rm(environment, { recursive: true, force: true });
    await run(process.env.PYTHON || 'python3', ['-m', 'venv', environment]);
    await run(join(programs, 'pip'), ['install', '--quiet', ...packages], { timeout: 300_000 });
    await mkdir(complete);
    return programs;
  } catch (error) {
    await rm(environment, { recursive: true, force: true });
    const message = `No Python with ${packages.join(', ')} can be had: ${error}`;
    if (process.env.REQUIRE_INTEROP === '1') throw new Error(`REQUIRE_INTEROP=1, and: ${message}`);
    console.error(message);
    return undefined;
  }
}
