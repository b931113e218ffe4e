// `npm run bench`: installs and builds what is missing, then measures; everything after `--` goes to bench/main.ts.
import { run } from './lib/run.mjs';
import { prepare } from './lib/service.mjs';

await prepare();
process.exitCode = await run('tsx', ['bench/main.ts', ...process.argv.slice(2)], { stdout: 'inherit' });
