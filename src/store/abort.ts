import { DemarcheError } from '../model/index.js';

/** What an aborted signal means to the caller: its time was up, or nobody waits for the answer any more. */
export function abortError(signal: AbortSignal): DemarcheError {
  const timedOut = signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
  return timedOut
    ? new DemarcheError('REQUEST_TIMEOUT', 'the request took longer than it may', { cause: signal.reason })
    : new DemarcheError('REQUEST_ABORTED', 'the request was aborted', { cause: signal.reason });
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError(signal);
}

/**
 * Settles as `work` does, or rejects at once when the signal aborts. The work itself goes on: `onAbort` is where an
 * engine that can end it does.
 */
export async function orAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  onAbort?: () => void,
): Promise<T> {
  if (!signal) return work;
  let listener: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    listener = () => {
      reject(abortError(signal));
      onAbort?.();
    };
    if (signal.aborted) listener();
    else signal.addEventListener('abort', listener, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (listener) signal.removeEventListener('abort', listener);
  }
}
