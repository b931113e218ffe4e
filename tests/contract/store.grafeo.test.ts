import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGrafeo, readAddress, removeAddress, writeAddress } from '../../src/store/grafeo/index.js';
import { query } from '../../src/store/query.js';
import { MIGRATIONS } from '../../src/store/schema.js';
import { temporaryDirectory } from '../support/stores.js';

type Nothing = Record<never, never>;
type Child = ChildProcessByStdio<null, Readable, null>;

const PROCESS = fileURLToPath(new URL('../support/grafeo-process.ts', import.meta.url));

const numbers = query<Nothing, { n: number; nodes: number }>(
  'numbers',
  'MATCH (t:Topic) RETURN t.n AS n, count(t) AS nodes ORDER BY n',
);
const create = query<{ id: string }, Nothing>('create', 'MERGE (:Topic {id: $id})');

let directory: string;
let path: string;
beforeEach(async () => {
  directory = await temporaryDirectory();
  path = join(directory, 'nested', 'graph.grafeo');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function start(task: 'write' | 'hold'): Child {
  return spawn(process.execPath, ['--import', 'tsx', PROCESS, task, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The child's output until it has a line, and then whatever comes. */
async function firstLine(child: Child, output: string[]): Promise<void> {
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  await once(child.stdout, 'data');
}

async function kill(child: Child): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

describe('a Grafeo file', () => {
  test('is made with its folder, and holds what was written when it is opened again', async () => {
    const newest = MIGRATIONS.at(-1)?.version;
    const store = await openGrafeo({ path });
    expect(await store.applySchema()).toEqual({ from: 0, to: newest });
    await store.write((transaction) => transaction.run(create, { id: 'topic:a' }));
    await store.close();
    expect(await readdir(join(directory, 'nested'))).toEqual(['graph.grafeo', 'graph.grafeo.engine.json']);

    const again = await openGrafeo({ path });
    expect(await again.applySchema()).toEqual({ from: newest, to: newest });
    expect(await again.read(numbers, {})).toEqual([{ n: null, nodes: 1 }]);
    await again.close();
  });

  test('closing waits for what is under way; what comes after is told', async () => {
    const store = await openGrafeo({ path });
    const slow = query<Nothing, { sum: number }>(
      'slow',
      'UNWIND range(1, 2000000) AS x RETURN sum(x) AS sum',
    );
    const reading = store.read(slow, {});
    const writing = store.write(async (transaction) => {
      await delay(50);
      return transaction.run(create, { id: 'topic:a' });
    });
    await Promise.all([store.close(), store.close()]);
    expect(await reading).toHaveLength(1);
    await writing;
    const closed = {
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringContaining('the database is closed'),
    };
    await expect(store.read(numbers, {})).rejects.toMatchObject(closed);
    await expect(store.write((transaction) => transaction.run(numbers, {}))).rejects.toMatchObject(closed);
    await expect(store.ping()).rejects.toMatchObject(closed);
  });

  test('loses no acknowledged write when its process is killed, and halves none', {
    timeout: 60_000,
  }, async () => {
    let acknowledged = 0;
    for (let round = 0; round < 4; round++) {
      const child = start('write');
      const output: string[] = [];
      await firstLine(child, output);
      await delay(150 + 90 * round);
      await kill(child);
      const lines = output.join('').split('\n').slice(0, -1);
      acknowledged = Number(lines.at(-1));

      const store = await openGrafeo({ path });
      const rows = await store.read(numbers, {});
      await store.close();
      expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
      expect(rows).toEqual(rows.map((_, i) => ({ n: i + 1, nodes: 2 })));
    }
    expect(acknowledged).toBeGreaterThan(20);
  });

  test('that another process has open says who has it', { timeout: 30_000 }, async () => {
    const child = start('hold');
    await firstLine(child, []);
    try {
      await expect(openGrafeo({ path })).rejects.toMatchObject({
        code: 'DATABASE_LOCKED',
        message: expect.stringMatching(/^another demarche process has this database open: .*graph\.grafeo/),
      });
      const pid = child.pid ?? 0;
      await writeAddress(path, { url: 'http://127.0.0.1:4000', pid });
      await expect(openGrafeo({ path })).rejects.toMatchObject({
        code: 'DATABASE_LOCKED',
        message: `another demarche process has this database open: process ${pid}, which serves http://127.0.0.1:4000`,
      });
    } finally {
      await kill(child);
    }
    expect(await readAddress(path)).toBeUndefined();
    await (await openGrafeo({ path })).close();
  });

  test('of another version of the engine is left alone, with the way out', async () => {
    await (await openGrafeo({ path })).close();
    const before = await readFile(path);
    await writeFile(`${path}.engine.json`, '{"engine":"grafeo","version":"0.5.9"}');
    await expect(openGrafeo({ path })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringMatching(
        /was made by Grafeo 0\.5\.9, .* Grafeo 0\.6\.0: .*`demarche export`.*`demarche load`/,
      ),
    });
    expect(await readFile(path)).toEqual(before);
  });

  test('without its stamp is left alone', async () => {
    await (await openGrafeo({ path })).close();
    const copy = join(directory, 'copy.grafeo');
    await copyFile(path, copy);
    await expect(openGrafeo({ path: copy })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringContaining('{"engine":"grafeo","version":"0.6.0"}'),
    });
    await copyFile(`${path}.engine.json`, `${copy}.engine.json`);
    await (await openGrafeo({ path: copy })).close();
  });

  test('that is no database says so', async () => {
    await (await openGrafeo({ path })).close();
    await writeFile(path, 'not a database');
    await expect(openGrafeo({ path })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringContaining(`the database ${path} cannot be opened`),
    });
  });
});

describe('the address of a service', () => {
  const url = 'http://127.0.0.1:4000';

  test('is read as it was left, until it is taken away', async () => {
    const file = join(directory, 'graph.grafeo');
    expect(await readAddress(file)).toBeUndefined();
    await writeAddress(file, { url, pid: process.pid });
    expect(await readAddress(file)).toEqual({ url, pid: process.pid });
    expect(await readdir(directory)).toEqual(['graph.grafeo.service.json']);
    await removeAddress(file);
    await removeAddress(file);
    expect(await readdir(directory)).toEqual([]);
  });

  test('of a process that is dead is none', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    const file = join(directory, 'graph.grafeo');
    await writeAddress(file, { url, pid: child.pid ?? 0 });
    expect(await readAddress(file)).toBeUndefined();
    await removeAddress(file);
    expect(await readdir(directory)).toEqual([]);
  });

  test('of another living process is not taken away', async () => {
    const file = join(directory, 'graph.grafeo');
    await writeAddress(file, { url, pid: process.ppid });
    await removeAddress(file);
    expect(await readAddress(file)).toEqual({ url, pid: process.ppid });
  });

  test.each(['', '{}', '{"url":1,"pid":2}', '{"url":"x","pid":-1}'])(
    'that is damaged is none: %s',
    async (text) => {
      const file = join(directory, 'graph.grafeo');
      await writeFile(`${file}.service.json`, text);
      expect(await readAddress(file)).toBeUndefined();
    },
  );
});
