import { listQuery, nodeQuery } from '../list-query.js';
import { type ActorRow, type ConditionRow, columns, type StatementRow, type TopicRow } from './rows.js';

export const conditionsById = nodeQuery<ConditionRow>('conditionsById', {
  pattern: 'c:Condition',
  columns: columns('condition', 'c'),
});

/** The proposition whose position each condition would change. */
export const topicsOfConditions = listQuery<TopicRow>('topicsOfConditions', {
  of: 'c:Condition',
  match: 'MATCH (c)-[:FOR]->(t:Topic)',
  columns: columns('topic', 't'),
  order: ['t.id'],
});

/** Of whom each condition is demanded. */
export const askedOfConditions = listQuery<ActorRow>('askedOfConditions', {
  of: 'c:Condition',
  match: 'MATCH (c)-[:ASKED_OF]->(a:Actor)',
  columns: columns('actor', 'a'),
  order: ['a.id'],
});

/** The statement that sets each condition. */
export const statementsOfConditions = listQuery<StatementRow>('statementsOfConditions', {
  of: 'c:Condition',
  match: 'MATCH (c)<-[:SETS]-(s:Statement)',
  columns: columns('statement', 's'),
  order: ['s.id'],
});
