import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { DemarcheError, type StatementFilter } from '../../model/index.js';
import type { Query, QueryParams, QueryRow, Store } from '../../store/index.js';
import { answerCalls, caller } from './calls.js';
import type { Answer, LiveTable, QuestionName, Questions, TableReport } from './live-table.js';

/**
 * A live table in a thread of its own, so that neither reading it nor computing on it keeps the service waiting. The
 * thread asks for what it reads over a port, or has a store of its own.
 */
export interface TableThreadPorts {
  readonly questions: MessagePort;
  readonly reads: MessagePort;
}

type Call =
  | { readonly question: QuestionName; readonly filter: StatementFilter; readonly wanted: unknown }
  | 'refresh';
type Result = Answer<unknown> | TableReport;

interface ReadCall {
  readonly query: Query<QueryParams, QueryRow>;
  readonly params: QueryParams;
}

/**
 * The table as the service sees it. `start` starts the thread and transfers the ports to it, for the first question and
 * again after it has ended by an accident. `store` answers what the thread reads over its port.
 */
export function workerTable(
  start: (ports: TableThreadPorts) => Worker,
  store: Pick<Store, 'read'>,
): LiveTable {
  let thread: ReturnType<typeof startThread> | undefined;
  let closed = false;

  function startThread() {
    const questions = new MessageChannel();
    const reads = new MessageChannel();
    const worker = start({ questions: questions.port2, reads: reads.port2 });
    const calls = caller<Call, Result>(questions.port1);
    answerCalls<ReadCall, QueryRow[]>(reads.port1, ({ query, params }, signal) =>
      store.read(query, params, { signal }),
    );
    const ended = new Promise<void>((resolve) => {
      worker.on('error', (error) => calls.fail(endedError(error)));
      worker.on('exit', () => {
        calls.fail(endedError());
        thread = undefined;
        questions.port1.close();
        reads.port1.close();
        resolve();
      });
    });
    return { calls, worker, ended };
  }

  function call(args: Call, signal?: AbortSignal): Promise<Result> {
    if (closed) throw endedError();
    thread ??= startThread();
    return thread.calls.call(args, signal);
  }

  return {
    async ask<Q extends QuestionName>(
      question: Q,
      filter: StatementFilter,
      wanted: Questions[Q]['wanted'],
      signal?: AbortSignal,
    ) {
      // what the other side answers is of the question
      return (await call({ question, filter, wanted }, signal)) as Answer<Questions[Q]['result']>;
    },
    async refresh() {
      return (await call('refresh')) as TableReport;
    },
    async close() {
      closed = true;
      const { worker, ended } = thread ?? {};
      await worker?.terminate();
      await ended;
    },
  };
}

function endedError(cause?: Error): DemarcheError {
  return new DemarcheError('DATABASE_UNAVAILABLE', 'the stance table has ended; ask again', { cause });
}

/** The other side, in the thread. `table` is made of a store of the thread's own, or of `readsOver`. */
export function answerQuestions(questions: MessagePort, table: LiveTable): void {
  answerCalls<Call, Result>(questions, (call, signal) =>
    call === 'refresh'
      ? table.refresh()
      : // the caller's `wanted` is of its question
        table.ask(call.question, call.filter, call.wanted as never, signal),
  );
}

/** Reads through the thread that has the store. */
export function readsOver(reads: MessagePort): Pick<Store, 'read'> {
  const { call } = caller<ReadCall, QueryRow[]>(reads);
  return {
    read: async <P extends QueryParams, R extends QueryRow>(
      query: Query<P, R>,
      params: P,
      options?: { readonly signal?: AbortSignal | undefined },
    ) => (await call({ query, params }, options?.signal)) as R[],
  };
}
