import { DemarcheError } from '../../model/index.js';
import { EMBEDDED_PAGE_ROWS, type ReadOptions, type Store } from '../port.js';
import type { QueryParams, QueryRow, StreamQuery } from '../query.js';

/** Reads a large result by keyset pages: the engine has no cursor for Cypher and cannot end a running statement. */
export async function* streamPages<P extends QueryParams, R extends QueryRow>(
  read: Store['read'],
  query: StreamQuery<P, R>,
  params: P,
  options: ReadOptions | undefined,
): AsyncGenerator<R, void, undefined> {
  const { name, text } = query;
  let page = { after: '', ...params, limit: EMBEDDED_PAGE_ROWS };
  for (;;) {
    const rows = await read<typeof page, R>({ name, text }, page, options);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < EMBEDDED_PAGE_ROWS) return;
    const after = query.keyOf(last);
    if (after === page.after) {
      throw new DemarcheError(
        'ENGINE_REFUSES',
        `statement ${query.name}: its key does not tell rows apart: ${JSON.stringify(after)} fills a page`,
      );
    }
    page = { ...page, after };
  }
}
