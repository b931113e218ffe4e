export { type Api, createApi, executeGraphql, type GraphqlRequest, type RequestContext } from './api.js';
export { DEFAULT_LIMITS } from './limits.js';
export { type PersistedQueries, persistedText, readPersistedQueries } from './persisted-queries.js';
export { readSdl } from './sdl.js';
export { newUsage, type Usage } from './usage.js';
