import { describe, expect, test } from 'vitest';
import {
  denseMatrix,
  type Network,
  type NetworkOptions,
  networkWindows,
  type WindowOptions,
} from '../../../../src/analysis/index.js';
import { BOOLEAN, moment, row, type TestRow, testRows } from '../../../support/network-rows.js';

function windows(
  rows: readonly TestRow[],
  window: WindowOptions,
  options: Partial<NetworkOptions> = {},
): Network[] {
  return [...networkWindows(testRows(rows), { type: 'ACTOR_ACTOR', ...options }, window)];
}
const text = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 16);
const days = (found: readonly Network[]) =>
  found.map(({ start, middle, stop }) => [start, middle, stop].map((at) => text(at).slice(0, 10)).join(' '));
const actors = (found: readonly Network[]) => found.map(({ rows }) => rows.map(({ name }) => name).join(''));

const january = ['01', '02', '03', '05', '06'].map((day, i) =>
  row(`${'ABCDE'[i]} x yes`, { date: `2020-01-${day}` }),
);

describe('windows of time', () => {
  test('slide by one unit, reach round((size − 1) / 2) to both sides, and lie wholly in the range', () => {
    const three = windows(january, { unit: 'DAY', size: 3 });
    expect(days(three)).toEqual([
      '2020-01-01 2020-01-02 2020-01-03',
      '2020-01-02 2020-01-03 2020-01-04',
      '2020-01-03 2020-01-04 2020-01-05',
      '2020-01-04 2020-01-05 2020-01-06',
    ]);
    expect(actors(three)).toEqual(['ABC', 'BC', 'CD', 'DE']);
    expect(three.map(({ statements }) => statements)).toEqual([3, 2, 2, 2]);
    // halves are rounded up: a size of 4 reaches 2 to both sides
    expect(days(windows(january, { unit: 'DAY', size: 4 }))).toEqual([
      '2020-01-01 2020-01-03 2020-01-05',
      '2020-01-02 2020-01-04 2020-01-06',
    ]);
  });

  test('that are empty are kept, with isolates if asked for', () => {
    expect(actors(windows(january, { unit: 'DAY', size: 1 }))).toEqual(['A', 'B', 'C', '', 'D', 'E']);
    const isolates = windows(january, { unit: 'DAY', size: 1 }, { isolates: true });
    expect(actors(isolates)).toEqual(Array(6).fill('ABCDE'));
  });

  test('have only statements whose whole date lies in them', () => {
    const rows = [...january, row('F x yes', { date: '2020-01-02', span: 2 })];
    expect(actors(windows(rows, { unit: 'DAY', size: 3 }))).toEqual(['ABC', 'BCF', 'CD', 'DE']);
  });

  test('of weeks and months go by the calendar', () => {
    const rows = [row('A x yes', { date: '2020-01-31' }), row('B x yes', { date: '2020-05-01' })];
    const months = (mode: 'STRICT' | 'DNA') =>
      days(windows(rows, { unit: 'MONTH', size: 1 }, { mode })).map((line) => line.slice(0, 10));
    expect(months('STRICT')).toEqual(['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30']);
    expect(months('DNA')).toEqual(['2020-01-31', '2020-02-29', '2020-03-29', '2020-04-29']);
    expect(days(windows(rows, { unit: 'WEEK', size: 25 }))).toEqual([]);
    expect(days(windows(rows, { unit: 'WEEK', size: 12 }))).toEqual([
      '2020-01-31 2020-03-13 2020-04-24',
      '2020-02-07 2020-03-20 2020-05-01',
    ]);
    expect(days(windows(rows, { unit: 'YEAR', size: 1 }))).toEqual(['2020-01-31 2020-01-31 2020-01-31']);
  });

  test('of hours have only statements whose time is known; in DNA what has none is of midnight', () => {
    const rows = [
      row('A x yes', { date: '2020-01-01', seconds: 0 }),
      row('B x yes', { date: '2020-01-01', seconds: 2 * 3_600 }),
      row('C x yes', { date: '2020-01-01' }),
    ];
    expect(actors(windows(rows, { unit: 'HOUR', size: 1 }))).toEqual(['A', '', 'B']);
    expect(actors(windows(rows, { unit: 'HOUR', size: 1 }, { mode: 'DNA' }))).toEqual(['AC', '', 'B']);
  });

  test('of days are of whole days, and in DNA end at a moment', () => {
    const rows = [
      row('A x yes', { date: '2020-01-01', seconds: 0 }),
      row('B x yes', { date: '2020-01-03', seconds: 3_600 }),
      row('C x yes', { date: '2020-01-04', seconds: 0 }),
    ];
    expect(actors(windows(rows, { unit: 'DAY', size: 3 }))).toEqual(['AB', 'BC']);
    expect(actors(windows(rows, { unit: 'DAY', size: 3 }, { mode: 'DNA' }))).toEqual(['A', 'BC']);
  });

  test('are cut from what is left without duplicates', () => {
    const rows = [...january, row('A x yes', { date: '2020-01-05' })];
    const options = { duplicates: 'RANGE' } as const;
    expect(actors(windows(rows, { unit: 'DAY', size: 1 }, options))).toEqual(['A', 'B', 'C', '', 'D', 'E']);
  });
});

