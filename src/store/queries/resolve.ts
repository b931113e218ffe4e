import { query, type StreamQuery } from '../query.js';

/** An actor as names of other datasets are compared with it. */
export type NamedActorRow = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly isoCode: string | null;
  readonly unresolved: boolean;
};

/** All actors by what they are called, by id. */
export const namedActors: StreamQuery<Record<never, never>, NamedActorRow> = {
  ...query(
    'namedActors',
    `MATCH (a:Actor) WHERE a.id > $after
     RETURN a.id AS id, a.kind AS kind, a.name AS name, a.aliases AS aliases, a.isoCode AS isoCode,
       coalesce(a.unresolved, false) AS unresolved
     ORDER BY id LIMIT $limit`,
  ),
  keyOf: ({ id }) => id,
};

/** All actors that are merged, by what they are called, by id; `into` is the one that remains. */
export const namedMergedActors: StreamQuery<
  Record<never, never>,
  NamedActorRow & { readonly into: string }
> = {
  ...query(
    'namedMergedActors',
    `MATCH (a:MergedActor) WHERE a.id > $after
     RETURN a.id AS id, a.mergedInto AS into, a.kind AS kind, a.name AS name, a.aliases AS aliases,
       a.isoCode AS isoCode, coalesce(a.unresolved, false) AS unresolved
     ORDER BY id LIMIT $limit`,
  ),
  keyOf: ({ id }) => id,
};

/** An actor with how much hangs on it. */
export type UsedActorRow = Pick<NamedActorRow, 'id' | 'kind' | 'name' | 'unresolved'> & {
  readonly events: number;
  readonly statements: number;
};

/** All actors, or only those that are unresolved, by id. */
export const usedActors: StreamQuery<{ readonly unresolvedOnly: boolean }, UsedActorRow> = {
  ...query(
    'usedActors',
    `MATCH (a:Actor) WHERE a.id > $after AND (NOT $unresolvedOnly OR coalesce(a.unresolved, false))
     WITH a ORDER BY a.id LIMIT $limit
     RETURN a.id AS id, a.kind AS kind, a.name AS name, coalesce(a.unresolved, false) AS unresolved,
       COUNT { (a)<-[:INVOLVES]-() } AS events, COUNT { (a)<-[:MADE_BY]-() } AS statements
     ORDER BY id`,
  ),
  keyOf: ({ id }) => id,
};
