export { krippendorffAlpha } from './krippendorff.js';
export { type CodedStance, type Reliability, reliability } from './reliability.js';
