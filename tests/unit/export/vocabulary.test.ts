import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('schema/vocabulary.ttl and schema/shapes.ttl are what scripts/vocabulary.ts writes', () => {
  const command = ['--import', 'tsx', 'scripts/vocabulary.ts', '--check'];
  const cwd = fileURLToPath(new URL('../../../', import.meta.url));
  expect(() => execFileSync(process.execPath, command, { cwd, stdio: 'pipe' })).not.toThrow();
});
