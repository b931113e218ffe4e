import {
  addMembership,
  addPublishers,
  addStatement,
  addTopic,
  emptyTable,
  type StanceTable,
  type StatementEntry,
} from '../../src/analysis/stance-table/stance-table.js';
import {
  type AnyRecord,
  defaultAttribution,
  parseEdtf,
  parsePeriod,
  type RecordOf,
} from '../../src/model/index.js';
import { statementsOf } from './corpus.js';

/** The stance table of records, made without a database. */
export function tableOf(records: readonly AnyRecord[], revisionOf: (id: string) => number): StanceTable {
  const table = emptyTable();
  for (const record of statementsOf(records)) addStatement(table, entryOf(record, revisionOf(record.id)));
  for (const record of records) {
    if (record.type === 'topic') {
      for (const whole of record.partOf ?? [null]) addTopic(table, record.id, whole);
    } else if (record.type === 'membership') {
      const { from: fromDay, to: toDay } = parsePeriod(record);
      addMembership(table, { ...record, fromDay, toDay });
    }
  }
  addPublishers(table, table.sources.list.length, publishersOf(records, table));
  return table;
}

function publishersOf(records: readonly AnyRecord[], { sources }: StanceTable) {
  const publishers = new Map(records.flatMap((r) => (r.type === 'publisher' ? [[r.id, r] as const] : [])));
  return records.flatMap((record) => {
    if (record.type !== 'source' || sources.find(record.id) === undefined) return [];
    const publisher = publishers.get(record.publisher ?? '');
    return publisher
      ? [{ source: record.id, publisher: publisher.id, control: publisher.control ?? 'UNKNOWN' }]
      : [];
  });
}

export function entryOf(record: RecordOf<'statement'>, revision: number): StatementEntry {
  const days = parseEdtf(record.date);
  return {
    id: record.id,
    act: record.act,
    dateFrom: days?.from ?? '',
    dateTo: days?.to ?? '',
    time: record.time ?? null,
    revision,
    principals: record.onBehalfOf ?? record.speakers.map(({ actor }) => ({ actor, basis: 'OWN' })),
    speakers: record.speakers,
    addressees: record.addressees ?? [],
    about: record.about ?? [],
    stances: (record.stances ?? []).map(({ topic, position, untilMet, coding, coder, confidence }) => ({
      topic,
      position,
      untilMet: untilMet ?? '',
      coding,
      coder: coder ?? '',
      confidence,
    })),
    citations: record.citations.map((citation) => ({
      source: citation.source,
      attribution: citation.attribution ?? defaultAttribution(citation),
      language: citation.language ?? '',
      quoted: citation.quote !== undefined,
      primary: citation.primary ?? false,
    })),
  };
}
