import { type AnyRecord, DemarcheError, type Resolve } from '../../model/index.js';
import { type EdgeRecordType, keyInWords, keyOf } from '../../records/index.js';
import { mergeQueries, type WriteTransaction } from '../../store/index.js';
import { collisionsOf } from './collisions.js';

const IN_PLACE = {
  vote: mergeQueries.votesInPlace,
  membership: mergeQueries.membershipsInPlace,
  office: mergeQueries.officesInPlace,
} as const;

/**
 * Refuses records that would name one actor twice, because actors were merged since they were checked.
 *
 * @throws DemarcheError CONFLICT
 */
export async function refuseCollisions(
  { run }: WriteTransaction,
  records: readonly AnyRecord[],
  resolve: Resolve,
): Promise<void> {
  const places = new Set<string>();
  const rows = new Map<
    EdgeRecordType,
    { from: string; to: string; source: string; target: string; key: string }[]
  >();
  for (const record of records) {
    const [issue] = collisionsOf(record, resolve);
    if (issue) throw conflict(record, `${issue.field}: expected ${issue.expected}`);
    const key = keyOf(record);
    if (!('edge' in key)) continue;
    const { type, edge } = key;
    const row = { ...edge, source: resolve(edge.from), target: resolve(edge.to) };
    const place = JSON.stringify([type, row.source, row.target, row.key]);
    if (places.has(place)) throw conflict(record, 'there is another one of an actor merged into the same');
    places.add(place);
    rows.set(type, [...(rows.get(type) ?? []), row]);
  }
  for (const [type, ofType] of rows) {
    const [there] = await run(IN_PLACE[type], { rows: ofType });
    if (there) {
      throw new DemarcheError(
        'CONFLICT',
        `the ${type} of ${there.from} in or at ${there.to} stands where another one would be written: their actors were merged meanwhile; run the command again to see where`,
      );
    }
  }
}

function conflict(record: AnyRecord, why: string): DemarcheError {
  return new DemarcheError(
    'CONFLICT',
    `${keyInWords(record).name}: ${why}; actors were merged meanwhile: run the command again to see where`,
  );
}
