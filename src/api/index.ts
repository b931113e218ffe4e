export { type Api, createApi, executeGraphql, type GraphqlRequest } from './api.js';
export { DEFAULT_LIMITS } from './limits.js';
export { readSdl } from './sdl.js';
