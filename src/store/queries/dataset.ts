import { query } from '../query.js';

type NoParams = Record<string, never>;

/** How many of each there are, as named counts. */
export const datasetCounts = query<NoParams, { readonly name: string; readonly count: number }>(
  'datasetCounts',
  `CALL {
${[
  ['actors', '(n:Actor)'],
  ['topics', '(n:Topic)'],
  ['statements', '(n:Statement)'],
  ['stances', '()-[n:TAKES_STANCE]->()'],
  ['events', '(n:Event)'],
  ['votes', '()-[n:VOTED]->()'],
  ['sources', '(n:Source)'],
  ['publishers', '(n:Publisher)'],
  ['conditions', '(n:Condition)'],
  ['disputes', '(n:Dispute)'],
]
  .map(([name, pattern]) => `MATCH ${pattern} RETURN '${name}' AS name, count(n) AS count`)
  .join('\nUNION ALL\n')}
}
RETURN name, count ORDER BY name`,
);

/** The revision of the data and of the schema; no row in a database that was never set up. */
export const datasetRevision = query<
  NoParams,
  { readonly revision: number; readonly schemaVersion: number | null }
>(
  'datasetRevision',
  `MATCH (m:_Meta {id: 'meta'})
   RETURN coalesce(m.revision, 0) AS revision, m.schemaVersion AS schemaVersion`,
);

/** The first day of the first statement. */
export const earliestStatement = query<NoParams, { readonly day: string }>(
  'earliestStatement',
  'MATCH (s:Statement) WHERE s.dateFrom IS NOT NULL RETURN s.dateFrom AS day ORDER BY day LIMIT 1',
);

/** The last day of the last statement. */
export const latestStatement = query<NoParams, { readonly day: string; readonly from: string }>(
  'latestStatement',
  `MATCH (s:Statement) WHERE s.dateFrom IS NOT NULL
   RETURN s.dateTo AS day, s.dateFrom AS from, s.id AS id ORDER BY from DESC, id DESC LIMIT 1`,
);
