import type { StatementFilter } from '../../model/index.js';
import { matchingStatements, parameters, type ReadOptions, type Store } from '../../store/index.js';
import { readKnownNodes } from './known-nodes.js';

/** The ids of the statements that a filter selects, in their order. */
export async function statementIds(
  store: Store,
  filter: StatementFilter,
  options: ReadOptions,
): Promise<string[]> {
  const { query, params } = matchingStatements(
    filter,
    await readKnownNodes(store, filter, options),
    parameters(),
  );
  const ids: string[] = [];
  for await (const { id } of store.stream(query, params, options)) ids.push(id);
  return ids;
}
