/**
 * EDTF (ISO 8601-2) level 0 dates as precise as their source: `2020`, `2020-09` or `2020-09-01`, and nothing else.
 * A date stands for every day it can mean: `from` is the first of them, `to` the last.
 */
export interface DayRange {
  /** first day, `YYYY-MM-DD` */
  readonly from: string;
  /** last day, `YYYY-MM-DD` */
  readonly to: string;
}

export const EDTF_PATTERN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** The bounds that stand for "since always" and "until today and on" where a membership or an office is open. */
export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The days a date can mean; `undefined` where the string is not a level 0 date of the calendar (`2020-02-30`). */
export function parseEdtf(date: string): DayRange | undefined {
  const match = EDTF_PATTERN.exec(date);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = daysInMonth(Number(year), Number(month));
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  return Number(day) <= last ? { from: date, to: date } : undefined;
}

/** The day `days` after `day` (before it, when negative); both `YYYY-MM-DD`, clamped to the years 0000 to 9999. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const year = date.getUTCFullYear();
  if (year < 0) return FIRST_DAY;
  if (year > 9999) return LAST_DAY;
  return date.toISOString().slice(0, 10);
}

/** The period of a membership or an office, open where an end is not known. */
export function parsePeriod(period: { from?: string | undefined; to?: string | undefined }): DayRange {
  return {
    from: (period.from && parseEdtf(period.from)?.from) || FIRST_DAY,
    to: (period.to && parseEdtf(period.to)?.to) || LAST_DAY,
  };
}
