import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { failure } from '../measure.js';

/** A process of its own that answers messages, one after the other. */
export interface Worker {
  /** resolves to what the worker's handler returned */
  ask<Answer>(message: unknown): Promise<Answer>;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

type Reply = { readonly answer: unknown } | { readonly failed: string };

/** Starts a file of this folder that calls `serveParent`. */
export function startWorker(file: string): Worker {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)));
  let last: Promise<unknown> = Promise.resolve();
  return {
    pid: child.pid,
    ask<Answer>(message: unknown) {
      const reply = last.then(() => replyTo(child, message));
      last = reply.catch(() => undefined);
      return reply as Promise<Answer>;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function replyTo(child: ChildProcess, message: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`${child.spawnargs.at(-1)} has ended`));
    child.once('exit', ended);
    child.once('message', (reply: Reply) => {
      child.off('exit', ended);
      if ('failed' in reply) reject(new Error(reply.failed));
      else resolve(reply.answer);
    });
    child.send(message as object);
  });
}

/** In the worker: answers each message of the parent with what `handle` returns. */
export function serveParent<Message>(handle: (message: Message) => Promise<unknown>): void {
  process.on('message', async (message: Message) => {
    process.send?.(
      await handle(message).then(
        (answer): Reply => ({ answer }),
        (error): Reply => failure(error),
      ),
    );
  });
  process.on('disconnect', () => process.exit());
}
