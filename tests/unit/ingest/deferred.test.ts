import { expect, test } from 'vitest';
import { type DeferredRecord, deferredRounds } from '../../../src/ingest/deferred.js';

const file = { name: 'f', path: 'f', size: 0, mtimeMs: 0 };
const waiting = (key: string, ...targets: string[]): DeferredRecord => ({
  file,
  number: 1,
  offset: 0,
  length: 0,
  key,
  targets,
});

/** The rounds for what waits, when only `there` is written; what a round has is written before the next. */
function rounds(deferred: readonly DeferredRecord[], there: readonly string[] = []): string[] {
  const written = new Set(there);
  const texts: string[] = [];
  for (const { records, whole } of deferredRounds(deferred, (key) => written.has(key))) {
    for (const { key } of records) written.add(key);
    texts.push(`${records.map(({ key }) => key).join(' ')}${whole ? ' (whole)' : ''}`);
  }
  return texts;
}

test.each([
  ['nothing', [], []],
  ['what was written meanwhile', [waiting('a', 'x')], ['a']],
  [
    'a newest-first input, in one round',
    [waiting('c', 'b'), waiting('b', 'a'), waiting('a', 'x')],
    ['a b c'],
  ],
  [
    'an oldest-first input, in one round',
    [waiting('a', 'x'), waiting('b', 'a'), waiting('c', 'b')],
    ['a b c'],
  ],
  [
    'any other order, round by round',
    [waiting('c', 'b'), waiting('d', 'c'), waiting('a', 'x'), waiting('b', 'a')],
    ['a b', 'c d'],
  ],
  ['a circle, whole', [waiting('a', 'b'), waiting('b', 'a'), waiting('c', 'x')], ['c', 'a b (whole)']],
  [
    'what waits for a circle, with it',
    [waiting('a', 'b'), waiting('b', 'a'), waiting('c', 'b')],
    ['a b c (whole)'],
  ],
])('%s', (_, deferred, expected) => {
  expect(rounds(deferred, ['x'])).toEqual(expected);
});
