import { type AnyRecord, activeMerges, type Merge, mergeProblems, resolutionOf } from '../../model/index.js';
import {
  collisionText,
  graphCollisions,
  keyOf,
  keyText,
  mergedBefore,
  movesTo,
  type Reader,
} from '../../records/index.js';
import { mergeQueries } from '../../store/index.js';
import { collisionsOf } from './collisions.js';

/** Why merges do not let records be taken back: what would contradict each other, or name one actor twice, then. */
export async function againstMerges(
  read: Reader,
  removed: ReadonlySet<string>,
  restored: readonly AnyRecord[],
): Promise<string[]> {
  const left = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    rows.filter(({ id }) => !removed.has(id)).map((row) => [row.id, row] as const);
  const merges = new Map<string, Merge>(left(await read(mergeQueries.allMerges, {})));
  const splits = new Map<string, { readonly mergeId: string }>(left(await read(mergeQueries.allSplits, {})));
  for (const record of restored) {
    if (record.type === 'merge') merges.set(record.id, record);
    if (record.type === 'split') splits.set(record.id, { mergeId: record.merge });
  }
  const active = activeMerges(merges.values(), splits.values());
  const problems = [...mergeProblems(active)].map(([id, { expected }]) => `${id} would need ${expected}`);
  if (problems.length > 0 || active.length === 0) return problems;

  const resolution = resolutionOf(active);
  const { before, merged } = await mergedBefore(read);
  const moves = movesTo(before, resolution, [...merged, ...resolution.merged]);
  // a vote, a membership or an office that is restored stays where it is
  const gone = new Set([...removed, ...restored.flatMap((record) => ('id' in record ? [record.id] : []))]);
  const inGraph = (await graphCollisions(read, moves, before, resolution))
    .filter(({ records }) => !records.some((key) => gone.has(key)))
    .map((collision) => `${collisionText(collision)}, which would be one`);
  const inRecords = restored.flatMap((record) =>
    collisionsOf(record, resolution.resolve).map(
      ({ field, expected }) => `${keyText(keyOf(record))} would need in ${field} ${expected}`,
    ),
  );
  return [...inGraph, ...inRecords];
}
