import { type AnyRecord, DemarcheError, referencesOf } from '../model/index.js';
import { nameSurvivors, readResolve, rowsOf, settleMerges } from '../records/index.js';
import type { WriteTransaction } from '../store/index.js';
import { refuseCollisions } from './merges/refuse-collisions.js';

export interface Stamps {
  /** ISO instant that statements carry as the time of their recording */
  readonly recordedAt: string;
  /** the dataset's, of the transaction */
  readonly revision: number;
  /** the number of the load */
  readonly load: number;
}

/**
 * Puts records that are not there into the graph, at the actors that remain of those they name. With merges or splits
 * among them, what is there moves too.
 *
 * @throws DemarcheError CONFLICT where something that they refer to is not there, or merges stand against them
 */
export async function writeRows(
  transaction: WriteTransaction,
  records: readonly AnyRecord[],
  { recordedAt, revision, load }: Stamps,
): Promise<void> {
  const actors = records.flatMap((record) => (record.type === 'actor' ? [record.id] : []));
  const named = records.flatMap((record) => referencesOf(record).map(({ id }) => id));
  const resolve = await readResolve(transaction.run, [...actors, ...named]);
  await refuseCollisions(transaction, records, resolve);
  for (const [statement, rows] of rowsOf(records, recordedAt, resolve).inOrder()) {
    const [result] = await transaction.run(statement, { rows, revision, load });
    if (result?.written !== rows.length) {
      throw new DemarcheError(
        'CONFLICT',
        `statement ${statement.name}: ${rows.length} rows were to be written, ${result?.written ?? 0} found what they refer to: ` +
          'the graph was changed by something else meanwhile; run the command again',
      );
    }
  }
  if (records.some(isJudgement)) await settleMerges(transaction.run);
  if (actors.length > 0) await nameSurvivors(transaction.run, actors.map(resolve));
}

/** Whether it says which actors are one. */
export function isJudgement({ type }: Pick<AnyRecord, 'type'>): boolean {
  return type === 'merge' || type === 'split';
}
