import { expect, test } from 'vitest';
import { edtfWords, periodWords } from '../../../src/web/dashboard/data/edtf-words.js';

test.each([
  ['2020-09-01', '1 September 2020'],
  ['2020-09', 'September 2020'],
  ['2020', '2020'],
])('%s is "%s": as precise as it is known', (date, words) => {
  expect(edtfWords(date)).toBe(words);
});

test.each([
  ['2004-03', null, 'since March 2004'],
  [null, '2018', 'until 2018'],
  ['2004', '2018-05-08', '2004 to 8 May 2018'],
  [null, null, ''],
])('from %s to %s is "%s"', (from, to, words) => {
  expect(periodWords(from, to)).toBe(words);
});
