import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findJava } from '../../scripts/lib/java.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';
import { pythonWith } from './python.js';

/** The other programs that exports are for, as the tests call them. */

const run = promisify(execFile);
const SCRIPTS = fileURLToPath(new URL('./interop/', import.meta.url));
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'demarche');

const PACKAGES = [
  'networkx==3.6.1',
  'igraph==1.0.0',
  'rdflib==7.6.0',
  'pyshacl==0.40.1',
  'frictionless==5.21.0',
  'duckdb==2.0.1',
  'pandas==3.1.1',
  'pyarrow==26.0.1',
];
const GEPHI = 'gephi-toolkit-0.10.1-all.jar';

/** Runs a script of `interop/` and reads the JSON that it prints. */
export type Program = (script: string, ...args: readonly string[]) => Promise<unknown>;

/** Python with the packages that read exports; `undefined`, loudly, where it cannot be had. */
export async function python(): Promise<Program | undefined> {
  const programs = await pythonWith(...PACKAGES);
  if (programs === undefined) return undefined;
  return (script, ...args) => json(join(programs, 'python'), [join(SCRIPTS, script), ...args]);
}

/** Java with Gephi's own importer; `undefined`, loudly, where it cannot be had. */
export async function gephi(): Promise<Program | undefined> {
  const java = findJava(17);
  if (java === undefined) return missing('Java 17 or later');
  const jar = await gephiJar();
  if (jar === undefined) return missing('Maven, to fetch Gephi with');
  return (script, ...args) =>
    json(java, ['-Xmx1g', '-Djava.awt.headless=true', '-cp', jar, join(SCRIPTS, script), ...args]);
}

function missing(what: string): undefined {
  const message = `${what} is missing: nothing is tested with it.`;
  if (process.env.REQUIRE_INTEROP === '1') throw new Error(`REQUIRE_INTEROP=1, and ${message}`);
  console.error(message);
  return undefined;
}

async function json(program: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(program, args, {
    maxBuffer: 1e9,
    env: { ...process.env, PYTHONWARNINGS: 'ignore' },
  });
  return JSON.parse(stdout);
}

async function gephiJar(): Promise<string | undefined> {
  const folder = join(CACHE, 'gephi');
  const jar = join(folder, GEPHI);
  if (existsSync(jar)) return jar;
  if (spawnSync('mvn', ['-v']).error) return undefined;
  mkdirSync(folder, { recursive: true });
  await withLock(join(folder, 'lock'), async () => {
    if (existsSync(jar)) return;
    const fresh = mkdtempSync(join(folder, 'fetch-'));
    try {
      const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
      const artifact = 'org.gephi:gephi-toolkit:0.10.1:jar:all';
      await run('mvn', ['-B', '-ntp', goal, `-Dartifact=${artifact}`, `-DoutputDirectory=${fresh}`]);
      renameSync(join(fresh, GEPHI), jar);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  });
  return jar;
}
