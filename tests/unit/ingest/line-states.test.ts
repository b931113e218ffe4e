import { expect, test } from 'vitest';
import { lineStates } from '../../../src/ingest/line-states.js';
import { RECORD_TYPES } from '../../../src/model/index.js';

test('a line keeps what it was found to be, however far down it is', () => {
  const states = lineStates();
  RECORD_TYPES.forEach((type, i) => {
    states.setNew(i * 5_000, type, i % 2 === 0);
  });
  states.setSame(7);
  states.setRefused(1_000_000);
  RECORD_TYPES.forEach((type, i) => {
    expect([states.isNew(i * 5_000), states.isOpen(i * 5_000), states.typeOf(i * 5_000)]).toEqual([
      true,
      i % 2 === 0,
      type,
    ]);
  });
  for (const line of [1, 7, 1_000_000, 2_000_000]) {
    expect([states.isNew(line), states.isOpen(line), states.typeOf(line)]).toEqual([false, false, undefined]);
  }
});
