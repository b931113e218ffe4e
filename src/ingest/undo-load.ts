import {
  type AnyRecord,
  DemarcheError,
  parseRecord,
  RECORD_TYPES,
  type RecordIdKind,
  type RecordType,
  referencesOf,
} from '../model/index.js';
import {
  clearRecords,
  findRecords,
  keyOf,
  keyText,
  type Reader,
  type RecordKey,
  readResolve,
  removeRecords,
  STORED_NODES,
  type StoredKind,
} from '../records/index.js';
import {
  loadQueries,
  mergeQueries,
  type Store,
  type WriteTransaction,
  writeQueries,
} from '../store/index.js';
import { againstMerges } from './merges/undone-merges.js';
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
const REFERRED_TO = ['Dispute', 'Statement', 'Event', 'Source', 'Publisher', 'Topic'] as const;
const NODE_ORDER: readonly StoredKind[] = [
  'ActorMerge',
  ...REFERRED_TO,
  'ActorSplit',
  'Actor',
  'MergedActor',
];

/** Statements by what they are made of, once. */
const NODES_OF_LOAD = new Map(NODE_ORDER.map((kind) => [kind, loadQueries.nodesOfLoad(kind)]));
const OTHERS_ON = new Map(REFERRED_TO.map((kind) => [kind, loadQueries.othersOn(kind)]));
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
  /** the keys of the same that are not there: an undo that was cut off took these merges out */
  readonly missing: ReadonlySet<string>;
  /** of those, merges and splits */
  readonly judged: readonly Judged[];
  /** of records that it added, relationships first */
  readonly added: readonly RecordKey[];
}

/** A merge or split that was replaced: its own id, and that of what is kept of it. */
interface Judged {
  readonly of: string;
  readonly id: string;
}

/** One transaction of an undo. */
interface Step {
  readonly removes: readonly RecordKey[];
  readonly restores: readonly string[];
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
  for (const { removes, restores } of stepsOf(undoing)) {
    if (signal?.aborted) return { load, removed, restored, stopped: true };
    await store.write(async (transaction) => {
      const revision = await rewrite(transaction, at);
      if (removes.length > 0) await remove(transaction, load, removes);
      if (restores.length > 0) await restore(transaction, restores, revision, at);
    });
    restored += restores.length;
    removed += removes.filter((key) => !isReplaced(undoing, key)).length;
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
  const judged = rows.filter(({ of }) => isOf(of, 'merge', 'split'));
  const there = await findRecords(
    read,
    judged.map(({ of }) => ({ id: of })),
  );
  return {
    load,
    replaced: rows.map(({ id }) => id),
    missing: new Set(judged.map(({ of }) => of).filter((id) => !there.has(id))),
    judged,
    added: added.filter((key) => !replaced.has(keyText(key))),
  };
}

function isOf(key: string, ...idKinds: readonly RecordIdKind[]): boolean {
  return idKinds.some((kind) => key.startsWith(`${kind}:`));
}

/**
 * The transactions of an undo. Merges go first, those to be restored among them: with fewer merges no record names one
 * actor twice. What lets merges count again comes when all other records are as they were before, and actors go last.
 */
function* stepsOf({ replaced, missing, judged, added }: Undoing): Generator<Step> {
  const idIn = (key: RecordKey) => ('id' in key ? key.id : '');
  const merges = [
    ...added.filter((key) => isOf(idIn(key), 'merge')),
    ...judged.filter(({ of }) => isOf(of, 'merge') && !missing.has(of)).map(({ of }) => ({ id: of })),
  ];
  const splits = added.filter((key) => isOf(idIn(key), 'split'));
  const actors = added.filter((key) => isOf(idIn(key), 'actor'));
  const others = added.filter((key) => !isOf(idIn(key), 'merge', 'split', 'actor'));
  const last = new Set(judged.map(({ id }) => id));
  for (const removes of batches(merges)) yield { removes, restores: [] };
  for (const restores of batches(replaced.filter((id) => !last.has(id)))) yield { removes: [], restores };
  for (const removes of batches(others)) yield { removes, restores: [] };
  if (splits.length + last.size > 0) yield { removes: splits, restores: [...last] };
  for (const removes of batches(actors)) yield { removes, restores: [] };
}

function isReplaced({ judged }: Undoing, key: RecordKey): boolean {
  return judged.some(({ of }) => of === keyText(key));
}

/** Refuses where something would be lost or broken that other loads did. */
async function refuseUndo(read: Reader, { load, replaced, missing, added }: Undoing): Promise<void> {
  const reasons: string[] = [];
  for (const { of, load: later } of await read(loadQueries.replacedSince, { load })) {
    reasons.push(`${of} was replaced by load ${later}`);
  }
  for (const keys of batches(added)) reasons.push(...(await othersOn(read, load, keys)));
  reasons.push(...(await othersByProperty(read, load, added)));
  const restored: AnyRecord[] = [];
  for (const ids of batches(replaced)) {
    const records = (await read(loadQueries.replacedRecords, { ids })).map(({ record }) => parsed(record));
    reasons.push(...(await goneFor(read, records, added, missing)));
    restored.push(...records);
  }
  reasons.push(...(await againstMerges(read, new Set(added.map(keyText)), restored)));
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
      'id' in key && key.id.startsWith(`${STORED_NODES[kind].idKind}:`) ? [key.id] : [],
    );
    if (ids.length === 0) continue;
    reasons.push(...(await read(query, { ids, load })).map(reasonOf));
  }
  const actors = keys.flatMap((key) => ('id' in key && isOf(key.id, 'actor') ? [key.id] : []));
  if (actors.length > 0) {
    const resolve = await readResolve(read, actors);
    const rows = actors.map((id) => ({ id, at: resolve(id) }));
    for (const query of [loadQueries.othersOnActors, loadQueries.othersOfActors])
      reasons.push(...(await read(query, { rows, load })).map(reasonOf));
  }
  return reasons;
}

