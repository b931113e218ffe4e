import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { StatementFilter } from '../data/statement-search';
import { type StatementOrder, useStatementPages } from '../data/use-statement-pages';
import { Problem, Waiting } from './answered';
import { StatementEntry } from './statement-entry';

interface StatementListProps {
  readonly filter: StatementFilter;
  readonly order?: StatementOrder;
  /** what to say where there is none */
  readonly empty?: string;
}

/** All statements that a filter selects: those in sight are on the page, the next ones are read when they come near. */
export function StatementList({
  filter,
  order = 'DATE_DESC',
  empty = 'No statement was found. Silence is not in the graph: no record is a fact about the collection, not neutrality.',
}: StatementListProps) {
  const pages = useStatementPages(filter, order);
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  const isPrinting = usePrinting();
  const statements = pages.loaded?.statements ?? [];
  const virtualizer = useWindowVirtualizer({
    count: statements.length,
    estimateSize: () => 170,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => statements[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  // what stands above the list can grow at any time
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  const { loaded, isStale, more } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `more` is new each time
  useEffect(() => {
    if (!isStale && loaded?.next && last >= statements.length - 10) more();
  }, [last, statements.length, loaded?.next, isStale, pages.isAsking]);

  return (
    <div className={isStale && loaded ? 'is-stale' : undefined} aria-busy={pages.isAsking}>
      {pages.error && <Problem error={pages.error} onRetry={pages.askAgain} />}
      {loaded && statements.length === 0 && !pages.isAsking && <p className="state">{empty}</p>}
      <ol
        ref={list}
        className={isPrinting ? 'statements' : 'statements is-virtual'}
        style={isPrinting ? undefined : { height: virtualizer.getTotalSize() }}
        aria-label="Statements"
      >
        {isPrinting
          ? statements.map((statement) => (
              <li key={statement.id}>
                <StatementEntry statement={statement} />
              </li>
            ))
          : items.map(({ index, key, start }) => {
              const statement = statements[index];
              return statement ? (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  aria-posinset={index + 1}
                  aria-setsize={loaded?.next ? -1 : statements.length}
                  style={{ transform: `translateY(${start - top}px)` }}
                >
                  <StatementEntry statement={statement} />
                </li>
              ) : null;
            })}
      </ol>
      {pages.isAsking && (!loaded || loaded.next) && <Waiting what="statements" onCancel={pages.cancel} />}
    </div>
  );
}

/** Paper has no scroll bar: what was read so far is printed as a whole. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const print = window.matchMedia('print');
    const changed = () => setPrinting(print.matches);
    print.addEventListener('change', changed);
    return () => print.removeEventListener('change', changed);
  }, []);
  return isPrinting;
}
