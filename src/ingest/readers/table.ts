import {
  ACTS,
  type AnyRecord,
  ATTRIBUTIONS,
  BASES,
  CAPACITIES,
  compact,
  POSITIONS,
  parseEdtf,
  parseRecord,
  UNTIL_MET,
} from '../../model/index.js';
import { isCountryName } from '../actors/actor-name.js';
import type { ActorResolver } from '../actors/actor-resolver.js';
import { hashOf, namedPublisher, webAddress } from './origins.js';
import type { ReadInput } from './reader.js';
import type { RowFields } from './row-fields.js';
import { headedRows, openRows, repeatedRecords } from './row-input.js';
import { slug } from './slug.js';
import type { TableField, TableMapping } from './table-mapping.js';
import { csvRows } from './text-rows.js';

interface TableOptions {
  readonly resolver: ActorResolver;
  readonly mapping: TableMapping;
}

/**
 * Opens a table of statements, CSV or the like with a header: each row is a statement, as a mapping says.
 *
 * @throws DemarcheError BAD_USER_INPUT where it lacks columns that the mapping names
 */
export function openTable(path: string, { resolver, mapping }: TableOptions): Promise<ReadInput> {
  return openRows(path, {
    fits: (name) => /\.(csv|tsv|tab|txt)$/i.test(name),
    rows(file, bytes) {
      const repeated = repeatedRecords();
      const columns = [...new Set(Object.values(mapping.columns))];
      const format = { name: 'statements as the mapping describes it', columns };
      return headedRows(file, csvRows(bytes, mapping.delimiter), format, (fields, row) => {
        const hash = hashOf(JSON.stringify(row.fields)).slice(0, 20);
        return repeated.without(statementRecords(fields, mapping, resolver, hash));
      });
    },
  });
}

const LONG_TEXT = 50_000;

/** A table's fields by what they are. */
interface Mapped {
  text(field: TableField, longest?: number): string | undefined;
  /** one of the model's words, as it stands or by the mapping's values */
  word<T extends string>(field: keyof TableMapping['values'], words: readonly T[]): T | undefined;
  list(field: TableField): string[];
  issue(field: TableField, expected: string): void;
}

function mappedFields(fields: RowFields, { columns, constants, values, separator }: TableMapping): Mapped {
  const text: Mapped['text'] = (field, longest) => {
    const column = columns[field];
    return (column === undefined ? undefined : fields.text(column, longest)) ?? constants[field];
  };
  const issue: Mapped['issue'] = (field, expected) => fields.issue(columns[field] ?? field, expected);
  return {
    text,
    issue,
    word<T extends string>(field: keyof TableMapping['values'], words: readonly T[]) {
      const value = text(field);
      if (value === undefined) return undefined;
      const meant: string = values[field]?.[value] ?? value;
      const word = words.find((known) => known === meant);
      if (word === undefined) {
        issue(
          field,
          `one of ${words.join(', ')}, or a value that the mapping has under values.${field}; found ${JSON.stringify(value.slice(0, 60))}`,
        );
      }
      return word;
    },
    list(field) {
      const value = text(field, LONG_TEXT);
      const parts = value === undefined ? [] : separator === undefined ? [value] : value.split(separator);
      return parts.map((part) => part.trim()).filter((part) => part !== '');
    },
  };
}

function statementRecords(
  fields: RowFields,
  mapping: TableMapping,
  resolver: ActorResolver,
  hash: string,
): AnyRecord[] | undefined {
  const mapped = mappedFields(fields, mapping);
  const date = dateOf(mapped, 'date', mapping);
  const speakers = mapped.list('speaker');
  if (date === undefined) mapped.issue('date', `a date as ${mapping.dates}, a month or a year; it is empty`);
  if (speakers.length === 0) mapped.issue('speaker', 'who speaks; it is empty');
  const key = keyOf(mapping, mapped.text('id', 200), hash);
  const source = sourceRecords(mapped, mapping);
  const stance = stanceOf(mapped, mapping);
  const quote = mapped.text('quote', LONG_TEXT);
  const citation = compact({
    source: source.at(-1)?.id ?? '',
    quote,
    language: mapped.text('language', 60),
    attribution: mapped.word('attribution', ATTRIBUTIONS) ?? (quote === undefined ? 'PARAPHRASE' : undefined),
  });
  const act = mapped.word('act', ACTS) ?? 'STATEMENT';
  const capacity = mapped.word('capacity', CAPACITIES) ?? 'NATIONAL';
  const basis = mapped.word('basis', BASES) ?? 'OWN';
  if (fields.issues.length > 0) return undefined;

  const actor = (name: string) => resolver.idOf({ name });
  const role = mapped.text('role');
  const distinct = (ids: readonly string[]) => [...new Set(ids)];
  // who speaks on somebody's behalf is mostly a person
  const kind = mapping.columns.onBehalfOf === undefined ? undefined : ('PERSON' as const);
  const spoken = new Map(
    speakers
      .toReversed()
      .map((name) => [resolver.idOf({ name, kind: isCountryName(name) ? undefined : kind }), name]),
  );
  const principals = distinct(mapped.list('onBehalfOf').map(actor));
  const addressees = distinct(mapped.list('addressees').map(actor));
  const parsed = parseRecord(
    compact({
      type: 'statement',
      id: `statement:${key}`,
      act,
      date,
      time: mapped.text('time', 20),
      speakers: [...spoken]
        .toReversed()
        .map(([id, asNamed]) => compact({ actor: id, role, capacity, asNamed })),
      onBehalfOf: principals.length > 0 ? principals.map((id) => ({ actor: id, basis })) : undefined,
      addressees: addressees.length > 0 ? addressees : undefined,
      summary: mapped.text('summary', LONG_TEXT),
      about: stance.about,
      stances: stance.stances,
      citations: [citation],
    }),
  );
  if ('record' in parsed) return [...source, parsed.record];
  for (const { field, expected } of parsed.issues) fields.issue(columnOf(mapping, field), expected);
  return undefined;
}

