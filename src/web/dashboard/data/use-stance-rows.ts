import type { ResultOf } from 'gql.tada';
import { useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { stanceRows } from './stance-rows';
import type { StatementFilter } from './statement-search';
import type { Answer } from './use-answer';

/** A page has a hundred; a table of more than this nobody reads. */
const MOST_PAGES = 10;

interface StanceRows {
  /** latest first */
  readonly rows: ResultOf<typeof stanceRows>['stances']['nodes'];
  /** whether there are earlier ones */
  readonly hasMore: boolean;
}

/** The latest thousand positions that a filter selects, asked for page by page and answered as a whole. */
export function useStanceRows(filter: StatementFilter, isIdle = false): Answer<StanceRows> {
  const client = useClient();
  const key = JSON.stringify(filter);
  const [found, setFound] = useState<StanceRows>();
  const [state, setState] = useState<{ readonly error?: CombinedError } | 'asking'>('asking');
  const request = useRef<{ unsubscribe(): void }>(undefined);

  const ask = (before: StanceRows['rows'], page: number, after: string | null) => {
    request.current?.unsubscribe();
    setState('asking');
    request.current = client.query(stanceRows, { filter, after }).subscribe(({ data, error }) => {
      if (error) setState({ error });
      if (!data) return;
      const rows = [...before, ...data.stances.nodes];
      const { hasNextPage, endCursor } = data.stances.pageInfo;
      if (hasNextPage && page < MOST_PAGES) {
        ask(rows, page + 1, endCursor);
      } else {
        setFound({ rows, hasMore: hasNextPage });
        setState({});
      }
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the filter
  useEffect(() => {
    if (!isIdle) ask([], 1, null);
    return () => request.current?.unsubscribe();
  }, [key, isIdle]);

  const isAsking = !isIdle && state === 'asking';
  return {
    data: found,
    error: state === 'asking' ? undefined : state.error,
    isAsking,
    isCancelled: !isIdle && !isAsking && request.current === undefined,
    cancel() {
      request.current?.unsubscribe();
      request.current = undefined;
      setState({});
    },
    askAgain: () => ask([], 1, null),
  };
}
