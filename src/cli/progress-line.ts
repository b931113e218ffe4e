import type { ImportProgress, Progress } from '../ingest/index.js';
import type { Output } from './context.js';
import { number } from './text.js';

const EVERY_MS = 100;
const CLEAR_LINE = '\r\u001b[K';

export interface ProgressLine<State> {
  show(state: State): void;
  clear(): void;
}

/** One line on a terminal that says how far the work is; elsewhere nothing. */
export function progressLine<State>(output: Output, textOf: (state: State) => string): ProgressLine<State> {
  let shown = Number.NEGATIVE_INFINITY;
  return {
    show(state) {
      const now = performance.now();
      if (!output.isTTY || now - shown < EVERY_MS) return;
      shown = now;
      output.write(CLEAR_LINE + textOf(state));
    },
    clear() {
      if (output.isTTY && shown > 0) output.write(CLEAR_LINE);
    },
  };
}

/** How far the checking or the loading of records is. */
export function loadProgress({ phase, done, total }: Progress): string {
  return phase === 'check'
    ? `checking: ${total === 0 ? 100 : Math.floor((100 * done) / total)}%`
    : `writing: ${number(done)} of ${number(total)} records`;
}

/** The same for an import, which reads its file first. */
export function importProgress(progress: ImportProgress): string {
  return progress.phase === 'read'
    ? `reading: ${Math.floor((100 * progress.done) / Math.max(1, progress.total))}%`
    : loadProgress({ ...progress, phase: progress.phase });
}
