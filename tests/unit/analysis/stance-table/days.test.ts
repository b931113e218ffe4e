import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayText, firstDayOf, monthOf } from '../../../../src/analysis/stance-table/days.js';

/** The years that EDTF has: 0000 to 9999. */
const anyDay = fc.integer({ min: dayNumber('0000-01-01'), max: dayNumber('9999-12-31') });

test('days count from 1970', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('2020-08-14')).toBe(18_488);
  expect(dayText(18_488)).toBe('2020-08-14');
  expect(dayText(dayNumber('0000-01-01'))).toBe('0000-01-01');
});

test('months are those of the calendar', () => {
  expect(monthOf(dayNumber('0000-01-01'))).toBe(0);
  expect(dayText(firstDayOf(2020 * 12 + 1))).toBe('2020-02-01');
  fc.assert(
    fc.property(anyDay, (day) => {
      const text = dayText(day);
      expect(dayNumber(text)).toBe(day);
      expect(monthOf(day)).toBe(Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1);
      expect(dayText(firstDayOf(monthOf(day)))).toBe(`${text.slice(0, 7)}-01`);
    }),
    { numRuns: 2_000 },
  );
});
