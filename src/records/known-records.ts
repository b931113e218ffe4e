import { type RecordIdKind, recordKindOf } from '../model/index.js';
import {
  type EdgeRow,
  existingQueries,
  type Query,
  type QueryParams,
  type QueryRow,
} from '../store/index.js';
import { type EdgeRecordType, edgeText, keyText, type RecordKey } from './record-key.js';
import { readResolve } from './resolve.js';

/** What is known of a record that the graph holds. */
export interface KnownRecord {
  readonly hash: string | null;
  /** of an actor or a topic */
  readonly kind: string | null;
  /** the number of the load that wrote it last; null where an older Demarche did */
  readonly load: number | null;
  /** of a statement */
  readonly recordedAt: string | null;
}

type EdgeQuery = typeof existingQueries.existingVotes;
const EDGE_QUERIES: Readonly<Record<EdgeRecordType, EdgeQuery>> = {
  vote: existingQueries.existingVotes,
  membership: existingQueries.existingMemberships,
  office: existingQueries.existingOffices,
};

export const EDGE_RECORDS = ['vote', 'membership', 'office'] as const;

/** A store to read from, or a transaction of it. */
export type Reader = <P extends QueryParams, R extends QueryRow>(
  query: Query<P, R>,
  params: P,
) => Promise<R[]>;

/** Those of the records that the graph holds, by the text of their keys. */
export async function findRecords(
  read: Reader,
  keys: readonly RecordKey[],
): Promise<Map<string, KnownRecord>> {
  const found = new Map<string, KnownRecord>();
  for (const [kind, ids] of byKind(keys)) {
    for (const { id, ...known } of await read(existingQueries.EXISTING_NODES[kind], { ids }))
      found.set(id, known);
  }
  for (const [type, rows] of await edgeRows(read, keys)) {
    for (const { hash, load, ...edge } of await read(EDGE_QUERIES[type], { rows })) {
      found.set(edgeText(type, edge), { hash, load, kind: null, recordedAt: null });
    }
  }
  return found;
}

/** The keys of relationships by type, each with where it stands. */
export async function edgeRows(
  read: Reader,
  keys: readonly RecordKey[],
): Promise<Map<EdgeRecordType, EdgeRow[]>> {
  const edges = keys.flatMap((key) => ('edge' in key ? [key] : []));
  const resolve = await readResolve(
    read,
    edges.flatMap(({ edge }) => [edge.from, edge.to]),
  );
  const rows = new Map<EdgeRecordType, EdgeRow[]>();
  for (const { type, edge } of edges) {
    const row = { ...edge, source: resolve(edge.from), target: resolve(edge.to) };
    const ofType = rows.get(type);
    if (ofType) ofType.push(row);
    else rows.set(type, [row]);
  }
  return rows;
}

export function byKind(keys: readonly RecordKey[]): Map<RecordIdKind, string[]> {
  const ids = new Map<RecordIdKind, string[]>();
  for (const key of keys) {
    const kind = 'id' in key ? recordKindOf(key.id) : undefined;
    if (!('id' in key) || kind === undefined) continue;
    const ofKind = ids.get(kind);
    if (ofKind) ofKind.push(key.id);
    else ids.set(kind, [key.id]);
  }
  return ids;
}

/** Finds records that others refer to and remembers them: a corpus refers to the same few actors all the time. */
export interface ReferenceCache {
  find(ids: Iterable<string>): Promise<void>;
  get(id: string): KnownRecord | undefined;
}

export function referenceCache(read: Reader | undefined): ReferenceCache {
  const asked = new Map<string, KnownRecord | undefined>();
  return {
    async find(ids) {
      const unasked = [...new Set(ids)].filter((id) => !asked.has(id));
      if (unasked.length === 0) return;
      const found = read
        ? await findRecords(
            read,
            unasked.map((id) => ({ id })),
          )
        : new Map<string, KnownRecord>();
      for (const id of unasked) asked.set(id, found.get(keyText({ id })));
    },
    get: (id) => asked.get(id),
  };
}
