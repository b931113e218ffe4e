/**
 * A process of its own that loads a file, to be killed: `load-process.ts FILE` with the database in the environment.
 * It prints a line for each transaction that is committed, and "done".
 */
import { loadConfig } from '../../src/config.js';
import { loadFiles } from '../../src/ingest/index.js';
import { openStore } from '../../src/main.js';

const [, , file] = process.argv;
if (file === undefined) throw new Error('usage: load-process.ts FILE');

const store = await openStore(loadConfig(process.env));
await loadFiles(store, [file], {
  onProgress: ({ phase, done, total }) => process.stdout.write(`${phase} ${done} ${total}\n`),
});
await store.close();
process.stdout.write('done\n');
