import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findJava } from '../../scripts/lib/java.mjs';
import { startNeo4j } from '../../scripts/lib/neo4j.mjs';
import { type Neo4jVersion, provision, releases, whatIsMissing } from '../../scripts/lib/neo4j-jars.mjs';
import type { Store } from '../../src/store/index.js';
import { openNeo4j } from '../../src/store/neo4j/index.js';
import { asking } from '../support/api.js';
import { dumpGraph, OF_THE_LOAD } from '../support/dump-graph.js';
import { type ExportFixture, exportFixture } from '../support/export-fixture.js';
import { adminRows, TEST_TIMEOUT_MS } from '../support/stores.js';
import { writeExport } from '../support/write-export.js';

/** The files for Neo4j's own bulk importer make the graph that they were made of. */

const run = promisify(execFile);
const VERSIONS = (Object.keys(releases) as Neo4jVersion[]).filter((version) => {
  const missing = whatIsMissing(version);
  if (missing) console.error(`${missing}\nIts importer is not tested.`);
  return !missing;
});
if (VERSIONS.length === 0 && process.env.REQUIRE_INTEROP === '1') {
  throw new Error('REQUIRE_INTEROP=1, and no Neo4j can run here.');
}

let directory: string;
let fixture: ExportFixture;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-import-'));
  fixture = await exportFixture();
}, 600_000);
afterAll(async () => {
  await fixture.store.close();
  await rm(directory, { recursive: true });
});

/** Neo4j's command, for a home of its own. */
async function neo4jAdmin(version: Neo4jVersion, home: string): Promise<string> {
  const jars = await provision({ version });
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  );
  const command = join(home, 'neo4j-admin');
  const java = `${findJava(releases[version].java)} -Xmx1g ${opened.join(' ')} -cp '${jars}/*'`;
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), '');
  await writeFile(
    command,
    `#!/bin/sh\nNEO4J_HOME='${home}' NEO4J_CONF='${home}/conf' exec ${java} org.neo4j.cli.AdminTool "$@"\n`,
    { mode: 0o755 },
  );
  return command;
}

async function withImported(
  version: Neo4jVersion,
  request: object,
  work: (store: Store, files: string) => Promise<void>,
): Promise<void> {
  const home = await mkdtemp(join(directory, 'home-'));
  const files = join(home, 'files');
  await writeExport(fixture.store, 'neo4j-admin', files, request);
  await run('sh', [join(files, 'import.sh'), 'neo4j'], {
    env: { ...process.env, NEO4J_ADMIN: await neo4jAdmin(version, home) },
    maxBuffer: 1e8,
  });
  const server = await startNeo4j({ version, home, auth: false, heap: '512m' });
  try {
    const store = await openNeo4j({ ...server, transactionTimeoutMs: TEST_TIMEOUT_MS });
    await store.applySchema();
    const [, ...after] = (await readFile(join(files, 'after-import.cypher'), 'utf8')).split('\n');
    await adminRows({ name: 'imported', ...server }, after.join('\n').replace(';', ''));
    await work(store, files);
    await store.close();
  } finally {
    await server.stop();
  }
}

describe.each(VERSIONS)('Neo4j %s', (version) => {
  test('imports the whole graph, which exports to the same bytes', { timeout: 300_000 }, async () => {
    await withImported(version, {}, async (store) => {
      const without = [...OF_THE_LOAD, 'seedRevision'];
      expect(await dumpGraph(store, without)).toEqual(await dumpGraph(fixture.store, without));
      for (const format of ['ndjson', 'graphml', 'neo4j-admin']) {
        const before = await writeExport(fixture.store, format, join(directory, 'before', format));
        const after = await writeExport(store, format, join(directory, 'after', format));
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [name, path] of before) {
          const same = (await readFile(path)).equals(await readFile(after.get(name) ?? ''));
          expect([name, same]).toEqual([name, true]);
        }
      }
      const { data, errors } = await asking(store)<{ statements: { totalCount: number; nodes: object[] } }>(
        '{ statements(first: 3) { totalCount nodes { id recordedAt revision speakers { actor { name } } } } }',
      );
      expect(errors).toEqual([]);
      expect(data.statements.totalCount).toBe(
        fixture.nodes.filter(({ kind }) => kind === 'Statement').length,
      );
    });
  });

  test('imports a selection', { timeout: 300_000 }, async () => {
    const request = { filter: { speakers: ['actor:hard-json-person'] } };
    await withImported(version, request, async (store) => {
      const before = await writeExport(fixture.store, 'graphology', join(directory, 'before'), request);
      const after = await writeExport(store, 'graphology', join(directory, 'after'));
      const graph = async (files: ReadonlyMap<string, string>) =>
        JSON.parse(await readFile(files.get('graph.json') ?? '', 'utf8'));
      const [{ attributes: _, ...wanted }, { attributes: __, ...found }] = [
        await graph(before),
        await graph(after),
      ];
      expect(found).toEqual(wanted);
      expect(wanted.edges.length).toBeGreaterThan(10);
    });
  });
});
