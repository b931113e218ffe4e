import { type AnyRecord, DemarcheError } from '../model/index.js';
import { rowsOf } from '../records/index.js';
import type { WriteTransaction } from '../store/index.js';

export interface Stamps {
  /** ISO instant that statements carry as the time of their recording */
  readonly recordedAt: string;
  /** the dataset's, of the transaction */
  readonly revision: number;
  /** the number of the load */
  readonly load: number;
}

/**
 * Puts records that are not there into the graph.
 *
 * @throws DemarcheError CONFLICT where something that they refer to is not there
 */
export async function writeRows(
  transaction: WriteTransaction,
  records: readonly AnyRecord[],
  { recordedAt, revision, load }: Stamps,
): Promise<void> {
  for (const [statement, rows] of rowsOf(records, recordedAt).inOrder()) {
    const [result] = await transaction.run(statement, { rows, revision, load });
    if (result?.written !== rows.length) {
      throw new DemarcheError(
        'CONFLICT',
        `statement ${statement.name}: ${rows.length} rows were to be written, ${result?.written ?? 0} found what they refer to: ` +
          'the graph was changed by something else meanwhile; run the command again',
      );
    }
  }
}
