import { type Ids, listQuery } from '../list-query.js';
import { type Query, query } from '../query.js';
import { type EdgeKey, type EdgeRows, type End, matchInPlace, namedAt, ORIGINAL } from './edge-record.js';
import { type ActorRow, columns, type Prefixed } from './rows.js';

/**
 * Merges of actors: an `ActorMerge` for each, and an `ActorSplit` for each that was taken back (`Merge` and `merge` are
 * words of Cypher, which one engine takes for nothing else). A `MergedActor` was an `Actor`: it keeps its properties and has no relationships. Those stand at the
 * actor that remains, and where a record names another there, `originalSource` or `originalTarget` says which.
 */
type NoParams = Record<never, never>;
type Nothing = Record<never, never>;

export type MergeRow = {
  readonly id: string;
  readonly from: string;
  readonly into: string;
  readonly reason: string;
  readonly by: string | null;
  readonly at: string | null;
};

export const allMerges = query<NoParams, MergeRow>(
  'allMerges',
  `MATCH (m:ActorMerge) WHERE m.from IS NOT NULL
   RETURN m.id AS id, m.from AS from, m.into AS into, m.reason AS reason, m.by AS by, m.at AS at ORDER BY id`,
);

export type SplitRow = Pick<MergeRow, 'id' | 'reason' | 'by' | 'at'> & { readonly mergeId: string };

export const allSplits = query<NoParams, SplitRow>(
  'allSplits',
  `MATCH (s:ActorSplit) WHERE s.mergeId IS NOT NULL
   RETURN s.id AS id, s.mergeId AS mergeId, s.reason AS reason, s.by AS by, s.at AS at ORDER BY id`,
);

/** An actor that is merged, and the one that remains. */
export type MergedActorRow = { readonly id: string; readonly into: string };

export const allMergedActors = query<NoParams, MergedActorRow>(
  'allMergedActors',
  'MATCH (n:MergedActor) RETURN n.id AS id, n.mergedInto AS into ORDER BY id',
);

/** Those of the ids that are of merged actors. */
export const mergedActors = query<Ids, MergedActorRow>(
  'mergedActors',
  `UNWIND $ids AS id
   MATCH (n:MergedActor {id: id})
   RETURN n.id AS id, n.mergedInto AS into ORDER BY id`,
);

export type MergeOfActorRow = Omit<MergeRow, 'from'> & Prefixed<'original', ActorRow>;

/** The merges by which other actors are merged into each actor, by the ids of those. */
export const mergesOfActors = listQuery<MergeOfActorRow>('mergesOfActors', {
  of: 'a:Actor',
  match: `MATCH (n:MergedActor {mergedInto: a.id})
MATCH (m:ActorMerge {from: n.id})
WHERE COUNT { (s:ActorSplit {mergeId: m.id}) } = 0`,
  columns: {
    id: 'm.id',
    into: 'm.into',
    reason: 'm.reason',
    by: 'm.by',
    at: 'm.at',
    ...columns('actor', 'n', 'original'),
  },
  order: ['n.id'],
});

/** How many relationships stand at another actor because a merged one is named by their records. */
export const edgesOfMergedActors = query<Ids, { readonly id: string; readonly edges: number }>(
  'edgesOfMergedActors',
  `UNWIND $ids AS id
   MATCH (n:MergedActor {id: id})
   MATCH (a:Actor {id: n.mergedInto})
   OPTIONAL MATCH (a)-[r]-()
   WHERE r.originalSource = id OR r.originalTarget = id
   RETURN id, count(DISTINCT r) AS edges ORDER BY id`,
);

/** An actor whose relationships move: from the node where they stand to another. */
export type MoveRow = {
  readonly original: string;
  readonly at: string;
  readonly to: string;
  /** what they are to say of it: its id, or null where they move to itself */
  readonly mark: string | null;
};
type Moves = { readonly rows: readonly MoveRow[] };

/** Moves the relationships of a type at one of their ends. */
export function moveEdges(type: string, end: End): Query<Moves, { readonly moved: number }> {
  return query(
    `move${type}At${end}`,
    `UNWIND $rows AS row
     MATCH ${pattern(end, `r:${type}`, 'n:Actor {id: row.at}')}
     WHERE ${namedAt(end, 'n')} = row.original
     MATCH (b:Actor {id: row.to})
     CREATE ${pattern(end, `moved:${type}`, 'b')}
     SET moved = properties(r), moved.${ORIGINAL[end]} = row.mark
     DELETE r
     RETURN count(*) AS moved`,
  );
}

/** A relationship between a node `x` and an actor at the given end. */
function pattern(end: End, relationship: string, actor: string): string {
  return end === 'target' ? `(x)-[${relationship}]->(${actor})` : `(${actor})-[${relationship}]->(x)`;
}

/** The same for the countries of publishers, which are properties. */
export const moveCountries = query<Moves, Nothing>(
  'moveCountries',
  `MATCH (p:Publisher) WHERE p.country IS NOT NULL
   UNWIND $rows AS row
   WITH p, row WHERE coalesce(p.originalCountry, p.country) = row.original
   SET p.country = row.to, p.originalCountry = row.mark`,
);

type Merging = { readonly rows: readonly MergedActorRow[] };

/** Makes merged actors of actors without relationships. */
export const markMerged = query<Merging, Nothing>(
  'markMerged',
  `UNWIND $rows AS row
   MATCH (n:Actor {id: row.id})
   SET n:MergedActor, n.mergedInto = row.into
   REMOVE n:Actor, n:State, n:Organization, n:Person`,
);

