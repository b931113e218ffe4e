import { query } from '../query.js';
import { columns, type EventRow, type Prefixed, type TopicRow } from './rows.js';

type ByParent = { readonly parent: string };
type Ids = { readonly ids: readonly string[] };

export type DecisionRow = Prefixed<'event', EventRow> &
  Prefixed<'topic', TopicRow> & { readonly yesMeans: string };

export const topicsById = query<Ids, TopicRow>(
  'topicsById',
  `UNWIND $ids AS id
   MATCH (t:Topic {id: id})
   RETURN ${columns('topic', 't')} ORDER BY id`,
);

/** Each topic with the ids of its parts at any depth, itself included. */
export const partsOfTopics = query<Ids, ByParent & { readonly part: string }>(
  'partsOfTopics',
  `UNWIND $ids AS id
   MATCH (t:Topic {id: id})<-[:PART_OF*0..]-(p:Topic)
   RETURN DISTINCT t.id AS parent, p.id AS part
   ORDER BY parent, part`,
);

/** The issues that each topic belongs to. */
export const issuesOfTopics = query<Ids, TopicRow & ByParent>(
  'issuesOfTopics',
  `UNWIND $ids AS id
   MATCH (c:Topic {id: id})-[:PART_OF]->(t:Topic)
   RETURN c.id AS parent, ${columns('topic', 't')}
   ORDER BY parent, id`,
);

/** The direct parts of each topic. */
export const directPartsOfTopics = query<Ids, TopicRow & ByParent>(
  'directPartsOfTopics',
  `UNWIND $ids AS id
   MATCH (i:Topic {id: id})<-[:PART_OF]-(t:Topic)
   RETURN i.id AS parent, ${columns('topic', 't')}
   ORDER BY parent, id`,
);

/** The events that decide each topic, latest first. */
export const decisionsOfTopics = query<Ids, DecisionRow & ByParent>(
  'decisionsOfTopics',
  `UNWIND $ids AS id
   MATCH (t:Topic {id: id})<-[r:DECIDES]-(e:Event)
   RETURN t.id AS parent, r.yesMeans AS yesMeans, ${columns('topic', 't', 'topic')}, ${columns('event', 'e', 'event')}
   ORDER BY parent, event_dateFrom DESC, event_id DESC`,
);
