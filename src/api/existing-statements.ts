import { type StatementRow, statementQueries } from '../store/index.js';
import type { ApiContext, Brought } from './context.js';

/** The statements with ids that the stance table has given, in their order; one that was taken away meanwhile is no more. */
export async function existingStatements(
  ids: readonly string[],
  context: ApiContext,
  brought?: readonly Brought[],
): Promise<StatementRow[]> {
  const found = await Promise.all(ids.map((id) => context.one(statementQueries.statementsById, id, brought)));
  return found.filter((statement) => statement !== null);
}
