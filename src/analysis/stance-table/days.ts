/**
 * Days as numbers: 0 is 1970-01-01, in the proleptic Gregorian calendar, for the years 0000 to 9999. Months count from
 * January of the year 0. The arithmetic of months is H. Hinnant's, "chrono-Compatible Low-Level Date Algorithms".
 */
const DAY_MS = 86_400_000;

/** The number of a day `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The month that a day is in. */
export function monthOf(day: number): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // years begin in March there
  return 12 * (era * 400 + yearOfEra) + Math.floor((5 * dayOfYear + 2) / 153) + 2;
}

/** The first day of a month. */
export function firstDayOf(month: number): number {
  const shifted = month - 2;
  const year = Math.floor(shifted / 12);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (shifted - year * 12) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
