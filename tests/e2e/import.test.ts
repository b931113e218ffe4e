import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadTo } from '../../src/cli/load-to.js';
import { loadFiles } from '../../src/ingest/index.js';
import { endCommands, startCommand } from '../support/command.js';
import { neo4jServers } from '../support/neo4j.js';
import { startService } from '../support/service.js';
import { eachStore } from '../support/stores.js';

/** A service that is killed while it takes records, and what is there after the same again. */

const KEY = 'a-key-of-the-test-run';
const KILLED_AFTER_MS = [150, 600, 1_500];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-killed-import-'));
});
afterEach(endCommands);
afterAll(() => rm(directory, { recursive: true }));

const RECORDS = [
  { type: 'actor', id: 'actor:a', kind: 'STATE', name: 'A' },
  { type: 'source', id: 'source:s', title: 'S' },
  ...Array.from({ length: 4_000 }, (_, n) => ({
    type: 'statement',
    id: `statement:${n}`,
    act: 'STATEMENT',
    date: '2020-09-01',
    speakers: [{ actor: 'actor:a' }],
    summary: `Statement ${n}.`,
    citations: [{ source: 'source:s' }],
    ...(n % 5 === 0 && { respondsTo: [{ id: `statement:${(n + 700) % 4_000}`, kind: 'REPLY' }] }),
  })),
];

const databases: readonly { name: string; env: Readonly<Record<string, string>> }[] = [
  { name: 'Grafeo', env: {} },
  ...neo4jServers().map(({ name, uri, username, password }) => ({
    name,
    env: { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
  })),
];

async function exported(url: string): Promise<string> {
  const response = await fetch(`${url}/export/ndjson`);
  expect(response.status).toBe(200);
  return response.text();
}

describe.each(databases)('kill -9 of the service during POST /import, on $name', ({ name, env }) => {
  test('the same again completes it, and the export is that of an undisturbed load', async () => {
    const file = join(directory, 'records.ndjson');
    await writeFile(file, RECORDS.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const factories = await eachStore();
    const undisturbed = await factories[0]?.open();
    if (!undisturbed) throw new Error('Grafeo was expected');
    await loadFiles(undisturbed, [file]);
    const reader = await startService({ store: undisturbed });
    const whole = await exported(reader.url);
    await reader.close();
    await undisturbed.close();

    // a Neo4j is one database: it is emptied
    await (await factories.find((factory) => factory.name === name)?.open())?.close();
    const dataDir = await mkdtemp(join(directory, 'data-'));
    const serve = async () => {
      const { child, ended, printed } = startCommand(['serve'], {
        cwd: directory,
        env: { ...env, DATA_DIR: dataDir, SEED: 'none', IMPORT_KEY: KEY },
      });
      await expect.poll(printed, { timeout: 40_000 }).toMatch(/http:\/\/\S+:\d+/);
      return { child, ended, url: /http:\/\/[^\s/]+:\d+/.exec(printed())?.[0] ?? '' };
    };
    const send = (url: string) =>
      loadTo(url, [file], {
        key: KEY,
        onConflict: 'refuse',
        by: 'tester',
        signal: new AbortController().signal,
      });
    for (const after of KILLED_AFTER_MS) {
      const { child, ended, url } = await serve();
      const sending = send(url).catch((error: unknown) => error);
      await delay(after);
      child.kill('SIGKILL');
      await Promise.all([sending, ended]);
    }
    const { child, ended, url } = await serve();
    expect(await send(url)).toMatchObject({ read: RECORDS.length, rejected: 0, load: 1 });
    expect(await exported(url)).toBe(whole);
    child.kill('SIGTERM');
    await ended;
  }, 180_000);
});
