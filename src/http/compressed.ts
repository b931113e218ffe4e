import compression from 'compression';
import type { RequestHandler } from 'express';

/** Answers of types that get smaller; NDJSON is not among those that are known to. */
export function compressed(): RequestHandler {
  return compression({
    filter: (request, response) =>
      /ndjson/.test(String(response.getHeader('Content-Type'))) || compression.filter(request, response),
  });
}
