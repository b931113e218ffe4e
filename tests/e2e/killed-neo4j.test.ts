import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpus } from '../../bench/corpus/index.js';
import { startNeo4j } from '../../scripts/lib/neo4j.mjs';
import { isAlive, waitUntil } from '../../scripts/lib/process.mjs';
import { loadFiles, undoLoad } from '../../src/ingest/index.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { openNeo4j } from '../../src/store/neo4j/index.js';
import { dumpGraph, OF_THE_LOAD } from '../support/dump-graph.js';
import { neo4jServers } from '../support/neo4j.js';

/** How often the database is killed: `KILLS=20` for the night. */
const KILLS = Number(process.env.KILLS || 1);
const LATEST_KILL_MS = 4_000;
const IGNORED = [...OF_THE_LOAD, 'schemaVersion'];

let directory: string;
let file: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-killed-neo4j-'));
  file = join(directory, 'corpus.ndjson');
  await writeFile(file, [...corpus(3_000)].map((record) => `${JSON.stringify(record)}\n`).join(''));
});
afterAll(() => rm(directory, { recursive: true }));

/** A Neo4j that can be killed, and is there again with what it had. */
async function onNeo4j(work: (store: Store, kill: () => void) => Promise<unknown>): Promise<void> {
  const server = await startNeo4j({ home: join(directory, 'neo4j'), heap: '512m' });
  const store = await openNeo4j({ ...server, transactionTimeoutMs: 60_000 });
  try {
    await store.applySchema();
    await work(store, () => process.kill(server.pid, 'SIGKILL'));
  } finally {
    await store.close();
    if (isAlive(server.pid)) await server.stop();
    await waitUntil(() => !isAlive(server.pid), 60_000);
  }
}

/** Does something, and kills the database some time after it was begun. */
async function killed(begin: (store: Store) => Promise<unknown>): Promise<void> {
  await onNeo4j(async (store, kill) => {
    const ended = begin(store).catch((error: unknown) => error);
    await delay(Math.random() * LATEST_KILL_MS);
    kill();
    await ended;
  });
}

test('kill -9 of Neo4j during loads and their undoing: the same again completes them', {
  timeout: 300_000 + KILLS * 200_000,
}, async ({ skip }) => {
  if (neo4jServers().length === 0) skip('no Neo4j can be had here');
  const undisturbed = await openGrafeo({});
  await undisturbed.applySchema();
  const empty = await dumpGraph(undisturbed, IGNORED);
  await loadFiles(undisturbed, [file]);
  const whole = await dumpGraph(undisturbed, IGNORED);
  await undisturbed.close();

  for (let times = 0; times < KILLS; times++) await killed((store) => loadFiles(store, [file]));
  await onNeo4j(async (store) => {
    expect(await loadFiles(store, [file])).toMatchObject({ load: 1, rejected: 0 });
    expect(await dumpGraph(store, IGNORED)).toEqual(whole);
  });

  for (let times = 0; times < KILLS; times++) {
    // one that was killed when it was done is undone already
    await killed((store) => undoLoad(store, 1));
  }
  await onNeo4j(async (store) => {
    await undoLoad(store, 1).catch((error: unknown) =>
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT' }),
    );
    const months = /^\d{4}-\d{2} :_Month/;
    expect((await dumpGraph(store, IGNORED)).filter((line) => !months.test(line))).toEqual(empty);
  });
});
