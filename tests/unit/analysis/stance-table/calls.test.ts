import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { answerCalls, caller, type Handler } from '../../../../src/analysis/stance-table/calls.js';
import { DemarcheError } from '../../../../src/model/index.js';

let channel: MessageChannel | undefined;
afterEach(() => channel?.port1.close());

function calling<Arguments, Result>(handle: Handler<Arguments, Result>) {
  channel = new MessageChannel();
  answerCalls(channel.port2, handle);
  return caller<Arguments, Result>(channel.port1);
}

test('answers go to their calls, whatever their order', async () => {
  const waiting: (() => void)[] = [];
  const { call } = calling(async (n: number) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return n * 2;
  });
  const answers = [1, 2, 3].map((n) => call(n));
  await expect.poll(() => waiting.length).toBe(3);
  for (const answer of waiting.toReversed()) answer();
  expect(await Promise.all(answers)).toEqual([2, 4, 6]);
});

test('an error keeps its code and its words', async () => {
  const { call } = calling(async (code: 'BAD_USER_INPUT' | undefined) => {
    throw code ? new DemarcheError(code, 'expected something else') : new TypeError('a fault of ours');
  });
  const coded = await call('BAD_USER_INPUT').catch((error: unknown) => error);
  expect(coded).toBeInstanceOf(DemarcheError);
  expect(coded).toMatchObject({ code: 'BAD_USER_INPUT', message: 'expected something else' });
  const fault = await call(undefined).catch((error: unknown) => error);
  expect(fault).not.toBeInstanceOf(DemarcheError);
  expect(fault).toMatchObject({ message: 'a fault of ours', stack: expect.stringContaining('calls.test') });
});

test('a caller that gives up is answered at once, and the other side is told', async () => {
  let told: AbortSignal | undefined;
  const { call } = calling((_: null, signal) => {
    told = signal;
    return new Promise<never>(() => {});
  });
  const controller = new AbortController();
  const answer = call(null, controller.signal).catch((error: unknown) => error);
  await expect.poll(() => told).toBeDefined();
  expect(told?.aborted).toBe(false);
  controller.abort();
  expect(await answer).toMatchObject({ code: 'REQUEST_ABORTED' });
  await expect.poll(() => told?.aborted).toBe(true);
});

test('when the other side has ended, so have all calls', async () => {
  const { call, fail } = calling(() => new Promise<never>(() => {}));
  const answer = call(null).catch((error: unknown) => error);
  fail(new Error('ended'));
  expect(await answer).toMatchObject({ message: 'ended' });
  await expect(call(null)).rejects.toThrow('ended');
});
