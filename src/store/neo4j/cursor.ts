import type { ManagedTransaction, Record as Row, Transaction } from 'neo4j-driver';

interface Cursor {
  /** The next rows; none at the end. */
  next(): Promise<readonly Row[]>;
  /** Asks the server for no more, so that the session can be closed. */
  stop(): void;
}

type Result = ReturnType<(Transaction | ManagedTransaction)['run']>;
type Streaming = Awaited<ReturnType<Result['_subscribe']>>;

/**
 * A result read in batches, of which at most two wait here.
 *
 * The driver's own iterator cannot be left early: it asks for another batch, or sends DISCARD, after the RESET that
 * closing the session sends. The server refuses that, and the connection hangs or fails in the hands of the next to
 * use it (driver 6.3.0; the contract suite's "leaving streams" shows it). `_subscribe` is what the iterator itself is
 * made of, and can be paused before the session is closed.
 */
export async function cursorOf(result: Result, batchRows: number): Promise<Cursor> {
  let rows: Row[] = [];
  let ended = false;
  let failure: Error | undefined;
  let streaming: Streaming | undefined;
  let wake = () => {};

  streaming = await result._subscribe(
    {
      onNext(row) {
        rows.push(row);
        if (rows.length >= batchRows) streaming?.pause();
        wake();
      },
      onCompleted() {
        ended = true;
        wake();
      },
      onError(error) {
        failure = error;
        wake();
      },
    },
    true,
  );
  const source = streaming;

  return {
    async next() {
      if (rows.length === 0 && !ended && failure === undefined) {
        const change = new Promise<void>((resolve) => {
          wake = resolve;
        });
        source.resume();
        await change;
      }
      if (failure) throw failure;
      const taken = rows;
      rows = [];
      if (!ended && taken.length > 0) source.resume();
      return taken;
    },
    stop: () => source.pause(),
  };
}
