import { LEVELS, type TimelinePoint } from '../../analysis/index.js';
import { parseStatementFilter } from '../../model/index.js';
import type { ApiContext } from '../context.js';
import type { QueryStanceTimelineArgs, RequireFields, StanceTimeline } from '../schema.generated.js';

/** `Query.stanceTimeline` */
export async function stanceTimeline(
  { filter, interval, coding, coder }: RequireFields<QueryStanceTimelineArgs, 'interval' | 'coding'>,
  context: ApiContext,
): Promise<StanceTimeline> {
  const wanted = { interval, coding, coder: coder ?? undefined };
  const { result, revision } = await context.askTable('timeline', parseStatementFilter(filter), wanted);
  return { revision, imprecise: result.imprecise, points: result.points.map(pointOf) };
}

function pointOf({ from, to, mean, counts }: TimelinePoint): StanceTimeline['points'][number] {
  const count = (position: string, untilMet: string | null = null) =>
    counts[LEVELS.findIndex((level) => level.position === position && level.untilMet === untilMet)] ?? 0;
  return {
    from,
    to,
    mean,
    support: count('SUPPORT'),
    oppose: count('OPPOSE'),
    neutral: count('NEUTRAL'),
    conditionalSupport: count('CONDITIONAL', 'SUPPORT'),
    conditionalOppose: count('CONDITIONAL', 'OPPOSE'),
    conditionalUnstated: count('CONDITIONAL', 'UNSTATED'),
  };
}
