import { expect, test } from 'vitest';
import { levelOf, sideOf } from '../../../src/web/dashboard/data/levels.js';

test.each([
  [{ position: 'SUPPORT', untilMet: null }, 'SUPPORT', 1],
  [{ position: 'OPPOSE', untilMet: null }, 'OPPOSE', -1],
  [{ position: 'NEUTRAL', untilMet: null }, 'NEUTRAL', 0],
  // a refusal with a condition is a refusal until it is met
  [{ position: 'CONDITIONAL', untilMet: 'OPPOSE' }, 'CONDITIONAL_OPPOSE', -1],
  [{ position: 'CONDITIONAL', untilMet: 'SUPPORT' }, 'CONDITIONAL_SUPPORT', 1],
  [{ position: 'CONDITIONAL', untilMet: null }, 'CONDITIONAL_UNSTATED', 0],
] as const)('%j', (coded, level, side) => {
  expect(levelOf(coded)).toBe(level);
  expect(sideOf(level)).toBe(side);
});

test('what takes no stance is no level', () => {
  expect(levelOf({ position: 'NO_STANCE', untilMet: null })).toBeUndefined();
});
