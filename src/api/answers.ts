import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../model/index.js';
import type { RequestContext } from './api.js';

/**
 * Errors that are of the whole request, whichever field met them, with their HTTP status: those that the client must
 * mend, those of a limit, and those of a database that does not answer. What other fields returned is left out, for
 * nobody should have to tell it from an answer. A request that was executed until its time was up was not wrong, and
 * keeps 200 with `data: null`, as GraphQL over HTTP has it.
 */
const WHOLE: ReadonlyMap<unknown, number> = new Map<ErrorCode, number>([
  ['BAD_USER_INPUT', 400],
  ['BAD_CURSOR', 400],
  // a format of exports; of a node that is not there, a field says null
  ['NOT_FOUND', 400],
  ['PAGE_TOO_LARGE', 400],
  ['QUERY_TOO_COSTLY', 400],
  ['QUERY_TOO_DEEP', 400],
  ['ANSWER_TOO_LARGE', 400],
  ['DATABASE_UNAVAILABLE', 503],
  ['REQUEST_TIMEOUT', 200],
]);
/** The same mistake may be made in each of a hundred places. */
const MOST_SHOWN = 10;

/** Makes such an error the answer, and notes the codes of all. */
export function answers(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body, http }, contextValue: { usage } }) => {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        const { errors, data } = body.singleResult;
        const [first] = errors.filter((error) => WHOLE.has(codeOf(error)));
        const status = first && data !== undefined ? WHOLE.get(codeOf(first)) : undefined;
        if (first && status) {
          http.status = status;
          if (status === 503) http.headers.set('retry-after', '5');
          body.singleResult =
            status === 400
              ? { errors: mistakes(errors.filter((error) => codeOf(error) === codeOf(first))) }
              : { errors: [withoutPlace(first)], ...(status === 200 && { data: null }) };
        }
        usage.codes = [...new Set(body.singleResult.errors?.map((error) => String(codeOf(error))))];
      },
    }),
  };
}

/** Each once, and where in the query it is, but not where in the data: there is none. */
function mistakes(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const different = new Map<string, GraphQLFormattedError>();
  for (const { path: _, ...error } of errors) different.set(JSON.stringify(error), error);
  return [...different.values()].slice(0, MOST_SHOWN);
}

function withoutPlace({ message, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return { message, ...(extensions && { extensions }) };
}

function codeOf({ extensions }: GraphQLFormattedError): unknown {
  return extensions?.code;
}
