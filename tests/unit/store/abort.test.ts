import { expect, test } from 'vitest';
import { orAborted, throwIfAborted } from '../../../src/store/abort.js';

test('without a signal the work alone decides', async () => {
  expect(await orAborted(Promise.resolve(1), undefined)).toBe(1);
  expect(() => throwIfAborted(undefined)).not.toThrow();
});

test('an abort rejects at once and tells the engine', async () => {
  const controller = new AbortController();
  let told = false;
  const never = new Promise<never>(() => {});
  const waiting = orAborted(never, controller.signal, () => {
    told = true;
  });
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
  expect(told).toBe(true);
});

test('a signal whose time is up is a timeout', () => {
  const signal = AbortSignal.abort(new DOMException('too long', 'TimeoutError'));
  expect(() => throwIfAborted(signal)).toThrow(expect.objectContaining({ code: 'REQUEST_TIMEOUT' }));
});

test('a rejection after the abort is nobody’s', async () => {
  const controller = new AbortController();
  let fail = (_: Error) => {};
  const work = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const waiting = orAborted(work, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
  fail(new Error('late'));
});
