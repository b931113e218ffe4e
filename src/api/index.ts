export { type Api, type ApiLogger, createApi, executeGraphql, type GraphqlRequest } from './api.js';
export type { ApiContext } from './context.js';
export { type ApiLimits, DEFAULT_LIMITS } from './limits.js';
export { readSdl } from './sdl.js';