function reasonOf({ id, type, from }: { readonly id: string; readonly type: string; readonly from: string }) {
  return `${from} refers to ${id} (${type})`;
}

/** The same for references that the graph keeps as properties. */
async function othersByProperty(read: Reader, load: number, keys: readonly RecordKey[]): Promise<string[]> {
  const gone = new Set(keys.map(keyText));
  const rows = await read(loadQueries.othersByProperty, { load });
  return rows.flatMap(({ ids, type, from }) =>
    ids.filter((id) => gone.has(id)).map((id) => reasonOf({ id, type, from })),
  );
}

/** The merges that name actors: none, once those of the load itself are gone. */
async function mergesOf(read: Reader, keys: readonly RecordKey[]): Promise<string[]> {
  const actors = new Set(keys.map(keyText).filter((key) => isOf(key, 'actor')));
  if (actors.size === 0) return [];
  return (await read(mergeQueries.allMerges, {})).flatMap(({ id: from, ...merge }) =>
    [merge.from, merge.into]
      .filter((id) => actors.has(id))
      .map((id) => reasonOf({ id, type: 'from or into', from })),
  );
}

/** What records to be restored refer to and is not there any more, nor to be restored with them, or would go. */
async function goneFor(
  read: Reader,
  records: readonly AnyRecord[],
  added: readonly RecordKey[],
  restored: ReadonlySet<string>,
): Promise<string[]> {
  const goes = new Set(added.map(keyText));
  const references = [...new Set(records.flatMap((record) => referencesOf(record).map(({ id }) => id)))];
  const there = await findRecords(
    read,
    references.map((id) => ({ id })),
  );
  return records.flatMap((record) =>
    referencesOf(record)
      .filter(({ id }) => !(there.has(id) || restored.has(id)) || goes.has(id))
      .map(({ id }) => `${keyText(keyOf(record))} referred to ${id}, which is gone`),
  );
}

async function restore(
  transaction: WriteTransaction,
  ids: readonly string[],
  revision: number,
  at: string,
): Promise<void> {
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
  // splits go before the merges that they take back, which else would count meanwhile
  const order = (type: RecordType) => (type === 'split' ? -1 : RECORD_TYPES.indexOf(type));
  for (const stamped of [...records].sort((a, b) => order(a.record.type) - order(b.record.type))) {
    const isSplit = stamped.record.type === 'split';
    const key = `${stamped.stamps.load} ${stamped.stamps.recordedAt} ${isSplit}`;
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
): Promise<void> {
  const [reason] = [
    ...(await othersOn(transaction.run, load, keys)),
    ...(await mergesOf(transaction.run, keys)),
  ];
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
