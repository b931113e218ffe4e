import { z } from 'zod';
import { parseEdtf } from './edtf.js';
import { DemarcheError } from './errors.js';
import { type IdKind, idPattern } from './ids.js';
import { wordsOf } from './text.js';
import * as vocabulary from './vocabulary.js';

/**
 * Which statements: the filter that the API, the exports and the networks share. Values of a key are alternatives,
 * keys add up; `null` and a key left out mean the same. See `input StatementFilter` in schema/ for what each key means.
 */
const MOST_VALUES = 1_000;
const DEEPEST_NESTING = 5;
/** A database plans each filter anew, and the time for that grows with its size. */
const MOST_KEYS = 30;

/** Values of a filter's key, any of which may match. */
export function filterValues<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .min(1, 'at least one value (leave the key out to match all)')
    .max(MOST_VALUES, `at most ${MOST_VALUES} values`)
    .nullish();
}
/** The same, of ids of some kinds. */
export function filterIds(...kinds: IdKind[]) {
  return filterValues(
    z
      .string()
      .regex(
        idPattern(...kinds),
        `an id that starts with "${kinds.join(':" or "')}:", such as "${kinds[0]}:name"`,
      ),
  );
}
const edtf = z
  .string()
  .refine((value) => parseEdtf(value) !== undefined, 'a date as 2020, 2020-09 or 2020-09-01');

export const dateRangeSchema = z
  .strictObject({ from: edtf.nullish(), to: edtf.nullish() })
  .refine((range) => {
    const from = range.from && parseEdtf(range.from)?.from;
    const to = range.to && parseEdtf(range.to)?.to;
    return !from || !to || from <= to;
  }, '"from" not after "to"');

export const memberOfSchema = z.strictObject({
  organization: z.string().regex(idPattern('actor'), 'an id that starts with "actor:"'),
  at: edtf.nullish(),
});

const codings = z
  .array(z.string().min(1))
  .min(1, 'at least one coding set')
  .max(50, 'at most 50 coding sets');

const stanceFilterSchema = z.strictObject({
  topics: filterIds('topic'),
  positions: filterValues(z.enum(vocabulary.POSITIONS)),
  untilMet: filterValues(z.enum(vocabulary.UNTIL_MET)),
  codings: codings.default([vocabulary.DEFAULT_CODING]),
  minConfidence: z.number().min(0, 'a number from 0 to 1').max(1, 'a number from 0 to 1').nullish(),
});
export type StanceFilter = z.infer<typeof stanceFilterSchema>;

const statementFilterSchema = z.strictObject({
  ids: filterIds('statement'),
  words: z
    .string()
    .max(500, 'at most 500 characters')
    .refine((text) => wordsOf(text).length > 0, 'at least one word (leave the key out to match all)')
    .nullish(),
  speakers: filterIds('actor'),
  principals: filterIds('actor'),
  expandJoint: z.boolean().nullish(),
  memberOf: memberOfSchema.nullish(),
  capacities: filterValues(z.enum(vocabulary.CAPACITIES)),
  addressees: filterIds('actor'),
  about: filterIds('topic'),
  stance: stanceFilterSchema.nullish(),
  acts: filterValues(z.enum(vocabulary.ACTS)),
  date: dateRangeSchema.nullish(),
  sources: filterIds('source'),
  publishers: filterIds('publisher'),
  publisherControl: filterValues(z.enum(vocabulary.CONTROLS)),
  attributions: filterValues(z.enum(vocabulary.ATTRIBUTIONS)),
  languages: filterValues(z.string().min(1)),
  hasQuote: z.boolean().nullish(),
  events: filterIds('event'),
  respondsTo: filterIds('statement', 'event'),
  changedSince: z.int('a whole number').min(0, 'a revision of at least 0').nullish(),
  get and() {
    return filterValues(statementFilterSchema);
  },
  get or() {
    return filterValues(statementFilterSchema);
  },
  get not() {
    return statementFilterSchema.nullish();
  },
});
export type StatementFilter = z.infer<typeof statementFilterSchema>;

function innerFilters(filter: StatementFilter): StatementFilter[] {
  return [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])];
}

function depthOf(filter: StatementFilter): number {
  return 1 + Math.max(0, ...innerFilters(filter).map(depthOf));
}

function keysOf(filter: StatementFilter): number {
  const own = Object.values(filter).filter((value) => value != null).length;
  return innerFilters(filter).reduce((sum, inner) => sum + keysOf(inner), own);
}

/**
 * Checks a filter; an empty one matches everything.
 * @throws DemarcheError BAD_USER_INPUT naming the key, and what was expected there
 */
export function parseStatementFilter(value: unknown): StatementFilter {
  const filter = parseInput(statementFilterSchema, value ?? {}, 'filter');
  if (depthOf(filter) > DEEPEST_NESTING) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `filter: expected "and", "or", "not" nested at most ${DEEPEST_NESTING} deep`,
    );
  }
  if (keysOf(filter) > MOST_KEYS) {
    throw new DemarcheError(
      'QUERY_TOO_COSTLY',
      `filter: expected at most ${MOST_KEYS} keys, nested ones included`,
    );
  }
  return filter;
}

/**
 * Checks an input against its schema.
 * @throws DemarcheError BAD_USER_INPUT naming the argument and key, and what was expected there
 */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown, argument: string): z.output<T> {
  const result = schema.safeParse(value, { error: expected });
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => {
    const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
    return `${argument}${place}: expected ${message}`;
  });
  throw new DemarcheError('BAD_USER_INPUT', problems.join('; '));
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};

/** What a schema expects that does not say it itself. */
const expected: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code !== 'unrecognized_keys') return undefined;
  const known = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
  return `no key "${issue.keys.join('", "')}"; known are ${known.join(', ')}`;
};
