import {
  ACTS,
  ATTRIBUTIONS,
  BASES,
  CAPACITIES,
  CONTROLS,
  parseEdtf,
  type StanceFilter,
  type StatementFilter,
} from '../../model/index.js';
import type { Column } from './column.js';
import { dayNumber } from './days.js';
import { LEVELS } from './levels.js';
import { byOrganization, datesOf, overlap, type Period, periodsOf } from './memberships.js';
import { wantedCodes } from './names.js';
import type { Lists, StanceTable } from './stance-table.js';

/** Whether a row is wanted. */
export type Matches = (row: number) => boolean;

/** The part of a filter that needs the database: the table has no columns for these keys. */
export function keysNotInTable({
  ids,
  words,
  events,
  respondsTo,
}: StatementFilter): StatementFilter | undefined {
  // `ids` is in the table; with the words it spares the database a search among all statements
  if (words != null) return { ids, words, events, respondsTo };
  return events || respondsTo ? { events, respondsTo } : undefined;
}

/** The filters in a filter at any depth, itself included. */
export function filtersIn(filter: StatementFilter): StatementFilter[] {
  const inner = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])];
  return [filter, ...inner.flatMap(filtersIn)];
}

/**
 * A checked filter as a condition on rows; what it means is what the filter compiler of the store makes of it
 * (store/filter/statement-filter.ts). `elsewhere` has, for each filter in it with keys that are not in the table, a 1 at
 * the rows that match those.
 */
export function matching(
  table: StanceTable,
  filter: StatementFilter,
  elsewhere: ReadonlyMap<StatementFilter, Uint8Array>,
): Matches {
  const { statements, speakers, addressees, about, citations, actors, sources } = table;
  const conditions: Matches[] = [];
  const add = (condition: Matches) => conditions.push(condition);

  const found = elsewhere.get(filter);
  if (found) add((row) => found[row] === 1);
  if (filter.ids) {
    const wanted = new Set(filter.ids.map((id) => table.ids.rowOf(id)));
    add((row) => wanted.has(row));
  }
  if (filter.acts) add(among(statements.act, places(ACTS, filter.acts)));
  if (filter.date) add(inPeriod(table, filter.date));
  if (filter.changedSince != null) {
    const since = filter.changedSince;
    const { values } = statements.revision;
    add((row) => (values[row] ?? 0) > since);
  }
  if (filter.speakers) add(anyOf(speakers, speakers.actor, wantedCodes(actors, isIn(filter.speakers))));
  if (filter.capacities) add(anyOf(speakers, speakers.capacity, places(CAPACITIES, filter.capacities)));
  if (filter.principals) add(onBehalfOf(table, filter.principals, filter.expandJoint ?? false));
  if (filter.memberOf) add(onBehalfOfMembers(table, filter.memberOf, filter.expandJoint ?? false));
  if (filter.addressees) {
    add(anyOf(addressees, addressees.actor, wantedCodes(actors, isIn(filter.addressees))));
  }
  if (filter.about) add(anyOf(about, about.topic, withParts(table, filter.about)));
  if (filter.stance) {
    const counts = stanceMatching(table, filter.stance);
    const starts = table.stances.starts.values;
    add((row) => {
      const end = starts[row + 1] ?? 0;
      for (let i = starts[row] ?? 0; i < end; i++) if (counts(i)) return true;
      return false;
    });
  }
  if (filter.sources) add(anyOf(citations, citations.source, wantedCodes(sources, isIn(filter.sources))));
  if (filter.publishers) add(reportedBy(table, wantedCodes(table.publishers, isIn(filter.publishers))));
  if (filter.publisherControl) {
    const wanted = places(CONTROLS, filter.publisherControl);
    const { values, length } = table.control;
    add(
      reportedBy(
        table,
        values.subarray(0, length).map((control) => wanted[control] ?? 0),
      ),
    );
  }
  if (filter.attributions) {
    add(anyOf(citations, citations.attribution, places(ATTRIBUTIONS, filter.attributions)));
  }
  if (filter.languages) {
    add(anyOf(citations, citations.language, wantedCodes(table.languages, isIn(filter.languages))));
  }
  if (filter.hasQuote != null) {
    const quoted = anyOf(citations, citations.quoted, Uint8Array.of(0, 1));
    add(filter.hasQuote ? quoted : (row) => !quoted(row));
  }
  for (const inner of filter.and ?? []) add(matching(table, inner, elsewhere));
  if (filter.or) {
    const alternatives = filter.or.map((inner) => matching(table, inner, elsewhere));
    add((row) => alternatives.some((one) => one(row)));
  }
  if (filter.not) {
    const inner = matching(table, filter.not, elsewhere);
    add((row) => !inner(row));
  }
  return allOf(conditions);
}

/** A checked stance filter as a condition on the rows of `stances`. */
export function stanceMatching(table: StanceTable, filter: StanceFilter): Matches {
  const { stances, codings } = table;
  const coding = stances.coding.values;
  const codingsWanted = wantedCodes(codings, isIn(filter.codings));
  const level = stances.level.values;
  const levelsWanted = Uint8Array.from(LEVELS, ({ position, untilMet }) => {
    const wanted = filter.positions ? filter.positions.includes(position) : position !== 'NO_STANCE';
    const until = !filter.untilMet || (untilMet !== null && filter.untilMet.includes(untilMet));
    return wanted && until ? 1 : 0;
  });
  const conditions: Matches[] = [
    (i) => codingsWanted[coding[i] ?? 0] === 1 && levelsWanted[level[i] ?? 0] === 1,
  ];
  if (filter.topics) conditions.push(among(stances.topic, withParts(table, filter.topics)));
  if (filter.minConfidence != null) {
    const least = filter.minConfidence;
    const confidence = stances.confidence.values;
    conditions.push((i) => (confidence[i] ?? -1) >= least);
  }
  return allOf(conditions);
}

