import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { type FormattedExecutionResult, GraphQLError, type ValidationRule } from 'graphql';
import { type LiveTable, liveTable } from '../analysis/index.js';
import type { ErrorCode } from '../model/index.js';
import type { Store } from '../store/index.js';
import { type ApiContext, createContext } from './context.js';
import { type ApiLogger, formatError } from './errors.js';
import { type ApiLimits, DEFAULT_LIMITS } from './limits.js';
import { queryCost } from './query-cost.js';
import { resolvers } from './resolvers/index.js';
import { readSdl } from './sdl.js';

export interface Api {
  readonly server: ApolloServer<ApiContext>;
  readonly sdl: string;
  /** made anew for each request; `signal` ends the database's work for it */
  createContext(signal?: AbortSignal): ApiContext;
}

function depthLimit(most: number): ValidationRule {
  return maxDepthRule({
    n: most,
    flattenFragments: true,
    propagateOnRejection: false,
    onReject: [
      (context) =>
        context?.reportError(
          new GraphQLError(`The query is nested deeper than the ${most} levels this service allows.`, {
            extensions: { code: 'QUERY_TOO_COSTLY' },
          }),
        ),
    ],
  });
}

/** Refuses, before it is run, what is no query and what asks for more than one request may. */
function refusals({ maxQueryCost }: ApiLimits): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) return;
        if (operation.operation !== 'query') {
          throw refusal('BAD_USER_INPUT', `expected a query: this API has no ${operation.operation}s`);
        }
        const cost = queryCost(schema, document, operation, request.variables ?? {});
        if (cost > maxQueryCost) {
          throw refusal(
            'QUERY_TOO_COSTLY',
            `The query asks for up to ${cost} objects, more than the ${maxQueryCost} this service allows: ask for smaller pages, or for less below them.`,
          );
        }
      },
    }),
  };
}

function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

/** The GraphQL API over a store; aggregates are computed on `table`, which is in this thread where none is given. */
export function createApi(
  store: Store,
  limits: ApiLimits = DEFAULT_LIMITS,
  logger?: ApiLogger,
  table: LiveTable = liveTable(store),
): Api {
  const sdl = readSdl();
  const server = new ApolloServer<ApiContext>({
    typeDefs: sdl,
    resolvers,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: limits.maxQueryTokens },
    validationRules: [depthLimit(limits.maxQueryDepth)],
    formatError: formatError(logger),
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), refusals(limits)],
  });
  return { server, sdl, createContext: (signal) => createContext(store, table, limits, signal) };
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** Runs one request against a store, without a server; for the command line and for tests. */
export async function executeGraphql(
  store: Store,
  request: GraphqlRequest,
  signal?: AbortSignal,
): Promise<FormattedExecutionResult & { readonly sent: readonly string[] }> {
  const api = createApi(store);
  const contextValue = api.createContext(signal);
  const { body } = await api.server.executeOperation(
    {
      query: request.query,
      variables: { ...request.variables },
      ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
    },
    { contextValue },
  );
  await api.server.stop();
  if (body.kind !== 'single') throw new Error('incremental delivery is not enabled');
  return { ...body.singleResult, sent: contextValue.sent };
}
