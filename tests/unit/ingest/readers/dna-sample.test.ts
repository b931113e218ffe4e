import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { issueText, openDna, validateFiles } from '../../../../src/ingest/index.js';
import { DNA_SAMPLE, hasDnaSample } from '../../../support/dna-sample.js';
import { readAll } from '../../../support/read-input.js';

describe.skipIf(!hasDnaSample())('the sample database of DNA', () => {
  test('becomes records that can be loaded; its one note is no statement', async () => {
    const input = await openDna(DNA_SAMPLE);
    const { records } = await readAll(input);
    const count = (type: string) => records.filter((record) => record.type === type).length;
    expect(['actor', 'topic', 'publisher', 'source', 'statement'].map(count)).toEqual([14, 6, 1, 7, 40]);
    expect(input.report.skipped).toEqual([
      {
        from: 'statement 5 in document 1',
        reason: 'of the statement type "Annotation", not "DNA Statement"',
      },
    ]);

    const path = join(await mkdtemp(join(tmpdir(), 'demarche-dna-')), 'sample.ndjson');
    await writeFile(path, records.map((record) => JSON.stringify(record)).join('\n'));
    const { issues, new: valid } = await validateFiles([path]);
    expect(issues.map(issueText)).toEqual([]);
    expect(valid).toBe(records.length);
  });
});
