export type { Neo4jOptions } from './open.js';
export { openNeo4j } from './open.js';
