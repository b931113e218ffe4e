import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './console.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} from the files and folders it reads; the step is left out where the first is missing
 * @property {string[]} [except] folders in these that it does not read
 * @property {string} to what it makes
 * @property {[program: string, ...args: string[]]} command
 * @property {() => void} [before]
 */

const webConfig = ['vite.config.ts', 'src/web/vite.config.ts'].find((file) => existsSync(join(root, file)));

/** @type {Step[]} */
const steps = [
  {
    name: 'types of the GraphQL schema',
    from: ['scripts/codegen.ts', 'src/api/sdl.ts', 'schema', 'package-lock.json'],
    to: 'src/api/schema.generated.ts',
    command: ['tsx', 'scripts/codegen.ts'],
  },
  {
    name: 'service',
    from: ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    except: ['src/web'],
    to: 'dist/cli/main.js',
    command: ['tsc', '-p', 'tsconfig.build.json'],
    before: removeServiceFromDist,
  },
  {
    name: 'dashboard',
    from: [webConfig ?? 'vite.config.ts', 'src/web', 'package-lock.json'],
    to: 'dist/web',
    command: ['vite', 'build', '--config', webConfig ?? 'vite.config.ts', '--logLevel', 'warn'],
  },
];

/** Builds what changed since the last build into dist/, at once when nothing did; false if that failed. */
export async function build() {
  if (steps.every(isCurrent)) return true;
  return withLock(join(root, '.setup.lock'), async () => {
    for (const step of steps) {
      if (isCurrent(step)) continue;
      say(`Building: ${step.name} …`);
      step.before?.();
      const [program, ...args] = step.command;
      if ((await run(program, args)) !== 0) {
        say(`The build failed (${step.name}); the errors are above.`);
        return false;
      }
      mkdirSync(join(root, 'dist'), { recursive: true });
      writeFileSync(stampOf(step), hashOf(step));
    }
    return true;
  });
}

/** @param {Step} step */
function isCurrent(step) {
  const [first = ''] = step.from;
  if (!existsSync(join(root, first))) return true;
  const stamp = stampOf(step);
  return existsSync(join(root, step.to)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(step);
}

/** @param {Step} step */
function stampOf(step) {
  return join(root, 'dist', `.built-${step.name.replaceAll(' ', '-')}`);
}

/** @param {Step} step */
function hashOf({ from, except = [] }) {
  const hash = createHash('sha256');
  for (const file of from.flatMap((path) => filesOf(path, except))) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** @param {string} path @param {string[]} except @returns {string[]} */
function filesOf(path, except) {
  if (except.includes(path) || !existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`, except));
}

/** Files whose sources are gone would stay in dist/ otherwise. The dashboard's are its own step's. */
function removeServiceFromDist() {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return;
  for (const name of readdirSync(dist)) {
    if (name !== 'web' && !name.startsWith('.built-')) rmSync(join(dist, name), { recursive: true });
  }
}
