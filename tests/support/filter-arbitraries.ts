import fc from 'fast-check';
import { parseEdtf, parseStatementFilter } from '../../src/model/index.js';
import * as vocabulary from '../../src/model/vocabulary.js';
import {
  ACTORS,
  CODINGS,
  DATES,
  EVENTS,
  GROUPS,
  LANGUAGES,
  PEOPLE,
  PUBLISHERS,
  SOURCES,
  STATEMENTS,
  TOPICS,
} from './corpus.js';

/** Random statement filters that find something in the corpus. */

const PARTIES = [...ACTORS, ...PEOPLE, ...GROUPS];
const random = <T>(from: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 3 });
const stance = fc.record(
  {
    topics: random(TOPICS),
    positions: random(vocabulary.POSITIONS),
    untilMet: random(vocabulary.UNTIL_MET),
    codings: random(CODINGS),
    minConfidence: fc.constantFrom(0, 0.3, 0.5, 1),
  },
  { requiredKeys: [] },
);
const date = fc
  .record(
    { from: fc.constantFrom(...DATES, '2018', '2022-02'), to: fc.constantFrom(...DATES, '2018', '2022-02') },
    { requiredKeys: [] },
  )
  .filter(({ from, to }) => !from || !to || (parseEdtf(from)?.from ?? '') <= (parseEdtf(to)?.to ?? ''));

/** An arbitrary value for each key of a filter but those that nest. */
export const CLAUSES = {
  ids: random(STATEMENTS),
  words: fc.constantFrom(
    'word3',
    'Number, naively',
    'summary',
    'quoted word',
    'VOTED',
    'summary 1',
    'absent',
  ),
  speakers: random(PARTIES),
  principals: random(PARTIES),
  expandJoint: fc.boolean(),
  memberOf: fc.record(
    { organization: fc.constantFrom(...GROUPS), at: fc.constantFrom(...DATES) },
    { requiredKeys: ['organization'] },
  ),
  capacities: random(vocabulary.CAPACITIES),
  addressees: random(ACTORS),
  about: random(TOPICS),
  stance,
  acts: random(vocabulary.ACTS),
  date,
  sources: random(SOURCES),
  publishers: random(PUBLISHERS),
  publisherControl: random(vocabulary.CONTROLS),
  attributions: random(vocabulary.ATTRIBUTIONS),
  languages: random(LANGUAGES),
  hasQuote: fc.boolean(),
  events: random(EVENTS),
  respondsTo: random([...STATEMENTS.slice(0, 40), ...EVENTS]),
  changedSince: fc.constantFrom(0, 1, 2, 3),
};
export const flatFilter = fc.record(CLAUSES, { requiredKeys: [] });
export const anyFilter = fc
  .letrec<{ filter: object }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      sparse(flatFilter),
      fc
        .tuple(
          sparse(flatFilter),
          fc.record(
            {
              and: fc.array(tie('filter'), { minLength: 1, maxLength: 2 }),
              or: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
              not: tie('filter'),
            },
            { requiredKeys: [] },
          ),
        )
        .map(([own, nesting]) => ({ ...own, ...nesting })),
    ),
  }))
  .filter.filter(isAllowed);

/** Not more than a filter may hold, and one to spare for what a test adds. */
function isAllowed(filter: object): boolean {
  try {
    parseStatementFilter({ and: [filter, { hasQuote: true }] });
    return true;
  } catch {
    return false;
  }
}

/** All clauses at once match nothing: keep a few, so that filters find something. */
function sparse<T extends object>(filters: fc.Arbitrary<T>): fc.Arbitrary<object> {
  return fc
    .tuple(filters, fc.uniqueArray(fc.nat(20), { maxLength: 3 }))
    .map(([filter, keep]) =>
      Object.fromEntries(
        Object.entries(filter).filter((_, index, all) => keep.some((k) => k % all.length === index)),
      ),
    );
}
