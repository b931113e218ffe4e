import { type AnyRecord, contentHash, DemarcheError } from '../model/index.js';
import {
  clearRecords,
  findRecords,
  type KnownRecord,
  keyInWords,
  keyOf,
  keyText,
  readRecordsOf,
} from '../records/index.js';
import { loadQueries, type Store, type WriteTransaction, writeQueries } from '../store/index.js';
import type { OnConflict } from './checking.js';
import { isJudgement, writeRows } from './write-rows.js';

/** Ends a transaction that turned out to have nothing to write, so that it leaves no trace. */
const NOTHING_LEFT = new DemarcheError('CONFLICT', 'another load has written all of these records');

export interface BatchOptions {
  /** ISO instant that new statements carry as the time of their recording */
  readonly recordedAt: string;
  /** the number of the load that writes */
  readonly load: number;
  readonly onConflict: OnConflict;
}

/**
 * Writes records in one transaction, with how far the load is: all of them, or none. What is there already, because
 * another load has written it since it was checked, is left out. Returns how many were written.
 */
export async function writeBatch(
  store: Store,
  records: readonly AnyRecord[],
  options: BatchOptions,
): Promise<number> {
  try {
    return await store.write((transaction) => writeRecords(transaction, records, options));
  } catch (error) {
    if (error === NOTHING_LEFT) return 0;
    throw error;
  }
}

async function writeRecords(
  transaction: WriteTransaction,
  records: readonly AnyRecord[],
  { recordedAt, load, onConflict }: BatchOptions,
): Promise<number> {
  const [dataset] = await transaction.run(writeQueries.lockDataset, {});
  const known = await findRecords(transaction.run, records.map(keyOf));
  const fresh = records.filter((record) => !known.has(keyText(keyOf(record))));
  const changed = records.filter((record) => {
    const there = known.get(keyText(keyOf(record)));
    return there !== undefined && there.hash !== contentHash(record);
  });
  const [conflict] = changed;
  if (conflict && onConflict === 'refuse') {
    throw new DemarcheError(
      'CONFLICT',
      `another load has written ${keyInWords(conflict).name} with other content meanwhile; run the command again to see where`,
    );
  }
  const written = [...fresh, ...changed];
  if (written.length === 0) throw NOTHING_LEFT;
  const revision = (dataset?.revision ?? 0) + 1;
  const rewrites = changed.length > 0 || fresh.some(isJudgement);
  const setRevision = rewrites ? writeQueries.setRewritten : writeQueries.setRevision;
  await transaction.run(setRevision, { revision, revisedAt: recordedAt });
  await advance(transaction, load, fresh.length, changed.length);
  if (changed.length > 0) {
    await keepReplaced(transaction, changed, known, load);
    await clearRecords(transaction.run, changed.map(keyOf));
  }
  await writeRows(transaction, written, { recordedAt, revision, load });
  return written.length;
}

async function advance(
  transaction: WriteTransaction,
  load: number,
  fresh: number,
  changed: number,
): Promise<void> {
  const [row] = await transaction.run(loadQueries.advanceLoad, { load, new: fresh, changed });
  if (!row) throw new DemarcheError('CONFLICT', `load ${load} is being undone: it can write no more`);
}

/** Keeps the records as they are before others take their place. */
async function keepReplaced(
  transaction: WriteTransaction,
  records: readonly AnyRecord[],
  known: ReadonlyMap<string, KnownRecord>,
  load: number,
): Promise<void> {
  const before = await readRecordsOf(transaction.run, records.map(keyOf));
  const rows = records.map((record) => {
    const key = keyText(keyOf(record));
    const there = known.get(key);
    const props = {
      load,
      of: key,
      type: record.type,
      record: JSON.stringify(before.get(key)),
      previous: there?.load ?? 0,
      recordedAt: there?.recordedAt ?? '',
    };
    return { id: `${load} ${key}`, props };
  });
  await transaction.run(loadQueries.keepReplaced, { rows });
}
