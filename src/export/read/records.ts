import { type ElementReader, type JsonRecord, RECORD_READERS } from '../../records/index.js';
import { oneAhead } from './one-ahead.js';
import type { Selection } from './selection.js';

/** All records of a selection, of which the caller sees to it that it holds what they refer to. */
export async function* readRecords(
  reader: ElementReader,
  selection: Selection,
): AsyncGenerator<readonly JsonRecord[], void, undefined> {
  for (const { kind, read } of RECORD_READERS) {
    yield* oneAhead(selection.batches(kind), (batch) => read(reader, batch, selection.has));
  }
}
