import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LoadOptions, listLoads, loadFiles, undoLoad } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/index.js';
import { corpus } from '../support/corpus.js';
import { dumpGraph } from '../support/dump-graph.js';
import { eachStore } from '../support/stores.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-loads-'));
});
afterAll(() => rm(directory, { recursive: true }));

let files = 0;
async function load(store: Store, records: readonly object[], options: LoadOptions = {}) {
  const path = join(directory, `${files++}.ndjson`);
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return loadFiles(store, [path], { by: 'tester', ...options });
}
const update = { onConflict: 'update' } as const;
const OF_TIME = ['revision', 'revisedAt', 'rewritten'];
/** Without the months that have statements: one too many does no harm. */
const dump = async (store: Store) =>
  (await dumpGraph(store, OF_TIME)).filter((line) => !line.includes(':_Month') && !line.startsWith('meta '));

const actor = (id: string, changes: object = {}) => ({
  type: 'actor',
  id,
  kind: 'STATE',
  name: id,
  ...changes,
});
const statement = (id: string, changes: object = {}) => ({
  type: 'statement',
  id,
  act: 'STATEMENT',
  date: '2020-09-01',
  speakers: [{ actor: 'actor:a' }],
  summary: id,
  citations: [{ source: 'source:s' }],
  ...changes,
});
const BASE = [actor('actor:a'), { type: 'source', id: 'source:s' }];

describe.each(await eachStore())('the history of loads in $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('each load is recorded, and the same files again write nothing', async () => {
    const now = () => new Date('2026-01-02T03:04:05Z');
    expect(await load(store, BASE, { now })).toMatchObject({ load: 1, loadedBefore: false });
    const [entry, ...others] = await listLoads(store);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      number: 1,
      state: 'DONE',
      by: 'tester',
      startedAt: '2026-01-02T03:04:05.000Z',
      endedAt: '2026-01-02T03:04:05.000Z',
      undoneAt: null,
      ...{ read: 2, new: 2, changed: 0, same: 0, rejected: 0 },
    });
    expect(entry?.files).toMatchObject([{ name: expect.stringMatching(/\d\.ndjson$/), size: 98 }]);
    const before = await dumpGraph(store);
    expect(await load(store, BASE)).toMatchObject({ read: 2, same: 2, load: 1, loadedBefore: true });
    expect(await load(store, [...BASE].reverse())).toMatchObject({ same: 2, load: 2, loadedBefore: false });
    expect(await dumpGraph(store)).toEqual(before);
    expect(await listLoads(store)).toMatchObject([{ number: 1 }, { number: 2, new: 0, same: 2 }]);
  });

  test('a load that was cut off goes on under its number', async () => {
    const records = [...BASE, ...Array.from({ length: 700 }, (_, i) => statement(`statement:${i}`))];
    const controller = new AbortController();
    const onProgress: LoadOptions['onProgress'] = ({ phase, done }) => {
      if (phase === 'write' && done > 400) controller.abort();
    };
    await load(store, records, { signal: controller.signal, onProgress });
    expect(await listLoads(store)).toMatchObject([{ number: 1, state: 'STARTED', new: 502, endedAt: null }]);
    expect(await load(store, records)).toMatchObject({ load: 1, written: 200 });
    expect(await listLoads(store)).toMatchObject([
      { number: 1, state: 'DONE', read: 702, new: 702, changed: 0, same: 0 },
    ]);
  });

  test('a load is undone: what it added goes, what it replaced is as before', async () => {
    const records = corpus();
    const half = records.filter((record) => record.type !== 'statement' || record.id < 'statement:s080');
    await load(store, half);
    const before = await dump(store);
    const altered = records.map((record) => {
      if (record.type === 'statement') return { ...record, date: '2018-01-01', stances: undefined };
      if (record.type === 'vote') return { ...record, vote: 'ABSTAIN' };
      return record.type === 'membership' ? { ...record, to: undefined } : record;
    });
    const report = await load(store, [...altered, actor('actor:zz')], update);
    expect(report).toMatchObject({ load: 2, rejected: 0, issues: [] });
    expect(report.changed).toBeGreaterThan(80);
    const after = await dump(store);
    expect(after).not.toEqual(before);
    expect(await undoLoad(store, 2)).toEqual({
      load: 2,
      removed: report.new,
      restored: report.changed,
      stopped: false,
    });
    expect(await dump(store)).toEqual(before);
    expect(await listLoads(store)).toMatchObject([{ state: 'DONE' }, { state: 'UNDONE' }]);
    await expect(undoLoad(store, 2)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(undoLoad(store, 3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('an undo that was cut off is completed by the same again, and its files wait for that', async () => {
    await load(store, BASE);
    const before = await dump(store);
    const records = [
      actor('actor:a', { name: 'Other' }),
      ...Array.from({ length: 700 }, (_, i) => statement(`statement:${i}`)),
    ];
    await load(store, records, update);
    const controller = new AbortController();
    const options = { signal: controller.signal, onProgress: () => controller.abort() };
    expect(await undoLoad(store, 2, options)).toMatchObject({ restored: 1, removed: 0, stopped: true });
    await expect(load(store, records, update)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await undoLoad(store, 2)).toMatchObject({ restored: 0, removed: 700, stopped: false });
    expect(await dump(store)).toEqual(before);
    expect(await load(store, records, update)).toMatchObject({ load: 3, new: 700, changed: 1 });
  });

  test('it is refused where others rest on it, and they are named', async () => {
    await load(store, BASE);
    await load(store, [
      ...Array.from({ length: 12 }, (_, i) =>
        statement(`statement:${i}`, { speakers: [{ actor: 'actor:a' }] }),
      ),
      { type: 'publisher', id: 'publisher:p', name: 'P', country: 'actor:a' },
      { type: 'event', id: 'event:e', kind: 'VOTE', name: 'e', date: '2020' },
    ]);
    await load(store, [
      actor('actor:b'),
      { type: 'vote', event: 'event:e', actor: 'actor:a', vote: 'YES', citations: [{ source: 'source:s' }] },
    ]);
    const before = await dump(store);
    const refused = await undoLoad(store, 1).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('load 1 cannot be undone'),
    });
    const lines = String(refused).split('\n');
    expect(lines.filter((line) => line.includes(' refers to '))).toHaveLength(10);
    expect(lines.at(-2)).toMatch(/^… and \d+ more$/);
    expect(String(refused)).toContain('statement:0 refers to source:s (REPORTED_IN)');
    await expect(undoLoad(store, 2)).rejects.toThrow('actor:a refers to event:e (VOTED)');
    await load(store, [actor('actor:b', { name: 'Other' })], update);
    await expect(undoLoad(store, 3)).rejects.toThrow('actor:b was replaced by load 4');
    await undoLoad(store, 4);
    expect(await dump(store)).toEqual(before);
    await undoLoad(store, 3);
    await undoLoad(store, 2);
    await undoLoad(store, 1);
    expect(await dump(store)).toEqual([]);
  });
});
