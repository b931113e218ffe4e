import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openExport, parseExportRequest, WRITERS, type Writer, writerOf } from '../../src/export/index.js';
import { loadFiles } from '../../src/ingest/index.js';
import { type AnyRecord, contentHash, parseRecord } from '../../src/model/index.js';
import type { Store } from '../../src/store/index.js';
import { corpus } from '../support/corpus.js';
import { dumpGraph, OF_THE_LOAD } from '../support/dump-graph.js';
import { hardRecords } from '../support/hard-records.js';
import { loadRecords } from '../support/load-records.js';
import { eachStore } from '../support/stores.js';

/** The same bytes from every engine, for every format and every kind of request. */

const RECORDS: readonly AnyRecord[] = [...corpus(), ...hardRecords()];

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function filesOf(store: Store, writer: Writer, request: object): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const opened = await openExport(store, writer, parseExportRequest(request));
  for (const { name, bytes } of opened.files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes()) pieces.push(piece);
    files.set(name, Buffer.concat(pieces));
  }
  return files;
}

/** Loads an export as a user would: as a file. */
async function loadText(store: Store, text: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'demarche-export-'));
  try {
    await writeFile(join(directory, 'records.ndjson'), text);
    const { issues } = await loadFiles(store, [join(directory, 'records.ndjson')]);
    expect(issues).toEqual([]);
  } finally {
    await rm(directory, { recursive: true });
  }
}

const textOf = (files: ReadonlyMap<string, Buffer>) =>
  [...files.values()].map((file) => file.toString('utf8')).join('');

const REQUESTS: Readonly<Record<string, object>> = {
  everything: {},
  'statements of an actor': { filter: { principals: ['actor:a1'] } },
  'positions on an issue': {
    filter: { stance: { topics: ['topic:left'], positions: ['SUPPORT', 'OPPOSE'] } },
  },
  nothing: { filter: { speakers: ['actor:nobody'] } },
  'a neighbourhood': { ids: ['topic:q1', 'event:e1'], depth: 1 },
  'a node alone': { ids: ['actor:a0'], depth: 0 },
};
const TABLES: Readonly<Record<string, object>> = {
  'the table of everything': { what: 'statements' },
  'the table of a filter': {
    what: 'statements',
    filter: { stance: { topics: ['topic:root'], codings: ['first', 'second'] } },
  },
};

/** What the first engine gave, by request and file. */
const first = new Map<string, string>();

describe.each(await eachStore())('exports of $name', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadRecords(store, RECORDS);
  });
  afterAll(() => store.close());

  describe.each(WRITERS.map((writer) => ({ format: writer.format, writer })))('as $format', ({ writer }) => {
    const requests = writer.carries.includes('rows') ? { ...REQUESTS, ...TABLES } : REQUESTS;
    test.each(Object.entries(requests))('%s: the same bytes from every engine', async (name, request) => {
      for (const [file, bytes] of await filesOf(store, writer, request)) {
        const key = `${writer.format} ${name} ${file}`;
        const hash = hashOf(bytes);
        expect([key, hash]).toEqual([key, first.get(key) ?? hash]);
        first.set(key, hash);
      }
    });

    test('the same bytes when asked again', async () => {
      const hashes = async () =>
        [...(await filesOf(store, writer, {}))].map(([file, bytes]) => [file, hashOf(bytes)]);
      expect(await hashes()).toEqual(await hashes());
    });
  });
});

describe.each(await eachStore())('records from $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('are those that were loaded, and load into an empty database as the same graph', async () => {
    await loadRecords(store, RECORDS);
    const text = textOf(await filesOf(store, writerOf('ndjson'), {}));
    const graph = await dumpGraph(store, OF_THE_LOAD);
    const records = recordsIn(text);
    expect(records.map(contentHash).sort()).toEqual(RECORDS.map(contentHash).sort());

    await store.close();
    store = await open();
    await loadText(store, text);
    expect(textOf(await filesOf(store, writerOf('ndjson'), {}))).toBe(text);
    expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(graph);
  });

  test('of a selection are whole, and load by themselves', async () => {
    await loadRecords(store, RECORDS);
    const requests = Object.values(REQUESTS).filter((request) => Object.keys(request).length > 0);
    const texts = await Promise.all(
      requests.map(async (request) => textOf(await filesOf(store, writerOf('ndjson'), request))),
    );
    const whole = new Set(RECORDS.map(contentHash));
    for (const text of texts) {
      expect(recordsIn(text).every((record) => whole.has(contentHash(record)))).toBe(true);
      await store.close();
      store = await open();
      await loadText(store, text);
      expect(textOf(await filesOf(store, writerOf('ndjson'), {}))).toBe(text);
    }
  });
});

function recordsIn(text: string): AnyRecord[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = parseRecord(JSON.parse(line));
      if (!('record' in parsed)) throw new Error(`${line}: ${JSON.stringify(parsed.issues)}`);
      return parsed.record;
    });
}
