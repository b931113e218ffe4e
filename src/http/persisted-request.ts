import type { HTTPGraphQLRequest } from '@apollo/server';
import { type PersistedQueries, persistedText } from '../api/index.js';
import { DemarcheError } from '../model/index.js';

/**
 * The same request with the text of the persisted query that it names, by its words or by its hash
 * (`extensions.persistedQuery.sha256Hash`). Where any query may be run, the GraphQL server itself keeps those that
 * clients have sent with their hash.
 * @throws DemarcheError PERSISTED_QUERY_ONLY; BAD_REQUEST where the hash is none
 */
export function persistedRequest(
  request: HTTPGraphQLRequest,
  queries: PersistedQueries | undefined,
): HTTPGraphQLRequest {
  const search = new URLSearchParams(request.search);
  const isGet = request.method === 'GET';
  const { extensions, ...body } = objectOf(request.body);
  const hash = hashIn(isGet ? jsonOf(search.get('extensions')) : extensions);
  if (!queries) return request;
  if (!isGet) return { ...request, body: { ...body, query: persistedText(queries, body.query, hash) } };
  search.set('query', persistedText(queries, search.get('query'), hash));
  search.delete('extensions');
  return { ...request, search: search.toString() };
}

function hashIn(extensions: unknown): string | undefined {
  const hash = objectOf(objectOf(extensions).persistedQuery).sha256Hash;
  if (hash === undefined || (typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash))) return hash;
  throw new DemarcheError(
    'BAD_REQUEST',
    'extensions.persistedQuery.sha256Hash: expected a SHA-256 of 64 hexadecimal digits',
  );
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
