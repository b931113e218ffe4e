import { LEVELS } from './levels.js';

/** A position that several stances amount to: their majority, `MIXED` where there is none. */
export interface Prevailing {
  readonly position: (typeof LEVELS)[number]['position'] | 'MIXED';
  readonly untilMet: (typeof LEVELS)[number]['untilMet'];
}

/** @param levels places in LEVELS, at least one */
export function prevailing(levels: readonly number[]): Prevailing {
  const [only, second] = levels;
  if (only !== undefined && second === undefined) return LEVELS[only] ?? MIXED;
  const counts = LEVELS.map((_, code) => levels.filter((level) => level === code).length);
  const most = Math.max(...counts);
  const level = LEVELS[counts.indexOf(most)];
  return level && counts.lastIndexOf(most) === counts.indexOf(most)
    ? { position: level.position, untilMet: level.untilMet }
    : MIXED;
}

const MIXED: Prevailing = { position: 'MIXED', untilMet: null };

export function samePosition(a: Prevailing, b: Prevailing): boolean {
  return a.position === b.position && a.untilMet === b.untilMet;
}
