export { byPlace, type InputIssue, issueText } from './issue.js';
export { loadFiles, type LoadOptions, validateFiles } from './load.js';
export { type RecordLine, readRecords } from './ndjson.js';
export type { Progress } from './progress.js';
export type { LikelyDuplicate, LoadReport, TypeCounts } from './report.js';
export { loadSeed, seedFiles } from './seed.js';
