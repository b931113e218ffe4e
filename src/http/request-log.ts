import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Usage } from '../api/index.js';

/** What is known of a request when it has ended. */
export interface RequestRecord extends Partial<Usage> {
  readonly requestId: unknown;
  readonly method: string;
  /** without its query, for that may hold a GraphQL query's words */
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

/** One line for each request, when it ends; `record` is given the same. */
export function requestLog(logger: Logger, record: (request: RequestRecord) => void): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const { method, path } = request;
    response.once('close', () => {
      const { requestId, usage, code } = response.locals;
      const fields: RequestRecord = {
        requestId,
        method,
        path,
        status: response.statusCode,
        ms: Math.round((performance.now() - start) * 10) / 10,
        ...usage,
        // refused before GraphQL saw it
        ...(code !== undefined && { codes: [code] }),
      };
      record(fields);
      if (!response.writableFinished) logger.info(fields, 'request given up by the client');
      else if (isRoutine(path)) logger.debug(fields, 'request');
      else logger.info(fields, 'request');
    });
    next();
  };
}

/** What is asked every few seconds, or a dozen times for one page. */
function isRoutine(path: string): boolean {
  return path === '/healthz' || path === '/readyz' || path === '/metrics' || path.startsWith('/assets/');
}
