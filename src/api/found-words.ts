import { type StatementFilter, wordsOf } from '../model/index.js';
import { MOST_HITS } from '../store/index.js';
import type { ApiContext } from './context.js';

/**
 * The filter with the statements that have its `words` named, where they are few: the full-text index finds them, and a
 * filter alone would have to look into every statement. It selects the same. More hits than a search gives are read faster
 * by date, where words that are so common are soon met.
 */
export async function withFoundWords(filter: StatementFilter, context: ApiContext): Promise<StatementFilter> {
  if (filter.words == null || filter.ids) return filter;
  const words = wordsOf(filter.words);
  const hits = await context.searchText({ labels: ['Statement'], words, limit: MOST_HITS });
  return hits.length < MOST_HITS ? { ...filter, ids: hits.map(({ id }) => id) } : filter;
}
