/** A position with what holds until its condition is met: what colours, marks and counts tell apart on every page. */
export const LEVELS = {
  SUPPORT: { label: 'supports', noun: 'Support', position: 'SUPPORT', untilMet: null },
  CONDITIONAL_SUPPORT: {
    label: 'supports, on a condition',
    noun: 'Support on a condition',
    position: 'CONDITIONAL',
    untilMet: 'SUPPORT',
  },
  NEUTRAL: { label: 'takes no side', noun: 'No side taken', position: 'NEUTRAL', untilMet: null },
  CONDITIONAL_UNSTATED: {
    label: 'sets a condition',
    noun: 'A condition, and nothing said until then',
    position: 'CONDITIONAL',
    untilMet: 'UNSTATED',
  },
  CONDITIONAL_OPPOSE: {
    label: 'opposes, until a condition is met',
    noun: 'Opposition until a condition is met',
    position: 'CONDITIONAL',
    untilMet: 'OPPOSE',
  },
  OPPOSE: { label: 'opposes', noun: 'Opposition', position: 'OPPOSE', untilMet: null },
} as const;

export type Level = keyof typeof LEVELS;

export const LEVEL_NAMES = Object.keys(LEVELS) as readonly Level[];

interface Coded {
  readonly position: string;
  readonly untilMet: string | null;
}

/** `undefined` for NO_STANCE, which is no position. */
export function levelOf({ position, untilMet }: Coded): Level | undefined {
  const name = position === 'CONDITIONAL' ? `CONDITIONAL_${untilMet ?? 'UNSTATED'}` : position;
  return LEVEL_NAMES.find((level) => level === name);
}

/** Which side it is on until anything changes: 1, -1, or 0 for neither. */
export function sideOf(level: Level): -1 | 0 | 1 {
  if (level === 'SUPPORT' || level === 'CONDITIONAL_SUPPORT') return 1;
  return level === 'OPPOSE' || level === 'CONDITIONAL_OPPOSE' ? -1 : 0;
}
