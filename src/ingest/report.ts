import { RECORD_TYPES, type RecordType } from '../model/index.js';
import type { InputIssue } from './issue.js';

/** How many records of a type were read, by what became of them. */
export interface TypeCounts {
  new: number;
  changed: number;
  same: number;
  rejected: number;
}

/** Two statements with the same day, speakers and words: likely one, under two ids. Both are kept. */
export interface LikelyDuplicate {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  /** the other one, in the input or in the graph */
  readonly like: string;
}

/** What reading, and perhaps writing, came to. Every record read is new, changed, the same as one there, or rejected. */
export interface LoadReport {
  readonly read: number;
  /** to be written; after a load without problems that was not stopped, written */
  readonly new: number;
  /** to be written in the place of one with other content */
  readonly changed: number;
  readonly same: number;
  /** lines that were refused, broken ones and superseded ones among them */
  readonly rejected: number;
  /** those of them in whose place a later line counts: no reason to write nothing */
  readonly superseded: number;
  readonly written: number;
  /** of the lines whose type is known */
  readonly byType: Readonly<Record<RecordType, Readonly<TypeCounts>>>;
  /** the first of the problems, at most `MAX_KEPT` */
  readonly issues: readonly InputIssue[];
  readonly issueCount: number;
  /** the first of the likely duplicates, at most `MAX_KEPT` */
  readonly warnings: readonly LikelyDuplicate[];
  readonly warningCount: number;
  /** where the refused lines were put */
  readonly rejectsFiles: readonly string[];
  /** the number of the load in the history; left out where nothing was to be loaded: too much was wrong, or it was only tried */
  readonly load?: number | undefined;
  /** whether an earlier load had all of the same files, so that nothing was done; `byType` then counts nothing */
  readonly loadedBefore: boolean;
  /** whether a signal ended it before it was done */
  readonly stopped: boolean;
}

/** Of ten million problems nobody reads more; they are counted. */
export const MAX_KEPT = 10_000;

/** A report while it is being made. */
export interface Tally {
  read: number;
  written: number;
  rejected: number;
  superseded: number;
  stopped: boolean;
  load: number | undefined;
  readonly byType: Record<RecordType, TypeCounts>;
  addIssue(issue: InputIssue): void;
  addWarning(warning: LikelyDuplicate): void;
  report(rejectsFiles: readonly string[]): LoadReport;
}

export function newTally(): Tally {
  const issues: InputIssue[] = [];
  const warnings: LikelyDuplicate[] = [];
  let issueCount = 0;
  let warningCount = 0;
  const byType = Object.fromEntries(
    RECORD_TYPES.map((type) => [type, { new: 0, changed: 0, same: 0, rejected: 0 }]),
  ) as Record<RecordType, TypeCounts>;
  return {
    read: 0,
    written: 0,
    rejected: 0,
    superseded: 0,
    stopped: false,
    load: undefined,
    byType,
    addIssue(issue) {
      issueCount += 1;
      if (issues.length < MAX_KEPT) issues.push(issue);
    },
    addWarning(warning) {
      warningCount += 1;
      if (warnings.length < MAX_KEPT) warnings.push(warning);
    },
    report(rejectsFiles) {
      const sum = (what: keyof TypeCounts) =>
        RECORD_TYPES.reduce((total, type) => total + byType[type][what], 0);
      const { read, rejected, superseded, written, load, stopped } = this;
      return {
        read,
        new: sum('new'),
        changed: sum('changed'),
        same: sum('same'),
        rejected,
        superseded,
        written,
        byType,
        issues,
        issueCount,
        warnings,
        warningCount,
        rejectsFiles,
        load,
        loadedBefore: false,
        stopped,
      };
    },
  };
}
