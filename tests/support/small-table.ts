import fc from 'fast-check';
import {
  addStatement,
  emptyTable,
  type StanceTable,
  type StatementEntry,
} from '../../src/analysis/stance-table/stance-table.js';
import { POSITIONS, parseEdtf, UNTIL_MET } from '../../src/model/index.js';

type Stance = StatementEntry['stances'][number];

/** A statement as what matters to an example; the rest is alike for all. */
export interface SmallStatement {
  readonly id?: string;
  readonly date?: string;
  readonly principals?: readonly string[];
  readonly speakers?: readonly string[];
  readonly stances?: readonly (Partial<Stance> & Pick<Stance, 'topic' | 'position'>)[];
  readonly sources?: readonly string[];
}

/** Many statements on few topics by few actors, each with at most one stance on a topic. */
export const anyStatements: fc.Arbitrary<readonly SmallStatement[]> = fc
  .array(
    fc.record({
      date: fc.constantFrom(
        '2019-12-31',
        '2020',
        '2020-01',
        '2020-01-06',
        '2020-02-29',
        '2020-03-01',
        '2021',
      ),
      principals: fc.uniqueArray(fc.constantFrom('actor:c', 'actor:a', 'actor:b'), { minLength: 1 }),
      speakers: fc.uniqueArray(fc.constantFrom('actor:p', 'actor:a'), { minLength: 1 }),
      stances: fc.uniqueArray(
        fc.record({
          topic: fc.constantFrom('topic:z', 'topic:x', 'topic:y'),
          position: fc.constantFrom(...POSITIONS),
          untilMet: fc.constantFrom(...UNTIL_MET),
          coding: fc.constantFrom('adjudicated', 'adjudicated', 'second'),
        }),
        { selector: ({ topic, coding }) => `${topic} ${coding}`, maxLength: 4 },
      ),
    }),
    { maxLength: 60 },
  )
  .map((statements) =>
    statements.map((statement, n) => ({
      ...statement,
      id: `statement:${n}`,
      stances: statement.stances.map((stance) =>
        stance.position === 'CONDITIONAL' ? stance : { ...stance, untilMet: '' },
      ),
    })),
  );

/** A table of a few statements, for examples worked by hand. */
export function smallTable(...statements: readonly SmallStatement[]): StanceTable {
  const table = emptyTable();
  for (const [n, statement] of statements.entries()) {
    const days = parseEdtf(statement.date ?? '2020-09-01');
    addStatement(table, {
      id: statement.id ?? `statement:${n}`,
      act: 'STATEMENT',
      dateFrom: days?.from ?? '',
      dateTo: days?.to ?? '',
      time: null,
      revision: 1,
      principals: (statement.principals ?? []).map((actor) => ({ actor, basis: 'OWN' })),
      speakers: (statement.speakers ?? []).map((actor) => ({ actor, capacity: 'NATIONAL' })),
      addressees: [],
      about: [],
      stances: (statement.stances ?? []).map((stance) => ({
        untilMet: '',
        coding: 'adjudicated',
        coder: '',
        confidence: undefined,
        ...stance,
      })),
      citations: (statement.sources ?? []).map((source) => ({
        source,
        attribution: 'PARAPHRASE',
        language: '',
        quoted: false,
        primary: false,
        start: undefined,
        stop: undefined,
      })),
    });
  }
  return table;
}
