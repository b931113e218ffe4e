import { mergeQueries, type ReadOptions, type Store } from '../../store/index.js';

/** Adds the actors that are merged into these, and the merges, of old ones their splits too, between actors that are then there. */
export async function addMerged(store: Store, ids: Set<string>, options: ReadOptions): Promise<void> {
  for (const { id, into } of await store.read(mergeQueries.allMergedActors, {}, options)) {
    if (ids.has(into)) ids.add(id);
  }
  for (const { id, from, into } of await store.read(mergeQueries.allMerges, {}, options)) {
    if (ids.has(from) && ids.has(into)) ids.add(id);
  }
  for (const { id, mergeId } of await store.read(mergeQueries.allSplits, {}, options)) {
    if (ids.has(mergeId)) ids.add(id);
  }
}
