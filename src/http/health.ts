import { Router } from 'express';
import type { Logger } from 'pino';
import type { Store } from '../store/index.js';

const READY_WITHIN_MS = 2_000;

/** `GET /healthz`: the process is up. `GET /readyz`: the database answers too. */
export function healthRoutes(store: Store, logger: Logger): Router {
  return Router()
    .get('/healthz', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    })
    .get('/readyz', async (_request, response) => {
      response.set('Cache-Control', 'no-store');
      try {
        const { version } = await within(READY_WITHIN_MS, store.ping());
        response.json({ status: 'ready', engine: store.engine, version });
      } catch (error) {
        // the reason may name hosts; it is for the log
        logger.warn({ err: error }, 'the database does not answer');
        response.status(503).json({ status: 'unavailable', engine: store.engine });
      }
    });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
