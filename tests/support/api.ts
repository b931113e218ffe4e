import { createApi } from '../../src/api/index.js';
import type { ApiLimits } from '../../src/api/limits.js';
import type { Store } from '../../src/store/index.js';

/** An answer; `Data` is what the query selects. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly { readonly message: string; readonly code: unknown }[];
  /** the names of the statements that were sent, in order */
  readonly sent: readonly string[];
}

/** Asks the API of a store, through all of it but HTTP. */
export function asking(store: Store, limits?: ApiLimits) {
  const api = createApi(store, limits);
  return async <Data = Record<string, unknown> | null>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<Data>> => {
    const contextValue = api.createContext();
    const { body } = await api.server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('one result was expected');
    const { data, errors } = body.singleResult;
    return {
      data: data as Data,
      errors: (errors ?? []).map((error) => ({ message: error.message, code: error.extensions?.code })),
      sent: contextValue.sent,
    };
  };
}
