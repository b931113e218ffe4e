export { krippendorffAlpha } from './krippendorff.js';
export * from './network/index.js';
export {
  type NetworkInput,
  type NetworkQuestion,
  networkQuestion,
  parseNetworkInput,
} from './network-input.js';
export { type CodedStance, type Reliability, reliability } from './reliability.js';
export type { Facet, FacetCount } from './stance-table/facets.js';
export { LEVELS } from './stance-table/levels.js';
export {
  type Answer,
  type LiveTable,
  liveTable,
  type QuestionName,
  type Questions,
} from './stance-table/live-table.js';
export type { ToldNetwork, ToldSlice } from './stance-table/networks.js';
export { changeKey } from './stance-table/position-changes.js';
export type { TimelinePoint } from './stance-table/timeline.js';
export {
  answerQuestions,
  readsOver,
  type TableThreadPorts,
  workerTable,
} from './stance-table/worker-table.js';
