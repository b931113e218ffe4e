import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../scripts/lib/root.mjs';
import type { AnyRecord } from '../src/model/index.js';
import { corpus } from './corpus/index.js';
import { type Connection, type EmptyDatabase, withEmptyDatabase, writeBare } from './database/index.js';
import { askMeanwhile } from './meanwhile.js';
import { residentMemory } from './memory.js';
import type { LoadRun, LoadsResults } from './results.js';
import { serviceSubject, settingsOf } from './subjects/index.js';

const IMPORT_KEY = 'the-benchmark-loads-while-others-read';
const SMALL = '{ statements(first: 5) { nodes { id date summary } } }';
const IDLE_MS = 10_000;
const WATCH_EVERY_MS = 100;
/** Of the corpus: what is loaded while the service is asked. */
const SHARE_BESIDE = 0.2;

/** `demarche load` of a corpus into an empty database, again, and beside a service that is asked meanwhile. */
export async function measureLoads(
  engine: 'neo4j' | 'embedded',
  statements: number,
  say: (line: string) => void,
): Promise<LoadsResults> {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-bench-loads-'));
  try {
    const file = join(folder, 'corpus.ndjson');
    const reordered = join(folder, 'reordered.ndjson');
    const more = join(folder, 'more.ndjson');
    await writeRecords(file, corpus(statements));
    await writeRecords(reordered, firstLast(corpus(statements)));
    await writeRecords(more, renamed(corpus(statements), Math.ceil(statements * SHARE_BESIDE)));
    say('Loads: prepared batches, by the driver alone …');
    const bareSeconds = await withEmptyDatabase(engine, say, ({ connection }) =>
      writeBare(connection, corpus(statements)),
    );
    return await withEmptyDatabase(engine, say, async (database) => {
      const run = (title: string, ...files: string[]) => {
        say(`Loads: ${title} …`);
        return demarche(database.connection, 'load', ...files);
      };
      const idleMiB = (await demarche(database.connection, 'loads')).peakMiB;
      const first = await run('the first time', file);
      const again = await run('the same file again', file);
      const sameRecords = await run('the same records in another file', reordered);
      return {
        ...{ statements, bareSeconds, idleMiB, first, again, sameRecords },
        ...(await besideService(database, more, say)),
      };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Small queries of a service while it is idle, and while a file is loaded into it. */
async function besideService(
  { connection }: EmptyDatabase,
  file: string,
  say: (line: string) => void,
): Promise<Pick<LoadsResults, 'idleP95' | 'loadingP95' | 'beside'>> {
  const [service] = await serviceSubject(connection, { IMPORT_KEY });
  if (!service?.process) throw new Error('the service was expected to be a process');
  const { origin } = service.process;
  try {
    say('Loads: small queries of an idle service …');
    const idle = await askMeanwhile(service.process, SMALL, () => delay(IDLE_MS));
    say('Loads: small queries while a file is loaded …');
    const { result, smallP95 } = await askMeanwhile(service.process, SMALL, () =>
      demarche(connection, 'load', '--to', origin, file),
    );
    return { idleP95: idle.smallP95, loadingP95: smallP95, beside: result };
  } finally {
    await service.stop();
  }
}

/** The command as it is run: built, in a process of its own. */
function demarche(connection: Connection, ...args: string[]): Promise<LoadRun> {
  const began = performance.now();
  let peakMiB = 0;
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [join(root, 'dist', 'cli', 'main.js'), ...args],
      { env: { ...process.env, ...settingsOf(connection), DEMARCHE_IMPORT_KEY: IMPORT_KEY }, maxBuffer: 1e8 },
      (error, _stdout, stderr) => {
        clearInterval(watching);
        if (error) reject(new Error(`demarche ${args.join(' ')}: ${stderr.slice(-2_000)}`));
        else resolve({ seconds: (performance.now() - began) / 1_000, peakMiB });
      },
    );
    const watching = setInterval(async () => {
      const mib = await residentMemory(child.pid ?? 0).catch(() => 0);
      peakMiB = Math.max(peakMiB, mib);
    }, WATCH_EVERY_MS);
  });
}

async function writeRecords(path: string, records: Iterable<AnyRecord>): Promise<void> {
  await pipeline(Readable.from(linesOf(records)), createWriteStream(path));
}

function* linesOf(records: Iterable<AnyRecord>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

/** The same records, the first at the end: other bytes, and nothing new. */
function* firstLast(records: Iterable<AnyRecord>): Generator<AnyRecord> {
  let first: AnyRecord | undefined;
  for (const record of records) {
    if (first) yield record;
    else first = record;
  }
  if (first) yield first;
}

/** So many statements under other ids, so that they are new. */
function* renamed(records: Iterable<AnyRecord>, count: number): Generator<AnyRecord> {
  let made = 0;
  for (const record of records) {
    if (record.type !== 'statement') continue;
    yield { ...record, id: `${record.id}-again` };
    if (++made === count) return;
  }
}
