import type { SqliteFile, SqliteRow } from '../sqlite-file.js';
import { storableText } from '../storable-text.js';
import type { DnaCodebook } from './codebook.js';

export interface DnaSource {
  readonly file: SqliteFile;
  readonly codebook: DnaCodebook;
  /** part of all ids */
  readonly name: string;
  /** the organizations that are states */
  readonly states: ReadonlySet<string>;
  readonly coding: string;
}

/** What becomes no record, and what of a record is not as in the file. */
export interface DnaNotes {
  skip(from: string, reason: string): void;
  change(from: string, reason: string): void;
}

/** A record before it is checked. */
export interface Draft {
  readonly from: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What the record format allows (model/records.ts). */
export const SHORT_TEXT = 1_000;
export const LABEL = 120;
export const LONG_TEXT = 50_000;

export function idOf(kind: string, { name }: DnaSource, key: number | string): string {
  return `${kind}:dna-${name}-${key}`;
}

/** Empty fields are left out of records. */
export function filled(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

export function storable(
  notes: DnaNotes,
  from: string,
  what: string,
  value: string | undefined,
  length: number,
): string | undefined {
  if (value === undefined) return undefined;
  const { text, change } = storableText(value, length);
  if (change !== undefined) notes.change(from, `${what} ${change}`);
  return text;
}

export function textOf(value: SqliteRow[string] | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
