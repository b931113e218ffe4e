export { denseMatrix } from './dense-matrix.js';
export type { Measure } from './measures.js';
export { network, networkWindows } from './network.js';
export * from './network-options.js';
export type { Label, Levels, NetworkDocument, NetworkRows } from './network-rows.js';
export { type RowsOfRecords, rowsOfRecords } from './rows-of-records.js';
export type { Network } from './slice-network.js';
