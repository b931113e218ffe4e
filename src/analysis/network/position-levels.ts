import { type POSITIONS, positionValue, type UNTIL_MET } from '../../model/index.js';
import type { Levels } from './network-rows.js';

/** A position that has a value: the levels of the graph's networks. */
interface PositionLevel {
  readonly position: (typeof POSITIONS)[number];
  readonly untilMet: (typeof UNTIL_MET)[number] | null;
}

/** From opposition to support. */
const SCALE: readonly PositionLevel[] = [
  { position: 'OPPOSE', untilMet: null },
  { position: 'CONDITIONAL', untilMet: 'OPPOSE' },
  { position: 'NEUTRAL', untilMet: null },
  { position: 'CONDITIONAL', untilMet: 'SUPPORT' },
  { position: 'SUPPORT', untilMet: null },
];
const BOOLEAN = SCALE.filter(({ position }) => position === 'OPPOSE' || position === 'SUPPORT');

export interface PositionLevels {
  readonly levels: Levels;
  /** `undefined` for a position without a value: nobody knows how near it is to another */
  codeOf(position: string, untilMet: string | null): number | undefined;
}

/** Positions as a scale from −1 to 1; as booleans, where there are but support and opposition (networks.md, "Input"). */
export function positionLevels(type: 'BOOLEAN' | 'SCALE'): PositionLevels {
  const all = type === 'BOOLEAN' ? BOOLEAN : SCALE;
  const names = all.map(({ position, untilMet }) => nameOf(position, untilMet));
  const codes = new Map(names.map((name, code) => [name, code]));
  return {
    levels: {
      type,
      names,
      values: all.map(({ position, untilMet }) => positionValue(position, untilMet) ?? 0),
    },
    codeOf: (position, untilMet) => codes.get(nameOf(position, untilMet)),
  };
}

function nameOf(position: string, untilMet: string | null): string {
  return untilMet === null ? position : `${position}_${untilMet}`;
}
