import { POSITIONS, positionValue, UNTIL_MET } from '../../model/index.js';

/** What a stance can be: a position, and for a conditional one what it is until its condition is met. */
export interface Level {
  readonly position: (typeof POSITIONS)[number];
  readonly untilMet: (typeof UNTIL_MET)[number] | null;
  /** for analysis, from −1 to 1; `undefined` where there is none */
  readonly value: number | undefined;
}

/** All there are. In columns a level is its place in this list. */
export const LEVELS: readonly Level[] = POSITIONS.flatMap((position) =>
  (position === 'CONDITIONAL' ? UNTIL_MET : [null]).map((untilMet) => ({
    position,
    untilMet,
    value: positionValue(position, untilMet),
  })),
);

const CODES = new Map(LEVELS.map(({ position, untilMet }, code) => [`${position} ${untilMet ?? ''}`, code]));

/** The place of a level in the list; a position without what it needs has none. */
export function levelCode(position: string, untilMet: string): number | undefined {
  return CODES.get(`${position} ${untilMet}`);
}
