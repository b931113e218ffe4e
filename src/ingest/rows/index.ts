import type { AnyRecord } from '../../model/index.js';
import { addActor, addMembership, addOffice } from './actor.js';
import { addDispute } from './dispute.js';
import { addEvent, addVote } from './event.js';
import { type GraphRows, graphRows } from './graph-rows.js';
import { addPublisher, addSource } from './source.js';
import { addStatement } from './statement.js';
import { addTopic } from './topic.js';

export { membershipKey, officeKey } from './actor.js';

/** The rows that put records into the graph. */
export function rowsOf(records: readonly AnyRecord[], recordedAt: string): GraphRows {
  const rows = graphRows();
  for (const record of records) addRecord(rows, record, recordedAt);
  return rows;
}

function addRecord(rows: GraphRows, record: AnyRecord, recordedAt: string): void {
  switch (record.type) {
    case 'actor':
      return addActor(rows, record);
    case 'topic':
      return addTopic(rows, record);
    case 'publisher':
      return addPublisher(rows, record);
    case 'source':
      return addSource(rows, record);
    case 'event':
      return addEvent(rows, record);
    case 'vote':
      return addVote(rows, record);
    case 'membership':
      return addMembership(rows, record);
    case 'office':
      return addOffice(rows, record);
    case 'statement':
      return addStatement(rows, record, recordedAt);
    case 'dispute':
      return addDispute(rows, record);
  }
}
