import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { citationOf, VERSION } from '../../src/model/index.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
// dates stay texts, as the format's own schema wants them
const citation = parse(read('CITATION.cff'), { schema: 'core' });

test('CITATION.cff follows the Citation File Format', () => {
  // cff-schema.json is the format's own schema: see tests/support/cff-schema.md
  const schema = JSON.parse(read('tests/support/cff-schema.json'));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  validate(citation);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ ...citation, titel: 'x' })).toBe(false);
});

test('it names the software and the dataset as they are', () => {
  const dataset = citation['preferred-citation'];
  const seedVersion = read('seed/VERSION').trim();
  expect(citation.version).toBe(VERSION);
  expect(dataset.version).toBe(seedVersion);
  expect(citationOf({ seedVersion, seedRevision: 1, revision: 1 })).toContain(`${dataset.title} (version `);
  const [, released] =
    new RegExp(`^## ${seedVersion} \\((.*)\\)$`, 'm').exec(read('seed/CHANGELOG.md')) ?? [];
  expect(new Date(`${dataset['date-released']}T00:00:00Z`)).toEqual(new Date(`${released} UTC`));
});
