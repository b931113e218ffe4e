import { expect, test } from 'vitest';
import { type NetworkOptions, network, networkWindows } from '../../../../src/analysis/index.js';
import { CATEGORY, row, SCALE, testRows } from '../../../support/network-rows.js';

const all = [
  row('A x yes', { statement: 'a', date: '2020-01-05' }),
  row('A x no', { statement: 'b', date: '2020-01-01' }),
  row('A y yes', { statement: 'c', date: '2020-01-02' }),
  row('B x yes', { statement: 'd', date: '2020-01-03' }),
  row('B z no', { statement: 'e', date: '2020-01-04' }),
  row('C y no', { statement: 'f', date: '2020-01-06' }),
];
const rows = testRows(all);

/** The statements behind each edge, by the names of its ends. */
function evidence(options: NetworkOptions, table = rows): Record<string, string> {
  const found = network(table, options);
  return Object.fromEntries(
    [...found.edges.row.keys()].map((edge) => [
      `${found.rows[found.edges.row[edge] ?? 0]?.name}${found.columns[found.edges.column[edge] ?? 0]?.name}`,
      [...found.evidence(edge)]
        .map((at) => table.statements.idOf(table.statement[at] ?? 0).slice('statement:'.length))
        .join(''),
    ]),
  );
}

test('of a two-mode edge: what the actor says on the topic, by date', () => {
  expect(evidence({ type: 'ACTOR_TOPIC' })).toEqual({ Ax: 'ba', Ay: 'c', Bx: 'd', Bz: 'e', Cy: 'f' });
});

test('of a one-mode edge: what either end says that the other end adds to', () => {
  expect(evidence({ type: 'ACTOR_ACTOR' })).toEqual({ AB: 'bda', AC: 'cf' });
  expect(evidence({ type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE' })).toEqual({ AB: 'da' });
  expect(evidence({ type: 'ACTOR_ACTOR', aggregation: 'CONFLICT' })).toEqual({ AB: 'bd', AC: 'cf' });
  expect(evidence({ type: 'TOPIC_TOPIC', aggregation: 'CONFLICT' })).toEqual({ xy: 'bc', xz: 'de' });
});

test('on a scale levels apart add to congruence and to conflict', () => {
  const scale = testRows(
    [
      row('A x yes', { statement: 'a' }),
      row('A x no', { statement: 'b' }),
      row('B x rather yes', { statement: 'c' }),
    ],
    SCALE,
  );
  expect(evidence({ type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE' }, scale)).toEqual({ AB: 'abc' });
});

test('categories conflict by what the other end does not have', () => {
  const categories = testRows(
    [
      row('A x red', { statement: 'a' }),
      row('A x blue', { statement: 'b' }),
      row('B x red', { statement: 'c' }),
    ],
    CATEGORY,
  );
  expect(evidence({ type: 'ACTOR_ACTOR', aggregation: 'CONFLICT' }, categories)).toEqual({ AB: 'b' });
  expect(evidence({ type: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE' }, categories)).toEqual({ AB: 'ac' });
  const apart = testRows([...['A x red', 'A y red', 'B x red'].map((words) => row(words))], CATEGORY);
  expect(evidence({ type: 'ACTOR_ACTOR', aggregation: 'SUBTRACT' }, apart)).toEqual({});
});

test('of a window: only what is in it, and only what counts there', () => {
  const window = { unit: 'DAY', size: 3 } as const;
  const [first, second] = networkWindows(rows, { type: 'ACTOR_ACTOR' }, window);
  // from 1 to 3 January, and from 2 to 4
  expect([...(first?.evidence(0) ?? [])]).toEqual([1, 3]);
  expect(second?.edges.weight).toHaveLength(0);
  // the triangle is 0 at both ends
  const [weighed] = networkWindows(
    rows,
    { type: 'ACTOR_TOPIC' },
    { ...window, size: 4, kernel: 'TRIANGULAR' },
  );
  expect(weighed?.edges.weight).toHaveLength(3);
});
