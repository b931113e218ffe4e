import type { QueryRow, Scalar } from '../query.js';

/**
 * The rows that nodes are read as: the same columns wherever a node is returned, so that a row is complete whichever
 * statement found it. Where a row holds another node beside its own columns, that node's columns carry a prefix
 * (`actor_name`); `nested` takes them out again.
 */
type Nullable<K extends string> = { readonly [P in K]: string | null };
type Texts<K extends string> = { readonly [P in K]: string };

export type ActorRow = Texts<'id' | 'kind' | 'name'> &
  Nullable<'isoCode' | 'wikidataId' | 'description'> & {
    readonly aliases: readonly string[] | null;
    readonly unresolved: boolean | null;
  };

export type TopicRow = Texts<'id' | 'kind' | 'name'> &
  Nullable<'text' | 'validFrom' | 'validTo'> & {
    readonly aligned: boolean | null;
    readonly valence: boolean | null;
  };

export type StatementRow = Texts<
  'id' | 'act' | 'date' | 'dateFrom' | 'dateTo' | 'recordedAt' | 'fingerprint'
> &
  Nullable<'time' | 'dateBasis' | 'summary'> & { readonly revision: number };

export type EventRow = Texts<'id' | 'kind' | 'name' | 'date' | 'dateFrom' | 'dateTo'> &
  Nullable<'time' | 'dateBasis' | 'place' | 'outcome' | 'document'> & {
    readonly codes: readonly string[] | null;
    readonly goldstein: number | null;
    readonly yes: number | null;
    readonly no: number | null;
    readonly abstain: number | null;
  };

/** What is a statement or an event, as its id says: read with the columns of both, null where they are the other's. */
export type TargetRow = StatementRow | EventRow;

export type SourceRow = Texts<'id'> &
  Nullable<'url' | 'title' | 'author' | 'section' | 'type' | 'publishedAt' | 'language' | 'archivedUrl'>;

export type PublisherRow = Texts<'id' | 'name'> & Nullable<'country' | 'control' | 'controlSource'>;

export type ConditionRow = Texts<'id' | 'text'>;

export type DisputeRow = Texts<'id' | 'question' | 'status'> & Nullable<'assessment' | 'assessedBy'>;

export type StanceColumns = Texts<'id' | 'position' | 'coding'> &
  Nullable<'untilMet' | 'rationale' | 'coder' | 'codedAt'> & { readonly confidence: number | null };

export type CitationColumns = Texts<'attribution'> &
  Nullable<'quote' | 'language' | 'reportedBy' | 'prefix' | 'suffix'> & {
    readonly translated: boolean | null;
    readonly elided: boolean | null;
    readonly primary: boolean | null;
    readonly start: number | null;
    readonly end: number | null;
  };

/** The properties read of each kind of node or relationship. */
const PROPERTIES = {
  actor: ['id', 'kind', 'name', 'aliases', 'isoCode', 'wikidataId', 'description', 'unresolved'],
  topic: ['id', 'kind', 'name', 'text', 'aligned', 'valence', 'validFrom', 'validTo'],
  statement: [
    'id',
    'act',
    'date',
    'dateFrom',
    'dateTo',
    'time',
    'dateBasis',
    'summary',
    'recordedAt',
    'revision',
    'fingerprint',
  ],
  event: [
    'id',
    'kind',
    'name',
    'date',
    'dateFrom',
    'dateTo',
    'time',
    'dateBasis',
    'codes',
    'goldstein',
    'place',
    'outcome',
    'yes',
    'no',
    'abstain',
    'document',
  ],
  source: ['id', 'url', 'title', 'author', 'section', 'type', 'publishedAt', 'language', 'archivedUrl'],
  publisher: ['id', 'name', 'country', 'control', 'controlSource'],
  condition: ['id', 'text'],
  dispute: ['id', 'question', 'status', 'assessment', 'assessedBy'],
  stance: ['id', 'position', 'untilMet', 'rationale', 'confidence', 'coding', 'coder', 'codedAt'],
  citation: [
    'quote',
    'language',
    'translated',
    'elided',
    'attribution',
    'reportedBy',
    'primary',
    'start',
    'end',
    'prefix',
    'suffix',
  ],
} as const;

/** What is read, by the name it has in the row: `{actor_id: 'a.id'}`. */
export type Columns = Readonly<Record<string, string>>;

/** The columns of one node: `{id: 'a.id', …}`, or with a prefix `{actor_id: 'a.id', …}`. */
export function columns(kind: keyof typeof PROPERTIES, variable: string, prefix = ''): Columns {
  return Object.fromEntries(
    PROPERTIES[kind].map((property) => [
      prefix === '' ? property : `${prefix}_${property}`,
      `${variable}.${property}`,
    ]),
  );
}

/** What makes a key, or decides what becomes of a row: it is read whether it is shown or not. */
const KEPT: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'act', 'status', 'country', 'date', 'dateFrom', 'dateTo'],
  ...['position', 'untilMet', 'coding', 'quote', 'primary'],
]);
const OF_PARTIES = ['originalId', 'role', 'capacity', 'asNamed', 'basis'];
/** Properties that the field of their own name shows, and nothing else reads. */
const SHOWN: ReadonlySet<string> = new Set(
  [...Object.values(PROPERTIES).flat(), ...OF_PARTIES].filter((property) => !KEPT.has(property)),
);

/** The columns that are needed where only these fields are selected, named in `fields`. */
export function shownColumns(read: Columns, fields: ReadonlySet<string> | undefined): Columns {
  if (!fields) return read;
  return Object.fromEntries(
    Object.entries(read).filter(([column]) => {
      const property = column.slice(column.indexOf('_') + 1);
      return !SHOWN.has(property) || fields.has(property);
    }),
  );
}

/** Columns as the items of a RETURN: `a.id AS actor_id, …`. */
export function items(read: Columns): string {
  return Object.entries(read)
    .map(([name, expression]) => (name === expression ? name : `${expression} AS ${name}`))
    .join(', ');
}

/** A row's columns, each with a prefix. */
export type Prefixed<Prefix extends string, Row> = {
  readonly [K in keyof Row & string as `${Prefix}_${K}`]: Row[K];
};

/** The node that a row carries under a prefix. */
export function nested<Row extends QueryRow>(row: QueryRow, prefix: string): Row {
  const start = `${prefix}_`;
  const entries = Object.entries(row).filter(([column]) => column.startsWith(start));
  return Object.fromEntries(entries.map(([column, value]) => [column.slice(start.length), value])) as Row;
}

/** The same for a node that may be absent: `null` where its id is. */
export function nestedOrNull<Row extends QueryRow & { readonly id: Scalar }>(
  row: QueryRow,
  prefix: string,
): Row | null {
  return row[`${prefix}_id`] === null ? null : nested<Row>(row, prefix);
}
