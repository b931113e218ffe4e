import { contentHash, type RecordOf, searchTextOf } from '../../model/index.js';
import { writeQueries } from '../../store/index.js';
import { addCitations, edgeCitations } from './citation.js';
import { dateProperties } from './date.js';
import { type GraphRows, properties } from './graph-rows.js';

export function addEvent(rows: GraphRows, record: RecordOf<'event'>): void {
  const { type: _, id, decides, involves, citations, ...fields } = record;
  rows.add(writeQueries.mergeEvents, {
    id,
    props: properties({
      ...fields,
      ...dateProperties(record.date),
      hash: contentHash(record),
      searchText: searchTextOf(record.name, record.place, record.document),
    }),
  });
  for (const { topic, yesMeans } of decides ?? []) {
    rows.add(writeQueries.mergeEventDecisions, { from: id, to: topic, props: { yesMeans } });
  }
  for (const { actor, role } of involves ?? []) {
    rows.add(writeQueries.mergeEventActors, { from: id, to: actor, key: role, props: {} });
  }
  addCitations(rows, writeQueries.mergeEventCitations, id, citations ?? []);
}

export function addVote(rows: GraphRows, record: RecordOf<'vote'>): void {
  const { actor, event, vote } = record;
  rows.add(writeQueries.mergeVotes, {
    from: actor,
    to: event,
    props: properties({ vote, ...edgeCitations(record), hash: contentHash(record) }),
  });
}
