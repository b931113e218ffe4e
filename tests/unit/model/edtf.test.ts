import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, FIRST_DAY, LAST_DAY, parseEdtf, parsePeriod } from '../../../src/model/index.js';

const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseEdtf', () => {
  test.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-09', '2020-09-01', '2020-09-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    ['2020-09-01', '2020-09-01', '2020-09-01'],
    ['0000', '0000-01-01', '0000-12-31'],
  ])('%s means %s to %s', (date, from, to) => {
    expect(parseEdtf(date)).toEqual({ from, to });
  });

  test.each([
    '',
    '20',
    '2020-',
    '2020-9',
    '2020-13',
    '2020-00',
    '2020-09-00',
    '2020-09-31',
    '2020-02-30',
    '2021-02-29',
    '1900-02-29',
    '2020-09-01T00:00',
    '2020-09-01/2020-09-02',
    '2020~',
    '201X',
    '-2020',
    '+2020',
    '12020',
    ' 2020',
    '2020\n',
    '２０２０',
    'Tuesday',
  ])('%j is no date', (date) => {
    expect(parseEdtf(date)).toBeUndefined();
  });

  test('every day of the calendar is one, and lies in its month and its year', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parseEdtf(date)).toEqual({ from: date, to: date });
        for (const wider of [date.slice(0, 7), date.slice(0, 4)]) {
          const range = parseEdtf(wider);
          expect(range && range.from <= date && date <= range.to).toBe(true);
        }
      }),
    );
  });

  test('the day after the last of a month is the first of the next', () => {
    fc.assert(
      fc.property(day, (date) => {
        const next = addDays(parseEdtf(date.slice(0, 7))?.to ?? '', 1);
        expect(next.slice(8) === '01' || next === LAST_DAY).toBe(true);
      }),
    );
  });
});

describe('parsePeriod', () => {
  test('an end that is not known is open', () => {
    expect(parsePeriod({})).toEqual({ from: FIRST_DAY, to: LAST_DAY });
    expect(parsePeriod({ from: '2004-03' })).toEqual({ from: '2004-03-01', to: LAST_DAY });
    expect(parsePeriod({ from: '2020', to: '2021' })).toEqual({ from: '2020-01-01', to: '2021-12-31' });
  });
});

describe('addDays', () => {
  test.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-03-01', -1, '2020-02-29'],
    ['2020-12-31', 1, '2021-01-01'],
    ['9999-12-31', 1, LAST_DAY],
    ['0000-01-01', -1, FIRST_DAY],
  ])('%s and %d days: %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });
});
