import { DemarcheError } from '../model/index.js';

/** A request that is not let in after this is told to come again, rather than wait for longer than anybody would. */
const WAIT_MS = 1_500;

/** Lets so many requests in at a time; a few more wait in the order they came. */
export interface Gate {
  /**
   * Resolves when the request may begin, to what it calls when it has ended.
   * @throws DemarcheError SERVICE_BUSY where it would wait too long or `gone` aborts
   */
  enter(gone: AbortSignal): Promise<() => void>;
  /**
   * The same for the rest of a request that was let in before: it waits for as long as it takes.
   * @throws DemarcheError SERVICE_BUSY where `gone` aborts
   */
  enterAgain(gone: AbortSignal): Promise<() => void>;
  readonly running: number;
  readonly waiting: number;
}

/** `what` are the requests it lets in, in words. */
export function createGate(mostRunning: number, mostWaiting: number, what: string): Gate {
  let running = 0;
  const waiting = new Set<() => void>();

  const begin = (): (() => void) => {
    running += 1;
    return () => {
      running -= 1;
      const [next] = waiting;
      next?.();
    };
  };

  const busy = () =>
    new DemarcheError(
      'SERVICE_BUSY',
      `The service runs the ${mostRunning} ${what} it runs at a time, and ${waiting.size} more wait: try again in a moment.`,
    );

  const wait = (gone: AbortSignal, mostMs: number | undefined) =>
    new Promise<() => void>((resolve, reject) => {
      const settle = () => {
        waiting.delete(admit);
        clearTimeout(timer);
        gone.removeEventListener('abort', refuse);
      };
      const admit = () => {
        settle();
        resolve(begin());
      };
      const refuse = () => {
        settle();
        reject(busy());
      };
      const timer = mostMs === undefined ? undefined : setTimeout(refuse, mostMs);
      gone.addEventListener('abort', refuse, { once: true });
      waiting.add(admit);
    });

  return {
    async enter(gone) {
      if (running < mostRunning) return begin();
      if (waiting.size >= mostWaiting) throw busy();
      return wait(gone, WAIT_MS);
    },
    async enterAgain(gone) {
      if (running < mostRunning) return begin();
      if (gone.aborted) throw busy();
      return wait(gone, undefined);
    },
    get running() {
      return running;
    },
    get waiting() {
      return waiting.size;
    },
  };
}
