import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeMerges, type Merge, mergeProblems, resolutionOf } from '../../../src/model/index.js';

const merge = (from: string, into: string, id = `merge:${from}-into-${into}`): Merge => ({ id, from, into });

/** Merges of which each leads on to an actor with a greater letter: without circles, and one for each actor. */
const chains = fc
  .uniqueArray(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 6 })), { selector: ([from]) => from })
  .map((pairs) => pairs.map(([from, step]) => merge(`actor:${from}`, `actor:${from + step}`)));

describe('what active merges come to', () => {
  test('chains end at the actor that remains', () => {
    const { resolve, merged, membersOf } = resolutionOf([merge('c', 'd'), merge('a', 'b'), merge('b', 'c')]);
    expect(['a', 'b', 'c', 'd', 'e'].map(resolve)).toEqual(['d', 'd', 'd', 'd', 'e']);
    expect(merged).toEqual(['a', 'b', 'c']);
    expect(membersOf('b')).toEqual(['a', 'b', 'c', 'd']);
    expect(membersOf('e')).toEqual(['e']);
  });

  test('a split takes one out', () => {
    const merges = [merge('a', 'b'), merge('b', 'c')];
    const active = activeMerges(merges, [{ mergeId: 'merge:b-into-c' }, { mergeId: 'merge:none' }]);
    expect(active).toEqual([merges[0]]);
  });

  test('whatever their order, one remains of each group, and it is merged into none', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (merges, at) => {
        const one = resolutionOf(merges);
        const other = resolutionOf([...merges.slice(at % 12), ...merges.slice(0, at % 12)]);
        for (const { from, into } of merges) {
          expect(other.resolve(from)).toBe(one.resolve(from));
          expect(one.resolve(from)).toBe(one.resolve(into));
          expect(merges.some((next) => next.from === one.resolve(from))).toBe(false);
          expect(one.membersOf(from)).toContain(from);
          expect(one.membersOf(from)).toEqual(one.membersOf(one.resolve(from)));
        }
        expect(mergeProblems(merges).size).toBe(0);
      }),
    );
  });
});

describe('merges that contradict each other', () => {
  test.each<[string, Merge[], [id: string, field: string][]]>([
    [
      'two of one actor',
      [merge('a', 'b'), merge('a', 'c'), merge('c', 'd')],
      [
        ['merge:a-into-b', 'from'],
        ['merge:a-into-c', 'from'],
      ],
    ],
    ['itself', [merge('a', 'a')], [['merge:a-into-a', 'into']]],
    [
      'a circle, and not what leads into it',
      [merge('x', 'a'), merge('a', 'b'), merge('b', 'a')],
      [
        ['merge:a-into-b', 'into'],
        ['merge:b-into-a', 'into'],
      ],
    ],
  ])('%s', (_, merges, expected) => {
    const found = [...mergeProblems(merges)].map(([id, { field }]) => [id, field]);
    expect(found.sort()).toEqual(expected);
  });

  test('each says what was expected', () => {
    const problems = mergeProblems([merge('a', 'b'), merge('b', 'a')]);
    expect(problems.get('merge:a-into-b')?.expected).toBe('merges that come to an end; found a → b → a');
    expect(mergeProblems([merge('a', 'b'), merge('a', 'c')]).get('merge:a-into-c')?.expected).toBe(
      'an actor that no other merge has merged; merge:a-into-b has merged a: split that first',
    );
  });

  test('a circle is left at its end all the same', () => {
    expect(() => resolutionOf([merge('a', 'b'), merge('b', 'a')])).not.toThrow();
  });
});
