import type { AnyRecord, RecordIssue } from '../model/index.js';
import type { ReferenceCache } from '../records/index.js';
import type { Store } from '../store/index.js';
import type { Catalogue, Place } from './catalogue.js';
import type { DuplicateFinder } from './duplicates.js';
import type { InputFile } from './input-file.js';
import type { LineStates } from './line-states.js';
import type { JudgementRecord } from './merges/check-merges.js';
import type { Progress } from './progress.js';
import { NO_REJECTS, type Rejects } from './rejects.js';
import type { Tally } from './report.js';

/** What becomes of a record whose key has other content in the graph or in the input. */
export const ON_CONFLICT = ['refuse', 'update'] as const;
export type OnConflict = (typeof ON_CONFLICT)[number];

/** Of the command, which has nothing else to do. */
export const BATCH_RECORDS = 500;

export interface CheckOptions {
  /** what depends on a refused record is then refused too; otherwise nothing will be written, and the causes suffice */
  readonly skipInvalid: boolean;
  /** `update`: a record takes the place of one with other content, in the graph and earlier in the input */
  readonly onConflict: OnConflict;
  readonly rejects: Rejects;
  /** records that are looked up together */
  readonly batchRecords: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** To find out what is wrong, and no more. */
export const CHECK_ONLY = {
  skipInvalid: false,
  onConflict: 'refuse',
  rejects: NO_REJECTS,
  batchRecords: BATCH_RECORDS,
} as const satisfies CheckOptions;

/** The input after the first pass: what each line is, and what is to be written. */
export interface CheckedInput {
  readonly files: readonly InputFile[];
  /** of the lines of each file */
  readonly states: readonly LineStates[];
  readonly catalogue: Catalogue;
  readonly tally: Tally;
  /** the merges and splits to be written, by id */
  readonly judgements: ReadonlyMap<string, JudgementRecord>;
}

/** The first pass while it runs. */
export interface Checking extends CheckedInput {
  readonly store: Store | undefined;
  readonly options: CheckOptions;
  /** records that the input refers to and does not hold */
  readonly cache: ReferenceCache;
  readonly duplicates: DuplicateFinder;
  /** the ids of records that cannot be read */
  readonly broken: Map<string, Place>;
  /** the topics to be written */
  readonly partOf: Map<string, readonly string[]>;
  cycles: ReadonlyMap<string, string>;
  readonly judgements: Map<string, JudgementRecord>;
  /** what merges make wrong with records, by their keys */
  readonly problems: Map<string, readonly RecordIssue[]>;
  /** how many lines have references that are not found yet */
  open: number;
  /** how many records were refused after they had been catalogued */
  uncatalogued: number;
}

/** A line with a record, and where it is. */
export interface Item extends Place {
  readonly text: string;
  readonly record: AnyRecord;
  readonly key: string;
}
