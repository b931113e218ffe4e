import type { AnyRecord, RecordIssue } from '../../model/index.js';

/** What a reader of another format makes of its input: rows, one after the other, and an account of the rest. */
export interface ReadInput {
  /** Reads the input, once. */
  rows(): AsyncIterable<ReadRow>;
  /** what the format's users call the place of a row: `line 12`, `statement 12` */
  placeOf(origin: number): string;
  /** complete when all rows have been read */
  readonly report: ReadReport;
  /** how many bytes of how many have been read */
  progress(): { readonly done: number; readonly total: number };
  /** lets go of the input */
  close(): Promise<void>;
}

/** A row of the input (a statement, an entity): the records made of it, or why there are none. */
export type ReadRow = {
  /** where in the input it is, as a number that `placeOf` knows */
  readonly origin: number;
} & (
  | { readonly records: readonly AnyRecord[] }
  | {
      /** as it stands in the input, or the beginning of it */
      readonly text: string;
      /** `field` is the column */
      readonly issues: readonly RecordIssue[];
    }
);

export interface ReadReport {
  /** what became no record, at most the first 10,000 */
  readonly skipped: readonly ReadNote[];
  readonly skippedCount: number;
  /** what became a record, but not all of it; the first likewise */
  readonly changed: readonly ReadNote[];
  readonly changedCount: number;
}

export interface ReadNote {
  readonly from: string;
  readonly reason: string;
}

/** The account of a reader while it reads. */
export interface ReadNotes {
  skip(from: string, reason: string): void;
  change(from: string, reason: string): void;
  readonly report: ReadReport;
}

/** Of millions of notes nobody reads more; they are counted. */
const MOST_KEPT = 10_000;

export function readNotes(): ReadNotes {
  const report = { skipped: [] as ReadNote[], skippedCount: 0, changed: [] as ReadNote[], changedCount: 0 };
  return {
    report,
    skip(from, reason) {
      report.skippedCount += 1;
      if (report.skipped.length < MOST_KEPT) report.skipped.push({ from, reason });
    },
    change(from, reason) {
      report.changedCount += 1;
      if (report.changed.length < MOST_KEPT) report.changed.push({ from, reason });
    },
  };
}
