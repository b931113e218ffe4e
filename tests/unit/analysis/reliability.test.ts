import { expect, test } from 'vitest';
import { type CodedStance, reliability } from '../../../src/analysis/index.js';

const coded = (
  coder: string,
  statement: string,
  topic: string,
  position: string,
  untilMet: string | null = null,
): CodedStance => ({
  coder,
  statement: `statement:${statement}`,
  topic: `topic:${topic}`,
  position,
  untilMet,
});

test('positions are compared where both found one, presence everywhere, and only on statements both coded', () => {
  const found = reliability([
    coded('first', 'a', 'q', 'SUPPORT'),
    coded('second', 'a', 'q', 'SUPPORT'),
    coded('first', 'b', 'q', 'OPPOSE'),
    coded('second', 'b', 'q', 'OPPOSE'),
    coded('first', 'c', 'q', 'SUPPORT'),
    coded('second', 'c', 'q', 'NO_STANCE'),
    coded('first', 'd', 'q', 'OPPOSE'),
  ]);
  expect(found).toMatchObject({ coders: ['first', 'second'], alpha: 1, units: 2 });
  expect(found.presence.units).toBe(3);
  expect(found.presence.alpha).toBeLessThan(1);
  expect(found.byProposition).toEqual([expect.objectContaining({ topic: 'topic:q', alpha: 1, units: 2 })]);
});

test('a condition that refuses meanwhile is nearer to opposition than one that supports', () => {
  const ranks = [
    ['OPPOSE', null],
    ['CONDITIONAL', 'OPPOSE'],
    ['CONDITIONAL', 'UNSTATED'],
    ['NEUTRAL', null],
    ['CONDITIONAL', 'SUPPORT'],
    ['SUPPORT', null],
  ] as const;
  const agreed = ranks.flatMap(([position, untilMet], index) => [
    coded('first', `s${index}`, 'q', position, untilMet),
    coded('second', `s${index}`, 'q', position, untilMet),
  ]);
  const against = ranks.map(
    ([position, untilMet]) =>
      reliability([
        ...agreed,
        coded('first', 'e', 'q', 'OPPOSE'),
        coded('second', 'e', 'q', position, untilMet),
      ]).alpha ?? 0,
  );
  expect(against[0]).toBe(1);
  expect([...against].sort((a, b) => b - a)).toEqual(against);
  expect(new Set(against).size).toBe(ranks.length);
});
