import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { root } from './root.mjs';

/** Makes the checkout ready to run: packages installed, sources built. */
export async function prepare() {
  await install();
  if (!(await build())) process.exit(1);
}

/**
 * Becomes `demarche ARGS`: it runs in this process, so that signals, standard streams and the exit status
 * are its own.
 * @param {string[]} args
 */
export async function become(args) {
  const main = join(root, 'dist', 'cli', 'main.js');
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
}
