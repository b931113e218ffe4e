import { useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { graphql } from '../../client/graphql';
import { type StatementFields, statementFields } from '../parts/statement-entry';
import type { StatementFilter } from './statement-search';

export const statementPage = graphql(
  `
    query Statements($filter: StatementFilter, $order: StatementOrder!, $after: String) {
      statements(filter: $filter, orderBy: $order, first: 40, after: $after) {
        nodes { ...StatementFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [statementFields],
);

export type StatementOrder = 'DATE_DESC' | 'DATE_ASC';

interface Loaded {
  readonly statements: readonly StatementFields[];
  /** where to go on; `null` at the end */
  readonly next: string | null;
}

interface Pages {
  readonly loaded: Loaded | undefined;
  readonly error: CombinedError | undefined;
  readonly isAsking: boolean;
  /** whether `loaded` is of what was asked before */
  readonly isStale: boolean;
  more(): void;
  cancel(): void;
  askAgain(): void;
}

/** So many lists are kept as far as they were read, for whoever comes back to one. */
const REMEMBERED = 8;
const remembered = new Map<string, Loaded>();

function remember(key: string, loaded: Loaded): void {
  remembered.delete(key);
  remembered.set(key, loaded);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

/** A list of statements, read page by page. */
export function useStatementPages(filter: StatementFilter, order: StatementOrder): Pages {
  const client = useClient();
  const key = JSON.stringify([filter, order]);
  const [shown, setShown] = useState<{ readonly of: string; readonly loaded: Loaded } | undefined>();
  const [asking, setAsking] = useState<{ readonly of: string; readonly error?: CombinedError | undefined }>();
  const request = useRef<{ unsubscribe(): void }>(undefined);
  const loaded = remembered.get(key) ?? shown?.loaded;

  const ask = (after: string | null, done: (page: Loaded) => Loaded) => {
    request.current?.unsubscribe();
    setAsking({ of: key });
    request.current = client
      .query(statementPage, { filter, order, after }, { requestPolicy: 'network-only' })
      .subscribe(({ data, error }) => {
        if (data) {
          const { nodes, pageInfo } = data.statements;
          const whole = done({
            statements: nodes,
            next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
          });
          remember(key, whole);
          setShown({ of: key, loaded: whole });
        }
        setAsking(error ? { of: key, error } : undefined);
      });
  };

  const askFirst = () => {
    const before = remembered.get(key);
    // as far as it was read, unless something has changed since
    ask(null, (page) => (before && startsWith(before, page) ? before : page));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the filter and the order
  useEffect(() => {
    askFirst();
    return () => request.current?.unsubscribe();
  }, [key]);

  return {
    loaded,
    error: asking?.error,
    isAsking: asking !== undefined && !asking.error,
    isStale: !remembered.has(key),
    more() {
      if (asking || !loaded?.next) return;
      const { statements } = loaded;
      ask(loaded.next, (page) => ({ ...page, statements: [...statements, ...page.statements] }));
    },
    cancel() {
      request.current?.unsubscribe();
      setAsking(undefined);
    },
    askAgain: () => askFirst(),
  };
}

function startsWith(list: Loaded, page: Loaded): boolean {
  return (
    list.statements.length >= page.statements.length &&
    JSON.stringify(list.statements.slice(0, page.statements.length)) === JSON.stringify(page.statements)
  );
}
