import type { ServiceProcess } from './subjects/index.js';

/** Node looks so often; its measurement has that much in it where nothing is blocked. */
const RESOLUTION_MS = 10;

/**
 * The longest that the service's event loop was blocked since this was asked the last time, in milliseconds, as the
 * service itself measures it (`nodejs_eventloop_lag_max_seconds` at `/metrics`).
 */
export async function longestBlock({ origin }: ServiceProcess): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const seconds = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error(`${origin}/metrics has no nodejs_eventloop_lag_max_seconds`);
  return Math.max(0, Number(seconds) * 1_000 - RESOLUTION_MS);
}
