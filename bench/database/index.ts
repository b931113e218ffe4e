export { type BareEngine, type Connection, connect } from './connection.js';
export { type Database, type EmptyDatabase, withDatabase, withEmptyDatabase } from './database.js';
export { NEO4J_VERSION } from './neo4j-version.js';
export { writeBare } from './write-bare.js';
