import type { AnyRecord } from '../../src/model/index.js';
import { rowsOf } from '../../src/records/index.js';
import { type Store, writeQueries } from '../../src/store/index.js';
import { inBatches, RECORDED_AT } from './batches.js';

/**
 * Writes records that are known to be right into an empty graph, by the loader's statements: the graph is the one that
 * `demarche load` makes, without the time that its checks take. `onProgress` gets how many statements are written.
 */
export async function writeRecords(
  store: Store,
  records: Iterable<AnyRecord>,
  onProgress: (statements: number) => void,
): Promise<void> {
  for (const { batch, revision, statements } of inBatches(records)) {
    const writes = rowsOf(batch, RECORDED_AT).inOrder();
    await store.write(async (transaction) => {
      await transaction.run(writeQueries.lockDataset, {});
      await transaction.run(writeQueries.setRevision, { revision, revisedAt: RECORDED_AT });
      for (const [statement, rows] of writes) {
        const [result] = await transaction.run(statement, { rows, revision, load: 0 });
        if (result?.written !== rows.length) {
          throw new Error(
            `${statement.name}: of ${rows.length} rows, ${result?.written ?? 0} found both ends`,
          );
        }
      }
    });
    onProgress(statements);
  }
}
