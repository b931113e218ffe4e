import { createApi } from '../../src/api/index.js';
import { searchByScan } from '../../src/store/grafeo/search.js';
import type { QueryParams, Store } from '../../src/store/index.js';
import { fullTextIndex, luceneQuery, searchFullText } from '../../src/store/neo4j/search.js';
import type { Question } from '../cases/index.js';

export interface SentStatement {
  readonly name: string;
  readonly text: string;
  readonly params: QueryParams;
}

/**
 * The statements that the API sends for a question: each round holds those that are sent at the same time. The question
 * is asked twice, and the second time counts, for what is kept from the first need not be read again.
 */
export async function statementsSent(
  store: Store,
  { query, variables }: Question,
): Promise<readonly (readonly SentStatement[])[]> {
  const recording = recordingStore(store);
  const api = createApi(recording.store);
  for (const time of ['first', 'second']) {
    recording.rounds.length = 0;
    const { body } = await api.server.executeOperation(
      { query, variables: { ...variables } },
      { contextValue: api.createContext() },
    );
    if (body.kind !== 'single' || body.singleResult.errors) {
      throw new Error(`the ${time} time, the API answered ${JSON.stringify(body)}`);
    }
  }
  await api.server.stop();
  return recording.rounds;
}

function recordingStore(store: Store): { readonly store: Store; readonly rounds: SentStatement[][] } {
  const rounds: SentStatement[][] = [];
  let running = 0;
  const read: Store['read'] = async ({ name, text }, params, options) => {
    if (running === 0) rounds.push([]);
    rounds.at(-1)?.push({ name, text, params });
    running += 1;
    try {
      return await store.read({ name, text }, params, options);
    } finally {
      running -= 1;
    }
  };
  const searchText: Store['searchText'] = ({ labels, words, limit }, options) =>
    store.engine === 'grafeo'
      ? searchByScan(read, { labels, words, limit }, options)
      : read(
          searchFullText,
          { lucene: luceneQuery(words), indexes: labels.map(fullTextIndex), limit },
          options,
        );
  return { store: { ...store, read, searchText }, rounds };
}
