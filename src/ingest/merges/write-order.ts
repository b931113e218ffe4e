import type { JudgementRecord } from './check-merges.js';

/** In one transaction, or a few more: each moves what stands at an actor, which can be much. */
const BATCH_RECORDS = 100;
type Judgements = ReadonlyMap<string, JudgementRecord>;

/** The splits of merges that the graph has, in batches. */
export function judgementsFirst(judgements: Judgements): Iterable<readonly JudgementRecord[]> {
  const splits = [...judgements.values()].filter(
    (record) => record.type === 'split' && !judgements.has(record.merge),
  );
  return batches(splits.map((split) => [split]));
}

/** The merges, each together with its splits, in batches. */
export function judgementsLast(judgements: Judgements): Iterable<readonly JudgementRecord[]> {
  const units = new Map<string, JudgementRecord[]>();
  for (const record of judgements.values()) if (record.type === 'merge') units.set(record.id, [record]);
  for (const record of judgements.values())
    if (record.type === 'split') units.get(record.merge)?.push(record);
  return batches(units.values());
}

function* batches(units: Iterable<readonly JudgementRecord[]>): Generator<readonly JudgementRecord[]> {
  let batch: JudgementRecord[] = [];
  for (const unit of units) {
    batch.push(...unit);
    if (batch.length < BATCH_RECORDS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
