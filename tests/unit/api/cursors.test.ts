import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageWanted } from '../../../src/api/connections.js';
import { type CursorScope, cursorsOf, decodeCursor } from '../../../src/api/cursors.js';

const scope: CursorScope = { list: 'statements DATE_DESC', selection: { acts: ['LETTER'] }, keyLength: 2 };

describe('a cursor', () => {
  test('gives back the key it was made of', () => {
    fc.assert(
      fc.property(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), (key) => {
        expect(decodeCursor(scope, cursorsOf(scope)(key), 'after')).toEqual(key);
      }),
    );
  });

  test.each([
    [
      'another order',
      { ...scope, list: 'statements DATE_ASC' },
      /of "statements DATE_ASC", but this one is of "statements DATE_DESC"/,
    ],
    ['another filter', { ...scope, selection: {} }, /same filter/],
  ])('is refused with %s', (_, other, message) => {
    const cursor = cursorsOf(scope)(['2020-01-01', 'statement:a']);
    expect(() => decodeCursor(other, cursor, 'after')).toThrow(message);
  });

  test('is refused, with a code, when it is anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => decodeCursor(scope, text, 'after')).toThrow(
          expect.objectContaining({ code: 'BAD_CURSOR' }),
        );
      }),
    );
  });
});

describe('the arguments of a page', () => {
  test('are twenty rows, forwards, when none are given', () => {
    expect(pageWanted({}, scope, 100)).toMatchObject({ size: 20, keyset: { limit: 21, backward: false } });
    expect(pageWanted({ before: cursorsOf(scope)(['a', 'b']) }, scope, 100)).toMatchObject({
      size: 20,
      keyset: { backward: true, bound: ['a', 'b'] },
    });
  });

  test.each([
    [{ first: -1 }, 'first: expected a number from 0 to 100, not -1'],
    [{ first: 101 }, 'first: expected a number from 0 to 100, not 101'],
    [{ last: 1000 }, 'last: expected a number from 0 to 100, not 1000'],
    [{ first: 1, last: 1 }, 'first, last: expected one of the two'],
    [{ last: 1, after: 'x' }, 'after: expected "after" together with "first" only'],
    [{ first: 1, before: 'x' }, 'before: expected "before" together with "last" only'],
  ])('%j are refused', (args, message) => {
    expect(() => pageWanted(args, scope, 100)).toThrow(message);
  });
});
