import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ID_KINDS, idPattern, JUDGEMENT_ID_KINDS, kindOf, recordKindOf } from '../../../src/model/index.js';

const local = fc.stringMatching(/^[a-z0-9._-]{1,120}$/);

test('an id carries its kind', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ID_KINDS), local, (kind, name) => {
      expect(kindOf(`${kind}:${name}`)).toBe(kind);
    }),
  );
});

test('a judgement is a record, and no node', () => {
  for (const kind of JUDGEMENT_ID_KINDS) {
    expect([kindOf(`${kind}:a`), recordKindOf(`${kind}:a`)]).toEqual([undefined, kind]);
  }
  expect([recordKindOf('actor:a'), recordKindOf('condition:a'), recordKindOf('load:1')]).toEqual([
    'actor',
    undefined,
    undefined,
  ]);
});

test.each([
  '',
  'iran',
  'actor:',
  ':iran',
  'Actor:iran',
  'actor:Iran',
  'actor:côte',
  'actor:a b',
  'actor:a/b',
  'actor:a:b',
  'actors:iran',
  'actor:iran\n',
  ' actor:iran',
  `actor:${'a'.repeat(121)}`,
])('%j is no id', (id) => {
  expect(kindOf(id)).toBeUndefined();
});

test('a pattern of several kinds takes each of them and no other', () => {
  const pattern = idPattern('statement', 'event');
  expect(pattern.test('statement:a')).toBe(true);
  expect(pattern.test('event:a')).toBe(true);
  expect(pattern.test('actor:a')).toBe(false);
});
