import { query } from '../query.js';
import { columns, type PublisherRow, type SourceRow } from './rows.js';

type ByParent = { readonly parent: string };
type Ids = { readonly ids: readonly string[] };

export const sourcesById = query<Ids, SourceRow>(
  'sourcesById',
  `UNWIND $ids AS id
   MATCH (o:Source {id: id})
   RETURN ${columns('source', 'o')} ORDER BY id`,
);

export const publishersById = query<Ids, PublisherRow>(
  'publishersById',
  `UNWIND $ids AS id
   MATCH (p:Publisher {id: id})
   RETURN ${columns('publisher', 'p')} ORDER BY id`,
);

/** Who published each source. */
export const publishersOfSources = query<Ids, PublisherRow & ByParent>(
  'publishersOfSources',
  `UNWIND $ids AS id
   MATCH (o:Source {id: id})-[:PUBLISHED_BY]->(p:Publisher)
   RETURN o.id AS parent, ${columns('publisher', 'p')}
   ORDER BY parent, id`,
);
