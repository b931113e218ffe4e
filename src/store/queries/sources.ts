import type { KnownNodeRow } from '../filter/known-nodes.js';
import { type Ids, listQuery, nodeQuery, type OfParent } from '../list-query.js';
import { query } from '../query.js';
import { columns, type PublisherRow, type SourceRow } from './rows.js';

export const sourcesById = nodeQuery<SourceRow>('sourcesById', {
  pattern: 'o:Source',
  columns: columns('source', 'o'),
});

export const publishersById = nodeQuery<PublisherRow>('publishersById', {
  pattern: 'p:Publisher',
  columns: columns('publisher', 'p'),
});

/** Who published each source. */
export const publishersOfSources = listQuery<PublisherRow>('publishersOfSources', {
  of: 'o:Source',
  match: 'MATCH (o)-[:PUBLISHED_BY]->(p:Publisher)',
  columns: columns('publisher', 'p'),
  order: ['p.id'],
});

/** How many statements cite each source. */
export const degreesOfSources = query<Ids, OfParent<KnownNodeRow>>(
  'degreesOfSources',
  `UNWIND $ids AS parent
MATCH (o:Source {id: parent})
RETURN parent, o.id AS node, COUNT { (o)<-[:REPORTED_IN]-() } AS REPORTED_IN, COUNT { (:_Month) } AS months
ORDER BY parent`,
);
