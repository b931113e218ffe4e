import { DemarcheError } from '../model/index.js';
import type { Store } from '../store/index.js';
import type { ApiContext } from './context.js';

/** What one request did, for the log and the metrics. */
export interface Usage {
  /** the name of the operation, where it has one and was found */
  operation?: string;
  /** as estimated before it was run */
  cost?: number;
  /** how many statements were sent to the store */
  statements: number;
  /** how many rows they returned */
  rows: number;
  /** the codes of the errors in the answer, each once */
  codes: readonly string[];
}

export function newUsage(): Usage {
  return { statements: 0, rows: 0, codes: [] };
}

/** The same store, which counts what is read for one request. */
export function countedStore(store: Store, usage: Usage): Store {
  const counted = async <Row>(reading: Promise<Row[]>): Promise<Row[]> => {
    usage.statements += 1;
    const rows = await reading;
    usage.rows += rows.length;
    return rows;
  };
  return {
    ...store,
    read: (query, params, options) => counted(store.read(query, params, options)),
    searchText: (search, options) => counted(store.searchText(search, options)),
    async *stream(query, params, options) {
      usage.statements += 1;
      for await (const row of store.stream(query, params, options)) {
        usage.rows += 1;
        yield row;
      }
    },
  };
}

/**
 * The same context, whose lists together give at most so many objects. Lists that are no pages have no size that could
 * be known beforehand, and those of members of members multiply without much work for the database.
 */
export function boundedContext(context: ApiContext, maxAnswerObjects: number): ApiContext {
  let objects = 0;
  // one error for all the thousands of places that meet it: to make one is to write down the stack
  let tooLarge: DemarcheError | undefined;
  const check = () => {
    if (tooLarge) throw tooLarge;
  };
  const counted = <Row>(rows: readonly Row[]): readonly Row[] => {
    objects += rows.length;
    if (objects > maxAnswerObjects) {
      tooLarge ??= new DemarcheError(
        'ANSWER_TOO_LARGE',
        `The answer has more than the ${maxAnswerObjects} objects this service allows: ask for smaller pages, or for less below them.`,
      );
    }
    check();
    return rows;
  };
  return {
    ...context,
    async many(query, parent) {
      check();
      return counted(await context.many(query, parent));
    },
    async batched(key, parent, prepare, brought) {
      check();
      return counted(await context.batched(key, parent, prepare, brought));
    },
  };
}
