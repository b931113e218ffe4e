import type { SqliteRow } from '../sqlite-file.js';

const LATEST_SECOND = Date.parse('9999-12-31T23:59:59Z') / 1_000;
const EARLIEST_SECOND = Date.parse('0000-01-01T00:00:00Z') / 1_000;

/** DNA keeps the local clock's time as if it were UTC. */
export function momentOf(
  value: SqliteRow[string] | undefined,
): { date: string; time: string | undefined } | undefined {
  if (typeof value !== 'number' || !(value >= EARLIEST_SECOND && value <= LATEST_SECOND)) return undefined;
  const moment = new Date(value * 1_000).toISOString();
  const time = moment.slice(11, 19);
  return { date: moment.slice(0, 10), time: time === '00:00:00' ? undefined : time };
}