function allOf(conditions: readonly Matches[]): Matches {
  const [only, second] = conditions;
  if (!only) return () => true;
  if (!second) return only;
  return (row) => {
    for (const condition of conditions) if (!condition(row)) return false;
    return true;
  };
}

function inPeriod({ statements }: StanceTable, period: NonNullable<StatementFilter['date']>): Matches {
  const from = period.from ? dayNumber(parseEdtf(period.from)?.from ?? '') : Number.NEGATIVE_INFINITY;
  const to = period.to ? dayNumber(parseEdtf(period.to)?.to ?? '') : Number.POSITIVE_INFINITY;
  const day = statements.day.values;
  const span = statements.span.values;
  return (row) => {
    const first = day[row] ?? 0;
    return first <= to && first + (span[row] ?? 0) >= from;
  };
}

/** On behalf of one of the actors, or jointly by a group that one of them was a member of at the time. */
function onBehalfOf(table: StanceTable, ids: readonly string[], expandJoint: boolean): Matches {
  const { principals, actors } = table;
  const wanted = wantedCodes(actors, isIn(ids));
  if (!expandJoint) return anyOf(principals, principals.actor, wanted);
  const groups = byOrganization(table);
  return anyPrincipal(
    table,
    (actor) => wanted[actor] === 1,
    (group, period) =>
      groups.get(group)?.some((member) => wanted[member.actor] === 1 && overlap(member, period)) ?? false,
  );
}

/** On behalf of a member of a body, or jointly by a group that had such a member at the time. */
function onBehalfOfMembers(
  table: StanceTable,
  { organization, at }: NonNullable<StatementFilter['memberOf']>,
  expandJoint: boolean,
): Matches {
  const groups = byOrganization(table);
  const inBody = periodsOf(groups.get(table.actors.find(organization) ?? NOBODY) ?? []);
  const days = at ? parseEdtf(at) : undefined;
  const fixed = days && { from: dayNumber(days.from), to: dayNumber(days.to) };
  const belongs = (actor: number, period: Period) =>
    inBody.get(actor)?.some((membership) => overlap(membership, fixed ?? period)) ?? false;
  return anyPrincipal(
    table,
    belongs,
    (group, period) =>
      expandJoint &&
      (groups.get(group)?.some((member) => overlap(member, period) && belongs(member.actor, period)) ??
        false),
  );
}

/** The number of no actor. */
const NOBODY = -1;

function anyPrincipal(
  table: StanceTable,
  wanted: (actor: number, period: Period) => boolean,
  jointly: (group: number, period: Period) => boolean,
): Matches {
  const JOINT = BASES.indexOf('JOINT');
  const { starts, actor, basis } = table.principals;
  return (row) => {
    const period = datesOf(table, row);
    const end = starts.values[row + 1] ?? 0;
    for (let i = starts.values[row] ?? 0; i < end; i++) {
      const code = actor.values[i] ?? 0;
      if (wanted(code, period) || (basis.values[i] === JOINT && jointly(code, period))) return true;
    }
    return false;
  };
}

/** Reported in a source of one of the publishers. */
function reportedBy({ citations, publisherOf }: StanceTable, publishers: Uint8Array): Matches {
  const sources = publisherOf.values
    .subarray(0, publisherOf.length)
    .map((publisher) => (publisher === 0 ? 0 : (publishers[publisher - 1] ?? 0)));
  return anyOf(citations, citations.source, sources);
}

/** Whether the value of a column is one of the wanted. */
function among(column: Column, wanted: ArrayLike<number>): Matches {
  const { values } = column;
  return (i) => wanted[values[i] ?? 0] === 1;
}

/** Whether one in a row's list is one of the wanted. */
function anyOf({ starts }: Lists, column: Column, wanted: ArrayLike<number>): Matches {
  const from = starts.values;
  const { values } = column;
  return (row) => {
    const end = from[row + 1] ?? 0;
    for (let i = from[row] ?? 0; i < end; i++) if (wanted[values[i] ?? 0] === 1) return true;
    return false;
  };
}

/** The topics with these ids, and all their parts. */
export function withParts(
  { topics, wholes }: Pick<StanceTable, 'topics' | 'wholes'>,
  ids: readonly string[],
): Uint8Array {
  const wanted = wantedCodes(topics, isIn(ids));
  const within = (topic: number): boolean => wanted[topic] === 1 || (wholes.get(topic) ?? []).some(within);
  return Uint8Array.from(topics.list, (_, topic) => (within(topic) ? 1 : 0));
}

/** Of a vocabulary, which values are wanted: 1 at the place of each. */
function places(vocabulary: readonly string[], wanted: readonly string[]): Uint8Array {
  return Uint8Array.from(vocabulary, (value) => (wanted.includes(value) ? 1 : 0));
}

function isIn(ids: readonly string[]): (id: string) => boolean {
  const wanted = new Set(ids);
  return (id) => wanted.has(id);
}
