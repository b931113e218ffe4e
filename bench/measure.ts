/** How long one request took, many times over. Times are in milliseconds. */
export interface Measurement {
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** Why it could not be measured. */
export interface Failure {
  readonly failed: string;
}

export type Outcome = Measurement | Failure;

export interface Load {
  /** requests that are under way at any time */
  readonly concurrency: number;
  readonly seconds: number;
}

/** What was seen while requests were sent. */
export interface Sample {
  /** of each request, in milliseconds */
  readonly times: readonly number[];
  readonly elapsed: number;
}

/** Sends the same request again and again; the first one that fails ends it. */
export async function sample(send: () => Promise<unknown>, { concurrency, seconds }: Load): Promise<Sample> {
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1_000;
  const sender = async () => {
    do {
      const sent = performance.now();
      await send();
      times.push(performance.now() - sent);
    } while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: concurrency }, sender));
  return { times, elapsed: performance.now() - began };
}

/** What several samples say together. */
export function summaryOf(samples: readonly Sample[]): Measurement {
  const times = samples.flatMap((one) => one.times).sort((a, b) => a - b);
  const elapsed = samples.reduce((sum, one) => sum + one.elapsed, 0);
  return {
    requests: times.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond: (times.length / elapsed) * 1_000,
  };
}

export function failure(error: unknown): Failure {
  return { failed: error instanceof Error ? error.message : String(error) };
}

/** The nearest rank in ascending times. */
function quantile(times: readonly number[], share: number): number {
  return times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? Number.NaN;
}
