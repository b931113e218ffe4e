import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesTable } from '../../../src/ingest/bytes-table.js';
import { type Entry, hasHash, newCatalogue } from '../../../src/ingest/catalogue.js';
import { packedIds } from '../../../src/ingest/packed-ids.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('keeps what it is given, and only that', () => {
  const entry = fc.record({
    file: fc.nat(300),
    line: fc.nat(4_000_000_000),
    hash: fc.string().map(sha256),
    kind: fc.constantFrom(null, 'STATE', 'ISSUE'),
    state: fc.constantFrom<Entry['state'][]>('SAME', 'NEW', 'CHANGED', 'WRITTEN', 'REFUSED'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), entry)), fc.string(), (entries, other) => {
      const catalogue = newCatalogue();
      const expected = new Map(entries);
      for (const [key, value] of entries) catalogue.set(key, value);
      for (const [key, { hash, ...value }] of expected) {
        expect(catalogue.get(key)).toMatchObject(value);
        expect(hasHash(catalogue.get(key), hash)).toBe(true);
        expect(hasHash(catalogue.get(key), sha256(`${hash}!`))).toBe(false);
        catalogue.setState(key, 'REFUSED');
        expect(catalogue.get(key)?.state).toBe('REFUSED');
      }
      expect(catalogue.get(other) !== undefined).toBe(expected.has(other));
    }),
  );
});

test('grows, and tells apart keys that begin alike', () => {
  const table = bytesTable(4);
  const ids = packedIds();
  const key = (n: number) => {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32LE((n % 3_000) * 1_000_003);
    bytes.writeUInt32LE(n, 12);
    return bytes;
  };
  for (let n = 0; n < 9_000; n++) table.make(key(n)).writeUInt32LE(ids.add(`statement:${n}`));
  for (let n = 0; n < 9_000; n++) {
    expect(ids.get(table.get(key(n))?.readUInt32LE() ?? -1)).toBe(`statement:${n}`);
  }
  expect(table.get(key(9_000))).toBeUndefined();
});
