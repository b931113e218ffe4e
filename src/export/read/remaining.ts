import { actorIdsIn, withActors } from '../../model/index.js';
import { readResolve } from '../../records/index.js';
import type { ReadOptions, Store } from '../../store/index.js';
import type { ExportRequest } from '../request.js';

/** A request with the actors that remain in the place of those that are merged. */
export async function remainingRequest(
  store: Store,
  given: ExportRequest,
  options: ReadOptions,
): Promise<ExportRequest> {
  const resolve = await readResolve((query, params) => store.read(query, params, options), actorIdsIn(given));
  const request = withActors(given, resolve);
  return request.what === 'neighbourhood' ? { ...request, ids: request.ids.toSorted() } : request;
}
