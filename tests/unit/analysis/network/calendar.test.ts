import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addUnits,
  type CalendarUnit,
  isoWeekOf,
  unitsBetween,
  weekOf,
  wholeUnitsBetween,
} from '../../../../src/analysis/network/calendar.js';
import { moment } from '../../../support/network-rows.js';

const day = (text: string) => moment(text) / 86_400;
const UNITS: readonly CalendarUnit[] = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'];
const anyMoment = fc.integer({ min: moment('0001-06-01'), max: moment('9990-01-01') });

test('months keep the day, as far as there is one', () => {
  expect(addUnits(moment('2019-01-31T12:30'), 1, 'MONTH')).toBe(moment('2019-02-28T12:30'));
  expect(addUnits(moment('2020-02-29'), 1, 'YEAR')).toBe(moment('2021-02-28'));
  expect(addUnits(moment('2020-03-31'), -1, 'MONTH')).toBe(moment('2020-02-29'));
  expect(addUnits(moment('0099-12-15'), 2, 'MONTH')).toBe(moment('0100-02-15'));
});

test('weeks are those of ISO 8601', () => {
  expect(isoWeekOf(day('2004-12-31'))).toBe(53);
  expect(isoWeekOf(day('2005-01-02'))).toBe(53);
  expect(isoWeekOf(day('2005-01-03'))).toBe(1);
  expect(isoWeekOf(day('2008-12-29'))).toBe(1);
  expect(weekOf(day('1969-12-28'))).toBe(-1);
  expect(weekOf(day('1969-12-29'))).toBe(0);
});

test('as many units as are added lie between, with fractions and without', () => {
  fc.assert(
    fc.property(
      anyMoment,
      fc.integer({ min: -50, max: 50 }),
      fc.constantFrom(...UNITS),
      (at, units, unit) => {
        const to = addUnits(at, units, unit);
        expect(unitsBetween(at, to, unit)).toBeCloseTo(units, 9);
        // where the day is cut off at the month's end, Java's whole months are fewer
        if (new Date(at * 1_000).getUTCDate() <= 28) expect(wholeUnitsBetween(at, to, unit)).toBe(units);
      },
    ),
  );
});

test('whole units drop what is left, on either side, and months the time of day', () => {
  expect(wholeUnitsBetween(moment('2020-01-01T12:00'), moment('2020-01-09T11:00'), 'WEEK')).toBe(1);
  expect(wholeUnitsBetween(moment('2020-01-09T11:00'), moment('2020-01-01T12:00'), 'DAY')).toBe(-7);
  expect(wholeUnitsBetween(moment('2020-01-15T12:00'), moment('2020-02-15T11:00'), 'MONTH')).toBe(1);
  expect(wholeUnitsBetween(moment('2020-02-14'), moment('2020-01-15'), 'MONTH')).toBe(0);
  expect(wholeUnitsBetween(moment('2021-06-01'), moment('2019-06-02'), 'YEAR')).toBe(-1);
});
