import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
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
 * between quotes. Where quoting is broken the line is refused and reading goes on with the next one, so that a quote too
 * many costs one line, not the rest of the file.
 */
export async function* csvRows(bytes: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<TextRow> {
  const splitter = lineSplitter();
  let waiting: Line[] = [];
  const read = function* (lines: readonly Line[], atEnd: boolean): Generator<TextRow> {
    waiting = waiting.concat(lines);
    let next = 0;
    for (;;) {
      const row = rowAt(waiting, next, delimiter, atEnd);
      if (row === undefined) break;
      next += row.lines;
      if (row.row) yield row.row;
    }
    waiting = waiting.slice(next);
  };
  for await (const chunk of bytes) yield* read(splitter.push(chunk), false);
  yield* read(splitter.end(), true);
}

/** A quoted field that goes on for longer was not meant to. */
const MOST_LINES = 1_000;

/** The row that begins with a line, and how many lines it takes; nothing where the lines to come may belong to it. */
function rowAt(
  lines: readonly Line[],
  start: number,
  delimiter: string,
  atEnd: boolean,
): { readonly row?: TextRow; readonly lines: number } | undefined {
  let text = '';
  let isOpen = false;
  const end = Math.min(lines.length, start + MOST_LINES);
  for (let at = start; at < end; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const own = line.bytes.toString('utf8');
    if (at === start && own.trim() === '') return { lines: 1 };
    const issue = line.tooLong ? `a line of at most ${MAX_LINE_BYTES} bytes` : textIssue(line.bytes, own);
    if (issue !== undefined && at === start) return { row: refused(line.number, own, issue), lines: 1 };
    if (issue !== undefined || text.length > MAX_LINE_BYTES) return brokenLine(lines, start);
    text = at === start ? own : `${text}\n${own}`;
    isOpen = isOpen !== ((own.match(/"/g)?.length ?? 0) % 2 === 1);
    if (!isOpen) {
      const fields = fieldsOf(text, delimiter);
      const number = lines[start]?.number ?? 0;
      return fields
        ? { row: { line: number, text, fields }, lines: at - start + 1 }
        : brokenLine(lines, start);
    }
  }
  return atEnd || end - start === MOST_LINES
    ? start < lines.length
      ? brokenLine(lines, start)
      : undefined
    : undefined;
}

function brokenLine(
  lines: readonly Line[],
  start: number,
): { readonly row: TextRow; readonly lines: number } {
  const expected = 'quotes around whole fields only, doubled within them, and closed';
  const text = lines[start]?.bytes.toString('utf8') ?? '';
  return { row: refused(lines[start]?.number ?? 0, text, expected), lines: 1 };
}

function fieldsOf(text: string, delimiter: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const [fields]: string[][] = parse(text, { delimiter, relax_column_count: true });
    return fields;
  } catch {
    return undefined;
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
  const places = new Map(required.map((name) => [name, folded.indexOf(fold(name))]));
  return {
    names: row.fields.map((name) => name.trim()),
    indexOf: (name) => places.get(name) ?? folded.indexOf(fold(name)),
  };
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
