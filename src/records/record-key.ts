import type { AnyRecord } from '../model/index.js';
import type { EdgeKey } from '../store/index.js';
import { membershipKey, officeKey } from './rows/index.js';

/** What makes a record that one: its id, or for a relationship its ends and its key. */
export type RecordKey = { readonly id: string } | { readonly type: EdgeRecordType; readonly edge: EdgeKey };
export type EdgeRecordType = 'vote' | 'membership' | 'office';

export function keyOf(record: AnyRecord): RecordKey {
  switch (record.type) {
    case 'vote':
      return { type: 'vote', edge: { from: record.actor, to: record.event, key: '' } };
    case 'membership':
      return {
        type: 'membership',
        edge: { from: record.actor, to: record.organization, key: membershipKey(record) },
      };
    case 'office':
      return { type: 'office', edge: { from: record.person, to: record.of, key: officeKey(record) } };
    default:
      return { id: record.id };
  }
}

/** The key as one string; ids hold no space. */
export function keyText(key: RecordKey): string {
  return 'id' in key ? key.id : edgeText(key.type, key.edge);
}

export function edgeText(type: EdgeRecordType, { from, to, key }: EdgeKey): string {
  return `${type} ${from} ${to} ${key}`;
}

/** The record's key in words, and the field to blame when it is taken. */
export function keyInWords(record: AnyRecord): { readonly field: string; readonly name: string } {
  switch (record.type) {
    case 'vote':
      return { field: 'actor', name: `the vote of ${record.actor} at ${record.event}` };
    case 'membership':
      return {
        field: 'actor',
        name: `the membership of ${record.actor} in ${record.organization} with this role and start`,
      };
    case 'office':
      return {
        field: 'person',
        name: `the office of ${record.person} at ${record.of} with this title and start`,
      };
    default:
      return { field: 'id', name: record.id };
  }
}
