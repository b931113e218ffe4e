import { existsSync } from 'node:fs';
import { loadConfig } from '../config.js';
import { embeddedFile, openStore, serveUntilStopped, serviceUrl } from '../main.js';
import { run } from './program.js';

// a reader that has seen enough (`demarche query … | head`) is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const config = () => loadConfig(process.env);

process.exitCode = await run(
  process.argv.slice(2),
  {
    openStore: async () => openStore(config()),
    hasDatabase: () => config().neo4j !== undefined || existsSync(embeddedFile(config())),
    serviceUrl: async () => serviceUrl(config()),
    serve: async () => serveUntilStopped(config()),
    stdout: process.stdout,
    stderr: process.stderr,
  },
  process.env.LOG_LEVEL === 'debug',
);
