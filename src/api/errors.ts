import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DemarcheError } from '../model/index.js';
import type { ApiLimits } from './limits.js';

/** Takes what went wrong inside the service; the client is not told. */
export interface ApiLogger {
  error(details: object, message: string): void;
}

/** What the GraphQL server itself has to say, in the service's log. */
export function serverLogger(logger: ApiLogger | undefined) {
  const error = (message: unknown) => logger?.error({}, String(message));
  return { debug() {}, info() {}, warn: error, error };
}

type Limits = Pick<ApiLimits, 'requestTimeoutMs' | 'maxQueryTokens'>;

/**
 * What the client sees of an error: its code and what was expected where it is the client's to mend, and nothing of
 * the inside where it is not.
 */
export function formatError(limits: Limits, logger: ApiLogger | undefined) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof DemarcheError) {
      const message = messageFor(cause, limits);
      if (message === undefined) return internal(formatted, cause, logger);
      if (message !== cause.message) logger?.error({ err: cause }, 'a request could not be answered');
      return { ...formatted, message, extensions: { code: cause.code } };
    }
    if (cause instanceof RangeError && cause.message.includes('call stack')) {
      return {
        ...formatted,
        message: 'The query is nested deeper than can be read.',
        extensions: { code: 'QUERY_TOO_DEEP' },
      };
    }
    const code = ownCode(error) ?? protocolCode(error) ?? formatted.extensions?.code;
    if (code === undefined || code === 'INTERNAL_SERVER_ERROR') return internal(formatted, cause, logger);
    if (code === 'GRAPHQL_PARSE_FAILED' && /contains more tha[nt] \d+ tokens/.test(formatted.message)) {
      return {
        ...formatted,
        message: `The query has more than the ${limits.maxQueryTokens} tokens this service allows.`,
        extensions: { code: 'TOO_MANY_TOKENS' },
      };
    }
    return { ...formatted, extensions: { ...formatted.extensions, code } };
  };
}

/** A store's own words name statements and hosts. What an engine refuses is no client's fault. */
function messageFor({ code, message }: DemarcheError, { requestTimeoutMs }: Limits): string | undefined {
  switch (code) {
    case 'ENGINE_REFUSES':
      return undefined;
    case 'DATABASE_UNAVAILABLE':
      return 'The database does not answer. Try again in a moment.';
    case 'REQUEST_TIMEOUT':
      return `The request took longer than the ${requestTimeoutMs} ms this service allows.`;
    default:
      return message;
  }
}

function internal(
  formatted: GraphQLFormattedError,
  cause: unknown,
  logger: ApiLogger | undefined,
): GraphQLFormattedError {
  logger?.error({ err: cause }, 'a request failed inside the service');
  return {
    ...formatted,
    message: 'The service failed on this request.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** The code of an error of ours that the server has put into a validation error of its own, with a general code. */
function ownCode(error: unknown): string | undefined {
  const original = (error as { originalError?: { extensions?: { code?: unknown } } } | null)?.originalError;
  const code = original?.extensions?.code;
  return typeof code === 'string' ? code : undefined;
}

/** What the server says, without a code, of a request that it does not even begin with: a hash of another query. */
function protocolCode(error: unknown): string | undefined {
  const isItsOwn = error instanceof GraphQLError && !error.path && !error.originalError;
  return isItsOwn && error.extensions.http && !error.extensions.code ? 'BAD_REQUEST' : undefined;
}
