import { describe, expect, test } from 'vitest';
import { type Network, type NetworkOptions, network } from '../../../../src/analysis/index.js';
import { moment, row, type TestRow, testRows } from '../../../support/network-rows.js';

const names = ({ rows }: Network) => rows.map(({ name }) => name).join(' ');
const of = (rows: readonly TestRow[], options: Partial<NetworkOptions> = {}) =>
  network(testRows(rows), { type: 'ACTOR_ACTOR', ...options });

describe('a range', () => {
  const rows = [
    row('A x yes', { date: '2020-01-01' }),
    row('B x yes', { date: '2020-01-10', seconds: 3_600 }),
    row('C x yes', { date: '2020-01-05', span: 10 }),
    row('D x yes', { date: '2020-02-01' }),
  ];

  test('is of days, both ends included, and has what lies wholly in it', () => {
    const range = { start: moment('2020-01-01'), stop: moment('2020-01-10') };
    expect(names(of(rows, { range }))).toBe('A B');
    expect(names(of(rows, { range: { ...range, stop: moment('2020-01-15') } }))).toBe('A B C');
  });

  test('is of moments in DNA', () => {
    const range = { start: moment('2020-01-01'), stop: moment('2020-01-10') };
    expect(names(of(rows, { range, mode: 'DNA' }))).toBe('A');
    expect(names(of(rows, { range: { ...range, stop: moment('2020-01-10T01:00') }, mode: 'DNA' }))).toBe(
      'A B',
    );
  });

  test('left out, goes from the first to the last moment of all rows', () => {
    const { start, middle, stop } = of(rows);
    expect([start, stop]).toEqual([moment('2020-01-01'), moment('2020-02-01')]);
    expect(middle).toBe(moment('2020-01-16T12:00'));
  });
});

describe('documents', () => {
  const rows = ['A', 'B', 'C'].map((actor, i) => row(`${actor} x yes`, { document: `source:${i}` }));
  const table = testRows(rows, undefined, [
    { id: 'source:0', author: 'Ann', section: '1' },
    { id: 'source:1', author: 'Bob', section: '1' },
    { id: 'source:2', section: '2' },
  ]);
  const of = (options: Partial<NetworkOptions>) => names(network(table, { type: 'ACTOR_ACTOR', ...options }));

  test('that are excluded have a value of any key, those included of every key', () => {
    expect(of({ excludeDocuments: { sections: ['2'], authors: ['Bob'] } })).toBe('A');
    expect(of({ includeDocuments: { sections: ['1'], authors: ['Bob', 'Cal'] } })).toBe('B');
    expect(of({ includeDocuments: { sections: ['1'] }, excludeDocuments: { ids: ['source:0'] } })).toBe('B');
  });

  test('can be asked for by what is not known of them', () => {
    expect(of({ includeDocuments: { authors: [''] } })).toBe('C');
  });

  test('make no isolates where they are not selected', () => {
    expect(of({ excludeDocuments: { sections: ['2'] }, isolates: true })).toBe('A B');
  });
});

describe('rows', () => {
  const rows = [
    row('A x yes', { others: ['p'] }),
    row('A y no', { others: ['q'] }),
    row('B x no', { others: ['p', 'q'] }),
    row('B y yes'),
    row('C x yes', { others: ['q'] }),
  ];
  const counted = (options: Partial<NetworkOptions>) => {
    const { rows: actors, columns, edges } = of(rows, { type: 'ACTOR_TOPIC', ...options });
    return [...edges.row]
      .map((at, i) => `${actors[at]?.name}${columns[edges.column[i] ?? 0]?.name}`)
      .join(' ');
  };

  test('are excluded with a value of any key', () => {
    expect(counted({ exclude: { actors: ['actor:B'], topics: ['topic:y'] } })).toBe('Ax Cx');
    expect(counted({ exclude: { levels: ['no'] } })).toBe('Ax By Cx');
  });

  test('are included with a value of every key', () => {
    expect(counted({ include: { actors: ['actor:A', 'actor:B'], topics: ['topic:x'] } })).toBe('Ax Bx');
    expect(counted({ include: { levels: ['yes'] }, exclude: { actors: ['actor:A'] } })).toBe('By Cx');
  });

  test('are excluded with all whom they do not name, and included with one of them', () => {
    expect(counted({ exclude: { others: ['actor:q'] } })).toBe('Ax Bx By');
    expect(counted({ include: { others: ['actor:q'] } })).toBe('Ay Bx Cx');
  });

  test('that are excluded leave isolates, if asked for', () => {
    const found = of(rows, { exclude: { actors: ['actor:B'] }, isolates: true });
    expect(names(found)).toBe('A B C');
    expect([...found.edges.row, ...found.edges.column]).toEqual([0, 2]);
  });
});

test('nothing selected is a network without edges, with its labels', () => {
  const rows = [row('A x yes'), row('B x no')];
  for (const mode of ['STRICT', 'DNA'] as const) {
    const none = of(rows, {
      exclude: { topics: ['topic:x'] },
      isolates: true,
      mode,
      aggregation: 'CONGRUENCE',
    });
    expect(none).toMatchObject({ statements: 0, rows: [{ name: 'A' }, { name: 'B' }] });
    expect(none.edges.weight).toHaveLength(0);
  }
  expect(names(of([]))).toBe('');
});

test('statements are counted, not rows', () => {
  const rows = [
    row('A x yes', { statement: 's' }),
    row('B x yes', { statement: 's' }),
    row('A y yes', { statement: 's' }),
    row('C x yes', { statement: 't' }),
  ];
  expect(of(rows).statements).toBe(2);
});
