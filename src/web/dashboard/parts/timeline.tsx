import type { ResultOf } from 'gql.tada';
import { lazy, Suspense } from 'react';
import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { LEVEL_NAMES, LEVELS, type Level } from '../data/levels';
import type { StatementFilter } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';
import { Answered } from './answered';
import { PositionMark } from './position-mark';

const TimelineChart = lazy(async () => ({ default: (await import('./timeline-chart')).TimelineChart }));

const timeline = graphql(`
  query Timeline($filter: StatementFilter, $interval: TimelineInterval!) {
    stanceTimeline(filter: $filter, interval: $interval) {
      imprecise
      points {
        from
        to
        support
        conditionalSupport
        neutral
        conditionalUnstated
        conditionalOppose
        oppose
      }
    }
  }
`);

type Point = ResultOf<typeof timeline>['stanceTimeline'] extends infer T
  ? NonNullable<T> extends { points: readonly (infer P)[] }
    ? P
    : never
  : never;

export interface Bar {
  /** first and last day */
  readonly from: string;
  readonly to: string;
  readonly counts: Readonly<Record<Level, number>>;
}

/** More months than this are shown as years. */
const MOST_MONTHS = 60;

interface TimelineProps {
  readonly filter: StatementFilter;
  /** what it is of, for those who hear it */
  readonly label: string;
}

/** How many took which position, month by month or year by year: a picture, and a table that says the same. */
export function Timeline({ filter, label }: TimelineProps) {
  const months = useAnswer(timeline, { filter, interval: 'MONTH' });
  return (
    <Answered answer={months} what="positions over time">
      {({ stanceTimeline }) => {
        if (!stanceTimeline) return null;
        const bars = stanceTimeline.points.map(barOf);
        const isLong = bars.length > MOST_MONTHS;
        const shown = isLong ? byYear(bars) : bars;
        if (shown.length === 0) return <p className="state">No position is recorded.</p>;
        return (
          <figure className="timeline">
            <Suspense fallback={<div className="chart-space" />}>
              <TimelineChart bars={shown} label={label} />
            </Suspense>
            <Legend bars={shown} />
            <details>
              <summary>As a table</summary>
              <TimelineTable bars={shown} isOfYears={isLong} />
            </details>
            {stanceTimeline.imprecise > 0 && (
              <p className="aside">{stanceTimeline.imprecise} more of which only the year is known.</p>
            )}
          </figure>
        );
      }}
    </Answered>
  );
}

function barOf(point: Point): Bar {
  return {
    from: point.from,
    to: point.to,
    counts: {
      SUPPORT: point.support,
      CONDITIONAL_SUPPORT: point.conditionalSupport,
      NEUTRAL: point.neutral,
      CONDITIONAL_UNSTATED: point.conditionalUnstated,
      CONDITIONAL_OPPOSE: point.conditionalOppose,
      OPPOSE: point.oppose,
    },
  };
}

function byYear(bars: readonly Bar[]): Bar[] {
  const years = new Map<string, Bar>();
  for (const bar of bars) {
    const year = bar.from.slice(0, 4);
    const before = years.get(year);
    const counts = before ? sums(before.counts, bar.counts) : bar.counts;
    years.set(year, { from: `${year}-01-01`, to: `${year}-12-31`, counts });
  }
  return [...years.values()];
}

function sums(a: Bar['counts'], b: Bar['counts']): Bar['counts'] {
  return Object.fromEntries(LEVEL_NAMES.map((level) => [level, a[level] + b[level]])) as Bar['counts'];
}

function usedLevels(bars: readonly Bar[]): Level[] {
  return LEVEL_NAMES.filter((level) => bars.some(({ counts }) => counts[level] > 0));
}

function Legend({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <ul className="legend" aria-label="Marks">
      {usedLevels(bars).map((level) => (
        <li key={level}>
          <PositionMark level={level} /> {LEVELS[level].noun}
        </li>
      ))}
    </ul>
  );
}

function TimelineTable({ bars, isOfYears }: { readonly bars: readonly Bar[]; readonly isOfYears: boolean }) {
  const levels = usedLevels(bars);
  const spoken = bars.filter(({ counts }) => levels.some((level) => counts[level] > 0));
  return (
    <div className="table-space">
      <table>
        <thead>
          <tr>
            <th scope="col">{isOfYears ? 'Year' : 'Month'}</th>
            {levels.map((level) => (
              <th scope="col" key={level} className="number">
                {LEVELS[level].noun}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spoken.map(({ from, counts }) => (
            <tr key={from}>
              <th scope="row">{edtfWords(from.slice(0, isOfYears ? 4 : 7))}</th>
              {levels.map((level) => (
                <td key={level} className="number">
                  {counts[level]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
