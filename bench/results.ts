import type { Outcome } from './measure.js';
import type { SubjectName } from './subjects/index.js';

/** What a run found; `--json` writes it. Times are in milliseconds. */
export interface Results {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly sizes: readonly SizeResults[];
  readonly targets: readonly Target[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** processes that wanted a core in the minute before the run: above 0.5, others were at work too */
  readonly loadBefore: number;
}

/** One size of the corpus. */
export interface SizeResults {
  readonly engine: string;
  readonly statements: number;
  /** where the corpus was loaded for this run */
  readonly loadSeconds: number | undefined;
  readonly cases: readonly CaseResults[];
  readonly table: TableResults | undefined;
  readonly memory: MemoryResults | undefined;
  readonly exports: ExportsResults | undefined;
  readonly dashboard: DashboardResults | undefined;
  readonly loads: LoadsResults | undefined;
}

export interface CaseResults {
  readonly name: string;
  readonly title: string;
  readonly ofOne: boolean;
  readonly countedMs: number | undefined;
  /** the names of the statements that the service sends for one request, those of each round together */
  readonly sent: readonly (readonly string[])[];
  /** how many ids its answer has */
  readonly ids: number;
  readonly first: FirstAnswer | undefined;
  /** of a case that is counted on the table: the longest that the service's event loop waited meanwhile, in milliseconds */
  readonly blockedMs: number | undefined;
  readonly outcomes: Readonly<Partial<Record<SubjectName, ReadonlyMap<number, Outcome>>>>;
}

/** The service's first answer to a case: what is then kept in memory for later ones is made for it. */
export interface FirstAnswer {
  readonly ms: number;
  /** of the service after it */
  readonly residentMiB: number;
}

/** The table that the service counts on, read anew. */
export interface TableResults {
  /** from when the service serves until it answers from the table */
  readonly seconds: number;
  /** resident memory of the service in MiB before and after */
  readonly residentMiB: readonly [before: number, after: number];
}

/** What a person waits for on the pages. */
export interface DashboardResults {
  /** largest contentful paint of a first visit, the median of several, with a processor four times as slow */
  readonly largestPaintMs: number;
  /** what a first visit loads of it, packed */
  readonly scriptKilobytes: number;
  /** the slowest interaction until the next paint: typing words, and choosing a filter */
  readonly typingMs: number;
  readonly filterMs: number;
  readonly networkNodes: number;
  readonly networkEdges: number;
  /** while the network is dragged and zoomed */
  readonly framesPerSecond: number;
  /** memory in use after each round through the pages */
  readonly heapMiB: readonly number[];
  /** over the second half, as of the service's memory */
  readonly heapGrowth: number;
}

/** The corpus, loaded by the command into an empty database. */
export interface LoadsResults {
  readonly statements: number;
  /** how long the driver alone takes for the same batches, prepared */
  readonly bareSeconds: number;
  /** resident memory of the command when it has nothing to read */
  readonly idleMiB: number;
  readonly first: LoadRun;
  /** the same file a second time */
  readonly again: LoadRun;
  /** the same records in a file of other bytes */
  readonly sameRecords: LoadRun;
  /** new statements, into a service that is asked meanwhile */
  readonly beside: LoadRun;
  /** of small queries of that service before, and while it loads, in milliseconds */
  readonly idleP95: number;
  readonly loadingP95: number;
}

/** One run of the command. */
export interface LoadRun {
  readonly seconds: number;
  /** of its resident memory */
  readonly peakMiB: number;
}

/** The whole graph, exported. */
export interface ExportsResults {
  /** the driver alone, streaming all nodes and edges with what an export carries of them, and the table of statements */
  readonly bare: { readonly elements: StreamedRows; readonly table: StreamedRows } | undefined;
  /** resident memory of the service before */
  readonly idleMiB: number;
  readonly formats: readonly FormatResults[];
}

export interface StreamedRows {
  readonly rows: number;
  readonly seconds: number;
}

export interface FormatResults {
  readonly format: string;
  readonly seconds: number;
  /** how long the driver alone takes for the rows that the format holds */
  readonly bareSeconds: number | undefined;
  readonly megabytes: number;
  /** the service's resident memory at its highest, above idle */
  readonly extraMiB: number;
  /** of small queries that were asked all along, in milliseconds */
  readonly smallP95: number;
}

export interface MemoryResults {
  readonly requests: number;
  /** resident memory of the service in MiB, at equal distances over the requests */
  readonly residentMiB: readonly number[];
  /** growth over the second half, as a share of its mean, from the straight line that fits it best */
  readonly secondHalfGrowth: number;
}

export interface Target {
  readonly name: string;
  /** what was found, in words */
  readonly found: string;
  /** `undefined`: this run does not tell */
  readonly met: boolean | undefined;
}
