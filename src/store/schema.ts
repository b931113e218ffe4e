import { SEARCHED_LABELS, type SearchedLabel } from './port.js';
import { type Query, query } from './query.js';

type NoParams = Record<never, never>;

/**
 * The schema of the graph as numbered migrations. An engine translates them to its own DDL and records the number of
 * the last one applied in `(:_Meta {id: 'meta'}).schemaVersion`. A migration, once released, is never edited.
 */
export interface Migration {
  readonly version: number;
  readonly summary: string;
  /** labels whose `id` is unique (and indexed) */
  readonly uniqueNodes: readonly string[];
  /** relationship types whose `id` is unique, where the engine knows such constraints */
  readonly uniqueRelationships: readonly string[];
  /** node properties to index, in order; only short values */
  readonly indexes: readonly { readonly label: string; readonly properties: readonly string[] }[];
  /** labels whose `searchText` is searched in full, each in an index of its own */
  readonly fullText: readonly SearchedLabel[];
  /** names of indexes that earlier versions made, where the engine had such */
  readonly dropped: readonly string[];
  /** statements that write what this version needs of the data that is there */
  readonly fill: readonly Query<NoParams, NoParams>[];
}

/** The months that have statements, for walks by date; `mergeStatements` keeps them. */
const fillMonths = query<NoParams, NoParams>(
  'fillMonths',
  `MATCH (s:Statement)
   WITH DISTINCT substring(s.dateFrom, 0, 7) AS month
   WHERE month IS NOT NULL
   MERGE (:_Month {id: month})`,
);

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    summary: 'nodes by id, stances by id, statements and events by date, full text',
    uniqueNodes: [
      'Actor',
      'Topic',
      'Statement',
      'Event',
      'Source',
      'Publisher',
      'Condition',
      'Dispute',
      '_Meta',
    ],
    uniqueRelationships: ['TAKES_STANCE'],
    indexes: [
      { label: 'Statement', properties: ['dateFrom', 'id'] },
      { label: 'Statement', properties: ['revision'] },
      { label: 'Event', properties: ['dateFrom', 'id'] },
      { label: 'Actor', properties: ['isoCode'] },
    ],
    fullText: SEARCHED_LABELS,
    dropped: [],
    fill: [],
  },
  {
    version: 2,
    summary: 'the months that have statements; full text by label',
    uniqueNodes: ['_Month'],
    uniqueRelationships: [],
    indexes: [],
    fullText: SEARCHED_LABELS,
    dropped: ['demarche_search'],
    fill: [fillMonths],
  },
  {
    version: 3,
    summary: 'loads, and the records they replaced',
    uniqueNodes: ['Load', '_Replaced'],
    uniqueRelationships: [],
    indexes: [],
    fullText: [],
    dropped: [],
    fill: [],
  },
  {
    version: 4,
    summary: 'merges of actors, their splits, and the actors that are merged',
    uniqueNodes: ['ActorMerge', 'ActorSplit', 'MergedActor'],
    uniqueRelationships: [],
    indexes: [{ label: 'MergedActor', properties: ['mergedInto'] }],
    fullText: [],
    dropped: [],
    fill: [],
  },
];
