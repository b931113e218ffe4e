import { query } from '../query.js';

type NoParams = Record<string, never>;

export type DatasetCountsRow = Readonly<
  Record<
    | 'actors'
    | 'topics'
    | 'statements'
    | 'stances'
    | 'events'
    | 'votes'
    | 'sources'
    | 'publishers'
    | 'conditions'
    | 'disputes',
    number
  >
>;

/** How many of each there are. */
export const datasetCounts = query<NoParams, DatasetCountsRow>(
  'datasetCounts',
  `RETURN COUNT { (:Actor) } AS actors,
     COUNT { (:Topic) } AS topics,
     COUNT { (:Statement) } AS statements,
     COUNT { ()-[:TAKES_STANCE]->() } AS stances,
     COUNT { (:Event) } AS events,
     COUNT { ()-[:VOTED]->() } AS votes,
     COUNT { (:Source) } AS sources,
     COUNT { (:Publisher) } AS publishers,
     COUNT { (:Condition) } AS conditions,
     COUNT { (:Dispute) } AS disputes`,
);

export type DatasetRow = {
  readonly revision: number;
  readonly revisedAt: string | null;
  readonly schemaVersion: number | null;
  readonly seedVersion: string | null;
  readonly seedRevision: number | null;
  readonly mergedActors: number;
};

/**
 * The revision of the data and the instant it was written (`null` before any was, or by an older Demarche), the version
 * of the schema, and of the dataset that was loaded first, if one was; how many actors are merged into others. No row in
 * a database that was never set up.
 */
export const datasetRevision = query<NoParams, DatasetRow>(
  'datasetRevision',
  `MATCH (m:_Meta {id: 'meta'})
   RETURN coalesce(m.revision, 0) AS revision, m.revisedAt AS revisedAt, m.schemaVersion AS schemaVersion,
     m.seedVersion AS seedVersion, m.seedRevision AS seedRevision,
     COUNT { (:MergedActor) } AS mergedActors`,
);

/** The first day of the first statement. (Neo4j uses the index only with a condition on both its properties.) */
export const earliestStatement = query<NoParams, { readonly day: string }>(
  'earliestStatement',
  `MATCH (s:Statement) WHERE s.dateFrom IS NOT NULL AND s.id IS NOT NULL
   RETURN s.dateFrom AS day ORDER BY day LIMIT 1`,
);

/** The last day of the last statement. */
export const latestStatement = query<NoParams, { readonly day: string; readonly from: string }>(
  'latestStatement',
  `MATCH (s:Statement) WHERE s.dateFrom IS NOT NULL AND s.id IS NOT NULL
   RETURN s.dateTo AS day, s.dateFrom AS from, s.id AS id ORDER BY from DESC, id DESC LIMIT 1`,
);
