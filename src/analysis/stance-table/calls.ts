import type { MessagePort } from 'node:worker_threads';
import { DemarcheError, type ErrorCode } from '../../model/index.js';
import { orAborted } from '../../store/index.js';

/**
 * Calls from one thread to another over a port: a function's arguments go there, its result comes back. The one that
 * is called gets a signal that aborts when the caller's does.
 */
export type Handler<Arguments, Result> = (args: Arguments, signal: AbortSignal) => Promise<Result>;

interface Caller<Arguments, Result> {
  call(args: Arguments, signal?: AbortSignal): Promise<Result>;
  /** Rejects what has not been answered, and all calls from now on. */
  fail(error: Error): void;
}

type Request<Arguments> =
  | { readonly id: number; readonly args: Arguments }
  | { readonly id: number; readonly abort: true };
type Reply<Result> = { readonly id: number } & (
  | { readonly result: Result }
  | { readonly error: ErrorMessage }
);

/** The side that calls. */
export function caller<Arguments, Result>(port: MessagePort): Caller<Arguments, Result> {
  const open = new Map<number, { resolve(result: Result): void; reject(error: Error): void }>();
  let last = 0;
  let failure: Error | undefined;
  port.on('message', (reply: Reply<Result>) => {
    const call = open.get(reply.id);
    open.delete(reply.id);
    if ('error' in reply) call?.reject(fromMessage(reply.error));
    else call?.resolve(reply.result);
  });
  return {
    async call(args, signal) {
      if (failure) throw failure;
      last++;
      const id = last;
      const answer = new Promise<Result>((resolve, reject) => open.set(id, { resolve, reject }));
      send<Request<Arguments>>(port, { id, args });
      return orAborted(answer, signal, () => {
        open.delete(id);
        send<Request<Arguments>>(port, { id, abort: true });
      });
    },
    fail(error) {
      failure = error;
      for (const { reject } of open.values()) reject(error);
      open.clear();
    },
  };
}

/** The side that is called. */
export function answerCalls<Arguments, Result>(port: MessagePort, handle: Handler<Arguments, Result>): void {
  const running = new Map<number, AbortController>();
  port.on('message', async (request: Request<Arguments>) => {
    const { id } = request;
    if ('abort' in request) {
      running.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(id, controller);
    try {
      send<Reply<Result>>(port, { id, result: await handle(request.args, controller.signal) });
    } catch (error) {
      send<Reply<Result>>(port, { id, error: toMessage(error) });
    } finally {
      running.delete(id);
    }
  });
}

function send<Message>(port: MessagePort, message: Message): void {
  port.postMessage(message);
}

/** Of an error, what crosses to another thread: its class does not. */
interface ErrorMessage {
  readonly code: ErrorCode | undefined;
  readonly message: string;
  readonly stack: string | undefined;
}

function toMessage(error: unknown): ErrorMessage {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof DemarcheError ? error.code : undefined, message, stack };
}

function fromMessage({ code, message, stack }: ErrorMessage): Error {
  const error = code === undefined ? new Error(message) : new DemarcheError(code, message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
