import { type AnyRecord, contentHash, DemarcheError } from '../model/index.js';
import { findRecords, keyInWords, keyOf, keyText, rowsOf } from '../records/index.js';
import { type Store, type WriteTransaction, writeQueries } from '../store/index.js';

/** Ends a transaction that turned out to have nothing to write, so that it leaves no trace. */
const NOTHING_LEFT = new DemarcheError('CONFLICT', 'another load has written all of these records');

/**
 * Writes records in one transaction: all of them, or none. What another load has written since they were checked is
 * left out. Returns how many were written.
 */
export async function writeBatch(
  store: Store,
  records: readonly AnyRecord[],
  recordedAt: string,
): Promise<number> {
  try {
    return await store.write((transaction) => writeRecords(transaction, records, recordedAt));
  } catch (error) {
    if (error === NOTHING_LEFT) return 0;
    throw error;
  }
}

async function writeRecords(
  transaction: WriteTransaction,
  records: readonly AnyRecord[],
  recordedAt: string,
): Promise<number> {
  const [dataset] = await transaction.run(writeQueries.lockDataset, {});
  const missing = await missingRecords(transaction, records);
  if (missing.length === 0) throw NOTHING_LEFT;
  const revision = (dataset?.revision ?? 0) + 1;
  await transaction.run(writeQueries.setRevision, { revision, revisedAt: recordedAt });
  for (const [statement, rows] of rowsOf(missing, recordedAt).inOrder()) {
    const [result] = await transaction.run(statement, { rows, revision });
    if (result?.written !== rows.length) {
      throw new DemarcheError(
        'CONFLICT',
        `statement ${statement.name}: ${rows.length} rows were to be written, ${result?.written ?? 0} found what they refer to: ` +
          'the graph was changed by something else meanwhile; run the command again',
      );
    }
  }
  return missing.length;
}

async function missingRecords(
  transaction: WriteTransaction,
  records: readonly AnyRecord[],
): Promise<AnyRecord[]> {
  const known = await findRecords(transaction.run, records.map(keyOf));
  return records.filter((record) => {
    const there = known.get(keyText(keyOf(record)));
    if (there && there.hash !== contentHash(record)) {
      throw new DemarcheError(
        'CONFLICT',
        `another load has written ${keyInWords(record).name} with other content meanwhile; run the command again to see where`,
      );
    }
    return there === undefined;
  });
}
