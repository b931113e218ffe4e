import { type Random, weighted } from './random.js';

const FIRST_YEAR = 2014;
const YEARS = 12;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(FIRST_YEAR, 0, 1);
const DAYS = Math.round((Date.UTC(FIRST_YEAR + YEARS, 0, 1) - FIRST_DAY) / DAY_MS);

/** Crises: in the weeks around these days there is much more to be said. */
const CRISES = ['2015-07-14', '2018-05-08', '2020-08-20', '2022-03-11', '2025-09-27'].map(
  (day) => (Date.parse(day) - FIRST_DAY) / DAY_MS,
);
const CRISIS_DAYS = 20;

const drawDay = weighted(
  Array.from({ length: DAYS }, (_, day) => {
    const weekend = new Date(FIRST_DAY + day * DAY_MS).getUTCDay() % 6 === 0;
    const crisis = CRISES.reduce((sum, peak) => sum + 8 * Math.exp(-(((day - peak) / CRISIS_DAYS) ** 2)), 0);
    return (weekend ? 0.3 : 1) * (1 + crisis);
  }),
);

/** A day of twelve years, more often one of a crisis, and seldom one of a weekend. */
export function anyDay(random: Random): string {
  return new Date(FIRST_DAY + drawDay(random) * DAY_MS).toISOString().slice(0, 10);
}

/** The day, or where the source is less precise, its month or year. */
export function asPrinted(day: string, random: Random): string {
  const precision = random.next();
  return precision < 0.92 ? day : precision < 0.98 ? day.slice(0, 7) : day.slice(0, 4);
}
