import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, stop } from './console.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** Stops with a plain message where Node is older than package.json asks for. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    2,
    `Demarche needs Node 20.19 or later; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  );
}

/** Makes node_modules exactly what package-lock.json says; returns at once when it is. */
export async function install() {
  checkNode();
  if (isInstalled()) return;
  await withLock(join(root, '.setup.lock'), async () => {
    if (isInstalled()) return;
    say('Installing the packages of package-lock.json (once) …');
    const status = await run('npm', ['ci', '--engine-strict', '--no-audit', '--no-fund'], {
      env: { NODE_ENV: 'development' },
    });
    if (status === 127)
      stop(2, 'npm is missing: it comes with Node (https://nodejs.org), or as the Debian package npm.');
    if (status !== 0) {
      stop(
        1,
        'The packages could not be installed; npm says why above. Without a connection to the registry, check the\n' +
          'network or `npm config get registry`; if a download broke off, run the same command again.',
      );
    }
  });
}

/** Compares package-lock.json with npm's own record of what it installed. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  for (const [path, { version, optional }] of wanted) {
    const found = installed.get(path);
    if (found ? found.version !== version : !optional) return false;
  }
  return [...installed.keys()].every((path) => wanted.has(path));
}

/**
 * @param {string} file a lock file
 * @returns {Map<string, { version: string, optional: boolean }>} by path; the checkout itself left out
 */
function packagesOf(file) {
  /** @type {{ packages: Record<string, { version: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(
    Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, { version, optional = false }]) => [path, { version, optional }]),
  );
}
