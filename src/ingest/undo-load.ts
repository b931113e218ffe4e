import {
  type AnyRecord,
  DemarcheError,
  parseRecord,
  RECORD_TYPES,
  type RecordType,
  referencesOf,
} from '../model/index.js';
import {
  clearRecords,
  findRecords,
  keyOf,
  keyText,
  NODES,
  type NodeKind,
  type Reader,
  type RecordKey,
  removeRecords,
} from '../records/index.js';
import { loadQueries, type Store, type WriteTransaction, writeQueries } from '../store/index.js';
import { writeRows } from './write-rows.js';

/** What taking back a load came to. */
export interface UndoReport {
  readonly load: number;
  /** records that it had added */
  readonly removed: number;
  /** records that it had replaced */
  readonly restored: number;
  /** whether a signal ended it before it was done: the same again goes on */
  readonly stopped: boolean;
}

export interface UndoOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly now?: (() => Date) | undefined;
}

/** In one transaction. */
const BATCH_RECORDS = 500;
/** So many reasons are named; the rest is counted. */
const NAMED = 10;

/** What a load added goes in this order, so that what refers to others goes before them. */
const NODE_ORDER: readonly NodeKind[] = [
  'Dispute',
  'Statement',
  'Event',
  'Source',
  'Publisher',
  'Topic',
  'Actor',
];

/** Statements by what they are made of, once. */
const NODES_OF_LOAD = new Map(NODE_ORDER.map((kind) => [kind, loadQueries.nodesOfLoad(kind)]));
const OTHERS_ON = new Map(NODE_ORDER.map((kind) => [kind, loadQueries.othersOn(kind)]));
const EDGES_OF_LOAD = {
  vote: loadQueries.edgesOfLoad('VOTED', 'Event'),
  membership: loadQueries.edgesOfLoad('MEMBER_OF', 'Actor', 'key'),
  office: loadQueries.edgesOfLoad('HOLDS_OFFICE', 'Actor', 'key'),
} as const;

/** What is to be taken back. */
interface Undoing {
  readonly load: number;
  /** of records that the load replaced and that are not restored yet */
  readonly replaced: readonly string[];
  /** of records that it added, relationships first */
  readonly added: readonly RecordKey[];
}

/**
 * Takes a load back: what it added is removed, what it replaced is as before. In transactions that are each done or
 * not; the same again goes on where it was cut off.
 *
 * @throws DemarcheError NOT_FOUND, BAD_USER_INPUT where it is undone already, CONFLICT where later loads touched the
 *   same records or refer to what would go: nothing is taken back then
 */
export async function undoLoad(store: Store, load: number, options: UndoOptions = {}): Promise<UndoReport> {
  const { signal, onProgress, now = () => new Date() } = options;
  const row = (await store.read(loadQueries.allLoads, {})).find(({ number }) => number === load);
  if (!row) throw new DemarcheError('NOT_FOUND', `there is no load ${load}: demarche loads lists them`);
  if (row.state === 'UNDONE') throw new DemarcheError('BAD_USER_INPUT', `load ${load} is undone already`);
  const undoing = await whatToUndo(store.read, load);
  await refuseUndo(store.read, undoing);
  const at = now().toISOString();
  await store.write((transaction) =>
    transaction.run(loadQueries.setLoadState, { load, state: 'UNDOING', at }),
  );
  const total = undoing.replaced.length + undoing.added.length;
  let restored = 0;
  let removed = 0;
  for (const ids of batches(undoing.replaced)) {
    if (signal?.aborted) return { load, removed, restored, stopped: true };
    await store.write((transaction) => restore(transaction, ids, at));
    restored += ids.length;
    onProgress?.(restored, total);
  }
  for (const keys of batches(undoing.added)) {
    if (signal?.aborted) return { load, removed, restored, stopped: true };
    await store.write((transaction) => remove(transaction, load, keys, at));
    removed += keys.length;
    onProgress?.(restored + removed, total);
  }
  await store.write((transaction) =>
    transaction.run(loadQueries.setLoadState, { load, state: 'UNDONE', at }),
  );
  return { load, removed, restored, stopped: false };
}

async function whatToUndo(read: Reader, load: number): Promise<Undoing> {
  const rows = await read(loadQueries.replacedBy, { load });
  const replaced = new Set(rows.map(({ of }) => of));
  const added: RecordKey[] = [];
  for (const type of ['vote', 'membership', 'office'] as const) {
    for (const edge of await read(EDGES_OF_LOAD[type], { load })) added.push({ type, edge });
  }
  for (const query of NODES_OF_LOAD.values()) {
    for (const { id } of await read(query, { load })) added.push({ id });
  }
  return {
    load,
    replaced: rows.map(({ id }) => id),
    added: added.filter((key) => !replaced.has(keyText(key))),
  };
}

