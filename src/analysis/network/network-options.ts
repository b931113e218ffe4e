export const NETWORK_TYPES = ['ACTOR_TOPIC', 'ACTOR_ACTOR', 'TOPIC_TOPIC'] as const;
export const AGGREGATIONS = ['IGNORE', 'CONGRUENCE', 'CONFLICT', 'SUBTRACT', 'COMBINE'] as const;
export const NORMALIZATIONS = [
  'NONE',
  'ACTIVITY',
  'PROMINENCE',
  'AVERAGE',
  'JACCARD',
  'COSINE',
  'TRUE_COSINE',
] as const;
export const DUPLICATES = ['INCLUDE', 'DOCUMENT', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'RANGE'] as const;
export const WINDOW_UNITS = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'EVENT'] as const;
export const KERNELS = ['NONE', 'UNIFORM', 'TRIANGULAR', 'EPANECHNIKOV', 'GAUSSIAN'] as const;
/** `STRICT`: correct and reproducible. `DNA`: the numbers of the Discourse Network Analyzer 3.1.2, quirks included. */
export const NETWORK_MODES = ['STRICT', 'DNA'] as const;

export type NetworkType = (typeof NETWORK_TYPES)[number];
export type Aggregation = (typeof AGGREGATIONS)[number];
export type Normalization = (typeof NORMALIZATIONS)[number];
export type Duplicates = (typeof DUPLICATES)[number];
export type WindowUnit = (typeof WINDOW_UNITS)[number];
export type Kernel = (typeof KERNELS)[number];
export type NetworkMode = (typeof NETWORK_MODES)[number];

/** Which network (networks.md). What is left out is as in the defaults given here. */
export interface NetworkOptions {
  readonly type: NetworkType;
  /** default `IGNORE` */
  readonly aggregation?: Aggregation | undefined;
  /** default `NONE` */
  readonly normalization?: Normalization | undefined;
  /** default `INCLUDE` */
  readonly duplicates?: Duplicates | undefined;
  /** whether what is selected and then excluded still is a node, without edges; default no */
  readonly isolates?: boolean | undefined;
  /** default `STRICT` */
  readonly mode?: NetworkMode | undefined;
  /** default from the first to the last moment of all rows */
  readonly range?: TimeRange | undefined;
  /** rows of such documents are not selected: they make no isolates either */
  readonly excludeDocuments?: DocumentFilter | undefined;
  /** only rows of such documents are selected */
  readonly includeDocuments?: DocumentFilter | undefined;
  /** such rows are counted nowhere */
  readonly exclude?: RowFilter | undefined;
  /** only such rows are counted */
  readonly include?: RowFilter | undefined;
  /** edges whose weight is nearer to zero are left out; their nodes stay */
  readonly minWeight?: number | undefined;
}

/** Moments in seconds since 1970-01-01T00:00 by the local clock, both included. */
export interface TimeRange {
  readonly start: number;
  readonly stop: number;
}

/** Values of a key are alternatives. The empty text stands for what is not known. */
export interface DocumentFilter {
  readonly ids?: readonly string[] | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly publishers?: readonly string[] | undefined;
  readonly sections?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
}

/** Values of a key are alternatives. Ids of actors and topics, names of levels. */
export interface RowFilter {
  readonly actors?: readonly string[] | undefined;
  /**
   * those whom the rows do not name (`StatementColumns.others`): a row is excluded with all of them, included with one
   */
  readonly others?: readonly string[] | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly levels?: readonly string[] | undefined;
}

/** A window that slides over the range, one unit at a time. */
export interface WindowOptions {
  readonly unit: WindowUnit;
  /** in units, at least 1 */
  readonly size: number;
  /** default `NONE` */
  readonly kernel?: Kernel | undefined;
}
