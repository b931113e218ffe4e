import type { RecordIssue } from './records.js';

/** That one actor was judged to be another, which remains. */
export interface Merge {
  readonly id: string;
  readonly from: string;
  readonly into: string;
}

/** The id of the actor that remains: the actor's own, where it is merged into none. */
export type Resolve = (id: string) => string;

/** Which actors are one. */
export interface Resolution {
  readonly resolve: Resolve;
  /** the ids of those that are not the one that remains, sorted */
  readonly merged: readonly string[];
  /** the ids of all that are one with an actor, itself among them, sorted */
  membersOf(id: string): readonly string[];
}

/** Those merges that no split names. */
export function activeMerges<M extends Pick<Merge, 'id'>>(
  merges: Iterable<M>,
  splits: Iterable<{ readonly mergeId: string }>,
): M[] {
  const split = new Set(Array.from(splits, ({ mergeId }) => mergeId));
  return Array.from(merges).filter(({ id }) => !split.has(id));
}

/** What active merges come to, chains followed to their ends. They have no problems (`mergeProblems`). */
export function resolutionOf(active: Iterable<Merge>): Resolution {
  const into = new Map(Array.from(active, (merge) => [merge.from, merge.into] as const));
  const ends = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const start of into.keys()) {
    let end = start;
    // a chain is no longer than there are merges
    for (let step = 0, next = into.get(end); next !== undefined && step < into.size; next = into.get(end)) {
      end = next;
      step += 1;
    }
    ends.set(start, end);
    const group = members.get(end);
    if (group) group.push(start);
    else members.set(end, [end, start]);
  }
  for (const group of members.values()) group.sort();
  const resolve = (id: string) => ends.get(id) ?? id;
  return {
    resolve,
    merged: [...ends.keys()].sort(),
    membersOf: (id) => members.get(resolve(id)) ?? [id],
  };
}

/** What is wrong with active merges, by their ids. */
export function mergeProblems(active: readonly Merge[]): Map<string, RecordIssue> {
  const problems = new Map<string, RecordIssue>();
  const byFrom = new Map<string, Merge[]>();
  for (const merge of active) byFrom.set(merge.from, [...(byFrom.get(merge.from) ?? []), merge]);
  for (const [from, merges] of byFrom) {
    for (const { id } of merges.length > 1 ? merges : []) {
      const others = merges.filter((other) => other.id !== id).map((other) => other.id);
      problems.set(id, {
        field: 'from',
        expected: `an actor that no other merge has merged; ${others.join(', ')} has merged ${from}: split that first`,
      });
    }
  }
  const into = new Map(active.map((merge) => [merge.from, merge.into]));
  const judged = new Set<string>();
  for (const start of into.keys()) {
    const way: string[] = [];
    for (let at: string | undefined = start; at !== undefined && !judged.has(at); at = into.get(at)) {
      judged.add(at);
      way.push(at);
      const next = into.get(at);
      const first = next === undefined ? -1 : way.indexOf(next);
      if (first === -1) continue;
      const round = [...way.slice(first), next].join(' → ');
      for (const from of way.slice(first)) {
        for (const { id } of byFrom.get(from) ?? [])
          if (!problems.has(id))
            problems.set(id, { field: 'into', expected: `merges that come to an end; found ${round}` });
      }
    }
  }
  return problems;
}
