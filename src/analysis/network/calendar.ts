import type { WindowUnit } from './network-options.js';

/**
 * Moments by the local clock, as seconds since 1970-01-01T00:00, in the proleptic Gregorian calendar: what Java's
 * LocalDateTime is to DNA.
 */
export const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;
/** 1970-01-01 was a Thursday, and weeks begin on Monday (ISO 8601). */
const MONDAY_TO_EPOCH = 3;

export type CalendarUnit = Exclude<WindowUnit, 'EVENT'>;

/** The number of a day `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / (DAY_SECONDS * 1_000);
}

export function dayOf(moment: number): number {
  return Math.floor(moment / DAY_SECONDS);
}

/** Weeks are numbered from the one of 1970-01-01, 0. */
export function weekOf(day: number): number {
  return Math.floor((day + MONDAY_TO_EPOCH) / 7);
}

/** Months are numbered from January of the year 0. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY_SECONDS * 1_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The week's number in its year, 1 to 53 (ISO 8601). */
export function isoWeekOf(day: number): number {
  // a week is of the year that its Thursday is in
  const thursday = weekOf(day) * 7;
  const year = Math.floor(monthOf(thursday) / 12);
  return Math.floor((thursday - firstDayOf(year * 12)) / 7) + 1;
}

function firstDayOf(month: number): number {
  const year = Math.floor(month / 12);
  // setUTCFullYear, because Date.UTC takes the year 99 for 1999
  return Math.floor(new Date(0).setUTCFullYear(year, month - 12 * year, 1) / (DAY_SECONDS * 1_000));
}

/** Months and years keep the day of the month, as far as the month has it: January 31 plus a month is February's last. */
export function addUnits(moment: number, units: number, unit: CalendarUnit): number {
  switch (unit) {
    case 'HOUR':
      return moment + units * HOUR_SECONDS;
    case 'DAY':
      return moment + units * DAY_SECONDS;
    case 'WEEK':
      return moment + units * 7 * DAY_SECONDS;
    case 'MONTH':
      return addMonths(moment, units);
    case 'YEAR':
      return addMonths(moment, units * 12);
  }
}

function addMonths(moment: number, months: number): number {
  const day = dayOf(moment);
  const from = monthOf(day);
  const first = firstDayOf(from + months);
  const last = firstDayOf(from + months + 1) - 1;
  return Math.min(first + day - firstDayOf(from), last) * DAY_SECONDS + (moment - day * DAY_SECONDS);
}

/** How many units lie between two moments, with fractions; negative where the second is the earlier one. */
export function unitsBetween(from: number, to: number, unit: CalendarUnit): number {
  switch (unit) {
    case 'HOUR':
      return (to - from) / HOUR_SECONDS;
    case 'DAY':
      return (to - from) / DAY_SECONDS;
    case 'WEEK':
      return (to - from) / (7 * DAY_SECONDS);
    case 'MONTH':
      return monthsBetween(from, to);
    case 'YEAR':
      return monthsBetween(from, to) / 12;
  }
}

function monthsBetween(from: number, to: number): number {
  let months = monthOf(dayOf(to)) - monthOf(dayOf(from));
  if (addMonths(from, months) > to) months--;
  const start = addMonths(from, months);
  return months + (to - start) / (addMonths(from, months + 1) - start);
}

/** Whole units as Java counts them (Duration and Period): fractions are dropped, a week is seven whole days. */
export function wholeUnitsBetween(from: number, to: number, unit: CalendarUnit): number {
  switch (unit) {
    case 'HOUR':
      return Math.trunc((to - from) / HOUR_SECONDS);
    case 'DAY':
      return Math.trunc((to - from) / DAY_SECONDS);
    case 'WEEK':
      return Math.trunc(Math.trunc((to - from) / DAY_SECONDS) / 7);
    case 'MONTH':
      return wholeMonthsBetween(dayOf(from), dayOf(to));
    case 'YEAR':
      return Math.trunc(wholeMonthsBetween(dayOf(from), dayOf(to)) / 12);
  }
}

/** Between two days, by the day of the month and not by the time. */
function wholeMonthsBetween(from: number, to: number): number {
  const [fromMonth, toMonth] = [monthOf(from), monthOf(to)];
  const months = toMonth - fromMonth;
  const days = to - firstDayOf(toMonth) - (from - firstDayOf(fromMonth));
  if (months > 0 && days < 0) return months - 1;
  return months < 0 && days > 0 ? months + 1 : months;
}
