import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES } from '../../bench/cases/index.js';
import { corpus } from '../../bench/corpus/index.js';
import { startNeo4j } from '../../scripts/lib/neo4j.mjs';
import { exportFormats } from '../../src/export/index.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import { openNeo4j } from '../../src/store/neo4j/index.js';
import { dumpGraph, OF_THE_LOAD } from '../support/dump-graph.js';
import { loadRecords } from '../support/load-records.js';
import { neo4jServers } from '../support/neo4j.js';
import { TEST_TIMEOUT_MS } from '../support/stores.js';

/** `npm run bench` as people run it, on the smallest corpus and in no time; what it measures is not looked at. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STATEMENTS = 300;

let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'demarche-bench-cache-'));
  // a cache of its own, but for the jars of Neo4j
  const shared = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'demarche', 'neo4j');
  await mkdir(join(cache, 'demarche'));
  await symlink(shared, join(cache, 'demarche', 'neo4j'));
});
afterAll(() => rm(cache, { recursive: true }));

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function bench(...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', '--silent', 'bench', '--', ...args],
      { cwd: ROOT, env },
      (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

interface Written {
  readonly machine: { readonly cores: number };
  readonly versions: Readonly<Record<string, string>>;
  readonly sizes: readonly {
    readonly statements: number;
    readonly loadSeconds?: number;
    readonly table?: { readonly seconds: number };
    readonly exports?: {
      readonly bare?: Readonly<Record<'elements' | 'table', { readonly rows: number }>>;
      readonly formats: readonly {
        readonly format: string;
        readonly megabytes: number;
        readonly smallP95: number;
      }[];
    };
    readonly memory?: { readonly residentMiB: readonly number[] };
    readonly loads?: {
      readonly bareSeconds: number;
      readonly idleP95: number;
      readonly loadingP95: number;
      readonly first: { readonly seconds: number };
      readonly beside: { readonly seconds: number };
    };
    readonly cases: readonly {
      readonly name: string;
      readonly countedMs?: number;
      readonly ids: number;
      readonly sent: readonly (readonly string[])[];
      readonly outcomes: Readonly<
        Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
      >;
    }[];
  }[];
}

/** Runs it, and checks that each subject gave the service's answer to each case, and was measured. */
async function measured(
  subjects: readonly string[],
  concurrency: readonly string[],
  ...args: readonly string[]
): Promise<Written['sizes'][0]> {
  const json = join(cache, 'bench.json');
  const { status, stdout, stderr } = await bench(
    ...['--statements', String(STATEMENTS), '--seconds', '0.02'],
    ...['--concurrency', concurrency.join(), '--json', json, ...args],
  );
  expect([status, stdout], stderr).toEqual([0, expect.stringContaining('Targets')]);
  const written: Written = JSON.parse(await readFile(json, 'utf8'));
  expect(written.machine.cores).toBeGreaterThan(0);
  expect(written.versions.node).toBe(process.versions.node);
  const [size] = written.sizes;
  if (!size) throw new Error('no size was measured');
  expect(size.cases.map(({ name }) => name)).toEqual(CASES.map(({ name }) => name));
  expect(size.table?.seconds).toBeGreaterThan(0);
  for (const { name, countedMs, sent, outcomes } of size.cases) {
    expect(stdout).toContain(`\n${name} `);
    expect(sent.flat().length, name).toBeGreaterThan(0);
    for (const subject of subjects) {
      // what it sends for these is not what is counted
      if (countedMs !== undefined && subject === 'express') continue;
      // a generated API has no networks
      if ((name.startsWith('network') || name === 'actor-topic') && subject === 'natural') continue;
      for (const level of concurrency) {
        expect(outcomes[subject]?.[level], `${name} by ${subject}`).toEqual({
          requests: expect.any(Number),
          p50: expect.any(Number),
          p95: expect.any(Number),
          perSecond: expect.any(Number),
        });
      }
    }
  }
  expect(stdout).not.toContain('Failed');
  return size;
}

describe('npm run bench', () => {
  test('on the embedded engine; a second run finds the corpus loaded', { timeout: 600_000 }, async () => {
    const args = ['--engine', 'embedded', '--memory', '100'];
    const subjects = ['service', 'bare', 'express'];
    const first = await measured(subjects, ['1', '2'], ...args);
    expect(first.loadSeconds).toBeGreaterThan(0);
    expect(first.memory?.residentMiB).toHaveLength(100);
    const second = await measured(subjects, ['1', '2'], ...args, '--loads');
    expect(second.loadSeconds).toBeUndefined();
    expect(second.cases.map(({ ids }) => ids)).toEqual(first.cases.map(({ ids }) => ids));
    const { loads } = second;
    const found = [
      loads?.bareSeconds,
      loads?.idleP95,
      loads?.loadingP95,
      loads?.first.seconds,
      loads?.beside.seconds,
    ];
    for (const number of found) {
      expect(number).toBeGreaterThan(0);
    }
  });

  test('on Neo4j, beside @neo4j/graphql, on the graph that the loader makes', { timeout: 600_000 }, async ({
    skip,
  }) => {
    if (neo4jServers().length === 0) skip('no Neo4j can be had here');
    const size = await measured(['service', 'bare', 'express', 'natural'], ['1'], '--exports');
    expect(size.exports?.bare?.elements.rows).toBeGreaterThan(STATEMENTS);
    expect(size.exports?.bare?.table.rows).toBeGreaterThanOrEqual(STATEMENTS);
    expect(size.exports?.formats.map(({ format }) => format)).toEqual(
      exportFormats().flatMap(({ format, url }) => (url === null ? [] : [format])),
    );
    for (const { megabytes, smallP95 } of size.exports?.formats ?? []) {
      expect([megabytes > 0, smallP95 > 0]).toEqual([true, true]);
    }
    expect(size.cases.filter(({ outcomes }) => outcomes.best).length).toBeGreaterThan(5);

    const home = join(cache, 'demarche', 'bench', `neo4j-${STATEMENTS}`);
    const server = await startNeo4j({ home, heap: '512m' });
    const loaded = await openGrafeo({});
    try {
      const store = await openNeo4j({ ...server, transactionTimeoutMs: TEST_TIMEOUT_MS });
      await loaded.applySchema();
      await loadRecords(loaded, [...corpus(STATEMENTS)]);
      expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(await dumpGraph(loaded, OF_THE_LOAD));
      await store.close();
    } finally {
      await loaded.close();
      await server.stop();
    }
  });

  test('wrong use ends with status 2 and a sentence', async () => {
    expect(await bench('--cases', 'newst')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('There is no newst.'),
    });
  });
});
