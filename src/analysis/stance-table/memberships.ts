import type { Membership, StanceTable } from './stance-table.js';

/** Days (days.ts), both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export function overlap(a: Period, b: Period): boolean {
  return a.from <= b.to && a.to >= b.from;
}

/** The days that the date of a statement can mean. */
export function datesOf({ statements }: Pick<StanceTable, 'statements'>, row: number): Period {
  const from = statements.day.values[row] ?? 0;
  return { from, to: from + (statements.span.values[row] ?? 0) };
}

/** The memberships in each organization. */
export function byOrganization({
  memberships,
}: Pick<StanceTable, 'memberships'>): ReadonlyMap<number, readonly Membership[]> {
  const groups = new Map<number, Membership[]>();
  for (const membership of memberships) {
    const group = groups.get(membership.organization);
    if (group) group.push(membership);
    else groups.set(membership.organization, [membership]);
  }
  return groups;
}

/** When each actor was a member of one organization. */
export function periodsOf(memberships: readonly Membership[]): ReadonlyMap<number, readonly Period[]> {
  const periods = new Map<number, Period[]>();
  for (const membership of memberships) {
    const known = periods.get(membership.actor);
    if (known) known.push(membership);
    else periods.set(membership.actor, [membership]);
  }
  return periods;
}
