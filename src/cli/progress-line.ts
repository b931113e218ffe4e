import type { Progress } from '../ingest/index.js';
import type { Output } from './context.js';
import { number } from './text.js';

const EVERY_MS = 100;
/** Where nobody looks on, a line in so many milliseconds, so that a log tells that it goes on. */
const LINE_EVERY_MS = 5_000;
const CLEAR_LINE = '\r\u001b[K';

export interface ProgressLine<State> {
  show(state: State): void;
  clear(): void;
}

/**
 * One line on a terminal that says how far the work is; elsewhere nothing, or with `lines` a line from time to time, and
 * none for what is short.
 */
export function progressLine<State>(
  output: Output,
  textOf: (state: State) => string,
  { lines = false } = {},
): ProgressLine<State> {
  let shown = output.isTTY ? Number.NEGATIVE_INFINITY : performance.now();
  return {
    show(state) {
      const now = performance.now();
      if (!output.isTTY && !lines) return;
      if (now - shown < (output.isTTY ? EVERY_MS : LINE_EVERY_MS)) return;
      shown = now;
      output.write(output.isTTY ? CLEAR_LINE + textOf(state) : `${textOf(state)}\n`);
    },
    clear() {
      if (output.isTTY && shown > 0) output.write(CLEAR_LINE);
    },
  };
}

/** How far the checking or the loading of records is, how fast it goes, and how long it still takes at that rate. */
export function loadProgress({ phase, done, total, ms }: Progress): string {
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  const rate = ms > 0 ? (done / ms) * 1_000 : 0;
  const left = rate > 0 ? `, ${duration((total - done) / rate)} left` : '';
  return phase === 'write'
    ? `writing: ${number(done)} of ${number(total)} records, ${number(Math.round(rate))} a second${left}`
    : `${phase}ing: ${share}%, ${(rate / 1e6).toFixed(1)} MB a second${left}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
