import { ACTS, ATTRIBUTIONS, BASES, CAPACITIES, CONTROLS } from '../../model/index.js';
import { type Column, column, push } from './column.js';
import { dayNumber } from './days.js';
import { levelCode } from './levels.js';
import { type Names, names } from './names.js';
import { type StatementIds, statementIds } from './statement-ids.js';

/**
 * What aggregates are computed from: the statements with their parties, topics, stances and citations as columns of
 * numbers, about 170 bytes a statement. A row is a statement; the lists that hang on it are rows of columns of their
 * own, from `starts[row]` up to `starts[row + 1]`. Names are numbers of a dictionary (`Names`), values of a vocabulary
 * are places in it. `read-table.ts` fills it; whatever is computed from it only reads.
 */
export interface StanceTable {
  /** the revision of the dataset that it holds */
  revision: number;
  readonly ids: StatementIds;
  readonly statements: {
    /** in ACTS */
    readonly act: Column<Uint8Array>;
    /** the first day that the date can mean (days.ts) */
    readonly day: Column<Int32Array>;
    /** how many days more it can mean: 0 for a day */
    readonly span: Column<Int32Array>;
    /** seconds since midnight by the local clock; −1 where no time is known */
    readonly time: Column<Int32Array>;
    readonly revision: Column<Uint32Array>;
    /** the source of the primary citation, else the one with the lowest id; in `sources` */
    readonly document: Column<Uint32Array>;
    /** 1 where a later row has the same statement: such a row counts nowhere */
    readonly replaced: Column<Uint8Array>;
  };
  /** how many rows are replaced */
  replaced: number;
  readonly principals: Lists & { readonly actor: Column<Uint32Array>; readonly basis: Column<Uint8Array> };
  readonly speakers: Lists & { readonly actor: Column<Uint32Array>; readonly capacity: Column<Uint8Array> };
  readonly addressees: Lists & { readonly actor: Column<Uint32Array> };
  readonly about: Lists & { readonly topic: Column<Uint32Array> };
  readonly stances: Lists & {
    readonly topic: Column<Uint32Array>;
    /** in LEVELS */
    readonly level: Column<Uint8Array>;
    readonly coding: Column<Uint32Array>;
    /** the empty name where nobody is named */
    readonly coder: Column<Uint32Array>;
    /** −1 where there is none */
    readonly confidence: Column<Float64Array>;
  };
  readonly citations: Lists & {
    readonly source: Column<Uint32Array>;
    readonly attribution: Column<Uint8Array>;
    /** the empty name where there is none */
    readonly language: Column<Uint32Array>;
    readonly quoted: Column<Uint8Array>;
  };
  readonly actors: Names;
  readonly topics: Names;
  readonly sources: Names;
  readonly publishers: Names;
  readonly codings: Names;
  readonly coders: Names;
  readonly languages: Names;
  /** the issues that a topic is part of, by topic */
  readonly wholes: Map<number, number[]>;
  /** by source, as far as they have been looked up: its publisher + 1, or 0 */
  readonly publisherOf: Column<Uint32Array>;
  /** by publisher: in CONTROLS */
  readonly control: Column<Uint8Array>;
  readonly memberships: Membership[];
}

export interface Lists {
  readonly starts: Column<Uint32Array>;
}

/** Days are days.ts's, both included. */
export interface Membership {
  readonly actor: number;
  readonly organization: number;
  readonly from: number;
  readonly to: number;
}

/** A statement as it goes into the table. */
export interface StatementEntry {
  readonly id: string;
  readonly act: string;
  /** `YYYY-MM-DD`, as are all days here */
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly time: string | null;
  readonly revision: number;
  readonly principals: readonly { readonly actor: string; readonly basis: string }[];
  readonly speakers: readonly { readonly actor: string; readonly capacity: string }[];
  readonly addressees: readonly string[];
  readonly about: readonly string[];
  readonly stances: readonly {
    readonly topic: string;
    readonly position: string;
    /** empty where the position is not conditional */
    readonly untilMet: string;
    readonly coding: string;
    /** empty where there is none */
    readonly coder: string;
    readonly confidence: number | undefined;
  }[];
  readonly citations: readonly {
    readonly source: string;
    readonly attribution: string;
    /** empty where there is none */
    readonly language: string;
    readonly quoted: boolean;
    readonly primary: boolean;
  }[];
}

export function emptyTable(): StanceTable {
  const numbers = () => column(Uint32Array);
  const small = () => column(Uint8Array);
  const starts = () => {
    const first = numbers();
    push(first, 0);
    return first;
  };
  return {
    revision: 0,
    ids: statementIds(),
    statements: {
      act: small(),
      day: column(Int32Array),
      span: column(Int32Array),
      time: column(Int32Array),
      revision: numbers(),
      document: numbers(),
      replaced: small(),
    },
    replaced: 0,
    principals: { starts: starts(), actor: numbers(), basis: small() },
    speakers: { starts: starts(), actor: numbers(), capacity: small() },
    addressees: { starts: starts(), actor: numbers() },
    about: { starts: starts(), topic: numbers() },
    stances: {
      starts: starts(),
      topic: numbers(),
      level: small(),
      coding: numbers(),
      coder: numbers(),
      confidence: column(Float64Array),
    },
    citations: {
      starts: starts(),
      source: numbers(),
      attribution: small(),
      language: numbers(),
      quoted: small(),
    },
    actors: names(),
    topics: names(),
    sources: names(),
    publishers: names(),
    codings: names(),
    coders: names(),
    languages: names(),
    wholes: new Map(),
    publisherOf: numbers(),
    control: small(),
    memberships: [],
  };
}

