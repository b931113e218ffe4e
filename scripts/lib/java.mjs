import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The `java` to run a program that needs at least release `least`: JAVA_HOME's if it will do, else the
 * oldest installed one that will (the closest to what the program was made for), else the one on the PATH.
 * @param {number} least
 * @returns {string | undefined}
 */
export function findJava(least) {
  const own = process.env.JAVA_HOME;
  const installed = javaHomes()
    .map((home) => ({ home, release: releaseOf(home) }))
    .filter(({ release }) => release >= least)
    .sort((a, b) => a.release - b.release);
  const home = own && releaseOf(own) >= least ? own : installed[0]?.home;
  if (home) return join(home, 'bin', 'java');
  return releaseOnPath() >= least ? 'java' : undefined;
}

function javaHomes() {
  const places = [
    { folder: '/usr/lib/jvm', inside: '' },
    { folder: '/Library/Java/JavaVirtualMachines', inside: 'Contents/Home' },
    { folder: '/opt/homebrew/opt', inside: 'libexec/openjdk.jdk/Contents/Home' },
  ];
  return places
    .filter(({ folder }) => existsSync(folder))
    .flatMap(({ folder, inside }) => readdirSync(folder).map((name) => join(folder, name, inside)))
    .filter((home) => existsSync(join(home, 'bin', 'java')));
}

/** @param {string} home */
function releaseOf(home) {
  const file = join(home, 'release');
  return existsSync(file) ? parseRelease(readFileSync(file, 'utf8').match(/JAVA_VERSION="([^"]+)"/)?.[1]) : 0;
}

function releaseOnPath() {
  return parseRelease(
    spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr?.match(/version "([^"]+)"/)?.[1],
  );
}

/** @param {string | undefined} version such as 17.0.15, or 1.8.0 for release 8 */
function parseRelease(version = '') {
  return Number(version.replace(/^1\./, '').match(/^\d+/)?.[0] ?? 0);
}
