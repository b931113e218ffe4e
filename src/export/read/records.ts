import { type ElementReader, type JsonRecord, RECORD_READERS } from '../../records/index.js';
import { oneAhead } from './one-ahead.js';
import type { Selection } from './selection.js';

type Batches = AsyncIterable<readonly JsonRecord[]>;

/** All records of a selection, of which the caller sees to it that it holds what they refer to. */
export async function* readRecords(
  reader: ElementReader,
  selection: Selection,
): AsyncGenerator<readonly JsonRecord[], void, undefined> {
  const batchesOf = ({ kind, read }: (typeof RECORD_READERS)[number]) =>
    oneAhead(selection.batches(kind), (batch) => read(reader, batch, selection.has));
  for (const type of new Set(RECORD_READERS.map((of) => of.type))) {
    const [first, ...others] = RECORD_READERS.filter((of) => of.type === type).map(batchesOf);
    if (first) yield* others.reduce<Batches>(byId, first);
  }
}

/** The records of both by id, in which order each has its own. */
async function* byId(one: Batches, other: Batches): AsyncGenerator<readonly JsonRecord[], void, undefined> {
  let waiting: readonly JsonRecord[] = [];
  const rest = other[Symbol.asyncIterator]();
  let isDone = false;
  const next = async () => {
    const { done, value } = await rest.next();
    if (done) isDone = true;
    else waiting = [...waiting, ...value];
  };
  for await (const batch of one) {
    const last = idOf(batch.at(-1));
    while (!isDone && idOf(waiting.at(-1)) <= last) await next();
    const ready = waiting.filter((record) => idOf(record) <= last);
    waiting = waiting.slice(ready.length);
    yield [...batch, ...ready].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  }
  while (!isDone) await next();
  if (waiting.length > 0) yield waiting;
}

function idOf(record: JsonRecord | undefined): string {
  return typeof record?.id === 'string' ? record.id : '';
}
