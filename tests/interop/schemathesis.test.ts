import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/ingest/index.js';
import { pythonWith } from '../support/python.js';
import { startService } from '../support/service.js';
import { eachStore } from '../support/stores.js';

/**
 * Schemathesis, a fuzzer that knows the schema: no query that it makes up is a failure of the service, or has an answer
 * that the schema does not allow. `FUZZ_EXAMPLES` is how many it makes up for each field of Query.
 */

const run = promisify(execFile);
const EXAMPLES = process.env.FUZZ_EXAMPLES || '10';
const SUPPORT = fileURLToPath(new URL('../support/', import.meta.url));

describe.each((await eachStore()).filter(({ name }) => name !== 'Grafeo on a file'))('$name', ({ open }) => {
  let programs: string | undefined;
  beforeAll(async () => {
    programs = await pythonWith('schemathesis==4.32.5');
  }, 400_000);

  test('has an answer to every query', { timeout: 1_800_000 }, async ({ skip }) => {
    if (programs === undefined) skip('no Python with schemathesis can be had here');
    const store = await open();
    await loadSeed(store);
    const service = await startService({ store });
    const url = `${service.url}/graphql`;
    const options = [
      `--max-examples=${EXAMPLES}`,
      '--continue-on-failure',
      '--warnings=off',
      '--checks=not_a_server_error,response_schema_conformance',
    ];
    // it keeps what it found where it is started
    const cwd = await mkdtemp(join(tmpdir(), 'demarche-fuzz-'));
    const { stdout } = await run(join(programs ?? '', 'st'), ['run', url, ...options], {
      cwd,
      env: {
        ...process.env,
        DEMARCHE_GRAPHQL: url,
        SCHEMATHESIS_HOOKS: 'fuzz_scalars',
        PYTHONPATH: SUPPORT,
        PYTHONDONTWRITEBYTECODE: '1',
      },
      maxBuffer: 1e8,
    }).catch((failed: { stdout?: string }) => ({ stdout: failed.stdout ?? String(failed) }));
    await rm(cwd, { recursive: true });
    await service.close();
    await store.close();
    const [, generated, passed] = /(\d+) generated, (\d+) passed/.exec(stdout) ?? [];
    expect([generated, stdout.includes('No issues found')], stdout).toEqual([passed, true]);
    expect(Number(generated)).toBeGreaterThan(100);
  });
});
