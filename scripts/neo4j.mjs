// `node scripts/neo4j.mjs provision|start [VERSION]`: fetches Neo4j Community, or runs a throwaway one until
// Ctrl-C and prints how to reach it, as variables for the service or for the tests.
import { messageOf, say, stop } from './lib/console.mjs';
import { startNeo4j } from './lib/neo4j.mjs';
import { provision, releases } from './lib/neo4j-jars.mjs';

const [command, wanted = '5.26.28'] = process.argv.slice(2);
const versions = /** @type {(keyof typeof releases)[]} */ (Object.keys(releases));
const version = versions.find((known) => known === wanted);
if (!version || (command !== 'provision' && command !== 'start')) {
  stop(2, `Usage: node scripts/neo4j.mjs provision|start [${versions.join('|')}]`);
}

try {
  if (command === 'provision') console.log(await provision({ version, progress: say }));
  else await start(version);
} catch (error) {
  stop(1, messageOf(error));
}

/** @param {keyof typeof releases} version */
async function start(version) {
  const server = await startNeo4j({ version, progress: say });
  for (const [name, value] of Object.entries({
    URI: server.uri,
    USERNAME: server.username,
    PASSWORD: server.password,
  })) {
    console.log(`export NEO4J_${name}=${value} NEO4J_TEST_${name}=${value}`);
  }
  say('Running until Ctrl-C.');
  const running = setInterval(() => {}, 1 << 30);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, async () => {
      await server.stop();
      clearInterval(running);
    });
  }
}
