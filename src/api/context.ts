import { setMaxListeners } from 'node:events';
import DataLoader from 'dataloader';
import type { Answer, LiveTable, QuestionName, Questions } from '../analysis/index.js';
import { actorIdsIn, type StatementFilter, withActors } from '../model/index.js';
import {
  datasetQueries,
  type Ids,
  mergeQueries,
  type Nested,
  type NodeQuery,
  nodesWith,
  type OfParent,
  type Parameters,
  type Prepared,
  parameters,
  type Query,
  type QueryParams,
  type QueryRow,
  rowsWithin,
  type SearchHit,
  type Store,
  type StreamQuery,
  type TextSearch,
} from '../store/index.js';
import { withFoundWords } from './found-words.js';
import type { ApiLimits } from './limits.js';

/**
 * A list that the statement which finds a node brings along, because the query selects it. The loader that would read
 * it otherwise finds it there.
 */
export interface Brought {
  /** the key of that loader */
  readonly key: string;
  /** how the list is read; parameters are added to those of the statement */
  readonly nested: (params: Parameters) => Nested;
  /** the lists within its rows */
  readonly below: readonly Brought[];
}

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
  /** the same search is sent once */
  searchText(search: TextSearch): Promise<SearchHit[]>;
  /** the dataset as it is now: of a request that has read it, it is known whether any actor is merged */
  readDataset(): Promise<datasetQueries.DatasetRow | undefined>;
  /**
   * a checked input with the actors that remain in the place of those that are merged, from one statement for all that
   * are asked for at a time; none where it names no actor, or the request knows that none is merged
   */
  remaining<T>(input: T): Promise<T>;
  /** asks the stance table a question about the statements that a checked filter selects */
  askTable<Q extends QuestionName>(
    question: Q,
    filter: StatementFilter,
    wanted: Questions[Q]['wanted'],
  ): Promise<Answer<Questions[Q]['result']>>;
  /** the rows of one parent, from one statement for all parents asked for at a time */
  many<R extends QueryRow>(query: Query<Ids, OfParent<R>>, parent: string): Promise<readonly R[]>;
  /** the row with an id, or `null`, from one statement for all ids asked for at a time */
  one<R extends QueryRow & { readonly id: string }>(
    query: NodeQuery<R>,
    id: string,
    brought?: readonly Brought[],
  ): Promise<R | null>;
  /** the same as `many` for statements that are made for the occasion: `key` says which occasion */
  batched<R extends QueryRow>(
    key: string,
    parent: string,
    prepare: (
      parents: readonly string[],
      nested: readonly Nested[],
      params: Parameters,
    ) => Prepared<OfParent<R>>,
    brought?: readonly Brought[],
  ): Promise<readonly R[]>;
  /** sends one statement that brings lists along; `idOf` is the column with the id that they hang on */
  bringing<R extends QueryRow>(
    brought: readonly Brought[],
    prepare: (nested: readonly Nested[], params: Parameters) => Prepared<R>,
    idOf?: string,
  ): Promise<R[]>;
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
  const loaders = new Map<string, DataLoader<string, unknown>>();
  const kept = new Map<string, Map<string, readonly QueryRow[]>>();
  const searches = new Map<string, Promise<SearchHit[]>>();
  let noneIsMerged = false;

  const loader = <Value>(key: string, batch: (keys: readonly string[]) => Promise<Value[]>) => {
    let found = loaders.get(key) as DataLoader<string, Value> | undefined;
    if (!found) {
      found = new DataLoader<string, Value>(batch);
      loaders.set(key, found);
    }
    return found;
  };

  /** Keeps the lists that came within rows for the loaders that would read them. */
  const keep = (
    rows: readonly QueryRow[],
    idOf: string,
    brought: readonly Brought[],
    nested: readonly Nested[],
  ) => {
    for (const [index, list] of nested.entries()) {
      const { key = '', below = [] } = brought[index] ?? {};
      const lists = kept.get(key) ?? new Map<string, readonly QueryRow[]>();
      kept.set(key, lists);
      for (const row of rows) {
        const within = rowsWithin(row, list);
        lists.set(String(row[idOf]), within);
        keep(within, 'id', below, list.nested);
      }
    }
  };

  // a key stands for one statement, and so for one kind of rows
  const found = <R extends QueryRow>(key: string, parent: string) =>
    kept.get(key)?.get(parent) as readonly R[] | undefined;

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
    async bringing(brought, prepare, idOf = 'id') {
      const params = parameters();
      const nested = brought.map((list) => list.nested(params));
      const rows = await context.readPrepared(prepare(nested, params));
      keep(rows, idOf, brought, nested);
      return rows;
    },
    searchText(search) {
      const key = JSON.stringify(search);
      const hits = searches.get(key) ?? store.searchText(search, { signal });
      if (!searches.has(key)) sent.push('searchText');
      searches.set(key, hits);
      return hits;
    },
    async readDataset() {
      const [dataset] = await context.read(datasetQueries.datasetRevision, {});
      noneIsMerged = dataset?.mergedActors === 0;
      return dataset;
    },
    async remaining(input) {
      const ids = noneIsMerged ? [] : actorIdsIn(input);
      if (ids.length === 0) return input;
      const remaining = loader(mergeQueries.mergedActors.name, async (actors) => {
        const rows = await context.read(mergeQueries.mergedActors, { ids: actors });
        const into = new Map(rows.map((row) => [row.id, row.into]));
        return actors.map((id) => into.get(id) ?? id);
      });
      const found = new Map(
        await Promise.all(ids.map(async (id) => [id, await remaining.load(id)] as const)),
      );
      return withActors(input, (id) => found.get(id) ?? id);
    },
    async askTable(question, filter, wanted) {
      const answer = await table.ask(question, await withFoundWords(filter, context), wanted, signal);
      sent.push(...answer.sent);
      return answer;
    },
    many: async (query, parent) =>
      found(query.name, parent) ??
      loader(query.name, async (ids) => groupedBy(ids, await context.read(query, { ids }))).load(parent),
    one: (query, id, brought = []) =>
      loader(keyOf(query.name, brought), async (ids) => {
        const rows = await context.bringing(brought, (nested, params) =>
          nodesWith(query, ids, nested, params),
        );
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((wanted) => byId.get(wanted) ?? null);
      }).load(id),
    batched: async (key, parent, prepare, brought = []) =>
      found(key, parent) ??
      loader(keyOf(key, brought), async (parents) =>
        groupedBy(
          parents,
          await context.bringing(brought, (nested, params) => prepare(parents, nested, params)),
        ),
      ).load(parent),
  };
  return context;
}

/** What is asked for with other lists is another statement. */
function keyOf(key: string, brought: readonly Brought[]): string {
  return [key, ...brought.map((list) => keyOf(list.key, list.below))].join(' ');
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
