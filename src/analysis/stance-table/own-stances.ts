import { BASES, CAPACITIES } from '../../model/index.js';
import { levelCode } from './levels.js';
import { byOrganization, datesOf, overlap } from './memberships.js';
import { type Coding, countedStances, type Selection } from './selection.js';
import type { StanceTable } from './stance-table.js';

/** Whose stances are an actor's own. */
export interface OwnStancesWanted extends Coding {
  readonly actorsAs: 'PRINCIPAL' | 'SPEAKER';
  /** whether a joint statement of a group counts for those who were its members at the time, too */
  readonly expandJoint: boolean;
}

/** A stance that an actor takes for itself. */
export interface OwnStance {
  readonly actor: number;
  readonly topic: number;
  /** in LEVELS */
  readonly level: number;
  /** of the statement */
  readonly row: number;
}

const NO_STANCE = levelCode('NO_STANCE', '');
const CLAIMED = BASES.indexOf('CLAIMED');
const JOINT = BASES.indexOf('JOINT');
const NATIONAL = CAPACITIES.indexOf('NATIONAL');
const PERSONAL = CAPACITIES.indexOf('PERSONAL');

/**
 * The counted stances (`countedStances`) that are an actor's own: not what is merely claimed for it, and not what is
 * said in another capacity. Who presides or coordinates speaks for no one; who speaks personally speaks for himself.
 */
export function* ownStances(selection: Selection, wanted: OwnStancesWanted): Generator<OwnStance> {
  const { table, rows } = selection;
  const counted = countedStances(selection, wanted);
  const actorsOf = ownActors(table, wanted);
  const { starts, topic, level } = table.stances;
  for (const row of rows) {
    let actors: readonly number[] | undefined;
    for (let i = starts.values[row] ?? 0; i < (starts.values[row + 1] ?? 0); i++) {
      if (!counted(i) || level.values[i] === NO_STANCE) continue;
      actors ??= actorsOf(row);
      for (const actor of actors) {
        yield { actor, topic: topic.values[i] ?? 0, level: level.values[i] ?? 0, row };
      }
    }
  }
}

/** Those who speak for themselves in a statement. */
function ownActors(
  table: StanceTable,
  { actorsAs, expandJoint }: OwnStancesWanted,
): (row: number) => readonly number[] {
  const { principals, speakers } = table;
  const groups = byOrganization(table);
  return (row) => {
    const personal: number[] = [];
    let national = false;
    const speaking: number[] = [];
    for (let i = speakers.starts.values[row] ?? 0; i < (speakers.starts.values[row + 1] ?? 0); i++) {
      const actor = speakers.actor.values[i] ?? 0;
      const capacity = speakers.capacity.values[i];
      if (capacity === NATIONAL) national = true;
      if (capacity === PERSONAL) personal.push(actor);
      if (capacity === NATIONAL || capacity === PERSONAL) speaking.push(actor);
    }
    if (actorsAs === 'SPEAKER') return speaking;
    const found = new Set<number>();
    const period = datesOf(table, row);
    for (let i = principals.starts.values[row] ?? 0; i < (principals.starts.values[row + 1] ?? 0); i++) {
      const actor = principals.actor.values[i] ?? 0;
      const basis = principals.basis.values[i];
      if (basis === CLAIMED || !(national || personal.includes(actor))) continue;
      found.add(actor);
      if (!expandJoint || basis !== JOINT) continue;
      for (const member of groups.get(actor) ?? []) if (overlap(member, period)) found.add(member.actor);
    }
    return [...found];
  };
}
