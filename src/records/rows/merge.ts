import { contentHash, type RecordOf } from '../../model/index.js';
import { writeQueries } from '../../store/index.js';
import { type GraphRows, properties } from './graph-rows.js';

export function addMerge(rows: GraphRows, record: RecordOf<'merge'>): void {
  const { type: _, id, ...fields } = record;
  rows.add(writeQueries.mergeMerges, { id, props: properties({ ...fields, hash: contentHash(record) }) });
}

export function addSplit(rows: GraphRows, record: RecordOf<'split'>): void {
  const { type: _, id, merge: mergeId, ...fields } = record;
  rows.add(writeQueries.mergeSplits, {
    id,
    props: properties({ mergeId, ...fields, hash: contentHash(record) }),
  });
}
