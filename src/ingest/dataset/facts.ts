import {
  type AnyRecord,
  type DayRange,
  parseEdtf,
  parsePeriod,
  type RecordOf,
  referencesOf,
} from '../../model/index.js';

/** What the rules for one record must know of the others. Small: dates, terms and ids, no texts. */
export interface DatasetFacts {
  readonly persons: ReadonlySet<string>;
  /** by source; none where it has no date */
  readonly publishedAt: ReadonlyMap<string, DayRange>;
  /** by proposition; none where it holds always */
  readonly validity: ReadonlyMap<string, DayRange>;
  readonly officesOf: ReadonlyMap<string, readonly Office[]>;
  /** by organization */
  readonly membersOf: ReadonlyMap<string, readonly Member[]>;
  /** the events that decide something */
  readonly deciding: ReadonlySet<string>;
  /** every id that another record names */
  readonly used: ReadonlySet<string>;
}

export interface Office {
  readonly of: string;
  readonly title: string;
  readonly period: DayRange;
}

export interface Member {
  readonly actor: string;
  readonly role: string | undefined;
  readonly period: DayRange;
}

export interface FactCollector extends DatasetFacts {
  add(record: AnyRecord): void;
}

export function factCollector(): FactCollector {
  const persons = new Set<string>();
  const publishedAt = new Map<string, DayRange>();
  const validity = new Map<string, DayRange>();
  const officesOf = new Map<string, Office[]>();
  const membersOf = new Map<string, Member[]>();
  const deciding = new Set<string>();
  const used = new Set<string>();

  function addOne(record: AnyRecord): void {
    switch (record.type) {
      case 'actor':
        if (record.kind === 'PERSON') persons.add(record.id);
        break;
      case 'source': {
        const days = record.publishedAt && parseEdtf(record.publishedAt);
        if (days) publishedAt.set(record.id, days);
        break;
      }
      case 'topic':
        if (record.validFrom || record.validTo) validity.set(record.id, periodOfTopic(record));
        break;
      case 'office':
        append(officesOf, record.person, {
          of: record.of,
          title: record.title,
          period: parsePeriod(record),
        });
        break;
      case 'membership':
        append(membersOf, record.organization, {
          actor: record.actor,
          role: record.role,
          period: parsePeriod(record),
        });
        break;
      case 'event':
        if (record.decides) deciding.add(record.id);
        break;
    }
  }

  return {
    persons,
    publishedAt,
    validity,
    officesOf,
    membersOf,
    deciding,
    used,
    add(record) {
      addOne(record);
      for (const { id } of referencesOf(record)) used.add(id);
    },
  };
}

function periodOfTopic({ validFrom, validTo }: RecordOf<'topic'>): DayRange {
  return parsePeriod({ from: validFrom, to: validTo });
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
