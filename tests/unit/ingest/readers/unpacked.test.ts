import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openFormat } from '../../../../src/ingest/index.js';
import { gzipFile, inputFile, zipFile } from '../../../support/input-files.js';
import { readAll } from '../../../support/read-input.js';
import { gdeltRow } from '../../../support/rows-of-formats.js';

const ROW = `${gdeltRow()}\n`;

async function refusal(path: string): Promise<unknown> {
  return openFormat('gdelt', path)
    .then(({ input }) => readAll(input))
    .then(
      () => 'read',
      (error) => error,
    );
}

test('a damaged or cut gzip is refused', async () => {
  const packed = gzipSync(ROW.repeat(5_000));
  const path = await inputFile('cut.gz', packed.subarray(0, packed.length / 2));
  expect(await refusal(path)).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(/cut\.gz: expected a whole gzip file/),
  });
});

test('a gzip of several parts is read to its end', async () => {
  const path = await inputFile(
    'two.gz',
    Buffer.concat([gzipSync(ROW), gzipSync(gdeltRow({ GLOBALEVENTID: '2' }))]),
  );
  const { input } = await openFormat('gdelt', path);
  expect((await readAll(input)).rows).toBe(2);
});

test.each(['gz', 'zip'])('a bomb in %s is refused long before it is unpacked', async (kind) => {
  const zeros = '0'.repeat(100 * 1024 * 1024);
  const path =
    kind === 'gz' ? await gzipFile('bomb.gz', zeros) : await zipFile('bomb.zip', { 'a.export.csv': zeros });
  expect(await refusal(path)).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(/expected .*at most .*100 times its/),
  });
});

test('a zip with several files, none or one of them of the format, names them', async () => {
  expect(await refusal(await zipFile('a.zip', { 'a.txt': 'x', 'b.txt': 'y' }))).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(/one file of this format in it; it has "a\.txt", "b\.txt"/),
  });
  expect(await refusal(await zipFile('e.zip', {}))).toMatchObject({
    message: expect.stringMatching(/it has none/),
  });
});

test('a zip with a path that leaves it is refused', async () => {
  // the library that writes refuses such names, too: the name is changed afterwards
  const path = await zipFile('p.zip', { 'xx/evil.export.csv': ROW });
  const { readFile, writeFile } = await import('node:fs/promises');
  const bytes = await readFile(path);
  for (let at = bytes.indexOf('xx/evil'); at !== -1; at = bytes.indexOf('xx/evil', at + 1))
    bytes.write('../evil', at);
  await writeFile(path, bytes);
  expect(await refusal(path)).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(/invalid relative path/),
  });
});

test('a file that is not there, and a folder', async () => {
  expect(await refusal('/nowhere/at/all')).toMatchObject({
    message: expect.stringMatching(/there is no such file/),
  });
  expect(await refusal('/tmp')).toMatchObject({
    message: expect.stringMatching(/expected a file, found a folder/),
  });
});
