import { describe, expect, test } from 'vitest';
import { network, type RowsOfRecords, rowsOfRecords } from '../../../../src/analysis/index.js';
import { type AnyRecord, parseRecord } from '../../../../src/model/index.js';

function records(...values: readonly unknown[]): AnyRecord[] {
  return values.map((value) => {
    const parsed = parseRecord(value);
    if ('record' in parsed) return parsed.record;
    throw new Error(JSON.stringify(parsed.issues));
  });
}
const actor = (name: string, kind = 'STATE') => ({
  type: 'actor',
  id: `actor:${name}`,
  kind,
  name: name.toUpperCase(),
});
const topic = (name: string, more = {}) => ({
  type: 'topic',
  id: `topic:${name}`,
  kind: 'PROPOSITION',
  name,
  text: `It should be ${name}.`,
  ...more,
});
const statement = (name: string, stances: readonly unknown[], more = {}) => ({
  type: 'statement',
  id: `statement:${name}`,
  act: 'STATEMENT',
  date: '2020-09-01',
  speakers: [{ actor: 'actor:ann' }],
  onBehalfOf: [{ actor: 'actor:us' }],
  stances,
  citations: [{ source: 'source:b' }, { source: 'source:a' }],
  ...more,
});
const stance = (position: string, more = {}) => ({ topic: 'topic:x', position, ...more });
const base = [
  actor('us'),
  actor('uk'),
  actor('ann', 'PERSON'),
  topic('x'),
  topic('y'),
  topic('dull', { valence: true }),
  { type: 'source', id: 'source:a', author: 'Al', section: '1', kind: 'article', publisher: 'publisher:p' },
  { type: 'publisher', id: 'publisher:p', name: 'P' },
  { type: 'source', id: 'source:b' },
];

/** The two-mode edges as `actor topic weight`. */
function edges(statements: readonly unknown[], options: Partial<RowsOfRecords> = {}): string[] {
  const rows = rowsOfRecords(records(...base, ...statements), { actorsAs: 'PRINCIPAL', ...options });
  const found = network(rows, { type: 'ACTOR_TOPIC', aggregation: 'SUBTRACT' });
  return [...found.edges.weight].map(
    (weight, edge) =>
      `${found.rows[found.edges.row[edge] ?? 0]?.name} ${found.columns[found.edges.column[edge] ?? 0]?.name} ${weight}`,
  );
}

describe('a row for each pair of an actor and a stance', () => {
  const joint = statement('joint', [stance('SUPPORT'), { topic: 'topic:y', position: 'OPPOSE' }], {
    onBehalfOf: [{ actor: 'actor:us' }, { actor: 'actor:uk' }],
  });

  test('of the principals, or of the speakers', () => {
    expect(edges([joint])).toEqual(['UK x 1', 'UK y -1', 'US x 1', 'US y -1']);
    expect(edges([joint], { actorsAs: 'SPEAKER' })).toEqual(['ANN x 1', 'ANN y -1']);
  });

  test('of the speakers where nobody is named whom they speak for', () => {
    expect(edges([statement('own', [stance('SUPPORT')], { onBehalfOf: undefined })])).toEqual(['ANN x 1']);
  });

  test('with those of the other side, to exclude by', () => {
    const rows = rowsOfRecords(records(...base, joint), { actorsAs: 'PRINCIPAL' });
    const others = { others: ['actor:ann'] };
    expect(network(rows, { type: 'ACTOR_TOPIC', exclude: others }).edges.weight).toHaveLength(0);
    expect(network(rows, { type: 'ACTOR_TOPIC', include: others }).edges.weight).toHaveLength(4);
  });
});

test('positions count by their value: none where it is not known, neutral ones and valence if asked for', () => {
  const of = (options?: Partial<RowsOfRecords>) =>
    edges(
      [
        statement('a', [stance('CONDITIONAL', { untilMet: 'OPPOSE' })]),
        statement('b', [stance('CONDITIONAL', { untilMet: 'UNSTATED' })]),
        statement('c', [stance('NO_STANCE')]),
        statement('d', [stance('NEUTRAL')]),
        statement('e', [{ topic: 'topic:dull', position: 'SUPPORT' }]),
      ],
      options,
    );
  expect(of()).toEqual(['US x -0.5']);
  expect(of({ includeValence: true })).toEqual(['US dull 1', 'US x -0.5']);
  const rows = rowsOfRecords(records(...base, statement('d', [stance('NEUTRAL')])), {
    actorsAs: 'PRINCIPAL',
    includeNeutral: true,
  });
  expect(rows).toMatchObject({ length: 1, levels: { type: 'SCALE' } });
});

test('levels are boolean where there are but support and opposition', () => {
  const of = (...positions: string[]) =>
    rowsOfRecords(
      records(...base, ...positions.map((position, i) => statement(String(i), [stance(position)]))),
      {
        actorsAs: 'PRINCIPAL',
      },
    ).levels;
  expect(of('SUPPORT')).toEqual({ type: 'BOOLEAN', names: ['OPPOSE', 'SUPPORT'], values: [-1, 1] });
  const conditional = statement('c', [stance('CONDITIONAL', { untilMet: 'SUPPORT' })]);
  expect(rowsOfRecords(records(...base, conditional), { actorsAs: 'PRINCIPAL' }).levels).toEqual({
    type: 'SCALE',
    names: ['OPPOSE', 'CONDITIONAL_OPPOSE', 'NEUTRAL', 'CONDITIONAL_SUPPORT', 'SUPPORT'],
    values: [-1, -0.5, 0, 0.5, 1],
  });
});

test('one coding set counts, and of several coders the one that is named', () => {
  const coded = statement('a', [
    stance('SUPPORT', { coding: 'adjudicated', coder: 'Ada' }),
    stance('OPPOSE', { coding: 'adjudicated', coder: 'Bob' }),
    stance('OPPOSE', { coding: 'second' }),
  ]);
  expect(() => edges([coded])).toThrow('coder: expected one of "Ada", "Bob", who have all coded statement:a');
  expect(edges([coded], { coder: 'Bob' })).toEqual(['US x -1']);
  expect(edges([coded], { coding: 'second' })).toEqual(['US x -1']);
});

test('the document is the primary citation’s source, else the one with the lowest id; dates are days with a time', () => {
  const rows = rowsOfRecords(
    records(
      ...base,
      statement('a', [stance('SUPPORT')], { date: '2020-09', time: '14:30' }),
      statement('b', [stance('SUPPORT')], {
        time: '00:00:05+02:00',
        citations: [{ source: 'source:a' }, { source: 'source:b', primary: true, start: 3, end: 9 }],
      }),
    ),
    { actorsAs: 'PRINCIPAL' },
  );
  const { statements, documents } = rows;
  expect([...statements.document].map((code) => documents[code]?.id)).toEqual(['source:a', 'source:b']);
  expect(documents[0]).toEqual({
    id: 'source:a',
    author: 'Al',
    section: '1',
    kind: 'article',
    publisher: 'publisher:p',
  });
  expect([...statements.day].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual([
    '2020-09-01',
    '2020-09-01',
  ]);
  expect([...statements.span]).toEqual([29, 0]);
  expect([...statements.time]).toEqual([14 * 3_600 + 30 * 60, 5]);
  expect([...(statements.start ?? [])]).toEqual([0, 3]);
});
