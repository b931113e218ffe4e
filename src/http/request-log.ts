import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** One line for each request, when it ends. The path without its query, for that may hold a GraphQL query's words. */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const { method, path } = request;
    response.once('close', () => {
      const fields = {
        requestId: response.locals.requestId,
        method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
      };
      if (!response.writableFinished) logger.info(fields, 'request given up by the client');
      else if (isRoutine(path)) logger.debug(fields, 'request');
      else logger.info(fields, 'request');
    });
    next();
  };
}

/** What is asked every few seconds, or a dozen times for one page. */
function isRoutine(path: string): boolean {
  return path === '/healthz' || path === '/readyz' || path.startsWith('/assets/');
}
