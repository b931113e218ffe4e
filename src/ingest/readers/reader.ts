import type { AnyRecord } from '../../model/index.js';

/** What a reader of another format makes of its input: records, one after the other, and an account of the rest. */
export interface ReadInput {
  /** Reads the input, once. */
  records(): Iterable<ReadRecord>;
  /** complete when all records have been read */
  readonly report: ReadReport;
  /** lets go of the input */
  close(): void;
}

/** A record, and what in the input it was made from. */
export interface ReadRecord {
  readonly record: AnyRecord;
  /** as the format's users call it: `statement 12` */
  readonly from: string;
}

export interface ReadReport {
  /** what became no record */
  readonly skipped: readonly ReadNote[];
  /** what became a record, but not all of it */
  readonly changed: readonly ReadNote[];
}

export interface ReadNote {
  readonly from: string;
  readonly reason: string;
}
