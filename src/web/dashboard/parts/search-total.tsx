import { searchFacets } from '../data/search-facets';
import type { StatementFilter } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';

/** How many statements a search finds, said again whenever that changes. */
export function SearchTotal({ filter }: { readonly filter: StatementFilter }) {
  const { data, isAsking } = useAnswer(searchFacets, { filter });
  const count = data?.statements.totalCount;
  return (
    <span role="status" className={isAsking ? 'is-stale' : undefined}>
      {count !== undefined && `${count.toLocaleString('en')} ${count === 1 ? 'statement' : 'statements'}`}
    </span>
  );
}
