import type { GraphqlRequest } from '../api/index.js';
import { DemarcheError } from '../model/index.js';
import { type CliContext, withStore } from './context.js';
import { fetchService } from './fetch-service.js';

/** An answer of the API, as its HTTP door gives it. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/**
 * Runs a GraphQL request: on the service that holds the embedded database, or else on the database itself. Both answer
 * alike.
 */
export async function ask(
  context: CliContext,
  request: GraphqlRequest,
  signal: AbortSignal,
): Promise<GraphqlAnswer> {
  const url = await context.serviceUrl();
  const served = url === undefined ? undefined : await askService(url, request, signal);
  if (served) return served;
  const { executeGraphql } = await import('../api/index.js');
  return withStore(context, async (store) => {
    const { sent: _, ...answer } = await executeGraphql(store, request, signal);
    return answer as GraphqlAnswer;
  });
}

/** `undefined` where nothing listens. */
async function askService(
  url: string,
  request: GraphqlRequest,
  signal: AbortSignal,
): Promise<GraphqlAnswer | undefined> {
  const response = await fetchService(url, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
  if (!response) return undefined;
  const answer: unknown = await response.json().catch(() => undefined);
  if (isAnswer(answer)) return answer;
  throw new DemarcheError(
    'DATABASE_UNAVAILABLE',
    `the service at ${url} answers ${response.status} and no result`,
  );
}

function isAnswer(value: unknown): value is GraphqlAnswer {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}
