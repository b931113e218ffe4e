import { orAborted, throwIfAborted } from '../abort.js';

interface WriteQueue {
  /** Runs `work` when all that was enqueued before has settled. A signal that aborts meanwhile takes it out. */
  enqueue<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Settles when nothing is left. */
  idle(): Promise<void>;
}

/**
 * One write at a time: two open transactions that merge the same relationship would both commit on Grafeo, and leave
 * two of them (engines.md).
 */
export function writeQueue(): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async enqueue(work, signal) {
      throwIfAborted(signal);
      const before = last;
      let done = () => {};
      last = new Promise<void>((resolve) => {
        done = resolve;
      });
      try {
        await orAborted(before, signal);
        // from here the work itself looks at the signal: the caller must learn whether it was committed
        return await work();
      } finally {
        // an aborted waiter hands its turn on when it comes
        void before.then(done);
      }
    },
    async idle() {
      await last;
    },
  };
}
