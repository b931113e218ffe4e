import { DemarcheError } from '../model/index.js';

/**
 * Asks the service that holds the embedded database; `undefined` where nothing listens: the service left its address
 * when it was killed, and another process has its id.
 *
 * @throws DemarcheError DATABASE_UNAVAILABLE where it does not answer
 */
export async function fetchService(
  url: string,
  path: string,
  request: RequestInit,
): Promise<Response | undefined> {
  try {
    return await fetch(`${url}${path}`, request);
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
    if (cause?.code === 'ECONNREFUSED') return undefined;
    const reason = error instanceof Error ? String(error.cause ?? error.message) : String(error);
    throw new DemarcheError('DATABASE_UNAVAILABLE', `the service at ${url} does not answer: ${reason}`, {
      cause: error,
    });
  }
}
