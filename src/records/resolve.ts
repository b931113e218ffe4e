import type { Resolve } from '../model/index.js';
import { mergeQueries } from '../store/index.js';
import type { Reader } from './known-records.js';

/** Of the actors among these ids, as the graph has them: into which each is merged. */
export async function readResolve(read: Reader, ids: Iterable<string>): Promise<Resolve> {
  const actors = [...new Set(ids)].filter((id) => id.startsWith('actor:'));
  const into = new Map<string, string>();
  if (actors.length > 0) {
    for (const row of await read(mergeQueries.mergedActors, { ids: actors })) into.set(row.id, row.into);
  }
  return (id) => into.get(id) ?? id;
}
