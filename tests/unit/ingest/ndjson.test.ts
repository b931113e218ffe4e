import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RecordLine, readRecords } from '../../../src/ingest/index.js';

const fixture = readFileSync(new URL('../../fixtures/format.ndjson', import.meta.url));
const goodLines = fixture.toString().trim().split('\n');
const IRAN = goodLines[0] ?? '';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-ndjson-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function read(bytes: Buffer | string, wanted?: (line: number) => boolean): Promise<RecordLine[]> {
  const path = join(directory, 'input.ndjson');
  await writeFile(path, bytes);
  const { size, mtimeMs } = await stat(path);
  const lines: RecordLine[] = [];
  for await (const some of readRecords({ name: 'input.ndjson', path, size, mtimeMs }, wanted))
    lines.push(...some);
  return lines;
}

/** `3: actor:iran`, or `3: field: what was expected`. */
async function outline(bytes: Buffer | string): Promise<string[]> {
  return (await read(bytes)).flatMap((line) =>
    'record' in line
      ? [`${line.number}: ${'id' in line.record ? line.record.id : line.record.type}`]
      : line.issues.map(({ field, expected }) => `${line.number}: ${field}: ${expected}`),
  );
}

describe('readRecords', () => {
  test('reads each line of the format', async () => {
    const lines = await read(fixture);
    expect(lines.map(({ number }) => number)).toEqual(goodLines.map((_, i) => i + 1));
    expect(lines.every((line) => 'record' in line)).toBe(true);
  });

  test('tells where each line is', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${IRAN}\r\n\n é\n${IRAN}`)]);
    for (const { offset, length, text } of await read(bytes)) {
      expect(bytes.subarray(offset, offset + length).toString()).toBe(text);
    }
  });

  test.each([
    ['an empty file', '', []],
    ['empty lines', `\n\n${IRAN}\n  \t\n`, ['3: actor:iran']],
    ['CRLF', `${IRAN}\r\n\r\n${IRAN}\r\n`, ['1: actor:iran', '3: actor:iran']],
    ['a byte order mark', `\ufeff${IRAN}\n`, ['1: actor:iran']],
    ['no end of the last line', IRAN, ['1: actor:iran']],
    ['spaces around', `  ${IRAN}  \n`, ['1: actor:iran']],
  ])('%s', async (_, text, expected) => {
    expect(await outline(text)).toEqual(expected);
  });

  test('a byte order mark within the file is an error', async () => {
    expect(await outline(`${IRAN}\n\ufeff${IRAN}\n`)).toEqual([
      '1: actor:iran',
      expect.stringMatching(/^2: : a JSON object/),
    ]);
  });

  test.each([
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('{"type":"'), Buffer.from([0xff]), Buffer.from('"}\n')]),
      '1: : text in UTF-8',
    ],
    ['Latin-1', Buffer.from(IRAN.replace('Iran', 'Côte'), 'latin1'), '1: : text in UTF-8'],
    ['an encoded surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), '1: : text in UTF-8'],
    [
      'UTF-16',
      Buffer.from(`\ufeff${IRAN}`, 'utf16le'),
      '1: : text in UTF-8; the file is in UTF-16: save it as UTF-8',
    ],
    ['a NUL', Buffer.from('\0\n'), '1: : a JSON object (Unexpected token'],
    ['broken JSON', '{"type":\n', '1: : a JSON object (Unexpected end'],
    ['a truncated last line', IRAN.slice(0, 40), '1: : a whole JSON object; the file ends within it'],
    ['an array', '[]\n', '1: : a JSON object'],
    ['deep nesting', `${'['.repeat(500_000)}\n`, '1: : a JSON object'],
    ['a dangerous name', IRAN.replace('{', '{"__proto__":{"id":"x"},'), '1: __proto__: no such field'],
    ['a number beyond numbers', (goodLines[5] ?? '').replace('"yes":4', '"yes":1e999'), '1: yes: '],
  ])('%s', async (_, bytes, expected) => {
    const [first] = await outline(bytes);
    expect(first?.slice(0, expected.length)).toBe(expected);
  });

  test('a line of a mebibyte is read, a longer one refused with its beginning', async () => {
    const long = (bytes: number) => {
      const empty = IRAN.replace('"Iran"', '""').length;
      return IRAN.replace('"Iran"', `"${'a'.repeat(bytes - empty)}"`);
    };
    const limit = 1024 * 1024;
    const lines = await read(
      `${long(limit)}\n${long(limit + 1)}\n${long(5 * limit)}\n${IRAN}\n${long(limit + 1)}`,
    );
    expect(lines.map((line) => ('issues' in line ? line.issues[0]?.expected : 'record'))).toEqual([
      expect.stringContaining('at most 1000 characters'),
      `a line of at most ${limit} bytes`,
      `a line of at most ${limit} bytes`,
      'record',
      `a line of at most ${limit} bytes`,
    ]);
    expect(lines[2]?.text).toBe(long(limit).slice(0, 200));
  });

  test('of a line that is no record, the id is known where it can be', async () => {
    const [named, unnamed] = await read(`${IRAN.replace('"STATE"', '"LAND"')}\n{"type":"actor","id":7}\n`);
    expect(named).toMatchObject({ id: 'actor:iran' });
    expect(unnamed && 'id' in unnamed ? unnamed.id : undefined).toBeUndefined();
  });

  test('only the lines that are wanted', async () => {
    expect((await read(fixture, (line) => line % 5 === 0)).map(({ number }) => number)).toEqual([5, 10]);
  });

  test('a file that is not as it was is not read', async () => {
    const path = join(directory, 'changed.ndjson');
    await writeFile(path, IRAN);
    const records = readRecords({ name: 'changed.ndjson', path, size: 3, mtimeMs: 0 });
    await expect(records.next()).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: /changed/ });
  });

  test('whatever the bytes, every line is accounted for and none crashes', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...goodLines).map((line) => Buffer.from(line)),
      fc
        .constantFrom('\n', '\r\n', '\r', '\0', '{', '"', '\ufeff', '\u2028')
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const bytes = Buffer.concat(pieces);
        const lines = await read(bytes);
        const start = bytes.subarray(0, 3).toString('latin1') === '\u00ef\u00bb\u00bf' ? 3 : 0;
        const expected = bytes
          .subarray(start)
          .toString('latin1')
          .split('\n')
          .flatMap((line, i) => (Buffer.from(line, 'latin1').toString().trim() === '' ? [] : [i + 1]));
        expect(lines.map(({ number }) => number)).toEqual(expected);
        for (const line of lines) if ('issues' in line) expect(line.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('a good line with one byte changed is a record or has a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(fixture.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(fixture);
        bytes[at] = byte;
        const lines = await read(bytes);
        const added = byte === 10 ? 1 : 0;
        const removed = fixture[at] === 10 && byte !== 10 && at < fixture.length - 1 ? 1 : 0;
        expect(lines.length).toBeGreaterThanOrEqual(goodLines.length - removed);
        expect(lines.length).toBeLessThanOrEqual(goodLines.length + added);
      }),
      { numRuns: 300 },
    );
  });
});