/** Says of merged actors that another one remains now. */
export const setMergedInto = query<Merging, Nothing>(
  'setMergedInto',
  `UNWIND $rows AS row
   MATCH (n:MergedActor {id: row.id})
   SET n.mergedInto = row.into`,
);

/** Makes actors of merged ones again. */
export const markUnmerged = query<Ids, Nothing>(
  'markUnmerged',
  `UNWIND $ids AS id
   MATCH (n:MergedActor {id: id})
   SET n:Actor
   REMOVE n:MergedActor, n.mergedInto
   FOREACH (_ IN CASE WHEN n.kind = 'STATE' THEN [1] ELSE [] END | SET n:State)
   FOREACH (_ IN CASE WHEN n.kind = 'ORGANIZATION' THEN [1] ELSE [] END | SET n:Organization)
   FOREACH (_ IN CASE WHEN n.kind = 'PERSON' THEN [1] ELSE [] END | SET n:Person)`,
);

/** What an actor is called, of its own or because another one is merged into it. */
export type CalledRow = {
  /** the actor that remains */
  readonly at: string;
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly isoCode: string | null;
};

/** What actors are called, and those that are merged into them; of one that is merged itself, what it is called. */
export const calledActors = query<Ids, CalledRow>(
  'calledActors',
  `UNWIND $ids AS id
   MATCH (n:Actor {id: id})
   RETURN id AS at, n.id AS id, n.name AS name, n.aliases AS aliases, n.isoCode AS isoCode
   UNION ALL
   UNWIND $ids AS id
   MATCH (n:MergedActor {mergedInto: id})
   RETURN id AS at, n.id AS id, n.name AS name, n.aliases AS aliases, n.isoCode AS isoCode
   UNION ALL
   UNWIND $ids AS id
   MATCH (n:MergedActor {id: id})
   RETURN id AS at, n.id AS id, n.name AS name, n.aliases AS aliases, n.isoCode AS isoCode`,
);

/** Those of the actors into which others are merged. */
export const survivorsAmong = query<Ids, { readonly id: string }>(
  'survivorsAmong',
  `UNWIND $ids AS id
   MATCH (n:MergedActor {mergedInto: id})
   RETURN DISTINCT id ORDER BY id`,
);

type SearchTexts = { readonly rows: readonly { readonly id: string; readonly searchText: string }[] };

function setSearchText(name: string, label: string): Query<SearchTexts, Nothing> {
  return query(
    name,
    `UNWIND $rows AS row
     MATCH (n:${label} {id: row.id})
     SET n.searchText = row.searchText`,
  );
}

export const setSearchTextOfActors = setSearchText('setSearchTextOfActors', 'Actor');
export const setSearchTextOfMergedActors = setSearchText('setSearchTextOfMergedActors', 'MergedActor');

/** Actors that are to be one. */
export type ClassRow = {
  /** the ids of all */
  readonly members: readonly string[];
  /** those of them that were not one with the rest before, and where their relationships stand */
  readonly moving: readonly { readonly original: string; readonly at: string }[];
};
type Classes = { readonly rows: readonly ClassRow[]; readonly limit: number };

/** A record that names two actors side by side; `owner` is its id, or that of what it is part of. */
export type SideBySideRow = { readonly owner: string; readonly one: string; readonly other: string };

/** Relationships of a type by which one node has two of the actors that are to be one; the same property, where `key` names one. */
export function sideBySide(type: string, end: End, key = ''): Query<Classes, SideBySideRow> {
  return query(
    `sideBySide${type}`,
    `UNWIND $rows AS class
     UNWIND class.moving AS row
     MATCH ${pattern(end, `r:${type}`, 'n:Actor {id: row.at}')}
     WHERE ${namedAt(end, 'n')} = row.original
     MATCH ${pattern(end, `q:${type}`, 'm:Actor')}
     WITH class, row, x, ${namedAt(end, 'm', 'q')} AS other${key && `, q.${key} = r.${key} AS same`}
     WHERE other IN class.members AND other <> row.original${key && ' AND same'}
     RETURN DISTINCT ${type === 'ASKED_OF' ? 'head([(s:Statement)-[:SETS]->(x) | s.id])' : 'x.id'} AS owner, row.original AS one, other
     ORDER BY owner, one, other LIMIT $limit`,
  );
}

/** Relationships of a type between actors, of those that begin or end at some. */
export function edgesBetweenActors(type: string): Query<Ids, EdgeKey> {
  const row = `RETURN ${namedAt('source', 'a')} AS from, ${namedAt('target', 'b')} AS to, r.key AS key`;
  return query(
    `between${type}`,
    `UNWIND $ids AS id MATCH (a:Actor {id: id})-[r:${type}]->(b:Actor) ${row}
     UNION
     UNWIND $ids AS id MATCH (a:Actor)-[r:${type}]->(b:Actor {id: id}) ${row}`,
  );
}

/** Records that are relationships and stand where these would, because the actors that they name are merged into the same. */
function inPlace(name: string, type: string, to: string, key = ''): Query<EdgeRows, EdgeKey> {
  return query(
    name,
    `${matchInPlace(type, to, key)}
     WHERE ${namedAt('source', 'a')} <> row.from OR ${namedAt('target', 'b')} <> row.to
     RETURN ${namedAt('source', 'a')} AS from, ${namedAt('target', 'b')} AS to, row.key AS key ORDER BY from, to, key`,
  );
}

export const membershipsInPlace = inPlace('membershipsInPlace', 'MEMBER_OF', 'Actor', 'key');
export const officesInPlace = inPlace('officesInPlace', 'HOLDS_OFFICE', 'Actor', 'key');
export const votesInPlace = inPlace('votesInPlace', 'VOTED', 'Event');
