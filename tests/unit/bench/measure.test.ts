import { expect, test } from 'vitest';
import { sample, summaryOf } from '../../../bench/measure.js';
import { growth } from '../../../bench/memory.js';

test('sends as many requests at a time as it is told, and counts each', async () => {
  let running = 0;
  let most = 0;
  let sent = 0;
  const send = async () => {
    sent += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  const { times } = await sample(send, { concurrency: 5, seconds: 0.02 });
  expect([most, running]).toEqual([5, 0]);
  expect(times).toHaveLength(sent);
});

test('a request that fails fails the sample', async () => {
  const send = () => Promise.reject(new Error('refused'));
  await expect(sample(send, { concurrency: 2, seconds: 0.01 })).rejects.toThrow('refused');
});

test('samples are summed up: nearest-rank quantiles over all, throughput over the time they took', () => {
  const times = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect(
    summaryOf([
      { times: times.slice(0, 50), elapsed: 400 },
      { times: times.slice(50), elapsed: 100 },
    ]),
  ).toEqual({ requests: 100, p50: 50, p95: 95, perSecond: 200 });
});

test('growth is that of the straight line, as a share of the mean', () => {
  expect(growth([200, 200, 200])).toBe(0);
  expect(growth([90, 100, 110])).toBeCloseTo(0.2);
  expect(growth([110, 100, 90])).toBeCloseTo(-0.2);
});
