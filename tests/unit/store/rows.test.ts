import { expect, test } from 'vitest';
import { plainRow } from '../../../src/store/rows.js';

test('a row of plain values is itself', () => {
  const row = { a: null, b: true, c: 1.5, d: 'x', e: ['y'], f: [] };
  expect(plainRow('q', row)).toEqual(row);
});

test('so is one with rows within it, each a list of values', () => {
  const row = { none: [], rows: [['a', null, 1, ['an alias'], [['b', true]]], []] };
  expect(plainRow('q', row)).toEqual(row);
});

test('a missing value is null, and −0 is 0', () => {
  expect(plainRow('q', { a: undefined, z: -0 })).toStrictEqual({ a: null, z: 0 });
});

test.each([
  [9007199254740993n],
  [2 ** 53],
  [Number.POSITIVE_INFINITY],
  [Number.NaN],
  [{ a: 1 }],
  [new Date(0)],
  [['a', 1]],
  [['a', null]],
  [['a', ['b']]],
  [[['a', { b: 1 }]]],
  [[[1, [2, 3]]]],
])('%o is refused, with its column', (value) => {
  expect(() => plainRow('q', { x: value })).toThrow(/^statement q: column x: /);
});
