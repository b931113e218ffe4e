import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { type Request, type Response, Router } from 'express';
import { type Api, newUsage, type PersistedQueries } from '../api/index.js';
import { DemarcheError } from '../model/index.js';
import { entityTag, isKept } from './entity-tag.js';
import type { Gate } from './gate.js';
import { persistedRequest } from './persisted-request.js';
import { type BodyLimits, readJson } from './read-json.js';
import { requestSignal } from './request-signal.js';
import { sendText } from './send-text.js';

/** A client that has not taken its answer by then has it no more: answers wait in memory. */
const TAKEN_WITHIN_MS = 60_000;

export interface GraphqlOptions {
  readonly api: Api;
  readonly gate: Gate;
  /** for requests that cost more than a quarter of what they may: beside them, others must go on */
  readonly costlyGate: Gate;
  /** where given, no other queries are run */
  readonly persistedQueries: PersistedQueries | undefined;
  readonly limits: BodyLimits & { readonly requestTimeoutMs: number; readonly maxQueryCost: number };
}

/**
 * `POST /graphql`, and `GET` for queries, which browsers and proxies may keep as long as the data is the same. The body
 * is read before the request takes a place among those that run: who sends slowly keeps nobody waiting.
 */
export function graphqlRoute(options: GraphqlOptions): Router {
  return Router().all('/graphql', (request, response) => answer(request, response, options));
}

async function answer(request: Request, response: Response, options: GraphqlOptions): Promise<void> {
  const { api, gate, costlyGate, limits } = options;
  const asked = await readRequest(request, options);
  const usage = newUsage();
  response.locals.usage = usage;
  response.vary('Accept');
  const signal = requestSignal(response, limits.requestTimeoutMs);
  let leave = await gate.enter(signal);
  const admit = async (cost: number) => {
    if (cost <= limits.maxQueryCost / 4) return;
    leave();
    leave = () => {};
    leave = await costlyGate.enter(signal);
  };
  try {
    const context = api.createContext({ signal, usage, admit });
    const tag = request.method === 'GET' ? await entityTag(request, context) : undefined;
    if (tag) {
      response.set({ ETag: tag, 'Cache-Control': 'no-cache' });
      if (isKept(request, tag)) {
        response.status(304).end();
        return;
      }
    }
    const { status, headers, body } = await api.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: asked,
      context: async () => context,
    });
    if (body.kind !== 'complete') throw new Error('incremental delivery is not enabled');
    response.status(status ?? 200);
    for (const [name, value] of headers) response.set(name, value);
    if (usage.codes.length === 0 && response.statusCode >= 400) usage.codes = codesIn(body.string);
    if (!tag || usage.codes.length > 0) {
      response.removeHeader('ETag');
      response.set('Cache-Control', 'no-store');
    }
    send(request, response, body.string);
  } finally {
    leave();
  }
}

/** @throws DemarcheError BATCH_REFUSED, PERSISTED_QUERY_ONLY, and what `readJson` throws */
async function readRequest(
  request: Request,
  { persistedQueries, limits }: GraphqlOptions,
): Promise<HTTPGraphQLRequest> {
  const { method } = request;
  const body = method === 'POST' ? await readJson(request, limits) : undefined;
  if (Array.isArray(body)) {
    throw new DemarcheError(
      'BATCH_REFUSED',
      `expected 1 request in a body, not a list of ${body.length}: send them one by one`,
    );
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const search = request.url.slice(request.path.length + 1);
  return persistedRequest({ method, headers, body, search }, persistedQueries);
}

/** Of a request that the GraphQL server did not even begin with, and so noted nothing of. */
function codesIn(body: string): string[] {
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return [...new Set(errors.map(({ extensions }) => String(extensions?.code)))];
}

function send(request: Request, response: Response, body: string): void {
  const late = setTimeout(() => request.socket.destroy(), TAKEN_WITHIN_MS);
  response.once('close', () => clearTimeout(late));
  sendText(response, body);
}
