import { type FileHandle, open } from 'node:fs/promises';
import type { AnyRecord } from '../model/index.js';
import { changedError, type InputFile } from './input-file.js';
import { parseLine } from './ndjson.js';

/** A record that waits for another one of its kind: where it is, not what it is. */
export interface DeferredRecord {
  readonly file: InputFile;
  readonly number: number;
  readonly offset: number;
  readonly length: number;
  readonly key: string;
  /** the records it waits for */
  readonly targets: readonly string[];
}

/**
 * Sorts what was deferred into rounds: each refers only to what was written before it and to itself. In the last round
 * are the records that wait for each other; it must be written whole.
 */
export function* deferredRounds(
  deferred: readonly DeferredRecord[],
  isWritten: (key: string) => boolean,
): Generator<{ readonly records: readonly DeferredRecord[]; readonly whole: boolean }> {
  let waiting = deferred;
  while (waiting.length > 0) {
    const ready = new Set<string>();
    const records: DeferredRecord[] = [];
    // an input that begins with its newest record is in order from its end: mostly one round is enough
    for (const record of [...waiting.toReversed(), ...waiting]) {
      if (ready.has(record.key)) continue;
      if (!record.targets.every((target) => ready.has(target) || isWritten(target))) continue;
      ready.add(record.key);
      records.push(record);
    }
    if (records.length === 0) {
      yield { records: waiting, whole: true };
      return;
    }
    yield { records, whole: false };
    waiting = waiting.filter(({ key }) => !ready.has(key));
  }
}

/** Reads records again from where they are. */
export async function readDeferred(deferred: readonly DeferredRecord[]): Promise<AnyRecord[]> {
  const handles = new Map<string, FileHandle>();
  try {
    const records: AnyRecord[] = [];
    for (const { file, number, offset, length } of deferred) {
      const handle = handles.get(file.path) ?? (await open(file.path));
      handles.set(file.path, handle);
      const { buffer } = await handle.read(Buffer.alloc(length), 0, length, offset);
      const line = parseLine({ number, offset, bytes: buffer, tooLong: false, ended: true });
      if (!line || !('record' in line)) throw changedError(file);
      records.push(line.record);
    }
    return records;
  } finally {
    for (const handle of handles.values()) await handle.close();
  }
}
