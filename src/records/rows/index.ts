import type { AnyRecord, Resolve } from '../../model/index.js';
import { addActor, addMembership, addOffice } from './actor.js';
import { addDispute } from './dispute.js';
import { addEvent, addVote } from './event.js';
import { type GraphRows, graphRows } from './graph-rows.js';
import { addMerge, addSplit } from './merge.js';
import { addPublisher, addSource } from './source.js';
import { addStatement } from './statement.js';
import { addTopic } from './topic.js';

export { membershipKey, officeKey } from './actor.js';

/** The rows that put records into the graph, in which actors are merged as `resolve` says. */
export function rowsOf(
  records: readonly AnyRecord[],
  recordedAt: string,
  resolve: Resolve = (id) => id,
): GraphRows {
  const rows = graphRows(resolve);
  for (const record of records) addRecord(rows, record, recordedAt);
  return rows;
}

function addRecord(rows: GraphRows, record: AnyRecord, recordedAt: string): void {
  switch (record.type) {
    case 'actor':
      addActor(rows, record);
      break;
    case 'topic':
      addTopic(rows, record);
      break;
    case 'publisher':
      addPublisher(rows, record);
      break;
    case 'source':
      addSource(rows, record);
      break;
    case 'event':
      addEvent(rows, record);
      break;
    case 'vote':
      addVote(rows, record);
      break;
    case 'membership':
      addMembership(rows, record);
      break;
    case 'office':
      addOffice(rows, record);
      break;
    case 'statement':
      addStatement(rows, record, recordedAt);
      break;
    case 'dispute':
      addDispute(rows, record);
      break;
    case 'merge':
      addMerge(rows, record);
      break;
    case 'split':
      addSplit(rows, record);
      break;
  }
}
