import { parseEdtf } from '../../model/index.js';
import type { Parameters } from './parameters.js';

/** A checked range of EDTF dates, as filters have it. */
export interface DateRange {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** A date range as days. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /**
   * The days before `from` on which something can begin that reaches into the period: a date is a day, a month or a
   * year, so these are the first days of that month and that year.
   */
  readonly starts: readonly string[];
}

export function periodOf(range: DateRange | null | undefined): Period {
  const from = range?.from ? parseEdtf(range.from)?.from : undefined;
  const to = range?.to ? parseEdtf(range.to)?.to : undefined;
  return { from, to, starts: from ? [`${from.slice(0, 4)}-01-01`, `${from.slice(0, 7)}-01`] : [] };
}

/** That a node with `dateFrom` and `dateTo` can lie in a period: bounded on both sides, for an index by `dateFrom`. */
export function dateConditions(node: string, { from, to, starts }: Period, params: Parameters): string[] {
  const conditions: string[] = [];
  if (from) {
    conditions.push(`${node}.dateFrom >= ${params.add(starts[0] ?? from)}`);
    conditions.push(`${node}.dateTo >= ${params.add(from)}`);
  }
  if (to) conditions.push(`${node}.dateFrom <= ${params.add(to)}`);
  return conditions;
}
