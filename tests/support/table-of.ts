import {
  addActorNames,
  addDecision,
  addMembership,
  addSources,
  addStatement,
  addTopic,
  addVote,
  emptyTable,
  type SourceEntry,
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
      const { id, name, kind, aligned = false, valence = false } = record;
      const facts = { name, aligned, valence, isProposition: kind === 'PROPOSITION' };
      for (const whole of record.partOf ?? [null]) addTopic(table, id, facts, whole);
    } else if (record.type === 'membership') {
      const { from: fromDay, to: toDay } = parsePeriod(record);
      addMembership(table, { ...record, fromDay, toDay });
    } else if (record.type === 'event') {
      const days = parseEdtf(record.date);
      for (const decision of record.decides ?? []) {
        const { id: event, time = null } = record;
        addDecision(table, {
          event,
          dateFrom: days?.from ?? '',
          dateTo: days?.to ?? '',
          time,
          ...decision,
        });
      }
    }
  }
  for (const record of records) if (record.type === 'vote') addVote(table, record);
  table.votesRead = table.votes.event.length;
  const actors = records.filter((record) => record.type === 'actor');
  addActorNames(table, table.actors.list.length, actors);
  addSources(table, table.sources.list.length, sourcesOf(records));
  return table;
}

function sourcesOf(records: readonly AnyRecord[]): SourceEntry[] {
  const publishers = new Map(records.flatMap((r) => (r.type === 'publisher' ? [[r.id, r] as const] : [])));
  return records
    .filter((record) => record.type === 'source')
    .map(({ id, author = '', section = '', kind = '', publisher = null }) => ({
      id,
      author,
      section,
      kind,
      publisher,
      control: publishers.get(publisher ?? '')?.control ?? 'UNKNOWN',
    }));
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
      start: citation.start,
      stop: citation.end,
    })),
  };
}
