import { setTimeout as delay } from 'node:timers/promises';
import { summaryOf } from './measure.js';
import { residentMemory } from './memory.js';
import type { ServiceProcess } from './subjects/index.js';

const ASK_EVERY_MS = 100;

/** What was seen of a service while something else was done. */
interface Meanwhile<Result> {
  readonly result: Result;
  readonly seconds: number;
  /** of small queries that were asked all along, in milliseconds */
  readonly smallP95: number;
  /** the service's resident memory at its highest */
  readonly peakMiB: number;
}

/** Does something, asks a service the same small query all along, and looks at its memory. */
export async function askMeanwhile<Result>(
  { client, pid }: ServiceProcess,
  query: string,
  work: () => Promise<Result>,
): Promise<Meanwhile<Result>> {
  const body = JSON.stringify({ query });
  const times: number[] = [];
  let done = false;
  let peakMiB = 0;
  const ask = async () => {
    while (!done) {
      const sent = performance.now();
      await client.send(body);
      times.push(performance.now() - sent);
      peakMiB = Math.max(peakMiB, await residentMemory(pid));
      await delay(ASK_EVERY_MS);
    }
  };
  const began = performance.now();
  const asking = ask();
  const result = await work().finally(() => {
    done = true;
  });
  const seconds = (performance.now() - began) / 1_000;
  await asking;
  return { result, seconds, smallP95: summaryOf([{ times, elapsed: seconds * 1_000 }]).p95, peakMiB };
}
