import { describe, expect, test } from 'vitest';
import { positionChanges } from '../../../../src/analysis/stance-table/position-changes.js';
import { select } from '../../../../src/analysis/stance-table/selection.js';
import { sizeOf } from '../../../../src/analysis/stance-table/stance-table.js';
import { type SmallStatement, smallTable } from '../../../support/small-table.js';

/** The rules of `positionChanges`, one by one. */

const said = (
  date: string,
  position: string,
  more: Partial<SmallStatement> = {},
  untilMet = '',
): SmallStatement => ({
  date,
  principals: ['actor:a'],
  speakers: ['actor:a'],
  stances: [{ topic: 'topic:x', position, untilMet }],
  ...more,
});

function changes(...statements: readonly SmallStatement[]) {
  const table = smallTable(...statements);
  const found = positionChanges(select(table, {}, sizeOf(table), new Map()), {
    actorsAs: 'PRINCIPAL',
    coding: 'adjudicated',
    page: { limit: 100, backward: false, bound: undefined },
  });
  expect(found.count).toBe(found.changes.length);
  return found.changes.map(
    ({ kind, before, after }) =>
      `${kind} ${before.from} ${before.position} → ${after.from} ${after.position}`,
  );
}

describe('a change of position', () => {
  test('is a reversal between support and opposition, and a shift otherwise', () => {
    expect(
      changes(said('2020-01-01', 'SUPPORT'), said('2020-02-01', 'OPPOSE'), said('2020-03-01', 'NEUTRAL')),
    ).toEqual([
      'SHIFT 2020-02-01 OPPOSE → 2020-03-01 NEUTRAL',
      'REVERSAL 2020-01-01 SUPPORT → 2020-02-01 OPPOSE',
    ]);
  });

  test('is none where the position stays', () => {
    expect(changes(said('2020-01-01', 'SUPPORT'), said('2020-02-01', 'SUPPORT'))).toEqual([]);
  });

  test('is one where a condition is set', () => {
    expect(changes(said('2020-01-01', 'SUPPORT'), said('2020-02-01', 'CONDITIONAL', {}, 'SUPPORT'))).toEqual([
      'SHIFT 2020-01-01 SUPPORT → 2020-02-01 CONDITIONAL',
    ]);
  });

  test('takes the majority of a day, and a tie as mixed', () => {
    const day = '2020-01-01';
    expect(
      changes(said(day, 'SUPPORT'), said(day, 'SUPPORT'), said(day, 'OPPOSE'), said('2020-02-01', 'SUPPORT')),
    ).toEqual([]);
    expect(changes(said(day, 'SUPPORT'), said(day, 'OPPOSE'), said('2020-02-01', 'SUPPORT'))).toEqual([
      'SHIFT 2020-01-01 MIXED → 2020-02-01 SUPPORT',
    ]);
  });

  test('passes over what takes no stance', () => {
    expect(
      changes(said('2020-01-01', 'SUPPORT'), said('2020-02-01', 'NO_STANCE'), said('2020-03-01', 'SUPPORT')),
    ).toEqual([]);
  });

  test('is none between two propositions', () => {
    const onOther = { stances: [{ topic: 'topic:y', position: 'OPPOSE' }] };
    expect(changes(said('2020-01-01', 'SUPPORT'), said('2020-02-01', '', onOther))).toEqual([]);
  });

  test('passes over a month in which there is a day', () => {
    expect(changes(said('2020-01', 'OPPOSE'), said('2020-01-15', 'SUPPORT'))).toEqual([]);
    expect(changes(said('2020-01', 'OPPOSE'), said('2020-02-15', 'SUPPORT'))).toEqual([
      'REVERSAL 2020-01-01 OPPOSE → 2020-02-15 SUPPORT',
    ]);
  });

  test('is of one actor', () => {
    const other = { principals: ['actor:b'], speakers: ['actor:b'] };
    expect(changes(said('2020-01-01', 'SUPPORT'), said('2020-02-01', 'OPPOSE', other))).toEqual([]);
  });
});
