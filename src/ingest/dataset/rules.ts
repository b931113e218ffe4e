import {
  type AnyRecord,
  addDays,
  type CitationRecord,
  type DayRange,
  parseEdtf,
  type RecordIssue,
  type RecordOf,
} from '../../model/index.js';
import type { DatasetFacts } from './facts.js';

/**
 * What a curated dataset keeps beyond the record format. Each rule takes a record and what is known of the others, and
 * says what is wrong, in the words of the format's own issues.
 */
export function datasetIssues(record: AnyRecord, facts: DatasetFacts): RecordIssue[] {
  const issues = [...unused(record, facts), ...longQuotes(record)];
  switch (record.type) {
    case 'statement':
      return [
        ...issues,
        ...afterItsSource(record, facts),
        ...withoutOffice(record, facts),
        ...presidingElsewhere(record, facts),
        ...outsideValidity(record, facts),
        ...jointWithoutMembers(record, facts),
      ];
    case 'event':
      return [...issues, ...afterItsSource(record, facts)];
    case 'vote':
      return [...issues, ...voteOnNothing(record, facts)];
    default:
      return issues;
  }
}

/** Records that are there to be referred to: one that nothing names is left over, or its reference is misspelt. */
const REFERRED_TO: readonly AnyRecord['type'][] = ['actor', 'topic', 'publisher', 'source'];

function unused(record: AnyRecord, { used }: DatasetFacts): RecordIssue[] {
  if (!REFERRED_TO.includes(record.type) || !('id' in record) || used.has(record.id)) return [];
  return [{ field: 'id', expected: `an id that another record names; nothing names ${record.id}` }];
}

const MOST_QUOTED_WORDS = 40;

function longQuotes(record: AnyRecord): RecordIssue[] {
  const citations = 'citations' in record ? (record.citations ?? []) : [];
  return citations.flatMap(({ quote }, index) => {
    const words = quote?.split(/\s+/u).filter(Boolean).length ?? 0;
    return words <= MOST_QUOTED_WORDS
      ? []
      : [
          {
            field: `citations[${index}].quote`,
            expected: `at most ${MOST_QUOTED_WORDS} words, not ${words}`,
          },
        ];
  });
}

/** Two places at one moment can be a day apart. */
const TIME_ZONES_DAYS = 1;

function afterItsSource(
  record: { readonly date: string; readonly citations?: readonly CitationRecord[] | undefined },
  { publishedAt }: DatasetFacts,
): RecordIssue[] {
  const { from } = daysOf(record.date);
  return (record.citations ?? []).flatMap(({ source }) => {
    const published = publishedAt.get(source);
    if (!published || from <= addDays(published.to, TIME_ZONES_DAYS)) return [];
    return [{ field: 'date', expected: `a day not after ${source}, which is of ${published.to}` }];
  });
}

/** Whoever speaks for himself needs no office. */
function withoutOffice(statement: RecordOf<'statement'>, facts: DatasetFacts): RecordIssue[] {
  const days = daysOf(statement.date);
  return statement.speakers.flatMap(({ actor, role, capacity }, index) => {
    if (!facts.persons.has(actor) || role === undefined || capacity === 'PERSONAL') return [];
    const offices = facts.officesOf.get(actor) ?? [];
    const held = offices.filter(({ period }) => overlap(period, days));
    if (held.some(({ title }) => contains(role, title))) return [];
    const found = held.length > 0 ? held.map(({ title }) => `"${title}"`).join(', ') : 'none';
    return [
      {
        field: `speakers[${index}].role`,
        expected: `an office that ${actor} holds on ${statement.date} (found: ${found}), or capacity PERSONAL`,
      },
    ];
  });
}

const CHAIRS = ['president', 'chair'];

/** Checks only bodies whose presidency on that day is recorded. */
function presidingElsewhere(statement: RecordOf<'statement'>, facts: DatasetFacts): RecordIssue[] {
  const days = daysOf(statement.date);
  const bodies = (statement.onBehalfOf ?? []).map(({ actor }) => actor);
  return statement.speakers.flatMap(({ actor, capacity }, index) => {
    if (capacity !== 'PRESIDING') return [];
    const own = new Set([
      actor,
      ...(facts.officesOf.get(actor) ?? []).filter(({ period }) => overlap(period, days)).map(({ of }) => of),
    ]);
    return bodies.flatMap((body) => {
      const chairs = (facts.membersOf.get(body) ?? []).filter(
        ({ role, period }) => CHAIRS.includes(role ?? '') && overlap(period, days),
      );
      if (chairs.length === 0 || chairs.some((chair) => own.has(chair.actor))) return [];
      return [
        {
          field: `speakers[${index}].capacity`,
          expected: `a speaker of ${chairs.map((chair) => chair.actor).join(' or ')}, which presides over ${body} on ${statement.date}`,
        },
      ];
    });
  });
}

function outsideValidity(statement: RecordOf<'statement'>, { validity }: DatasetFacts): RecordIssue[] {
  const days = daysOf(statement.date);
  return (statement.stances ?? []).flatMap(({ topic }, index) => {
    const valid = validity.get(topic);
    if (!valid || overlap(valid, days)) return [];
    return [
      {
        field: `stances[${index}].topic`,
        expected: `a proposition valid on ${statement.date}; ${topic} is from ${valid.from} to ${valid.to}`,
      },
    ];
  });
}

/** A party may speak jointly with others that are named, or a group for members that are known. */
function jointWithoutMembers(statement: RecordOf<'statement'>, { membersOf }: DatasetFacts): RecordIssue[] {
  const days = daysOf(statement.date);
  const principals = statement.onBehalfOf ?? [];
  const joint = principals.filter(({ basis }) => basis === 'JOINT');
  return principals.flatMap(({ actor, basis }, index) => {
    if (basis !== 'JOINT' || joint.length > 1) return [];
    if ((membersOf.get(actor) ?? []).some(({ period }) => overlap(period, days))) return [];
    return [
      {
        field: `onBehalfOf[${index}].basis`,
        expected: `another JOINT principal, or members of ${actor} on ${statement.date}`,
      },
    ];
  });
}

function voteOnNothing(vote: RecordOf<'vote'>, { deciding }: DatasetFacts): RecordIssue[] {
  if (deciding.has(vote.event)) return [];
  return [{ field: 'event', expected: `an event that decides a proposition; ${vote.event} decides none` }];
}

function contains(role: string, title: string): boolean {
  return role.toLowerCase().includes(title.toLowerCase());
}

function daysOf(date: string): DayRange {
  const days = parseEdtf(date);
  if (!days) throw new Error(`${date} has been checked to be a date`);
  return days;
}

function overlap(a: DayRange, b: DayRange): boolean {
  return a.from <= b.to && a.to >= b.from;
}
