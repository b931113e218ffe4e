const STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof STATUS;
const SIGNALS = Object.keys(STATUS) as Signal[];

/** npm passes a Ctrl-C on to a child that has had it already: what comes so soon is the same one. */
const SAME_SIGNAL_MS = 1_000;

export interface Interrupted<T> {
  readonly result: T;
  /** the exit status that tells of a signal, if one came */
  readonly status: number | undefined;
}

/**
 * Runs work that a first Ctrl-C, SIGTERM or SIGHUP asks to end cleanly, by its abort signal. A second one ends the
 * process at once; no transaction is ever half done.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Interrupted<T>> {
  const controller = new AbortController();
  let status: number | undefined;
  let first = 0;
  const onSignal = (signal: Signal) => {
    if (status !== undefined && performance.now() - first > SAME_SIGNAL_MS) process.exit(status);
    if (status === undefined) first = performance.now();
    status ??= STATUS[signal];
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return { result: await work(controller.signal), status };
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}
