import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { type LiveTable, liveTable } from '../analysis/index.js';
import { DemarcheError } from '../model/index.js';
import type { Store } from '../store/index.js';
import { answers } from './answers.js';
import { type ApiContext, createContext } from './context.js';
import { type ApiLogger, formatError, serverLogger } from './errors.js';
import { limitRules } from './limit-rules.js';
import { type ApiLimits, DEFAULT_LIMITS } from './limits.js';
import { queryCost, rootFieldCount } from './query-cost.js';
import { resolvers } from './resolvers/index.js';
import { readSdl } from './sdl.js';
import { boundedContext, countedStore, newUsage, type Usage } from './usage.js';
import { checkVariables } from './variables.js';

export interface Api {
  readonly server: ApolloServer<RequestContext>;
  readonly sdl: string;
  /** made anew for each request */
  createContext(request?: RequestOptions): RequestContext;
}

interface RequestOptions {
  /** ends the database's work for the request */
  readonly signal?: AbortSignal | undefined;
  /** filled in as it goes */
  readonly usage?: Usage;
  /** resolves when a request of this cost may be run; rejects with a DemarcheError where it may not */
  readonly admit?: (cost: number) => Promise<void>;
}

/** What the resolvers know of a request, what is noted of it, and who lets it in. */
export interface RequestContext extends ApiContext {
  readonly usage: Usage;
  readonly admit: (cost: number) => Promise<void>;
}

/** Of an operation's name, in the log: clients choose it. */
const LONGEST_NAME = 100;

/** Refuses, before it is run, what is no query and what asks for more than one request may. */
function refusals(limits: ApiLimits): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return;
        const { usage, admit } = contextValue;
        if (operation.name) usage.operation = operation.name.value.slice(0, LONGEST_NAME);
        const variables = request.variables ?? {};
        try {
          checkOperation(document, operation, limits);
          checkVariables(variables);
          usage.cost = queryCost(schema, document, operation, variables, limits.maxPageSize);
          checkCost(usage.cost, limits);
          await admit(usage.cost);
        } catch (error) {
          throw error instanceof DemarcheError ? asRefusal(error) : error;
        }
      },
    }),
  };
}

function checkOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { maxRootFields }: ApiLimits,
): void {
  if (operation.operation !== 'query') {
    throw new DemarcheError('BAD_USER_INPUT', `expected a query: this API has no ${operation.operation}s`);
  }
  const rootFields = rootFieldCount(document, operation);
  if (rootFields > maxRootFields) {
    throw new DemarcheError(
      'TOO_MANY_ROOT_FIELDS',
      `The query asks for ${rootFields} fields of Query, more than the ${maxRootFields} this service allows: send several queries.`,
    );
  }
}

function checkCost(cost: number, { maxQueryCost }: ApiLimits): void {
  if (cost > maxQueryCost) {
    throw new DemarcheError(
      'QUERY_TOO_COSTLY',
      `The query costs up to ${cost}, more than the ${maxQueryCost} this service allows: ask for smaller pages, or for less below them.`,
    );
  }
}

function asRefusal({ code, message }: DemarcheError): GraphQLError {
  const http =
    code === 'SERVICE_BUSY'
      ? { status: 503, headers: new HeaderMap([['retry-after', '1']]) }
      : { status: 400, headers: new HeaderMap() };
  return new GraphQLError(message, { extensions: { code, http } });
}

/** The GraphQL API over a store; aggregates are computed on `table`, which is in this thread where none is given. */
export function createApi(
  store: Store,
  limits: ApiLimits = DEFAULT_LIMITS,
  logger?: ApiLogger,
  table: LiveTable = liveTable(store),
): Api {
  const sdl = readSdl();
  const server = new ApolloServer<RequestContext>({
    typeDefs: sdl,
    resolvers,
    introspection: true,
    // what a browser sends for another site is refused by the HTTP side, before the body is read
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    parseOptions: { maxTokens: limits.maxQueryTokens },
    validationRules: limitRules(limits),
    formatError: formatError(limits, logger),
    logger: serverLogger(logger),
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // it looks at every field of every answer, for hints that this schema has not
      ApolloServerPluginCacheControlDisabled(),
      refusals(limits),
      answers(),
    ],
  });
  return {
    server,
    sdl,
    createContext({ signal, usage = newUsage(), admit = async () => {} } = {}) {
      const context = createContext(countedStore(store, usage), table, limits, signal);
      return { ...boundedContext(context, limits.maxAnswerObjects), usage, admit };
    },
  };
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
  const contextValue = api.createContext({ signal });
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
