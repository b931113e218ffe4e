import { expect, test } from 'vitest';
import { loadProgress, progressLine } from '../../../src/cli/progress-line.js';

test('tells how far it is, how fast it goes and how long it takes', () => {
  expect(loadProgress({ phase: 'check', done: 5_000_000, total: 20_000_000, ms: 1_000 })).toBe(
    'checking: 25%, 5.0 MB a second, 3 s left',
  );
  expect(loadProgress({ phase: 'write', done: 1_500, total: 1_000_000, ms: 1_000 })).toBe(
    'writing: 1,500 of 1,000,000 records, 1,500 a second, 11 min 6 s left',
  );
  expect(loadProgress({ phase: 'check', done: 0, total: 0, ms: 0 })).toBe('checking: 100%, 0.0 MB a second');
});

test('on a terminal it is one line, elsewhere nothing of what is short', () => {
  for (const isTTY of [true, false]) {
    let text = '';
    const write = (more: string) => {
      text += more;
    };
    const line = progressLine({ isTTY, write }, String, { lines: true });
    line.show(1);
    line.clear();
    expect(text).toBe(isTTY ? '\r\u001b[K1\r\u001b[K' : '');
  }
});
