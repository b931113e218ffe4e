import { type QueryParamMap, query } from '../query.js';
import { namedAt } from './edge-record.js';

/**
 * The history of loads, beside the graph: a `Load` for each, and for each record that one replaced a `_Replaced` with
 * the record as it was.
 */
type Nothing = Record<never, never>;
type OfLoad = { readonly load: number };

/** UNDOING: some of it is taken back; the rest waits for the same command again. */
export const LOAD_STATES = ['STARTED', 'DONE', 'UNDOING', 'UNDONE'] as const;
export type LoadState = (typeof LOAD_STATES)[number];

export type LoadRow = {
  readonly number: number;
  readonly state: LoadState;
  /** ISO instants */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly undoneAt: string | null;
  readonly by: string;
  /** each as JSON: `{name, size, sha256}` */
  readonly files: readonly string[];
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly rejected: number;
  /** whether the graph then had all records of the files, those superseded aside */
  readonly complete: boolean | null;
};

const LOAD_COLUMNS = `l.number AS number, l.state AS state, l.startedAt AS startedAt, l.endedAt AS endedAt,
     l.undoneAt AS undoneAt, l.by AS by, l.files AS files, l.read AS read, l.new AS new, l.changed AS changed,
     l.same AS same, l.rejected AS rejected, l.complete AS complete`;

/** All loads, in their order. */
export const allLoads = query<Record<string, never>, LoadRow>(
  'allLoads',
  `MATCH (l:Load) RETURN ${LOAD_COLUMNS} ORDER BY number`,
);

/** The loads of the same bytes, in their order. `content` is a hash of the hashes of the files. */
export const loadsOfContent = query<{ readonly content: string }, LoadRow>(
  'loadsOfContent',
  `MATCH (l:Load {content: $content}) RETURN ${LOAD_COLUMNS} ORDER BY number`,
);

/** Under the lock of the dataset. */
export const nextLoadNumber = query<Nothing, { readonly number: number }>(
  'nextLoadNumber',
  'MATCH (l:Load) RETURN coalesce(max(l.number), 0) + 1 AS number',
);

export const createLoad = query<{ readonly rows: readonly QueryParamMap[] }, Nothing>(
  'createLoad',
  `UNWIND $rows AS row
   MERGE (l:Load {id: row.id})
   SET l += row.props`,
);

/** No row where the load may write no more. */
export const advanceLoad = query<
  OfLoad & { readonly new: number; readonly changed: number },
  { readonly number: number }
>(
  'advanceLoad',
  `MATCH (l:Load {id: 'load:' + toString($load)})
   WHERE l.state IN ['STARTED', 'DONE']
   SET l.new = l.new + $new, l.changed = l.changed + $changed
   RETURN l.number AS number`,
);

export const endLoad = query<
  OfLoad & {
    readonly endedAt: string;
    readonly read: number;
    readonly rejected: number;
    readonly complete: boolean;
  },
  { readonly number: number }
>(
  'endLoad',
  `MATCH (l:Load {id: 'load:' + toString($load)})
   WHERE l.state = 'STARTED'
   SET l.state = 'DONE', l.endedAt = $endedAt, l.read = $read, l.rejected = $rejected, l.complete = $complete,
     l.same = $read - $rejected - l.new - l.changed
   RETURN l.number AS number`,
);

export const setLoadState = query<OfLoad & { readonly state: LoadState; readonly at: string }, Nothing>(
  'setLoadState',
  `MATCH (l:Load {id: 'load:' + toString($load)}) SET l.state = $state, l.undoneAt = $at`,
);

/** A record that a load replaced; the first version that it replaced, should it replace one twice. */
export type ReplacedRow = {
  readonly id: string;
  readonly props: {
    readonly load: number;
    /** the text of the record's key */
    readonly of: string;
    readonly type: string;
    /** as JSON, what it was */
    readonly record: string;
    /** the load that had written it; 0 where that is not known */
    readonly previous: number;
    readonly recordedAt: string;
  };
};

export const keepReplaced = query<{ readonly rows: readonly ReplacedRow[] }, Nothing>(
  'keepReplaced',
  `UNWIND $rows AS row
   MERGE (r:_Replaced {id: row.id})
     ON CREATE SET r += row.props`,
);

/** Which records a load replaced that are not restored yet. */
export const replacedBy = query<OfLoad, { readonly id: string; readonly of: string; readonly type: string }>(
  'replacedBy',
  `MATCH (r:_Replaced) WHERE r.load = $load
   RETURN r.id AS id, r.of AS of, r.type AS type ORDER BY id`,
);

