import { type AnyRecord, parseRecord } from '../model/index.js';
import { replaceQueries } from '../store/index.js';
import { elementReader } from './element-reader.js';
import { byKind, EDGE_RECORDS, type Reader } from './known-records.js';
import { RECORD_READERS } from './read-records.js';
import { type EdgeRecordType, keyOf, keyText, type RecordKey } from './record-key.js';
import type { JsonRecord } from './record-of.js';
import { EDGE_TYPES, EDGES, NODE_KINDS, NODES, type NodeKind } from './schema.js';

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
  const found = new Map<string, AnyRecord>();
  for (const { type, kind, read: readOf } of RECORD_READERS) {
    const ids = idsFor(type, kind, keys);
    if (ids.length === 0) continue;
    for (const json of await readOf(reader, { ids }, () => true)) {
      const record = parsed(json);
      const key = keyText(keyOf(record));
      if (wanted.has(key)) found.set(key, record);
    }
  }
  return found;
}

/** Of the nodes under which a reader finds the records with these keys. */
function idsFor(type: JsonRecord['type'], kind: NodeKind, keys: readonly RecordKey[]): string[] {
  const ids = keys.flatMap((key) => {
    if ('id' in key) return isEdgeRecord(type) || nodeKindOf(key.id) !== kind ? [] : [key.id];
    return key.type === type ? [type === 'vote' ? key.edge.to : key.edge.from] : [];
  });
  return [...new Set(ids)];
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
    const kind = kindOfIds(idKind);
    if (kind === 'Statement') await run(replaceQueries.removeConditions, { ids });
    const owned = EDGE_TYPES.filter((type) => !OWN_RECORDS.includes(type) && EDGES[type].from.includes(kind));
    if (owned.length > 0) await run(replaceQueries.removeOwned(kind, owned), { ids });
    await run(replaceQueries.emptyNodes(kind), { ids });
  }
  await removeEdgeRecords(run, keys);
}

/** Takes out records, with whatever is left on their nodes. */
export async function removeRecords(run: Reader, keys: readonly RecordKey[]): Promise<void> {
  for (const [idKind, ids] of byKind(keys)) {
    const kind = kindOfIds(idKind);
    if (kind === 'Statement') await run(replaceQueries.removeConditions, { ids });
    await run(replaceQueries.removeNodes(kind), { ids });
  }
  await removeEdgeRecords(run, keys);
}

async function removeEdgeRecords(run: Reader, keys: readonly RecordKey[]): Promise<void> {
  for (const type of EDGE_RECORDS) {
    const rows = keys.flatMap((key) => ('edge' in key && key.type === type ? [key.edge] : []));
    if (rows.length > 0) await run(REMOVE_EDGES[type], { rows });
  }
}

function nodeKindOf(id: string): NodeKind {
  return kindOfIds(id.slice(0, id.indexOf(':')));
}

function kindOfIds(idKind: string): NodeKind {
  const kind = NODE_KINDS.find((kind) => NODES[kind].idKind === idKind);
  if (!kind) throw new Error(`${idKind}: a kind of record was expected`);
  return kind;
}
