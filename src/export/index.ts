export { type Export, type ExportFile, openExport } from './export.js';
export { type ExportRequest, parseExportRequest } from './request.js';
export type { Writer } from './writer.js';
export { WRITERS, writerOf } from './writers/index.js';
