import type { Period } from '../../records/index.js';
import type { FlatGraph } from '../flat.js';
import type { NetworkContent } from './content.js';

const DAY_SECONDS = 86_400;

/** A moment as the API gives it: `2020-09-01T00:00`. */
export function momentText(seconds: number): string {
  return isoText(seconds).slice(0, 16);
}

function isoText(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 19);
}

/**
 * When the network of each window holds, as no two can hold at a time: from the middle of its window until that of the
 * next, the last until its window ends. Windows of events can share their middle; their time is their number.
 */
export function spellsOfSlices({ input, slices }: NetworkContent): {
  readonly time: NonNullable<FlatGraph['time']>;
  readonly spells: readonly Period[];
} {
  const middles = slices.map(({ told }) => told.middle);
  if (input.window?.unit === 'EVENT') {
    return { time: 'integer', spells: middles.map((_, number) => ({ from: `${number}`, to: `${number}` })) };
  }
  const byDay = middles.every((middle) => middle % DAY_SECONDS === 0);
  const text = (seconds: number) => (byDay ? isoText(seconds).slice(0, 10) : isoText(seconds));
  return {
    time: byDay ? 'date' : 'dateTime',
    spells: slices.map(({ told }, number) => {
      const next = middles[number + 1];
      return { from: text(told.middle), to: text(next === undefined ? told.stop : next - 1) };
    }),
  };
}

/** The spells of some windows, by their ascending numbers; those of windows one after the other are one spell. */
export function joinedSpells(numbers: readonly number[], spells: readonly Period[]): Period[] {
  const found: { from: string | undefined; to: string | undefined; last: number }[] = [];
  for (const number of numbers) {
    const spell = spells[number];
    const before = found.at(-1);
    if (before && before.last === number - 1) {
      before.to = spell?.to;
      before.last = number;
    } else {
      found.push({ from: spell?.from, to: spell?.to, last: number });
    }
  }
  return found.map(({ from, to }) => ({ from, to }));
}
