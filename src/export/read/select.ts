import type { ElementReader } from '../../records/index.js';
import type { ReadOptions, Store } from '../../store/index.js';
import type { ExportRequest } from '../request.js';
import { ATTACHED, addAttached } from './attached.js';
import { addMerged } from './merged.js';
import { neighbourhood } from './neighbourhood.js';
import { addCountries, addReferences, addSourcesOfEdges } from './references.js';
import { chosen, everything, type Selection } from './selection.js';
import { statementIds } from './statement-ids.js';

/** What a writer can be given; `stored` are elements with what the graph keeps beside. */
export type Carried = 'elements' | 'stored' | 'records' | 'rows';

/**
 * The nodes that a request asks for: of a filter the statements and what belongs to them, with the sources that report
 * the votes, memberships and offices among these, and the countries of publishers; for records also all that they refer to, so that they can be loaded by
 * themselves; for rows the statements alone.
 */
export async function select(
  store: Store,
  reader: ElementReader,
  request: Exclude<ExportRequest, { readonly what: 'network' }>,
  carried: Carried | undefined,
  options: ReadOptions,
): Promise<Selection> {
  if (request.what !== 'neighbourhood' && !request.filter) return everything(store, options);
  const ids =
    request.what === 'neighbourhood'
      ? await neighbourhood(store, request.ids, request.depth, options)
      : new Set(await statementIds(store, request.filter ?? {}, options));
  if (carried === 'records') await addReferences(store, reader, ids, options);
  else if (carried !== 'rows' && request.what !== 'neighbourhood') {
    await addAttached(store, ids, ATTACHED, options);
    await addSourcesOfEdges(reader, ids);
    await addAttached(store, ids, ATTACHED, options);
    await addCountries(reader, ids);
  }
  if (carried === 'records' || carried === 'stored') await addMerged(store, ids, options);
  return chosen(ids);
}
