export { type EdgeCondition, type ElementReader, elementReader } from './element-reader.js';
export * from './elements.js';
export {
  findRecords,
  type KnownRecord,
  type Reader,
  type ReferenceCache,
  referenceCache,
} from './known-records.js';
export { readOwners } from './owners.js';
export { RECORD_READERS } from './read-records.js';
export { keyInWords, keyOf, keyText, type RecordKey } from './record-key.js';
export type { JsonRecord, Owner } from './record-of.js';
export { clearRecords, readRecordsOf, removeRecords } from './replaced.js';
export { rowsOf } from './rows/index.js';
export * from './schema.js';