/** How many rows there are, replaced ones included. */
export function rowCount(table: StanceTable): number {
  return table.statements.day.length;
}

/** Adds a statement; a row that has it already counts no more. */
export function addStatement(table: StanceTable, entry: StatementEntry): void {
  const { ids, statements } = table;
  const before = ids.push(entry.id);
  if (before !== undefined) {
    statements.replaced.values[before] = 1;
    table.replaced++;
  }
  const day = dayNumber(entry.dateFrom);
  push(statements.act, codeIn(ACTS, entry.act));
  push(statements.day, day);
  push(statements.span, dayNumber(entry.dateTo) - day);
  push(statements.time, secondsOf(entry.time));
  push(statements.revision, entry.revision);
  push(statements.document, documentOf(table, entry));
  push(statements.replaced, 0);
  addParties(table, entry);
  addStances(table, entry);
  addCitations(table, entry);
}

function addParties(table: StanceTable, entry: StatementEntry): void {
  const { principals, speakers, addressees, about, actors, topics } = table;
  for (const { actor, basis } of entry.principals) {
    push(principals.actor, actors.codeOf(actor));
    push(principals.basis, codeIn(BASES, basis));
  }
  push(principals.starts, principals.actor.length);
  for (const { actor, capacity } of entry.speakers) {
    push(speakers.actor, actors.codeOf(actor));
    push(speakers.capacity, codeIn(CAPACITIES, capacity));
  }
  push(speakers.starts, speakers.actor.length);
  for (const actor of entry.addressees) push(addressees.actor, actors.codeOf(actor));
  push(addressees.starts, addressees.actor.length);
  for (const topic of entry.about) push(about.topic, topics.codeOf(topic));
  push(about.starts, about.topic.length);
}

function addStances({ stances, topics, codings, coders }: StanceTable, entry: StatementEntry): void {
  for (const { topic, position, untilMet, coding, coder, confidence } of entry.stances) {
    push(stances.topic, topics.codeOf(topic));
    push(stances.level, levelCode(position, untilMet) ?? UNKNOWN);
    push(stances.coding, codings.codeOf(coding));
    push(stances.coder, coders.codeOf(coder));
    push(stances.confidence, confidence ?? -1);
  }
  push(stances.starts, stances.topic.length);
}

function addCitations({ citations, sources, languages }: StanceTable, entry: StatementEntry): void {
  for (const { source, attribution, language, quoted } of entry.citations) {
    push(citations.source, sources.codeOf(source));
    push(citations.attribution, codeIn(ATTRIBUTIONS, attribution));
    push(citations.language, languages.codeOf(language));
    push(citations.quoted, quoted ? 1 : 0);
  }
  push(citations.starts, citations.source.length);
}

/** An id that is none, where a graph not written by Demarche has a statement without a source. */
const NO_SOURCE = '';

function documentOf({ sources }: StanceTable, { citations }: StatementEntry): number {
  const primary = citations.find((citation) => citation.primary)?.source;
  const [lowest = NO_SOURCE] = citations.map(({ source }) => source).sort();
  return sources.codeOf(primary ?? lowest);
}

export function addTopic({ topics, wholes }: StanceTable, topic: string, whole: string | null): void {
  const code = topics.codeOf(topic);
  if (whole === null) return;
  const known = wholes.get(code) ?? [];
  const other = topics.codeOf(whole);
  if (!known.includes(other)) wholes.set(code, [...known, other]);
}

/** Adds sources in the order of their numbers, from the first one whose publisher is not known. */
export function addPublishers(
  table: StanceTable,
  count: number,
  publishers: readonly { readonly source: string; readonly publisher: string; readonly control: string }[],
): void {
  for (let i = 0; i < count; i++) push(table.publisherOf, 0);
  for (const { source, publisher, control } of publishers) {
    const code = table.publishers.codeOf(publisher);
    if (code === table.control.length) push(table.control, codeIn(CONTROLS, control));
    table.publisherOf.values[table.sources.codeOf(source)] = code + 1;
  }
}

export function addMembership(
  { memberships, actors }: StanceTable,
  membership: {
    readonly actor: string;
    readonly organization: string;
    readonly fromDay: string;
    readonly toDay: string;
  },
): void {
  memberships.push({
    actor: actors.codeOf(membership.actor),
    organization: actors.codeOf(membership.organization),
    from: dayNumber(membership.fromDay),
    to: dayNumber(membership.toDay),
  });
}

/** The bytes of its columns; dictionaries are small beside them. */
export function bytesOf(table: StanceTable): number {
  const { ids, statements, principals, speakers, addressees, about, stances, citations } = table;
  const groups = [statements, principals, speakers, addressees, about, stances, citations];
  const columns = [...ids.columns, ...groups.flatMap((group): Column[] => Object.values(group))];
  return columns.reduce((sum, { values }) => sum + values.byteLength, 0);
}

/** What a newer Demarche wrote and this one does not know: no filter asks for it. */
const UNKNOWN = 255;

function codeIn(vocabulary: readonly string[], value: string): number {
  const code = vocabulary.indexOf(value);
  return code === -1 ? UNKNOWN : code;
}

/** The time of a record: `14:30`, `14:30:05` or with an offset, which does not matter by the local clock. */
function secondsOf(time: string | null): number {
  if (time === null) return -1;
  const [hours, minutes, seconds] = [
    time.slice(0, 2),
    time.slice(3, 5),
    time[5] === ':' ? time.slice(6, 8) : '0',
  ];
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}
