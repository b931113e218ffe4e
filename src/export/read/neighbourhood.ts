import { DemarcheError } from '../../model/index.js';
import { elementQueries, type ReadOptions, type Store } from '../../store/index.js';
import { idsByKind, nodeKindOf, slices } from './selection.js';

/** A neighbourhood of more nodes than this is refused, rather than cut off somewhere. */
const MOST_NODES = 50_000;

/**
 * Nodes and all that is at most `depth` edges away from them, whatever the direction.
 * @throws DemarcheError BAD_USER_INPUT for an id that is not in the graph, QUERY_TOO_COSTLY for too many nodes
 */
export async function neighbourhood(
  store: Store,
  ids: readonly string[],
  depth: number,
  options: ReadOptions,
): Promise<Set<string>> {
  await refuseUnknown(store, ids, options);
  const found = new Set(ids);
  let outermost: Iterable<string> = ids;
  for (let distance = 1; distance <= depth; distance++) {
    const next = new Set<string>();
    for (const [kind, ofKind] of idsByKind(outermost)) {
      for (const batch of slices(ofKind)) {
        const params = { ids: batch, limit: MOST_NODES + 1 };
        for (const { id } of await store.read(elementQueries.neighboursOf(kind), params, options)) {
          if (nodeKindOf(id) !== undefined && !found.has(id)) next.add(id);
        }
        if (found.size + next.size > MOST_NODES) throw tooMany(distance);
      }
    }
    for (const id of next) found.add(id);
    outermost = next;
  }
  return found;
}

async function refuseUnknown(store: Store, ids: readonly string[], options: ReadOptions): Promise<void> {
  const known = new Set<string>();
  for (const [kind, ofKind] of idsByKind(ids)) {
    const rows = await store.read(
      elementQueries.nodesOf(kind, 'ids', { id: 'n.id' }),
      { ids: ofKind },
      options,
    );
    for (const { id } of rows) if (typeof id === 'string') known.add(id);
  }
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `ids: expected ids of the graph; there is no ${unknown.slice(0, 10).join(', ')}`,
    );
  }
}

function tooMany(distance: number): DemarcheError {
  return new DemarcheError(
    'QUERY_TOO_COSTLY',
    `depth: expected a neighbourhood of at most ${MOST_NODES} nodes; these ids have more at distance ${distance}`,
  );
}
