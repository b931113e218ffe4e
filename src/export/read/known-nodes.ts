import type { StatementFilter } from '../../model/index.js';
import {
  type KnownNodes,
  knownNodes,
  knownNodesAsked,
  type ReadOptions,
  type Store,
} from '../../store/index.js';

/** What is to be known of the nodes that a filter names. */
export async function readKnownNodes(
  store: Store,
  filter: StatementFilter,
  options: ReadOptions,
): Promise<KnownNodes> {
  const asked = knownNodesAsked(filter);
  const rows = new Map(
    await Promise.all(
      [...new Set(asked.map(([, query]) => query))].map(async (query) => {
        const ids = asked.flatMap(([id, own]) => (own === query ? [id] : []));
        return [query, await store.read(query, { ids: [...new Set(ids)] }, options)] as const;
      }),
    ),
  );
  return knownNodes(
    asked.map(([id, query]) => [id, (rows.get(query) ?? []).filter(({ parent }) => parent === id)] as const),
  );
}
