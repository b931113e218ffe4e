import { parseEdtf, type RecordIssue } from '../../model/index.js';
import { storableText } from './storable-text.js';

/** Reads the fields of one row, and collects what is wrong with them. */
export interface RowFields {
  /** Undefined where it is empty, or the format's word for that. */
  text(column: string, longest?: number): string | undefined;
  /** Text that must be there, of a pattern that `expected` says in words. */
  required(column: string, pattern: RegExp, expected: string): string;
  /** A calendar day, as `2020-09-01` or `20200901`; empty where it is none. */
  day(column: string): string;
  /** Checks that a number, if it is there, lies between two. */
  number(column: string, least: number, most: number): number | undefined;
  issue(column: string, expected: string): void;
  readonly issues: readonly RecordIssue[];
}

/** What stands for nothing. */
const MISSING = new Set(['', 'NA', 'NULL', 'None', 'nan', 'NaN']);
const SHORT_TEXT = 1_000;
const EXCERPT = 40;

export function rowFields(get: (column: string) => string | undefined): RowFields {
  const issues: RecordIssue[] = [];
  const issue = (field: string, expected: string) => {
    issues.push({ field, expected });
  };
  const plain = (column: string) => {
    const value = (get(column) ?? '').trim();
    return MISSING.has(value) ? undefined : value;
  };
  return {
    issues,
    issue,
    text(column, longest = SHORT_TEXT) {
      const value = plain(column);
      return value === undefined ? undefined : storableText(value, longest).text;
    },
    required(column, pattern, expected) {
      const value = plain(column) ?? '';
      if (!pattern.test(value)) issue(column, `${expected}${found(value)}`);
      return value;
    },
    day(column) {
      const value = plain(column) ?? '';
      const iso = value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
      if (/^\d{4}-\d\d-\d\d$/.test(iso) && parseEdtf(iso) !== undefined) return iso;
      issue(column, `a day of the calendar, as 2020-09-01${found(value)}`);
      return '';
    },
    number(column, least, most) {
      const value = plain(column);
      if (value === undefined) return undefined;
      const number = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      issue(column, `a number from ${least} to ${most}${found(value)}`);
      return undefined;
    },
  };
}

function found(value: string): string {
  if (value === '') return '; it is empty';
  const excerpt = value.length > EXCERPT ? `${value.slice(0, EXCERPT)}…` : value;
  return `; found ${JSON.stringify(excerpt)}`;
}
