import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse';
import { DemarcheError, type RecordIssue } from '../../model/index.js';
import { type Line, lineSplitter, MAX_LINE_BYTES } from '../lines.js';

/** A row of a text file with columns: its fields, or what is wrong with it as a whole. */
export type TextRow = {
  /** of its first line, from 1 */
  readonly line: number;
  /** as it stands in the file; of one that is too long, the beginning */
  readonly text: string;
} & ({ readonly fields: readonly string[] } | { readonly issues: readonly RecordIssue[] });

/**
 * The rows of a file whose lines are rows and whose columns have tabs between them, without quoting; empty lines are
 * left out.
 */
export async function* tabRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<TextRow> {
  const splitter = lineSplitter();
  for await (const chunk of bytes) yield* rowsOf(splitter.push(chunk));
  yield* rowsOf(splitter.end());
}

function* rowsOf(lines: readonly Line[]): Generator<TextRow> {
  for (const { number: line, bytes, tooLong } of lines) {
    const text = bytes.toString('utf8');
    if (text.trim() === '') continue;
    if (tooLong) yield refused(line, text, `a line of at most ${MAX_LINE_BYTES} bytes`);
    else {
      const issue = textIssue(bytes, text);
      yield issue === undefined ? { line, text, fields: text.split('\t') } : refused(line, text, issue);
    }
  }
}

function refused(line: number, text: string, expected: string): TextRow {
  return { line, text: text.slice(0, EXCERPT), issues: [{ field: '', expected }] };
}

const EXCERPT = 2_000;

function textIssue(bytes: Buffer, text: string): string | undefined {
  if (!isUtf8(bytes)) return 'text in UTF-8';
  return text.includes('\0') ? 'text without NUL characters' : undefined;
}

/**
 * The rows of a file of comma-separated values (RFC 4180; or with another delimiter), whose fields may hold line ends
 * between quotes. A row whose quoting is broken is refused, and reading goes on after it.
 */
export async function* csvRows(bytes: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<TextRow> {
  // read as Latin-1, in which each byte is a character, so that fields that are not UTF-8 can be told
  const broken: TextRow[] = [];
  const parser = parse({
    delimiter,
    encoding: 'latin1',
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_LINE_BYTES,
    on_skip: (error, raw) => {
      broken.push(refused(Number(error?.lines ?? 0), utf8(raw ?? ''), csvIssue(error?.code)));
      return undefined;
    },
  });
  const feeding = feed(withoutByteOrderMark(bytes), parser).catch((error) => {
    parser.destroy(error);
  });
  for await (const parsed of parser as AsyncIterable<CsvRecord>) {
    yield* broken.splice(0);
    yield csvRow(parsed);
  }
  await feeding;
  yield* broken;
}

interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly raw: string;
  readonly record: readonly string[];
}

function csvRow({ info, raw, record }: CsvRecord): TextRow {
  const inner = (raw.trimEnd().match(/\n/g) ?? []).length;
  const line = Math.max(1, info.lines - inner);
  const text = utf8(raw).trimEnd();
  const issue = textIssue(Buffer.from(raw, 'latin1'), text);
  return issue === undefined ? { line, text, fields: record.map(utf8) } : refused(line, text, issue);
}

function csvIssue(code: string | undefined): string {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? `a row of at most ${MAX_LINE_BYTES} bytes; a quote that is not closed makes one of many lines`
    : 'quotes around whole fields only, doubled within them, and closed';
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

async function feed(bytes: AsyncIterable<Buffer>, parser: ReturnType<typeof parse>): Promise<void> {
  for await (const chunk of bytes) {
    if (parser.destroyed) return;
    if (!parser.write(chunk)) await drained(parser);
  }
  parser.end();
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off('drain', done);
      parser.off('close', done);
      resolve();
    };
    parser.on('drain', done);
    parser.on('close', done);
  });
}

async function* withoutByteOrderMark(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of bytes) {
    yield first && chunk.subarray(0, 3).toString('hex') === 'efbbbf' ? chunk.subarray(3) : chunk;
    first = false;
  }
}

/** The columns of a file by their names in its header, whatever their case and spaces. */
export interface Header {
  readonly names: readonly string[];
  /** of a column that is required, or was found: its place */
  indexOf(name: string): number;
}

/**
 * The header of a file: its first row.
 *
 * @throws DemarcheError BAD_USER_INPUT where it lacks columns of the format, or the file is none
 */
export function headerOf(
  file: string,
  row: TextRow | undefined,
  format: string,
  required: readonly string[],
): Header {
  if (row === undefined) throw badHeader(file, format, 'the file is empty');
  if (!('fields' in row)) throw badHeader(file, format, unreadableHint(row));
  const folded = row.fields.map(fold);
  const missing = required.filter((name) => !folded.includes(fold(name)));
  if (missing.length > 0) {
    throw badHeader(
      file,
      format,
      `its first line lacks ${missing.map((name) => JSON.stringify(name)).join(', ')}`,
    );
  }
  return { names: row.fields.map((name) => name.trim()), indexOf: (name) => folded.indexOf(fold(name)) };
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}

function unreadableHint({ text, ...row }: TextRow): string {
  const isUtf16 = /^(\ufffd\ufffd|..?\0)/s.test(text);
  if (isUtf16) return 'it seems to be in UTF-16: save it as UTF-8';
  return 'issues' in row
    ? `of its first line, ${row.issues[0]?.expected} was expected`
    : 'its first line cannot be read';
}

function badHeader(file: string, format: string, reason: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${file}: expected a file of ${format}: ${reason}`);
}
