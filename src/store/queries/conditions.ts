import { query } from '../query.js';
import { type ActorRow, type ConditionRow, columns, type StatementRow, type TopicRow } from './rows.js';

type ByParent = { readonly parent: string };
type Ids = { readonly ids: readonly string[] };

export const conditionsById = query<Ids, ConditionRow>(
  'conditionsById',
  `UNWIND $ids AS id
   MATCH (c:Condition {id: id})
   RETURN ${columns('condition', 'c')} ORDER BY id`,
);

/** The proposition whose position each condition would change. */
export const topicsOfConditions = query<Ids, TopicRow & ByParent>(
  'topicsOfConditions',
  `UNWIND $ids AS id
   MATCH (c:Condition {id: id})-[:FOR]->(t:Topic)
   RETURN c.id AS parent, ${columns('topic', 't')}
   ORDER BY parent, id`,
);

/** Of whom each condition is demanded. */
export const askedOfConditions = query<Ids, ActorRow & ByParent>(
  'askedOfConditions',
  `UNWIND $ids AS id
   MATCH (c:Condition {id: id})-[:ASKED_OF]->(a:Actor)
   RETURN c.id AS parent, ${columns('actor', 'a')}
   ORDER BY parent, id`,
);

/** The statement that sets each condition. */
export const statementsOfConditions = query<Ids, StatementRow & ByParent>(
  'statementsOfConditions',
  `UNWIND $ids AS id
   MATCH (c:Condition {id: id})<-[:SETS]-(s:Statement)
   RETURN c.id AS parent, ${columns('statement', 's')}
   ORDER BY parent, id`,
);
