import type { AnyRecord } from '../../src/model/index.js';

/** Records that get a revision together: more than the loader takes, for nobody else uses the database meanwhile. */
const BATCH_RECORDS = 2_000;
/** The instant that the statements of the corpus carry as the time of their recording. */
export const RECORDED_AT = '2026-01-01T00:00:00.000Z';

export interface Batch {
  readonly batch: readonly AnyRecord[];
  /** from 1 */
  readonly revision: number;
  /** how many statements are in this batch and those before it */
  readonly statements: number;
}

export function* inBatches(records: Iterable<AnyRecord>, size: number = BATCH_RECORDS): Generator<Batch> {
  let batch: AnyRecord[] = [];
  let revision = 0;
  let statements = 0;
  for (const record of records) {
    batch.push(record);
    if (record.type === 'statement') statements += 1;
    if (batch.length < size) continue;
    revision += 1;
    yield { batch, revision, statements };
    batch = [];
  }
  if (batch.length > 0) yield { batch, revision: revision + 1, statements };
}
