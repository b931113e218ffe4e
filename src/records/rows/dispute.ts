import { contentHash, kindOf, type RecordOf, searchTextOf } from '../../model/index.js';
import { writeQueries } from '../../store/index.js';
import { type GraphRows, properties } from './graph-rows.js';

export function addDispute(rows: GraphRows, record: RecordOf<'dispute'>): void {
  const { type: _, id, concerns, claims, ...fields } = record;
  const texts = (claims ?? []).map(({ claim }) => claim);
  rows.add(writeQueries.mergeDisputes, {
    id,
    props: properties({
      ...fields,
      hash: contentHash(record),
      searchText: searchTextOf(record.question, record.assessment, ...texts),
    }),
  });
  for (const target of concerns ?? []) {
    const statement =
      kindOf(target) === 'event' ? writeQueries.mergeDisputedEvents : writeQueries.mergeDisputedStatements;
    rows.add(statement, { from: id, to: target, props: {} });
  }
  claims?.forEach(({ claim, sources }, ordinal) => {
    for (const source of sources) {
      rows.add(writeQueries.mergeClaims, { from: id, to: source, key: ordinal, props: { claim } });
    }
  });
}
