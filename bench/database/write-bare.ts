import { BATCH_RECORDS } from '../../src/ingest/checking.js';
import type { AnyRecord } from '../../src/model/index.js';
import { rowsOf } from '../../src/records/index.js';
import { type QueryParams, writeQueries } from '../../src/store/index.js';
import { toDriver } from '../../src/store/neo4j/parameters.js';
import { inBatches, RECORDED_AT } from './batches.js';
import { type Connection, connect, type Written } from './connection.js';

/**
 * Sends the loader's statements with prepared rows by the engine's own driver, and nothing else. Returns how many
 * seconds the sending took; making the rows is not counted.
 */
export async function writeBare(connection: Connection, records: Iterable<AnyRecord>): Promise<number> {
  const engine = connect(connection);
  const prepare = (params: QueryParams) =>
    connection.engine === 'neo4j' ? (toDriver(params) as QueryParams) : params;
  let seconds = 0;
  try {
    for (const { batch, revision } of inBatches(records, BATCH_RECORDS)) {
      const statements: Written[] = [
        [writeQueries.lockDataset.text, {}],
        [writeQueries.setRevision.text, prepare({ revision, revisedAt: RECORDED_AT })],
        ...rowsOf(batch, RECORDED_AT)
          .inOrder()
          .map(([{ text }, rows]): Written => [text, prepare({ rows, revision, load: 1 })]),
      ];
      const began = performance.now();
      await engine.write(statements);
      seconds += (performance.now() - began) / 1_000;
    }
    return seconds;
  } finally {
    await engine.close();
  }
}
