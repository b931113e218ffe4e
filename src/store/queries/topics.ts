import type { KnownNodeRow } from '../filter/known-nodes.js';
import { type Ids, listQuery, nodeQuery, type OfParent } from '../list-query.js';
import { query } from '../query.js';
import { columns, type EventRow, type Prefixed, type TopicRow } from './rows.js';

export type DecisionRow = Prefixed<'event', EventRow> &
  Prefixed<'topic', TopicRow> & { readonly yesMeans: string };

export const topicsById = nodeQuery<TopicRow>('topicsById', {
  pattern: 't:Topic',
  columns: columns('topic', 't'),
});

/** Each topic with its parts at any depth, itself included, and how many statements hang on them. */
export const partsOfTopics = query<Ids, OfParent<KnownNodeRow>>(
  'partsOfTopics',
  `UNWIND $ids AS parent
MATCH (:Topic {id: parent})<-[:PART_OF*0..]-(t:Topic)
WITH DISTINCT parent, t
RETURN parent, t.id AS node, COUNT { (t)<-[:TAKES_STANCE]-() } AS TAKES_STANCE, COUNT { (t)<-[:ABOUT]-() } AS ABOUT,
  COUNT { (:_Month) } AS months
ORDER BY parent, node`,
);

/** The issues that each topic belongs to. */
export const issuesOfTopics = listQuery<TopicRow>('issuesOfTopics', {
  of: 't:Topic',
  match: 'MATCH (t)-[:PART_OF]->(i:Topic)',
  columns: columns('topic', 'i'),
  order: ['i.id'],
});

/** The direct parts of each topic. */
export const directPartsOfTopics = listQuery<TopicRow>('directPartsOfTopics', {
  of: 't:Topic',
  match: 'MATCH (t)<-[:PART_OF]-(p:Topic)',
  columns: columns('topic', 'p'),
  order: ['p.id'],
});

/** The events that decide each topic, latest first. */
export const decisionsOfTopics = listQuery<DecisionRow>('decisionsOfTopics', {
  of: 't:Topic',
  match: 'MATCH (t)<-[r:DECIDES]-(e:Event)',
  columns: { yesMeans: 'r.yesMeans', ...columns('topic', 't', 'topic'), ...columns('event', 'e', 'event') },
  order: ['e.dateFrom DESC', 'e.id DESC'],
});
