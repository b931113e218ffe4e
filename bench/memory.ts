import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BenchCase } from './cases/index.js';
import type { MemoryResults } from './results.js';
import type { ServiceProcess } from './subjects/index.js';

const CONCURRENCY = 16;
const SAMPLES = 100;
/** What a busy service is asked most; each answer is small, so that there are many. */
const MIX = ['newest', 'newest-info', 'month', 'actor', 'actor-latest', 'statement', 'topic-statements'];

/** Sends many requests, and looks at the service's resident memory all along. */
export async function watchMemory(
  service: ServiceProcess,
  cases: readonly BenchCase[],
  requests: number,
  say: (line: string) => void,
): Promise<MemoryResults> {
  const mix = cases.filter(({ name }) => MIX.includes(name));
  const bodies = (mix.length > 0 ? mix : cases).map(({ service: { query, variables } }) =>
    JSON.stringify({ query, variables }),
  );
  const residentMiB: number[] = [];
  let sent = 0;
  for (let sample = 1; sample <= SAMPLES; sample++) {
    const until = Math.round((requests * sample) / SAMPLES);
    const sender = async () => {
      while (sent < until) await service.client.send(bodies[sent++ % bodies.length] ?? '');
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, sender));
    residentMiB.push(await residentMemory(service.pid));
    if (sample % 10 === 0) say(`Memory: ${sent} of ${requests} requests, ${residentMiB.at(-1)} MiB …`);
  }
  return { requests, residentMiB, secondHalfGrowth: growth(residentMiB.slice(SAMPLES / 2)) };
}

/** In MiB. */
export async function residentMemory(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Math.round(Number(stdout) / 1024);
}

/** From the first to the last of the line of least squares, as a share of the mean. */
export function growth(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let products = 0;
  let squares = 0;
  for (const [index, value] of values.entries()) {
    products += (index - middle) * (value - mean);
    squares += (index - middle) ** 2;
  }
  return ((products / squares) * (values.length - 1)) / mean;
}
