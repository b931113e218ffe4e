import { ACTS, ATTRIBUTIONS, BASES, CAPACITIES, CONTROLS, VOTES, YES_MEANS } from '../../model/index.js';
import { type Column, column, push } from './column.js';
import { dayNumber } from './days.js';
import { levelCode } from './levels.js';
import { type Names, names } from './names.js';
import { type StatementIds, statementIds } from './statement-ids.js';

/**
 * What aggregates are computed from: the statements with their parties, topics, stances and citations as columns of
 * numbers, about 180 bytes a statement. A row is a statement; the lists that hang on it are rows of columns of their
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
    /** where in that document the words begin and end; 0 where it is not known */
    readonly start: Column<Int32Array>;
    readonly stop: Column<Int32Array>;
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
  /** votes at events that decide something: votes are no statements, and analyses count them where they are asked to */
  readonly votes: {
    readonly actor: Column<Uint32Array>;
    /** in `events` */
    readonly event: Column<Uint32Array>;
    /** in VOTES */
    readonly vote: Column<Uint8Array>;
  };
  /** how many of them there were when the table was last read to its end */
  votesRead: number;
  readonly actors: Names;
  readonly topics: Names;
  readonly sources: Names;
  readonly publishers: Names;
  readonly authors: Names;
  readonly sections: Names;
  readonly sourceKinds: Names;
  readonly codings: Names;
  readonly coders: Names;
  readonly languages: Names;
  readonly events: Names;
  /** by actor, as far as they have been looked up */
  readonly actorNames: string[];
  /** of actors that are merged: the id of the one that remains, at which all above stands */
  readonly mergedInto: Map<string, string>;
  /** by actor: 1 for a person */
  readonly isPerson: Column<Uint8Array>;
  readonly topicFacts: Map<number, TopicFacts>;
  /** the issues that a topic is part of, by topic */
  readonly wholes: Map<number, number[]>;
  /** by source, as far as they have been looked up: its publisher + 1, or 0 */
  readonly publisherOf: Column<Uint32Array>;
  /** by source: in `authors`, `sections` and `sourceKinds`; the empty name where one is not known */
  readonly authorOf: Column<Uint32Array>;
  readonly sectionOf: Column<Uint32Array>;
  readonly sourceKindOf: Column<Uint32Array>;
  /** by publisher: in CONTROLS */
  readonly control: Column<Uint8Array>;
  readonly memberships: Membership[];
  /** by event: when it was, and what it decides */
  readonly decisions: Map<number, EventDecisions>;
}

export interface TopicFacts {
  readonly name: string;
  readonly isProposition: boolean;
  /** of an issue: support means the same on all its parts */
  readonly aligned: boolean;
  /** of a proposition: nearly everybody shares it */
  readonly valence: boolean;
}

export interface EventDecisions {
  /** as of statements */
  readonly day: number;
  readonly span: number;
  readonly time: number;
  readonly topics: { readonly topic: number; readonly yesMeans: (typeof YES_MEANS)[number] }[];
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
    /** where in the source the words begin and end, as far as that is known */
    readonly start: number | undefined;
    readonly stop: number | undefined;
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
      start: column(Int32Array),
      stop: column(Int32Array),
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
    votes: { actor: numbers(), event: numbers(), vote: small() },
    votesRead: 0,
    actors: names(),
    topics: names(),
    sources: names(),
    publishers: names(),
    authors: names(),
    sections: names(),
    sourceKinds: names(),
    codings: names(),
    coders: names(),
    languages: names(),
    events: names(),
    actorNames: [],
    mergedInto: new Map(),
    isPerson: small(),
    topicFacts: new Map(),
    wholes: new Map(),
    publisherOf: numbers(),
    authorOf: numbers(),
    sectionOf: numbers(),
    sourceKindOf: numbers(),
    control: small(),
    memberships: [],
    decisions: new Map(),
  };
}

/** How many rows there are, replaced ones included. */
export function rowCount(table: StanceTable): number {
  return table.statements.day.length;
}

/** How much of a table is of one revision: what was added later comes after it. */
export interface TableSize {
  readonly rows: number;
  readonly votes: number;
}

