import {
  activeMerges,
  DemarcheError,
  mergeProblems,
  type Resolution,
  type Resolve,
  resolutionOf,
  searchTextOf,
} from '../model/index.js';
import { mergeQueries } from '../store/index.js';
import type { Reader } from './known-records.js';
import { collisionText, graphCollisions, type Move } from './merge-collisions.js';
import { ACTOR_ENDS } from './schema.js';

/** Statements by what they are made of, once. */
const MOVES = ACTOR_ENDS.map(({ type, end }) => mergeQueries.moveEdges(type, end));

/** What is to move, so that each relationship stands at the actor that remains of the one its record names. */
export function movesTo(before: Resolve, { resolve }: Resolution, actors: Iterable<string>): Move[] {
  return [...new Set(actors)]
    .sort()
    .map((original) => ({ original, at: before(original), to: resolve(original) }))
    .filter(({ at, to }) => at !== to);
}

/**
 * Brings the graph to what its merges and splits say: relationships move, actors become merged ones and the reverse.
 *
 * @throws DemarcheError CONFLICT where the merges contradict each other, or a record would name one actor twice
 */
export async function settleMerges(run: Reader): Promise<void> {
  const active = activeMerges(await run(mergeQueries.allMerges, {}), await run(mergeQueries.allSplits, {}));
  for (const [id, { expected }] of mergeProblems(active)) {
    throw new DemarcheError('CONFLICT', `${id}: expected ${expected}`);
  }
  const resolution = resolutionOf(active);
  const { before, merged } = await mergedBefore(run);
  const moves = movesTo(before, resolution, [...merged, ...resolution.merged]);
  if (moves.length === 0) return;
  const [collision] = await graphCollisions(run, moves, before, resolution);
  if (collision) throw new DemarcheError('CONFLICT', collisionText(collision));
  const rows = moves.map((move) => ({ ...move, mark: move.to === move.original ? null : move.original }));
  await run(mergeQueries.markUnmerged, { ids: moves.filter(isFreed).map(({ original }) => original) });
  for (const statement of MOVES) await run(statement, { rows });
  await run(mergeQueries.moveCountries, { rows });
  const toMerge = moves
    .filter((move) => !isFreed(move))
    .map(({ original, to }) => ({ id: original, into: to }));
  await run(mergeQueries.markMerged, { rows: toMerge });
  await run(mergeQueries.setMergedInto, { rows: toMerge });
  await nameActors(run, new Set(moves.flatMap(({ original, at, to }) => [original, at, to])));
}

function isFreed({ original, to }: Move): boolean {
  return original === to;
}

/** The merged actors that the graph has now. */
export async function mergedBefore(
  read: Reader,
): Promise<{ readonly before: Resolve; readonly merged: readonly string[] }> {
  const into = new Map((await read(mergeQueries.allMergedActors, {})).map((row) => [row.id, row.into]));
  return { before: (id) => into.get(id) ?? id, merged: [...into.keys()] };
}

/** Lets full-text search find actors by the names of those that are merged into them, too. */
async function nameActors(run: Reader, ids: Iterable<string>): Promise<void> {
  const called = new Map<string, { own: string[]; others: [id: string, called: string[]][] }>();
  for (const { at, id, name, aliases, isoCode } of await run(mergeQueries.calledActors, { ids: [...ids] })) {
    const texts = [name, ...(aliases ?? []), ...(isoCode === null ? [] : [isoCode])];
    const entry = called.get(at) ?? { own: [], others: [] };
    called.set(at, entry);
    if (id === at) entry.own = texts;
    else entry.others.push([id, texts]);
  }
  const rows = [...called].map(([id, { own, others }]) => ({
    id,
    searchText: searchTextOf(
      ...own,
      ...others.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, texts]) => texts),
    ),
  }));
  await run(mergeQueries.setSearchTextOfActors, { rows });
  await run(mergeQueries.setSearchTextOfMergedActors, { rows });
}

/** The same for actors whose own records were written, where others are merged into them. */
export async function nameSurvivors(run: Reader, ids: readonly string[]): Promise<void> {
  const rows = await run(mergeQueries.survivorsAmong, { ids });
  if (rows.length > 0)
    await nameActors(
      run,
      rows.map(({ id }) => id),
    );
}
