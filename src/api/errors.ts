import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { DemarcheError } from '../model/index.js';

/** Takes what went wrong inside the service; the client is not told. */
export interface ApiLogger {
  error(details: object, message: string): void;
}

/**
 * What the client sees of an error: its code and what was expected where it is the client's to mend, and nothing of
 * the inside where it is not.
 */
export function formatError(logger: ApiLogger | undefined) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof DemarcheError) {
      return { ...formatted, message: cause.message, extensions: { code: cause.code } };
    }
    const code = ownCode(error) ?? formatted.extensions?.code;
    if (code === undefined || code === 'INTERNAL_SERVER_ERROR') {
      logger?.error({ err: cause }, 'a request failed inside the service');
      return {
        ...formatted,
        message: 'The service failed on this request.',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      };
    }
    return { ...formatted, extensions: { ...formatted.extensions, code } };
  };
}

/** The code of an error of ours that the server has put into a validation error of its own, with a general code. */
function ownCode(error: unknown): string | undefined {
  const original = (error as { originalError?: { extensions?: { code?: unknown } } } | null)?.originalError;
  const code = original?.extensions?.code;
  return typeof code === 'string' ? code : undefined;
}
