import type { RecordIssue } from '../model/index.js';

/**
 * Something wrong with one line of the input. CONFLICT: the same record is there already, with other content.
 * SUPERSEDED: a later line of the input has the same record with other content, and that one counts. BAD_DATASET: a
 * record by itself right, that breaks a rule of curated datasets.
 */
export interface InputIssue extends RecordIssue {
  readonly code: 'BAD_RECORD' | 'CONFLICT' | 'SUPERSEDED' | 'BAD_DATASET';
  /** as the caller named it */
  readonly file: string;
  /** from 1 */
  readonly line: number;
}

/** `file:line: field: expected …`, as compilers print it; an editor jumps to the line. */
export function issueText({ file, line, field, expected }: InputIssue): string {
  return `${file}:${line}: ${field === '' ? '' : `${field}: `}expected ${expected}`;
}

/** By file as the caller gave them, then by line: the order in which a person works through them. */
export function byPlace(files: readonly string[]): (a: InputIssue, b: InputIssue) => number {
  const place = new Map(files.map((file, i) => [file, i]));
  return (a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0) || a.line - b.line;
}