export function sizeOf(table: StanceTable): TableSize {
  return { rows: rowCount(table), votes: table.votesRead };
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
  const cited = documentCitation(entry);
  push(statements.document, table.sources.codeOf(cited?.source ?? NO_SOURCE));
  push(statements.start, cited?.start ?? 0);
  push(statements.stop, cited?.stop ?? 0);
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

/** The primary one, else the one of the source with the lowest id. */
function documentCitation({ citations }: StatementEntry): StatementEntry['citations'][number] | undefined {
  return (
    citations.find(({ primary }) => primary) ??
    citations.reduce<StatementEntry['citations'][number] | undefined>(
      (lowest, one) => (lowest && lowest.source <= one.source ? lowest : one),
      undefined,
    )
  );
}

export function addTopic(
  { topics, topicFacts, wholes }: StanceTable,
  topic: string,
  facts: TopicFacts,
  whole: string | null,
): void {
  const code = topics.codeOf(topic);
  topicFacts.set(code, facts);
  if (whole === null) return;
  const known = wholes.get(code) ?? [];
  const other = topics.codeOf(whole);
  if (!known.includes(other)) wholes.set(code, [...known, other]);
}

/** Adds actors' names in the order of the actors' numbers, from the first one whose name is not known. */
export function addActorNames(
  { actors, actorNames, isPerson }: StanceTable,
  count: number,
  found: readonly { readonly id: string; readonly name: string; readonly kind: string }[],
): void {
  const byId = new Map(found.map((actor) => [actor.id, actor]));
  for (const id of actors.list.slice(actorNames.length, actorNames.length + count)) {
    const actor = byId.get(id);
    actorNames.push(actor?.name ?? id);
    push(isPerson, actor?.kind === 'PERSON' ? 1 : 0);
  }
}

export interface SourceEntry {
  readonly id: string;
  /** as the next two, empty where it is not known */
  readonly author: string;
  readonly section: string;
  readonly kind: string;
  readonly publisher: string | null;
  readonly control: string;
}

/** Adds sources in the order of their numbers, from the first one that is not known. */
export function addSources(table: StanceTable, count: number, found: readonly SourceEntry[]): void {
  const { sources, publishers, authors, sections, sourceKinds } = table;
  // one that has two publishers counts for the later one
  const byId = new Map(found.map((source) => [source.id, source]));
  const first = table.publisherOf.length;
  for (const id of sources.list.slice(first, first + count)) {
    const { author = '', section = '', kind = '', publisher = null, control = '' } = byId.get(id) ?? {};
    const code = publisher === null ? undefined : publishers.codeOf(publisher);
    if (code === table.control.length) push(table.control, codeIn(CONTROLS, control));
    push(table.publisherOf, code === undefined ? 0 : code + 1);
    push(table.authorOf, authors.codeOf(author));
    push(table.sectionOf, sections.codeOf(section));
    push(table.sourceKindOf, sourceKinds.codeOf(kind));
  }
}

export function addDecision(
  { events, topics, decisions }: StanceTable,
  decision: {
    readonly event: string;
    readonly dateFrom: string;
    readonly dateTo: string;
    readonly time: string | null;
    readonly topic: string;
    readonly yesMeans: string;
  },
): void {
  const code = events.codeOf(decision.event);
  const day = dayNumber(decision.dateFrom);
  const known = decisions.get(code) ?? {
    day,
    span: dayNumber(decision.dateTo) - day,
    time: secondsOf(decision.time),
    topics: [],
  };
  decisions.set(code, known);
  const topic = topics.codeOf(decision.topic);
  const yesMeans = YES_MEANS.find((value) => value === decision.yesMeans);
  if (yesMeans && !known.topics.some((other) => other.topic === topic))
    known.topics.push({ topic, yesMeans });
}

/** Adds a vote at an event that decides something; others mean nothing here. */
export function addVote(
  { votes, events, actors, decisions }: StanceTable,
  { event, actor, vote }: { readonly event: string; readonly actor: string; readonly vote: string },
): void {
  const code = events.find(event);
  if (code === undefined || !decisions.has(code)) return;
  push(votes.actor, actors.codeOf(actor));
  push(votes.event, code);
  push(votes.vote, codeIn(VOTES, vote));
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
  const { ids, statements, principals, speakers, addressees, about, stances, citations, votes } = table;
  const groups = [statements, principals, speakers, addressees, about, stances, citations, votes];
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
