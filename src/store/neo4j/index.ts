export { openNeo4j } from './open.js';
