import { contentHash, type RecordOf, searchTextOf } from '../../model/index.js';
import { writeQueries } from '../../store/index.js';
import { type GraphRows, properties } from './graph-rows.js';

export function addPublisher(rows: GraphRows, record: RecordOf<'publisher'>): void {
  const { type: _, id, country, ...fields } = record;
  const survivor = country && rows.resolve(country);
  rows.add(writeQueries.mergePublishers, {
    id,
    props: properties({
      ...fields,
      country: survivor,
      originalCountry: survivor === country ? undefined : country,
      hash: contentHash(record),
      searchText: searchTextOf(record.name),
    }),
  });
}

export function addSource(rows: GraphRows, record: RecordOf<'source'>): void {
  const { type: _, id, kind, publisher, ...fields } = record;
  rows.add(writeQueries.mergeSources, {
    id,
    props: properties({
      ...fields,
      type: kind,
      hash: contentHash(record),
      searchText: searchTextOf(record.title, record.author),
    }),
  });
  if (publisher !== undefined) {
    rows.add(writeQueries.mergeSourcePublishers, { from: id, to: publisher, props: {} });
  }
}
