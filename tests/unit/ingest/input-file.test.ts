import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateFiles } from '../../../src/ingest/index.js';
import { openInput } from '../../../src/ingest/input-file.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-input-file-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function file(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, bytes);
  return path;
}

const RECORD = Buffer.from('{"type":"actor","id":"actor:a","kind":"STATE","name":"A"}\n');

test('gzip is unpacked whatever the file is called, and has its own name in problems', async () => {
  const path = await file('records', gzipSync(Buffer.concat([RECORD, Buffer.from('{\n')])));
  const input = await openInput([path]);
  expect(await readFile(input.files[0]?.path ?? '', 'utf8')).toBe(`${RECORD}{\n`);
  expect(input.files).toMatchObject([{ name: path, size: RECORD.length + 2 }]);
  await input.close();
  expect(await validateFiles([path])).toMatchObject({ read: 2, new: 1, issues: [{ file: path, line: 2 }] });
});

test('several gzip members one after the other are one file', async () => {
  const path = await file('members.gz', Buffer.concat([gzipSync(RECORD), gzipSync(RECORD)]));
  expect(await validateFiles([path])).toMatchObject({ read: 2, new: 1, same: 1 });
});

test.each([
  [
    'cut off',
    (whole: Buffer) => whole.subarray(0, whole.length - 12),
    /expected a whole gzip file; it ends in/,
  ],
  [
    'damaged',
    (whole: Buffer) => Buffer.concat([whole.subarray(0, 10), Buffer.alloc(40, 255)]),
    /expected a gzip file as it was packed/,
  ],
])('gzip that is %s is an error that says so', async (name, damage, message) => {
  const path = await file(`${name}.gz`, damage(gzipSync(Buffer.concat(Array(50).fill(RECORD)))));
  await expect(openInput([path])).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(message),
  });
});

test('what unpacks to more than a hundredfold is refused', async () => {
  const path = await file('bomb.gz', gzipSync(Buffer.alloc(80 * 1024 * 1024, 0x20)));
  await expect(openInput([path])).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('100 times'),
  });
});
