import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ajvModule from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { seedFiles } from '../../../src/ingest/index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(path, 'utf8');
const linesOf = (path: string) => read(path).trim().split('\n');
const validate = new ajvModule.Ajv2020({ allErrors: true }).compile(
  JSON.parse(read(`${root}schema/record.schema.json`)),
);

test('schema/record.schema.json is what scripts/json-schema.ts writes', () => {
  const command = ['--import', 'tsx', 'scripts/json-schema.ts', '--check'];
  expect(() => execFileSync(process.execPath, command, { cwd: root, stdio: 'pipe' })).not.toThrow();
});

test('the examples of the format and the seed validate against it', async () => {
  const files = [
    `${root}tests/fixtures/format.ndjson`,
    `${root}tests/fixtures/format-context.ndjson`,
    ...(await seedFiles()),
  ];
  for (const line of files.flatMap(linesOf)) {
    expect(validate(JSON.parse(line)), `${line}\n${JSON.stringify(validate.errors)}`).toBe(true);
  }
});

test.each([
  ['an unknown field', { type: 'actor', id: 'actor:a', kind: 'STATE', name: 'A', code: 'x' }],
  ['an unknown type', { type: 'thing', id: 'actor:a' }],
  ['a bad id', { type: 'actor', id: 'Actor:a', kind: 'STATE', name: 'A' }],
  ['a bad date', { type: 'event', id: 'event:a', kind: 'VOTE', name: 'A', date: '2020-13' }],
  ['a missing field', { type: 'vote', event: 'event:a', actor: 'actor:a' }],
])('%s does not', (_, value) => {
  expect(validate(value)).toBe(false);
});