test('windows of events have as many before and after, those of one moment by document and id', () => {
  const rows = [
    row('C x yes', { statement: '2', date: '2020-01-01', document: 'source:1' }),
    row('B x yes', { statement: '1', date: '2020-01-01', document: 'source:1' }),
    row('A x yes', { statement: '0', date: '2020-01-01', document: 'source:2' }),
    row('D x yes', { statement: '3', date: '2020-01-02' }),
  ];
  const found = windows(rows, { unit: 'EVENT', size: 3 });
  expect(actors(found)).toEqual(['ABC', 'ACD']);
  expect(days(found)).toEqual(['2020-01-01 2020-01-01 2020-01-01', '2020-01-01 2020-01-01 2020-01-02']);
  expect(windows(rows, { unit: 'EVENT', size: 9 })).toEqual([]);
});

describe('kernels', () => {
  const rows = [
    row('A x yes', { date: '2020-01-01' }),
    row('B x yes', { date: '2020-01-03' }),
    row('C x yes', { date: '2020-01-04' }),
    row('D x yes', { date: '2020-01-05' }),
  ];
  const only = (
    options: Partial<NetworkOptions>,
    kernel: WindowOptions['kernel'],
  ): Record<string, number> => {
    const [found, another] = windows(rows, { unit: 'DAY', size: 4, kernel }, options);
    if (!found) throw new Error('there is a window from the first to the fifth');
    expect(another).toBeUndefined();
    return Object.fromEntries(
      denseMatrix(found).flatMap((line, i) =>
        [...line].map((weight, j) => [`${found.rows[i]?.name}${found.columns[j]?.name}`, weight]),
      ),
    );
  };
  const range = { start: moment('2020-01-01'), stop: moment('2020-01-05') };
  // distances from the middle, in halves of the window: A −1, B 0, C ½, D 1
  const normal = (distance: number) => Math.exp(-0.5 * distance ** 2) / Math.sqrt(2 * Math.PI);

  test('weigh a row of a two-mode network by ζ', () => {
    const two = (kernel: WindowOptions['kernel']) => only({ type: 'ACTOR_TOPIC', range }, kernel);
    expect(two('UNIFORM')).toEqual({ Ax: 0.5, Bx: 0.5, Cx: 0.5, Dx: 0.5 });
    expect(two('TRIANGULAR')).toEqual({ Bx: 1, Cx: 0.5 });
    expect(two('EPANECHNIKOV')).toEqual({ Bx: 0.75, Cx: 0.75 * 0.75 });
    expect(two('GAUSSIAN')).toEqual({ Ax: normal(1), Bx: normal(0), Cx: normal(0.5), Dx: normal(1) });
  });

  test('weigh a pair of rows of a one-mode network by √(ζζ′)', () => {
    const one = (kernel: WindowOptions['kernel']) => only({ aggregation: 'CONGRUENCE', range }, kernel);
    expect(one('UNIFORM').AD).toBeCloseTo(0.5, 12);
    expect(one('TRIANGULAR').BC).toBeCloseTo(Math.sqrt(0.5), 12);
    expect(one('EPANECHNIKOV').BC).toBeCloseTo(Math.sqrt(0.75 * 0.75 * 0.75), 12);
    expect(one('GAUSSIAN').AC).toBeCloseTo(Math.sqrt(normal(1) * normal(0.5)), 12);
    expect(one('GAUSSIAN').AA).toBe(0);
  });

  test('are the same before and after the middle, but for the triangle in DNA', () => {
    const two = { type: 'ACTOR_TOPIC', range } as const;
    const mirrored = only(two, 'GAUSSIAN');
    expect(mirrored.Ax).toBe(mirrored.Dx);
    expect(only({ ...two, mode: 'DNA' }, 'TRIANGULAR')).toEqual({ Ax: 0, Bx: 1, Cx: 1.5, Dx: 2 });
  });

  test('nodes have an edge with themselves in DNA, odd sizes are raised, and nodes stay the same', () => {
    const found = windows(rows, { unit: 'DAY', size: 1, kernel: 'UNIFORM' }, { mode: 'DNA' });
    expect(days(found)).toEqual([
      '2020-01-01 2020-01-02 2020-01-03',
      '2020-01-02 2020-01-03 2020-01-04',
      '2020-01-03 2020-01-04 2020-01-05',
    ]);
    expect(actors(found)).toEqual(['ABCD', 'ABCD', 'ABCD']);
    expect(denseMatrix(found[0] as Network)[0]?.[0]).toBeCloseTo(0.5, 12);
  });

  test('the average is of 2 / (x + x′) in DNA', () => {
    const options = { mode: 'DNA', normalization: 'AVERAGE' } as const;
    const [found] = windows(rows, { unit: 'DAY', size: 4, kernel: 'UNIFORM' }, options);
    // one row of each, on one topic and level
    expect(found && denseMatrix(found)[0]?.[1]).toBeCloseTo(0.5 * (2 / (1 + 1)), 12);
  });
});

test('windows are computed as they are asked for, and refused before the first', () => {
  const options = { type: 'ACTOR_ACTOR' } as const;
  const rows = testRows(
    [row('A x yes', { date: '0001-01-01' }), row('B x yes', { date: '9999-12-31' })],
    BOOLEAN,
  );
  const hours = networkWindows(rows, options, { unit: 'HOUR', size: 1 });
  expect(hours.next().value).toMatchObject({ statements: 0 });
  expect(() => networkWindows(rows, options, { unit: 'HOUR', size: 0 })).toThrow('window.size');
});
