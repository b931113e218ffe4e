// `npm start`: installs, builds and serves. With --neo4j, on a Neo4j of its own kept under DATA_DIR.
import { join, resolve } from 'node:path';
import { messageOf, say, stop } from './lib/console.mjs';
import { become, prepare } from './lib/service.mjs';

const args = process.argv.slice(2).filter((arg) => arg !== '--neo4j');

await prepare();
if (process.argv.includes('--neo4j')) await startOwnNeo4j();
await become(['serve', ...args]);

async function startOwnNeo4j() {
  const { startNeo4j } = await import('./lib/neo4j.mjs');
  const home = resolve(process.env.DATA_DIR || 'data', 'neo4j');
  try {
    const server = await startNeo4j({ home, progress: say });
    process.on('exit', server.stopNow);
    process.env.NEO4J_URI = server.uri;
    process.env.NEO4J_USERNAME = server.username;
    process.env.NEO4J_PASSWORD = server.password;
    say(`Neo4j is at ${server.uri}; user ${server.username}, password in ${join(home, 'server.json')}.`);
  } catch (error) {
    stop(2, messageOf(error));
  }
}
