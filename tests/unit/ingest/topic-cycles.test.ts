import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topicCycles } from '../../../src/ingest/topic-cycles.js';

const ways = (edges: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(topicCycles(new Map(Object.entries(edges))));

test.each([
  ['nothing', {}, {}],
  ['a tree', { b: ['a'], c: ['a'], d: ['b'] }, {}],
  ['two ways to one whole', { b: ['a'], c: ['a'], d: ['b', 'c'] }, {}],
  ['itself', { a: ['a'] }, { a: 'a → a' }],
  ['two', { a: ['b'], b: ['a'] }, { a: 'a → b → a', b: 'a → b → a' }],
  ['a way into a cycle is none', { x: ['a'], a: ['b'], b: ['a'] }, { a: 'a → b → a', b: 'a → b → a' }],
])('%s', (_, edges, expected) => {
  expect(ways(edges)).toEqual(expected);
});

test('a chain as long as the input needs no stack', () => {
  const chain = Array.from({ length: 50_000 }, (_, i) => [`t${i}`, [`t${i + 1}`]] as const);
  expect(topicCycles(new Map(chain)).size).toBe(0);
});

test('there is one exactly when the topics cannot be put in an order', () => {
  const edges = fc.dictionary(
    fc.constantFrom(...'abcdef'),
    fc.uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(edges, (graph) => {
      let left = new Map(Object.entries(graph));
      for (;;) {
        const next = new Map([...left].filter(([, wholes]) => wholes.some((whole) => left.has(whole))));
        if (next.size === left.size) break;
        left = next;
      }
      expect(topicCycles(new Map(Object.entries(graph))).size > 0).toBe(left.size > 0);
    }),
  );
});