/** The column that a field of a statement comes from, where there is one. */
function columnOf({ columns }: TableMapping, field: string): string {
  const last = field.split('.').at(-1) ?? field;
  const known = Object.entries(columns).find(([name]) => name === last);
  return known?.[1] ?? field;
}

function keyOf({ name, columns }: TableMapping, id: string | undefined, hash: string): string {
  if (columns.id === undefined || id === undefined) return `${name}-${hash}`;
  if (/^[a-z0-9._-]{1,75}$/.test(id)) return `${name}-${id}`;
  const readable = slug(id).slice(0, 60);
  return `${name}-${readable === '' ? '' : `${readable}-`}${hashOf(id).slice(0, 12)}`;
}

const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

function dateOf(mapped: Mapped, field: 'date' | 'publishedAt', { dates }: TableMapping): string | undefined {
  const text = mapped.text(field);
  if (text === undefined) return undefined;
  const [, first = '', second = '', year = ''] = (dates === 'YYYY-MM-DD' ? null : DAY_FIRST.exec(text)) ?? [];
  const [day, month] = dates === 'MM/DD/YYYY' ? [second, first] : [first, second];
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (parseEdtf(date) !== undefined) return date;
  mapped.issue(
    field,
    `a day of the calendar as ${dates}, a month as 2020-09 or a year; found ${JSON.stringify(text.slice(0, 40))}`,
  );
  return date;
}

/** A publisher, if one is named, and the source, which is last. */
function sourceRecords(mapped: Mapped, mapping: TableMapping): Extract<AnyRecord, { id: string }>[] {
  const address = mapped.text('sourceUrl', 2_000);
  const title = mapped.text('sourceTitle');
  const name = mapped.text('publisher');
  const publisher = name === undefined ? undefined : namedPublisher(mapping.name, name);
  if (address === undefined && title === undefined) {
    mapped.issue('sourceUrl', 'an address, or a title of the source; both are empty');
  }
  if (address !== undefined && webAddress(address) === undefined) {
    mapped.issue(
      'sourceUrl',
      `an absolute http or https address; found ${JSON.stringify(address.slice(0, 60))}`,
    );
  }
  const publishedAt = dateOf(mapped, 'publishedAt', mapping);
  const key = hashOf(JSON.stringify([address, title, name, publishedAt])).slice(0, 20);
  const source = compact({
    type: 'source' as const,
    id: `source:${mapping.name}-${key}`,
    url: address,
    title,
    publisher: publisher?.id,
    publishedAt,
  });
  return publisher ? [publisher, source] : [source];
}

/** A stance where the row has a position; else what it is about. Neither is ever guessed. */
function stanceOf(
  mapped: Mapped,
  { values, coding }: TableMapping,
): { about?: string[]; stances?: unknown[] } {
  const named = mapped.text('topic');
  const position = mapped.word('position', POSITIONS);
  if (named === undefined) {
    if (position !== undefined) mapped.issue('topic', 'a topic, because there is a position; it is empty');
    return {};
  }
  const topic = values.topic?.[named] ?? named;
  if (!/^topic:[a-z0-9._-]{1,120}$/.test(topic)) {
    mapped.issue(
      'topic',
      `an id such as topic:snapback-2020, or a value that the mapping has under values.topic; found ${JSON.stringify(named.slice(0, 60))}`,
    );
  }
  if (position === undefined) return { about: [topic] };
  const condition = mapped.text('condition', LONG_TEXT);
  const stance = compact({
    topic,
    position,
    untilMet: mapped.word('untilMet', UNTIL_MET),
    conditions: condition === undefined ? undefined : [{ text: condition }],
    rationale: mapped.text('rationale', LONG_TEXT),
    coder: mapped.text('coder', 120),
    coding,
  });
  return { stances: [stance] };
}
