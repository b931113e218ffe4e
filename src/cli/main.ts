import { existsSync } from 'node:fs';
import { loadConfig } from '../config.js';
import { run } from './program.js';

// a reader that has seen enough (`demarche query … | head`) is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const config = () => loadConfig(process.env);
// the service is loaded when it is needed: --help and wrong use answer at once
const service = () => import('../main.js');

process.exitCode = await run(
  process.argv.slice(2),
  {
    openStore: async () => (await service()).openStore(config()),
    hasDatabase: async () => {
      const { neo4j, dataDir } = config();
      return neo4j !== undefined || existsSync((await service()).embeddedFile({ dataDir }));
    },
    serviceUrl: async () => (await service()).serviceUrl(config()),
    serve: async () => (await service()).serveUntilStopped(config()),
    importKey: process.env.DEMARCHE_IMPORT_KEY,
    stdout: process.stdout,
    stderr: process.stderr,
  },
  process.env.LOG_LEVEL === 'debug',
);
