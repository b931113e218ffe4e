export { type BareEngine, type Connection, connect } from './connection.js';
export { type Database, withDatabase } from './database.js';
export { NEO4J_VERSION } from './neo4j-version.js';
