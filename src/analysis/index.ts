export { krippendorffAlpha } from './krippendorff.js';
export * from './network/index.js';
export { type CodedStance, type Reliability, reliability } from './reliability.js';
