export type { ServiceAddress } from './address.js';
export { readAddress, removeAddress, writeAddress } from './address.js';
export type { GrafeoOptions } from './open.js';
export { openGrafeo } from './open.js';
