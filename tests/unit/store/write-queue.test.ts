import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { writeQueue } from '../../../src/store/grafeo/write-queue.js';

test('runs one at a time, in the order they came', async () => {
  const queue = writeQueue();
  const events: string[] = [];
  await Promise.all(
    [3, 1, 2].map((ms, i) =>
      queue.enqueue(async () => {
        events.push(`${i} begins`);
        await delay(ms);
        events.push(`${i} ends`);
      }),
    ),
  );
  expect(events).toEqual(['0 begins', '0 ends', '1 begins', '1 ends', '2 begins', '2 ends']);
});

test('a failure is its own, and the next one runs', async () => {
  const queue = writeQueue();
  const failing = queue.enqueue(async () => {
    throw new Error('mine');
  });
  const next = queue.enqueue(async () => 'done');
  await expect(failing).rejects.toThrow('mine');
  expect(await next).toBe('done');
});

test('an abort takes a waiting one out at once, and the next one still waits its turn', async () => {
  const queue = writeQueue();
  const controller = new AbortController();
  const events: string[] = [];
  const first = queue.enqueue(async () => {
    await delay(30);
    events.push('first');
  });
  const waiting = queue.enqueue(async () => events.push('never'), controller.signal);
  const last = queue.enqueue(async () => events.push('last'));
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
  expect(events).toEqual([]);
  await Promise.all([first, last]);
  expect(events).toEqual(['first', 'last']);
});

test('is idle when the last one has settled', async () => {
  const queue = writeQueue();
  let done = false;
  void queue.enqueue(async () => {
    await delay(10);
    done = true;
  });
  await queue.idle();
  expect(done).toBe(true);
});
