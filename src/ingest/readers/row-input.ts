import type { AnyRecord } from '../../model/index.js';
import { openInput } from '../input-file.js';
import { type ReadInput, type ReadNotes, type ReadRow, readNotes } from './reader.js';
import { type RowFields, rowFields } from './row-fields.js';
import { headerOf, type TextRow } from './text-rows.js';
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

/** What the columns of a format are, and how many fields a row has. */
export interface RowShape {
  /** the place of a column's field */
  indexOf(column: string): number;
  readonly count: number;
  /** the count in words */
  readonly expected: string;
  /** whether a row may have empty fields more */
  readonly mayBeLonger?: boolean | undefined;
}

/** The records of a row's fields; `undefined` where these have issues. */
type RecordsOf = (
  fields: RowFields,
  row: Extract<TextRow, { fields: unknown }>,
) => readonly AnyRecord[] | undefined;

/** A row as its records, or why there are none. */
export function readRow(row: TextRow, shape: RowShape, recordsOf: RecordsOf): ReadRow {
  const { line: origin, text } = row;
  if ('issues' in row) return { origin, text, issues: row.issues };
  const { fields: values } = row;
  const { count, indexOf, expected, mayBeLonger = false } = shape;
  const more = values.slice(count);
  if (values.length < count || (mayBeLonger ? more.some((value) => value.trim() !== '') : more.length > 0)) {
    return { origin, text, issues: [{ field: '', expected: `${expected}; found ${values.length}` }] };
  }
  const fields = rowFields((column) => values[indexOf(column)]);
  const records = recordsOf(fields, row);
  return records === undefined ? { origin, text, issues: fields.issues } : { origin, records };
}

/** A format whose first row names its columns. */
interface HeadedFormat extends Pick<RowShape, 'mayBeLonger'> {
  /** what a file of it is */
  readonly name: string;
  /** what of the columns is read; others need not be there */
  readonly columns: readonly string[];
}

/**
 * The rows below a header.
 *
 * @throws DemarcheError BAD_USER_INPUT where the header is none of the format
 */
export async function* headedRows(
  file: string,
  rows: AsyncIterable<TextRow>,
  { name, columns, mayBeLonger }: HeadedFormat,
  recordsOf: RecordsOf,
): AsyncGenerator<ReadRow> {
  let shape: RowShape | undefined;
  for await (const row of rows) {
    if (shape) {
      yield readRow(row, shape, recordsOf);
      continue;
    }
    const { names, indexOf } = headerOf(file, row, name, columns);
    shape = { indexOf, count: names.length, expected: `${names.length} columns`, mayBeLonger };
  }
  if (!shape) headerOf(file, undefined, name, columns);
}

/** Leaves out records that were just there: rows name the same source and publisher one after the other. */
export interface Repeated {
  without(records: readonly AnyRecord[] | undefined): AnyRecord[] | undefined;
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
  return { without: (records) => records?.filter(isNew) };
}
