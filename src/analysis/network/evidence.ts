import type { CheckedOptions } from './check-options.js';
import { type Grouping, grouped, taken } from './grouping.js';
import type { RankedRows } from './ranked-rows.js';

import { similarities } from './similarity.js';

/**
 * Which rows an edge was computed from: in a two-mode network those of its actor on its topic; in a one-mode network
 * those of either end at whose topic (or actor) the other end has a row too, at a level that adds to the weight.
 * Nothing is kept for it but the places of the rows by node, from the first call on.
 *
 * @param endsOf the places of an edge's ends in the ranked rows' labels
 */
export function evidenceOf(
  ranked: RankedRows,
  places: Uint32Array,
  { type, aggregation, mode }: CheckedOptions,
  endsOf: (edge: number) => readonly [number, number],
): (edge: number) => Uint32Array {
  const { rows, row, actor, topic, level, levels } = ranked;
  const [node, shared, nodes] =
    type === 'TOPIC_TOPIC' ? [topic, actor, ranked.topics.length] : [actor, topic, ranked.actors.length];
  let index: Grouping | undefined;

  function placesOf(end: number): Uint32Array {
    index ??= grouped(taken(node, places), nodes);
    const { order, starts } = index;
    return taken(places, order.subarray(starts[end] ?? 0, starts[end + 1] ?? 0));
  }
  function levelsByShared(of: Uint32Array): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>();
    for (const place of of) {
      const through = shared[place] ?? 0;
      found.set(through, (found.get(through) ?? new Set()).add(level[place] ?? 0));
    }
    return found;
  }

  return (edge) => {
    const [first, second] = endsOf(edge);
    const own = placesOf(first);
    if (type === 'ACTOR_TOPIC') {
      return own.filter((place) => topic[place] === second).map((place) => row[place] ?? 0);
    }
    const adds = levelsThatAdd(aggregation, levels.type === 'CATEGORY', () =>
      similarities(aggregation, levels, rows.levels, mode),
    );
    const others = placesOf(second);
    const counted = (of: Uint32Array, by: Uint32Array) => {
      const levelsOf = levelsByShared(by);
      return of.filter((place) => adds(level[place] ?? 0, levelsOf.get(shared[place] ?? 0) ?? NONE));
    };
    const found = first === second ? own : [...counted(own, others), ...counted(others, own)];
    return Uint32Array.from(found)
      .sort()
      .map((place) => row[place] ?? 0);
  };
}

const NONE: ReadonlySet<number> = new Set();

/** Whether a row at one level adds to the weight where the other end has those. */
function levelsThatAdd(
  aggregation: CheckedOptions['aggregation'],
  categories: boolean,
  similarity: () => readonly Float64Array[],
): (own: number, others: ReadonlySet<number>) => boolean {
  if (aggregation === 'IGNORE') return (_, others) => others.size > 0;
  if (categories) {
    switch (aggregation) {
      case 'CONFLICT':
        return (own, others) => !others.has(own);
      case 'SUBTRACT':
        return () => true;
      default:
        return (own, others) => others.has(own);
    }
  }
  const matrix = similarity();
  return (own, others) => [...others].some((other) => matrix[own]?.[other] !== 0);
}
