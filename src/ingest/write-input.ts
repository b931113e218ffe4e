import { type AnyRecord, RECORD_TYPES, type RecordType } from '../model/index.js';
import { keyOf, keyText } from '../records/index.js';
import type { Store } from '../store/index.js';
import type { CheckedInput } from './checking.js';
import { type DeferredRecord, deferredRounds, readDeferred } from './deferred.js';
import { changedError } from './input-file.js';
import { judgementsFirst, judgementsLast } from './merges/write-order.js';
import { readRecords } from './ndjson.js';
import type { Progress } from './progress.js';
import { type BatchOptions, writeBatch } from './write-batch.js';

/**
 * What refers to others comes after them. Merges and splits have an order of their own: splits of what is merged go
 * before the rest, merges after all, so that no record in between names one actor twice that does not in the end.
 */
const PHASES: readonly (readonly RecordType[])[] = [
  ['actor'],
  ['topic'],
  ['publisher'],
  ['source'],
  ['event'],
  ['vote', 'membership', 'office'],
  ['statement'],
  ['dispute'],
];
/** In one transaction: at most so many bytes of records. */
const BATCH_BYTES = 4 * 1024 * 1024;

export interface WriteOptions extends BatchOptions {
  /** at most so many in one transaction */
  readonly batchRecords: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

interface Writing extends WriteOptions {
  readonly store: Store;
  readonly input: CheckedInput;
  readonly total: number;
  done: number;
  /** in milliseconds of this process */
  readonly begin: number;
  /** the transaction that was begun last */
  underWay: Promise<void>;
}

/** Records of one transaction. */
interface Batch {
  readonly records: AnyRecord[];
  bytes: number;
}

/**
 * Writes what the first pass found to be new, in transactions that each leave the graph whole: no record is there
 * without all that it refers to. A signal ends it after the current one.
 */
export async function writeInput(store: Store, input: CheckedInput, options: WriteOptions): Promise<void> {
  const { byType } = input.tally;
  const total = RECORD_TYPES.reduce((sum, type) => sum + byType[type].new + byType[type].changed, 0);
  const writing: Writing = {
    ...options,
    ...{ store, input, total, done: 0 },
    begin: performance.now(),
    underWay: Promise.resolve(),
  };
  try {
    await writeTogether(writing, judgementsFirst(input.judgements));
    for (const types of PHASES) {
      if (types.some((type) => byType[type].new + byType[type].changed > 0)) await writePhase(writing, types);
    }
    await writeTogether(writing, judgementsLast(input.judgements));
  } finally {
    await writing.underWay;
  }
}

/** Writes batches of records, each in a transaction. */
async function writeTogether(writing: Writing, batches: Iterable<readonly AnyRecord[]>): Promise<void> {
  for (const records of batches) await flush(writing, { records: [...records], bytes: 0 });
}

async function writePhase(writing: Writing, types: readonly RecordType[]): Promise<void> {
  const { files, states } = writing.input;
  const deferred: DeferredRecord[] = [];
  const batch: Batch = { records: [], bytes: 0 };
  for (const [file, input] of files.entries()) {
    const wanted = (line: number) => {
      const type = states[file]?.typeOf(line);
      return type !== undefined && types.includes(type);
    };
    for await (const lines of readRecords(input, wanted)) {
      for (const line of lines) {
        if (isStopped(writing)) return;
        if (!('record' in line)) throw changedError(input);
        const targets = unwrittenTargets(writing, line.record, batch);
        if (targets.length === 0) {
          await addToBatch(writing, batch, line.record, line.length);
        } else {
          const { record, number, offset, length } = line;
          deferred.push({ file: input, number, offset, length, key: keyText(keyOf(record)), targets });
        }
      }
    }
  }
  await flush(writing, batch);
  await writeDeferred(writing, deferred);
}

/** The records of the same kind that this one refers to and that no earlier transaction, nor this one, has. */
function unwrittenTargets({ input }: Writing, record: AnyRecord, batch: Batch): string[] {
  const targets =
    record.type === 'topic'
      ? (record.partOf ?? [])
      : record.type === 'statement'
        ? (record.respondsTo ?? []).map(({ id }) => id)
        : [];
  return targets.filter(
    (target) =>
      input.catalogue.get(target)?.state === 'NEW' &&
      !batch.records.some((other) => 'id' in other && other.id === target),
  );
}

async function addToBatch(writing: Writing, batch: Batch, record: AnyRecord, bytes: number): Promise<void> {
  batch.records.push(record);
  batch.bytes += bytes;
  if (batch.records.length >= writing.batchRecords || batch.bytes >= BATCH_BYTES) await flush(writing, batch);
}

/** Begins to write a batch when the one before it is written. While the database is at it, the next one is read. */
async function flush(writing: Writing, batch: Batch): Promise<void> {
  if (batch.records.length === 0) return;
  const records = batch.records.splice(0);
  batch.bytes = 0;
  await writing.underWay;
  if (isStopped(writing)) return;
  // whatever refers to them is written later, or not at all
  for (const record of records) writing.input.catalogue.setState(keyText(keyOf(record)), 'WRITTEN');
  writing.underWay = write(writing, records);
  // whoever awaits it is told
  writing.underWay.catch(() => undefined);
}

async function write(writing: Writing, records: readonly AnyRecord[]): Promise<void> {
  const { store, input, total, begin, onProgress } = writing;
  input.tally.written += await writeBatch(store, records, writing);
  writing.done += records.length;
  onProgress?.({ phase: 'write', done: writing.done, total, ms: performance.now() - begin });
}

async function writeDeferred(writing: Writing, deferred: readonly DeferredRecord[]): Promise<void> {
  const isWritten = (key: string) => writing.input.catalogue.get(key)?.state !== 'NEW';
  for (const { records, whole } of deferredRounds(deferred, isWritten)) {
    const step = whole ? records.length : writing.batchRecords;
    for (let i = 0; i < records.length; i += step) {
      await flush(writing, { records: await readDeferred(records.slice(i, i + step)), bytes: 0 });
      if (isStopped(writing)) return;
    }
  }
}

function isStopped({ signal, input }: Writing): boolean {
  if (signal?.aborted) input.tally.stopped = true;
  return input.tally.stopped;
}
