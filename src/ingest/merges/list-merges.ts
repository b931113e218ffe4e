import { activeMerges } from '../../model/index.js';
import { mergedBefore } from '../../records/index.js';
import { mergeQueries, type Store } from '../../store/index.js';

/** A merge of the graph, with what takes it back where something does. */
export interface MergeEntry extends mergeQueries.MergeRow {
  readonly state: 'ACTIVE' | 'SPLIT';
  readonly split: Omit<mergeQueries.SplitRow, 'mergeId'> | null;
  /** the actor that remains at the end of all merges; of one that is split, `null` */
  readonly remains: string | null;
  /** how many relationships stand at that actor because of it */
  readonly edges: number;
}

/** All merges, by id. */
export async function listMerges(store: Pick<Store, 'read'>): Promise<MergeEntry[]> {
  const merges = await store.read(mergeQueries.allMerges, {});
  if (merges.length === 0) return [];
  const splits = await store.read(mergeQueries.allSplits, {});
  const splitOf = new Map(splits.map(({ mergeId, ...split }) => [mergeId, split]));
  const next = new Map(activeMerges(merges, splits).map((merge) => [merge.from, merge]));
  const { before, merged } = await mergedBefore(store.read);
  const edges = new Map<string, number>();
  for (const row of await store.read(mergeQueries.edgesOfMergedActors, { ids: merged })) {
    for (let merge = next.get(row.id); merge; merge = next.get(merge.into))
      edges.set(merge.id, (edges.get(merge.id) ?? 0) + row.edges);
  }
  return merges.map((merge) => {
    const split = splitOf.get(merge.id) ?? null;
    return {
      ...merge,
      state: split ? 'SPLIT' : 'ACTIVE',
      split,
      remains: split ? null : before(merge.from),
      edges: edges.get(merge.id) ?? 0,
    };
  });
}
