import { Worker } from 'node:worker_threads';
import type { StanceWorkerData } from './stance-worker.js';

/** Starts the thread of the stance table: stance-worker.ts, beside this file. */
export function startStanceThread(workerData: StanceWorkerData): Worker {
  const options = {
    name: 'stance-table',
    workerData,
    transferList: [workerData.questions, workerData.reads],
  };
  return import.meta.url.endsWith('.js')
    ? new Worker(new URL('./stance-worker.js', import.meta.url), options)
    : new Worker(fromSources(new URL('./stance-worker.ts', import.meta.url)), { ...options, eval: true });
}

/** Run from the sources, by tests and benchmarks, a thread has to be given the loader for TypeScript. */
function fromSources({ href }: URL): string {
  const file = JSON.stringify(href);
  return `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`;
}
