import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { messageOf, say, stop } from '../scripts/lib/console.mjs';
import { whatIsMissing } from '../scripts/lib/neo4j-jars.mjs';
import { VERSION } from '../src/model/index.js';
import { NEO4J_VERSION } from './database/index.js';
import { type BenchOptions, readOptions } from './options.js';
import { reportOf } from './report.js';
import type { Machine, Results, SizeResults } from './results.js';
import { runSize } from './run.js';
import { targetsOf } from './targets.js';

/** `npm run bench`: measures, prints tables to standard output, and says on standard error how far it is. */

const options = readOptions(process.argv.slice(2));
if ('exitStatus' in options) process.exit(options.exitStatus);
const missing = options.engine === 'neo4j' ? whatIsMissing(NEO4J_VERSION) : undefined;
if (missing) stop(2, `${missing}\nOr measure on the embedded engine: npm run bench -- --engine embedded`);

// what was started ends with this process, and on its exit
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

try {
  const results = await run(options);
  process.stdout.write(reportOf(results));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(results, mapsAsObjects, 2)}\n`);
} catch (error) {
  stop(1, messageOf(error));
}

async function run(options: BenchOptions): Promise<Results> {
  const startedAt = new Date().toISOString();
  const machine = describeMachine();
  const sizes: SizeResults[] = [];
  for (const statements of options.statements) sizes.push(await runSize(options, statements, say));
  const { generated: _, ...plain } = options;
  return {
    startedAt,
    machine,
    versions: versions(),
    options: plain,
    sizes,
    targets: targetsOf(sizes),
  };
}

function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown CPU',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    loadBefore: loadavg()[0] ?? 0,
  };
}

function versions(): Record<string, string> {
  const {
    dependencies,
    devDependencies,
  }: Record<'dependencies' | 'devDependencies', Record<string, string>> = createRequire(import.meta.url)(
    '../package.json',
  );
  const named = ['neo4j-driver', '@grafeo-db/js', '@apollo/server', 'graphql', 'express', '@neo4j/graphql'];
  return {
    demarche: VERSION,
    node: process.versions.node,
    neo4j: NEO4J_VERSION,
    ...Object.fromEntries(named.map((name) => [name, { ...dependencies, ...devDependencies }[name] ?? ''])),
  };
}

function mapsAsObjects(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
