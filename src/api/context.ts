import { setMaxListeners } from 'node:events';
import DataLoader from 'dataloader';
import type { Answer, LiveTable, QuestionName, Questions } from '../analysis/index.js';
import type { StatementFilter } from '../model/index.js';
import type {
  Prepared,
  Query,
  QueryParams,
  QueryRow,
  SearchHit,
  Store,
  StreamQuery,
  TextSearch,
} from '../store/index.js';
import type { ApiLimits } from './limits.js';

type Ids = { readonly ids: readonly string[] };

/**
 * What one request knows: the store, and loaders made anew for each request, so that every statement is sent once for
 * all the nodes that need it and nothing outlives the request.
 */
export interface ApiContext {
  readonly store: Store;
  readonly limits: ApiLimits;
  /** the names of the statements sent so far, in order */
  readonly sent: readonly string[];
  /** sends one statement */
  read<P extends QueryParams, R extends QueryRow>(query: Query<P, R>, params: P): Promise<R[]>;
  readPrepared<R extends QueryRow>(prepared: Prepared<R>): Promise<R[]>;
  /** sends one statement (on the embedded engine, one for each page of rows) whose rows can be many */
  stream<P extends QueryParams, R extends QueryRow>(query: StreamQuery<P, R>, params: P): AsyncIterable<R>;
  searchText(search: TextSearch): Promise<SearchHit[]>;
  /** asks the stance table a question about the statements that a checked filter selects */
  askTable<Q extends QuestionName>(
    question: Q,
    filter: StatementFilter,
    wanted: Questions[Q]['wanted'],
  ): Promise<Answer<Questions[Q]['result']>>;
  /** the rows of one parent, from one statement for all parents asked for at a time */
  many<R extends QueryRow & { readonly parent: string }>(
    query: Query<Ids, R>,
    parent: string,
  ): Promise<readonly R[]>;
  /** the row with an id, or `null`, from one statement for all ids asked for at a time */
  one<R extends QueryRow & { readonly id: string }>(query: Query<Ids, R>, id: string): Promise<R | null>;
  /** the same for statements that are made for the occasion: `key` says which occasion */
  batched<R extends QueryRow & { readonly parent: string }>(
    key: string,
    parent: string,
    prepare: (parents: readonly string[]) => Prepared<R>,
  ): Promise<readonly R[]>;
}

export function createContext(
  store: Store,
  table: LiveTable,
  limits: ApiLimits,
  signal?: AbortSignal,
): ApiContext {
  // each statement of the request listens to it
  if (signal) setMaxListeners(0, signal);
  const sent: string[] = [];
  const loaders = new Map<unknown, DataLoader<string, unknown>>();

  const loader = <Value>(key: unknown, batch: (keys: readonly string[]) => Promise<Value[]>) => {
    let found = loaders.get(key) as DataLoader<string, Value> | undefined;
    if (!found) {
      found = new DataLoader<string, Value>(batch);
      loaders.set(key, found);
    }
    return found;
  };

  const context: ApiContext = {
    store,
    limits,
    sent,
    read(query, params) {
      sent.push(query.name);
      return store.read(query, params, { signal });
    },
    stream(query, params) {
      sent.push(query.name);
      return store.stream(query, params, { signal });
    },
    readPrepared: (prepared) => context.read(prepared.query, prepared.params),
    searchText(search) {
      sent.push('searchText');
      return store.searchText(search, { signal });
    },
    async askTable(question, filter, wanted) {
      const answer = await table.ask(question, filter, wanted, signal);
      sent.push(...answer.sent);
      return answer;
    },
    many: (query, parent) =>
      loader(query, async (ids) => groupedBy(ids, await context.read(query, { ids }))).load(parent),
    one: (query, id) =>
      loader(query, async (ids) => {
        const rows = new Map((await context.read(query, { ids })).map((row) => [row.id, row]));
        return ids.map((wanted) => rows.get(wanted) ?? null);
      }).load(id),
    batched: (key, parent, prepare) =>
      loader(key, async (parents) => groupedBy(parents, await context.readPrepared(prepare(parents)))).load(
        parent,
      ),
  };
  return context;
}

/** For each parent its rows, in their order. */
function groupedBy<R extends { readonly parent: string }>(
  parents: readonly string[],
  rows: readonly R[],
): R[][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.parent);
    if (group) group.push(row);
    else groups.set(row.parent, [row]);
  }
  return parents.map((parent) => groups.get(parent) ?? []);
}
