export { readAddress, removeAddress, writeAddress } from './address.js';
export { openGrafeo } from './open.js';
