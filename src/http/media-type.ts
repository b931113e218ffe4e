import type { Request } from 'express';

const OFFERED = ['application/json', 'application/graphql-response+json'];

/** In which of GraphQL's two media types the client wants its answer; `undefined` where it wants neither. */
export function answerType(request: Request): string | undefined {
  return request.accepts(OFFERED) || undefined;
}
