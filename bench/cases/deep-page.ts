import { createApi, DEFAULT_LIMITS } from '../../src/api/index.js';
import type { Store } from '../../src/store/index.js';

const PAGE = 10_000;

/** A page far from the first. */
export interface Deep {
  /** how many rows are before it */
  readonly rows: number;
  /** of the last row before it */
  readonly dateFrom: string;
  readonly id: string;
  readonly cursor: string;
}

interface Answer {
  readonly statements: {
    readonly nodes: readonly { readonly id: string; readonly dateFrom: string }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

/** Pages through the API, in this process and with larger pages than a client may have, until so many rows are past. */
export async function deepKey(store: Store, rows: number): Promise<Deep> {
  const api = createApi(store, { ...DEFAULT_LIMITS, maxPageSize: PAGE, maxQueryCost: 10 * PAGE });
  let cursor: string | null = null;
  for (let before = 0; ; ) {
    const first = Math.min(PAGE, rows - before);
    const { body } = await api.server.executeOperation(
      {
        query: `query ($first: Int, $after: String) {
          statements(first: $first, after: $after) { nodes { id dateFrom } pageInfo { endCursor } } }`,
        variables: { first, after: cursor },
      },
      { contextValue: api.createContext() },
    );
    if (body.kind !== 'single' || body.singleResult.errors) throw new Error(JSON.stringify(body));
    const { statements } = body.singleResult.data as unknown as Answer;
    before += statements.nodes.length;
    cursor = statements.pageInfo.endCursor;
    const last = statements.nodes.at(-1);
    if (!last) throw new Error(`there are only ${before} statements: expected more than ${rows}`);
    if (before >= rows) {
      await api.server.stop();
      return { rows, dateFrom: last.dateFrom, id: last.id, cursor };
    }
  }
}
