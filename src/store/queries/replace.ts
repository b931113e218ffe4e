import type { Ids } from '../list-query.js';
import { type Query, query } from '../query.js';
import { type EdgeRows, matchEdgeRecord } from './edge-record.js';

/**
 * What takes records out of the graph. A record that is replaced keeps its node, for what others have on it; one that
 * is removed takes along whatever is left on its node.
 */
type Nothing = Record<never, never>;

/** The relationships of these types that the nodes have on others. */
export function removeOwned(label: string, types: readonly string[]): Query<Ids, Nothing> {
  return query(
    `removeOwnedOf${label}`,
    `UNWIND $ids AS id
     MATCH (n:${label} {id: id})-[r:${types.join('|')}]->()
     DELETE r`,
  );
}

/** All properties but the id. */
export function emptyNodes(label: string): Query<Ids, Nothing> {
  return query(
    `empty${label}`,
    `UNWIND $ids AS id
     MATCH (n:${label} {id: id})
     SET n = {id: id}`,
  );
}

/** The same of actors that are merged, which stay so. */
export const emptyMergedActors = query<Ids, Nothing>(
  'emptyMergedActors',
  `UNWIND $ids AS id
   MATCH (n:MergedActor {id: id})
   WITH n, id, n.mergedInto AS into
   SET n = {id: id, mergedInto: into}`,
);

export function removeNodes(label: string): Query<Ids, Nothing> {
  return query(
    `remove${label}`,
    `UNWIND $ids AS id
     MATCH (n:${label} {id: id})
     DETACH DELETE n`,
  );
}

/** The conditions that statements set: each belongs to one stance of one statement. */
export const removeConditions = query<Ids, Nothing>(
  'removeConditions',
  `UNWIND $ids AS id
   MATCH (:Statement {id: id})-[:SETS]->(c:Condition)
   WITH DISTINCT c
   DETACH DELETE c`,
);

function removeEdges(name: string, type: string, to: string, key = ''): Query<EdgeRows, Nothing> {
  return query(
    name,
    `${matchEdgeRecord(type, to, key)}
     DELETE r`,
  );
}

export const removeMemberships = removeEdges('removeMemberships', 'MEMBER_OF', 'Actor', 'key');
export const removeOffices = removeEdges('removeOffices', 'HOLDS_OFFICE', 'Actor', 'key');
export const removeVotes = removeEdges('removeVotes', 'VOTED', 'Event');