/** Which records of a load later ones replaced. */
export const replacedSince = query<OfLoad, { readonly of: string; readonly load: number }>(
  'replacedSince',
  `MATCH (r:_Replaced) WHERE r.previous = $load
   RETURN r.of AS of, r.load AS load ORDER BY of, load`,
);

export const replacedRecords = query<
  { readonly ids: readonly string[] },
  { readonly id: string; readonly record: string; readonly previous: number; readonly recordedAt: string }
>(
  'replacedRecords',
  `UNWIND $ids AS id
   MATCH (r:_Replaced {id: id})
   RETURN r.id AS id, r.record AS record, r.previous AS previous, r.recordedAt AS recordedAt ORDER BY id`,
);

export const forgetReplaced = query<{ readonly ids: readonly string[] }, Nothing>(
  'forgetReplaced',
  `UNWIND $ids AS id
   MATCH (r:_Replaced {id: id})
   DELETE r`,
);

/** The nodes that a load wrote last. */
export function nodesOfLoad(label: string) {
  return query<OfLoad, { readonly id: string }>(
    `nodesOfLoad${label}`,
    `MATCH (n:${label}) WHERE n.load = $load RETURN n.id AS id ORDER BY id`,
  );
}

/** The relationships that are records and that a load wrote last. */
export function edgesOfLoad(type: string, to: string, key = '') {
  return query<OfLoad, { readonly from: string; readonly to: string; readonly key: string }>(
    `edgesOfLoad${type}`,
    `MATCH (a:Actor)-[r:${type}]->(b:${to}) WHERE r.load = $load
     RETURN ${namedAt('source', 'a')} AS from, ${namedAt('target', 'b')} AS to, ${key === '' ? "''" : `r.${key}`} AS key ORDER BY from, to, key`,
  );
}

/** What other loads' records have on nodes, one row for each relationship. */
export function othersOn(label: string) {
  return query<
    OfLoad & { readonly ids: readonly string[] },
    { readonly id: string; readonly type: string; readonly from: string }
  >(
    `othersOn${label}`,
    `UNWIND $ids AS id
     MATCH (n:${label} {id: id})<-[r]-(o) WHERE coalesce(r.load, o.load, 0) <> $load
     RETURN id, type(r) AS type, o.id AS from ORDER BY id, type, from`,
  );
}

type OfActors = OfLoad & {
  /** `at`: the actor that each is merged into, or itself */
  readonly rows: readonly { readonly id: string; readonly at: string }[];
};
type OtherRow = { readonly id: string; readonly type: string; readonly from: string };

/** The same for actors: relationships that stand at another because of a merge are theirs. */
export const othersOnActors = query<OfActors, OtherRow>(
  'othersOnActors',
  `UNWIND $rows AS row
   MATCH (n:Actor {id: row.at})<-[r]-(o)
   WHERE ${namedAt('target', 'n')} = row.id AND coalesce(r.load, o.load, 0) <> $load
   RETURN row.id AS id, type(r) AS type, o.id AS from ORDER BY id, type, from`,
);

/** The votes, memberships and offices that other loads gave to actors. */
export const othersOfActors = query<OfActors, OtherRow>(
  'othersOfActors',
  `UNWIND $rows AS row
   MATCH (n:Actor {id: row.at})-[r:VOTED|MEMBER_OF|HOLDS_OFFICE]->(o)
   WHERE ${namedAt('source', 'n')} = row.id AND coalesce(r.load, 0) <> $load
   RETURN row.id AS id, type(r) AS type, o.id AS from ORDER BY id, type, from`,
);

/** Ids that other loads' records hold as properties. */
export const othersByProperty = query<
  OfLoad,
  { readonly ids: readonly string[]; readonly type: string; readonly from: string }
>(
  'othersByProperty',
  `MATCH (p:Publisher) WHERE coalesce(p.load, 0) <> $load AND p.country IS NOT NULL
   RETURN [coalesce(p.originalCountry, p.country)] AS ids, 'Publisher' AS type, p.id AS from
   UNION ALL
   MATCH (a:Actor)-[r:VOTED|MEMBER_OF|HOLDS_OFFICE]->(b)
   WHERE coalesce(r.load, 0) <> $load AND r.sources IS NOT NULL
   RETURN r.sources AS ids, type(r) AS type, a.id AS from
   UNION ALL
   MATCH (m:ActorMerge) WHERE coalesce(m.load, 0) <> $load
   RETURN [m.from, m.into] AS ids, 'from or into' AS type, m.id AS from
   UNION ALL
   MATCH (s:ActorSplit) WHERE coalesce(s.load, 0) <> $load
   RETURN [s.mergeId] AS ids, 'merge' AS type, s.id AS from`,
);
