import { expect, test } from 'vitest';
import { type NetworkOptions, network } from '../../../../src/analysis/index.js';
import { row, testRows } from '../../../support/network-rows.js';

const rows = testRows([
  row('A x yes', { statement: 'a', date: '2020-01-06', document: 'source:1' }),
  row('A x yes', { statement: 'b', date: '2020-01-06', document: 'source:2' }),
  row('A x no', { statement: 'c', date: '2020-01-06', document: 'source:1' }),
  // Sunday of the same week
  row('A x yes', { statement: 'd', date: '2020-01-12', document: 'source:1' }),
  // the next Monday
  row('A x yes', { statement: 'e', date: '2020-01-13', document: 'source:3' }),
  row('A x yes', { statement: 'f', date: '2020-02-01', document: 'source:3' }),
  // the same month, and the same week's number, of another year
  row('A x yes', { statement: 'g', date: '2021-01-13', document: 'source:4' }),
  row('B x yes', { statement: 'h', date: '2020-01-06', document: 'source:1' }),
]);

/** The statements of A that are left. */
function left(options: Partial<NetworkOptions>): string {
  const found = network(rows, { type: 'ACTOR_TOPIC', aggregation: 'COMBINE', ...options });
  const kept = [...found.evidence(0)].map((at) => rows.statements.idOf(rows.statement[at] ?? 0));
  return kept.map((id) => id.slice('statement:'.length)).join('');
}

test.each([
  ['INCLUDE', 'acbdefg'],
  ['DOCUMENT', 'acbeg'],
  ['DAY', 'acdefg'],
  ['WEEK', 'acefg'],
  ['MONTH', 'acfg'],
  ['YEAR', 'acg'],
  ['RANGE', 'ac'],
] as const)('the first of a %s is left', (duplicates, statements) => {
  expect(left({ duplicates })).toBe(statements);
});

test('levels do not matter where they are ignored', () => {
  expect(left({ duplicates: 'RANGE', aggregation: 'IGNORE' })).toBe('a');
});

test('weeks and months are of no year in DNA', () => {
  expect(left({ duplicates: 'WEEK', mode: 'DNA' })).toBe('acef');
  expect(left({ duplicates: 'MONTH', mode: 'DNA' })).toBe('acf');
  expect(left({ duplicates: 'YEAR', mode: 'DNA' })).toBe('acg');
});

test('what may lie in either of two periods is a duplicate only of what has the same date', () => {
  const imprecise = testRows([
    row('A x yes', { date: '2020-01-01' }),
    row('A x yes', { date: '2020-01-01', span: 30 }),
    row('A x yes', { date: '2020-01-01', span: 30 }),
    row('A x yes', { date: '2020-01-01', span: 365 }),
  ]);
  const statements = (duplicates: NetworkOptions['duplicates']) =>
    network(imprecise, { type: 'ACTOR_TOPIC', duplicates }).statements;
  expect(statements('DAY')).toBe(3);
  expect(statements('MONTH')).toBe(2);
  expect(statements('YEAR')).toBe(1);
});
