export { datasetFiles, validateDataset } from './dataset/validate-dataset.js';
export { byPlace, type InputIssue, issueText } from './issue.js';
export { type LoadOptions, loadFiles, validateFiles } from './load.js';
export { type RecordLine, readRecords } from './ndjson.js';
export type { Progress } from './progress.js';
export { type DnaOptions, openDna } from './readers/dna.js';
export type { ReadReport } from './readers/reader.js';
export type { LoadReport } from './report.js';
export { loadSeed, seedFiles } from './seed.js';
