export { type EdgeCondition, type ElementReader, elementReader } from './element-reader.js';
export * from './elements.js';
export {
  findRecords,
  type KnownRecord,
  type Reader,
  type ReferenceCache,
  referenceCache,
} from './known-records.js';
export { collisionText, graphCollisions } from './merge-collisions.js';
export { readOwners } from './owners.js';
export { RECORD_READERS } from './read-records.js';
export { type EdgeRecordType, keyInWords, keyOf, keyText, type RecordKey } from './record-key.js';
export type { JsonRecord, Owner } from './record-of.js';
export { clearRecords, readRecordsOf, removeRecords } from './replaced.js';
export { readResolve } from './resolve.js';
export { rowsOf } from './rows/index.js';
export * from './schema.js';
export { mergedBefore, movesTo, nameSurvivors, settleMerges } from './settle-merges.js';
