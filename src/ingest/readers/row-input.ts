import type { AnyRecord } from '../../model/index.js';
import { openInput } from '../input-file.js';
import { type ReadInput, type ReadNotes, type ReadRow, readNotes } from './reader.js';
import type { TextRow } from './text-rows.js';
import { openUnpacked } from './unpacked.js';

/** A format of rows: which files of a zip are of it, and what its bytes are as rows. */
export interface RowFormat {
  fits(name: string): boolean;
  rows(file: string, bytes: AsyncIterable<Buffer>, notes: ReadNotes): AsyncIterable<ReadRow>;
}

/**
 * Opens a file of rows (`-`: standard input), plain or packed. A row is where it begins: its line.
 *
 * @throws DemarcheError BAD_USER_INPUT where it cannot be read, here or while it is
 */
export async function openRows(path: string, format: RowFormat): Promise<ReadInput> {
  const input = await openInput([path]);
  try {
    const [file] = input.files;
    if (file === undefined) throw new Error('no file');
    const unpacked = await openUnpacked(file, format.fits);
    const notes = readNotes();
    return {
      rows: () => format.rows(file.name, unpacked.bytes, notes),
      placeOf: (line) => `line ${line}`,
      report: notes.report,
      progress: () => ({ done: unpacked.done(), total: file.size }),
      close: () => input.close(),
    };
  } catch (error) {
    await input.close();
    throw error;
  }
}

/** A row that cannot be read as such, handed on. */
export function refusedRow({ line, text, issues }: Extract<TextRow, { issues: unknown }>): ReadRow {
  return { origin: line, text, issues };
}

/** Leaves out records that were just there: rows name the same source and publisher one after the other. */
export interface Repeated {
  without(records: readonly AnyRecord[]): AnyRecord[];
}

const REMEMBERED = 10_000;

export function repeatedRecords(): Repeated {
  const seen = new Map<string, string>();
  const isNew = (record: AnyRecord) => {
    if (!('id' in record)) return true;
    const content = JSON.stringify(record);
    if (seen.get(record.id) === content) return false;
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(record.id, content);
    return true;
  };
  return { without: (records) => records.filter(isNew) };
}
