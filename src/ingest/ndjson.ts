import { isUtf8 } from 'node:buffer';
import { type AnyRecord, parseRecord, type RecordIssue, recordKindOf } from '../model/index.js';
import type { InputFile } from './input-file.js';
import { type Line, MAX_LINE_BYTES, readLines } from './lines.js';

/** A line of the record format: a record, or what is wrong with the line. */
export type RecordLine = {
  readonly number: number;
  /** where in the file the text begins */
  readonly offset: number;
  readonly text: string;
  /** of the text, in bytes */
  readonly length: number;
} & (
  | { readonly record: AnyRecord }
  | {
      readonly issues: readonly RecordIssue[];
      /** the record's id, where at least that can be read */
      readonly id?: string | undefined;
    }
);

/**
 * The records of a file, as many at a time as were read together; empty lines are left out, and so are those that
 * `wanted` does not want. Whatever the bytes are, each other line is accounted for.
 */
export async function* readRecords(
  file: InputFile,
  wanted: (line: number) => boolean = () => true,
): AsyncGenerator<readonly RecordLine[]> {
  for await (const lines of readLines(file)) {
    yield lines.flatMap((line) => (wanted(line.number) ? (parseLine(line) ?? []) : []));
  }
}

/** Nothing for an empty line. */
export function parseLine(line: Line): RecordLine | undefined {
  const text = line.bytes.toString('utf8');
  if (text.trim() === '') return undefined;
  const { number, offset, bytes } = line;
  return { number, offset, text, length: bytes.length, ...readText(line, text) };
}

function readText(
  line: Line,
  text: string,
): { record: AnyRecord } | { issues: readonly RecordIssue[]; id?: string | undefined } {
  if (line.tooLong) return lineIssue(`a line of at most ${MAX_LINE_BYTES} bytes`);
  if (!isUtf8(line.bytes)) return lineIssue(`text in UTF-8${encodingHint(line)}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : String(error);
    return lineIssue(
      line.ended ? `a JSON object (${reason})` : `a whole JSON object; the file ends within it (${reason})`,
    );
  }
  const parsed = parseRecord(value);
  return 'record' in parsed ? parsed : { ...parsed, id: idOf(value) };
}

function lineIssue(expected: string): { issues: readonly RecordIssue[] } {
  return { issues: [{ field: '', expected }] };
}

function encodingHint({ number, bytes }: Line): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  return number === 1 && (mark === 'fffe' || mark === 'feff')
    ? '; the file is in UTF-16: save it as UTF-8'
    : '';
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && recordKindOf(id) ? id : undefined;
}
