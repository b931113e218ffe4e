import { type AnyRecord, parseRecord, type RecordIdKind } from '../model/index.js';
import { replaceQueries } from '../store/index.js';
import { elementReader } from './element-reader.js';
import { byKind, EDGE_RECORDS, edgeRows, type Reader } from './known-records.js';
import { RECORD_READERS } from './read-records.js';
import { type EdgeRecordType, keyOf, keyText, type RecordKey } from './record-key.js';
import type { JsonRecord } from './record-of.js';
import { EDGE_TYPES, EDGES, STORED_KINDS, STORED_NODES, type StoredKind } from './schema.js';
import { settleMerges } from './settle-merges.js';

const REMOVE_EDGES = {
  vote: replaceQueries.removeVotes,
  membership: replaceQueries.removeMemberships,
  office: replaceQueries.removeOffices,
} as const;

/** Relationships that are records of their own, and so belong to no node's. */
const OWN_RECORDS: readonly string[] = ['VOTED', 'MEMBER_OF', 'HOLDS_OFFICE'];

/** The records with these keys as the graph has them, by the text of their keys. */
export async function readRecordsOf(
  read: Reader,
  keys: readonly RecordKey[],
): Promise<Map<string, AnyRecord>> {
  const reader = elementReader({ read }, {});
  const wanted = new Set(keys.map(keyText));
  const edges = await edgeRows(read, keys);
  const found = new Map<string, AnyRecord>();
  for (const { type, kind, read: readOf } of RECORD_READERS) {
    const ids = isEdgeRecord(type)
      ? (edges.get(type) ?? []).map(({ source, target }) => (type === 'vote' ? target : source))
      : idsOf(kind, keys);
    if (ids.length === 0) continue;
    for (const json of await readOf(reader, { ids: [...new Set(ids)] }, () => true)) {
      const record = parsed(json);
      const key = keyText(keyOf(record));
      if (wanted.has(key)) found.set(key, record);
    }
  }
  return found;
}

function idsOf(kind: StoredKind, keys: readonly RecordKey[]): string[] {
  const start = `${STORED_NODES[kind].idKind}:`;
  return keys.flatMap((key) => ('id' in key && key.id.startsWith(start) ? [key.id] : []));
}

function isEdgeRecord(type: JsonRecord['type']): type is EdgeRecordType {
  return EDGE_RECORDS.some((other) => other === type);
}

function parsed(json: JsonRecord): AnyRecord {
  // undefined fields are none
  const result = parseRecord(JSON.parse(JSON.stringify(json)));
  if ('record' in result) return result.record;
  throw new Error(
    `a record of the graph is not one: ${JSON.stringify(json)} ${JSON.stringify(result.issues)}`,
  );
}

/** Takes out all that records are in the graph, but for their nodes' ids and what other records have on these nodes. */
export async function clearRecords(run: Reader, keys: readonly RecordKey[]): Promise<void> {
  for (const [idKind, ids] of byKind(keys)) {
    for (const kind of kindsOf(idKind)) {
      if (kind === 'Statement') await run(replaceQueries.removeConditions, { ids });
      const owned = EDGE_TYPES.filter(
        (type) => !OWN_RECORDS.includes(type) && EDGES[type].from.some((from) => from === kind),
      );
      if (owned.length > 0) await run(replaceQueries.removeOwned(kind, owned), { ids });
      await run(kind === 'MergedActor' ? replaceQueries.emptyMergedActors : replaceQueries.emptyNodes(kind), {
        ids,
      });
    }
  }
  await removeEdgeRecords(run, keys);
}

/** Takes out records, with whatever is left on their nodes; without a merge its actors are two again. */
export async function removeRecords(run: Reader, keys: readonly RecordKey[]): Promise<void> {
  await removeEdgeRecords(run, keys);
  const kinds = byKind(keys);
  for (const [idKind, ids] of kinds) {
    for (const kind of kindsOf(idKind)) {
      if (kind === 'Statement') await run(replaceQueries.removeConditions, { ids });
      await run(replaceQueries.removeNodes(kind), { ids });
    }
  }
  if (kinds.has('merge') || kinds.has('split')) await settleMerges(run);
}

async function removeEdgeRecords(run: Reader, keys: readonly RecordKey[]): Promise<void> {
  for (const [type, rows] of await edgeRows(run, keys)) await run(REMOVE_EDGES[type], { rows });
}

/** An actor can be one that is merged. */
function kindsOf(idKind: RecordIdKind): readonly StoredKind[] {
  return STORED_KINDS.filter((kind) => STORED_NODES[kind].idKind === idKind);
}
