import type { Parameters } from './filter/parameters.js';
import type { Period } from './filter/period.js';
import { isAscending, type Keyset, type Order, where } from './page.js';

/** A walk is taken where a page is expected within so many days, were statements made evenly, … */
export const DAYS_WORTH_WALKING = 10;
/** … and looks at so many times the days expected, because they are not. */
const TIMES_EXPECTED = 3;
/** The most days that a walk looks at, and the most months they lie in. */
const MOST_DAYS = TIMES_EXPECTED * DAYS_WORTH_WALKING;
const MOST_MONTHS = 3;
/** Up to this many days, a period is walked as a whole. */
const SHORT_PERIOD_DAYS = 100;

/** The days of a walk, from the bound on. */
export interface DaysOfWalk {
  /** whether they are all days on which a statement of the page can begin */
  readonly whole: boolean;
  /** Clauses that bind `day` to them, one after the other; the variables `carried` stay bound. */
  clauses(carried: readonly string[], expected?: ExpectedDays): string;
  /** conditions on `s`, a statement that begins on `day` */
  readonly conditions: readonly string[];
  /** the order of the page, by `day` */
  readonly order: string;
}

/** In how many days a page is expected: a number, or an expression of variables that are bound. */
export type ExpectedDays = number | { readonly days: string; readonly of: readonly string[] };

interface Walk {
  readonly period: Period;
  readonly order: Order;
  readonly keyset: Keyset;
}

export function daysOfWalk({ period, order, keyset }: Walk, params: Parameters): DaysOfWalk {
  const ascending = isAscending(order, keyset);
  const direction = ascending ? '' : ' DESC';
  const { from, to, starts } = period;
  const [day, id] = keyset.bound ?? [];

  const onMonths: string[] = [];
  const onDays: string[] = [];
  const conditions: string[] = [];
  const limits = (operator: string, value: string) => {
    onMonths.push(`month ${operator} ${params.add(value.slice(0, 7))}`);
    const name = params.add(value);
    onDays.push(`day ${operator} ${name}`);
    return name;
  };
  if (day !== undefined && id !== undefined) {
    const beyond = ascending ? '>' : '<';
    const bound = limits(`${beyond}=`, day);
    conditions.push(
      `(day ${beyond} ${bound} OR s.id ${beyond}${keyset.inclusive ? '=' : ''} ${params.add(id)})`,
    );
  }
  if (to) limits('<=', to);
  if (from) {
    const first = params.add(from);
    onMonths.push(`month >= ${params.add((starts[0] ?? from).slice(0, 7))}`);
    onDays.push(`(day >= ${first} OR day IN ${params.add(starts)})`);
    conditions.push(`s.dateTo >= ${first}`);
  }

  const [first, last] = ascending ? [latest(day, from), to] : [from, earliest(day, to)];
  const whole = first !== undefined && last !== undefined && daysBetween(first, last) <= SHORT_PERIOD_DAYS;
  return {
    whole,
    conditions,
    order: `day${direction}, s.id${direction}`,
    clauses(carried, expected) {
      const measured = !whole && typeof expected === 'object';
      const known = listed([...carried, ...(measured ? expected.of : [])]);
      const most = typeof expected === 'number' ? daysTaken(expected) : MOST_DAYS;
      const days = `MATCH (m:_Month)
WITH ${known}m.id AS month${where(onMonths)}
WITH ${known}month ORDER BY month${direction}${whole ? '' : ` LIMIT ${MOST_MONTHS}`}
UNWIND range(1, 31) AS date
WITH ${known}month + '-' + right('0' + toString(date), 2) AS day${where(onDays)}
WITH ${known}day ORDER BY day${direction}${whole ? '' : ` LIMIT ${params.add(most)}`}`;
      if (!measured) return days;
      return `${days}
WITH ${known}collect(day) AS days
UNWIND days[0..${TIMES_EXPECTED} * (1 + ${expected.days})] AS day
WITH ${listed(carried)}day ORDER BY day${direction}`;
    },
  };
}

function daysTaken(expected: number): number {
  return Math.min(MOST_DAYS, TIMES_EXPECTED * (1 + Math.floor(expected)));
}

function listed(variables: readonly string[]): string {
  return variables.map((name) => `${name}, `).join('');
}

function earliest(a: string | undefined, b: string | undefined): string | undefined {
  return a !== undefined && b !== undefined ? (a < b ? a : b) : (a ?? b);
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a !== undefined && b !== undefined ? (a > b ? a : b) : (a ?? b);
}

/** NaN where one is no day: a bound is what a client sent. */
function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}
