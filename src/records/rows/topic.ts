import { contentHash, type RecordOf, searchTextOf } from '../../model/index.js';
import { writeQueries } from '../../store/index.js';
import { type GraphRows, properties } from './graph-rows.js';

export function addTopic(rows: GraphRows, record: RecordOf<'topic'>): void {
  const { type: _, id, partOf, ...fields } = record;
  rows.add(writeQueries.mergeTopics, {
    id,
    props: properties({
      ...fields,
      hash: contentHash(record),
      searchText: searchTextOf(record.name, record.text),
    }),
  });
  for (const whole of partOf ?? [])
    rows.add(writeQueries.mergeTopicParts, { from: id, to: whole, props: {} });
}