/** Refuses where something would be lost or broken that other loads did. */
async function refuseUndo(read: Reader, { load, replaced, added }: Undoing): Promise<void> {
  const reasons: string[] = [];
  for (const { of, load: later } of await read(loadQueries.replacedSince, { load })) {
    reasons.push(`${of} was replaced by load ${later}`);
  }
  for (const keys of batches(added)) reasons.push(...(await othersOn(read, load, keys)));
  reasons.push(...(await othersByProperty(read, load, added)));
  for (const ids of batches(replaced)) reasons.push(...(await goneFor(read, ids, added)));
  if (reasons.length === 0) return;
  const named = reasons.slice(0, NAMED);
  const more = reasons.length - named.length;
  throw new DemarcheError(
    'CONFLICT',
    `load ${load} cannot be undone, because ${reasons.length === 1 ? 'something else rests' : `${reasons.length} things rest`} on it:\n${named.join('\n')}${
      more > 0 ? `\n… and ${more} more` : ''
    }\nUndo the later loads first.`,
  );
}

/** The records of other loads that refer to records by a relationship. */
async function othersOn(read: Reader, load: number, keys: readonly RecordKey[]): Promise<string[]> {
  const reasons: string[] = [];
  for (const [kind, query] of OTHERS_ON) {
    const ids = keys.flatMap((key) =>
      'id' in key && key.id.startsWith(`${NODES[kind].idKind}:`) ? [key.id] : [],
    );
    if (ids.length === 0) continue;
    const rows = await read(query, { ids, load });
    if (kind === 'Actor') rows.push(...(await read(loadQueries.othersOfActors, { ids, load })));
    reasons.push(...rows.map(({ id, type, from }) => `${from} refers to ${id} (${type})`));
  }
  return reasons;
}

/** The same for references that the graph keeps as properties. */
async function othersByProperty(read: Reader, load: number, keys: readonly RecordKey[]): Promise<string[]> {
  const gone = new Set(keys.map(keyText));
  const rows = await read(loadQueries.othersByProperty, { load });
  return rows.flatMap(({ ids, type, from }) =>
    ids.filter((id) => gone.has(id)).map((id) => `${from} refers to ${id} (${type})`),
  );
}

/** What records to be restored refer to and is not there any more, or would go. */
async function goneFor(read: Reader, ids: readonly string[], added: readonly RecordKey[]): Promise<string[]> {
  const goes = new Set(added.map(keyText));
  const records = (await read(loadQueries.replacedRecords, { ids })).map(({ record }) => parsed(record));
  const references = [...new Set(records.flatMap((record) => referencesOf(record).map(({ id }) => id)))];
  const there = await findRecords(
    read,
    references.map((id) => ({ id })),
  );
  return records.flatMap((record) =>
    referencesOf(record)
      .filter(({ id }) => !there.has(id) || goes.has(id))
      .map(({ id }) => `${keyText(keyOf(record))} referred to ${id}, which is gone`),
  );
}

async function restore(transaction: WriteTransaction, ids: readonly string[], at: string): Promise<void> {
  const revision = await rewrite(transaction, at);
  const rows = await transaction.run(loadQueries.replacedRecords, { ids });
  const records = rows.map(({ record, previous, recordedAt }) => ({
    record: parsed(record),
    stamps: { revision, load: previous, recordedAt },
  }));
  await clearRecords(
    transaction.run,
    records.map(({ record }) => keyOf(record)),
  );
  for (const group of byStamps(records)) {
    await writeRows(
      transaction,
      group.map(({ record }) => record),
      group[0]?.stamps ?? { revision, load: 0, recordedAt: at },
    );
  }
  await transaction.run(loadQueries.forgetReplaced, { ids });
}

interface Stamped {
  readonly record: AnyRecord;
  readonly stamps: { readonly revision: number; readonly load: number; readonly recordedAt: string };
}

/** Those that one load wrote at one time, together; what refers to others comes after these. */
function byStamps(records: readonly Stamped[]): Stamped[][] {
  const groups = new Map<string, Stamped[]>();
  const order = (type: RecordType) => RECORD_TYPES.indexOf(type);
  for (const stamped of [...records].sort((a, b) => order(a.record.type) - order(b.record.type))) {
    const key = `${stamped.stamps.load} ${stamped.stamps.recordedAt}`;
    const group = groups.get(key);
    if (group) group.push(stamped);
    else groups.set(key, [stamped]);
  }
  return [...groups.values()];
}

async function remove(
  transaction: WriteTransaction,
  load: number,
  keys: readonly RecordKey[],
  at: string,
): Promise<void> {
  await rewrite(transaction, at);
  const [reason] = await othersOn(transaction.run, load, keys);
  if (reason !== undefined) {
    throw new DemarcheError('CONFLICT', `load ${load} is undone in part only: meanwhile ${reason}`);
  }
  await removeRecords(transaction.run, keys);
}

/** Takes the lock of the dataset, and gives it a new revision that changes what was there. */
async function rewrite(transaction: WriteTransaction, at: string): Promise<number> {
  const [dataset] = await transaction.run(writeQueries.lockDataset, {});
  const revision = (dataset?.revision ?? 0) + 1;
  await transaction.run(writeQueries.setRewritten, { revision, revisedAt: at });
  return revision;
}

function parsed(text: string): AnyRecord {
  const result = parseRecord(JSON.parse(text));
  if ('record' in result) return result.record;
  throw new DemarcheError(
    'BAD_RECORD',
    `a record that was kept is none of this version: ${text.slice(0, 200)}`,
  );
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += BATCH_RECORDS) yield items.slice(i, i + BATCH_RECORDS);
}
