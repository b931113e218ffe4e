import { DemarcheError, parseEdtf, VOTES } from '../../model/index.js';
import { dayNumber, dayText } from './days.js';
import { LEVELS } from './levels.js';
import { withParts } from './matching.js';
import { byOrganization, datesOf, overlap } from './memberships.js';
import { sortedByName } from './names.js';
import { type OwnStance, type OwnStancesWanted, ownStances } from './own-stances.js';
import { type Prevailing, prevailing } from './prevailing.js';
import type { Selection } from './selection.js';
import type { StanceTable } from './stance-table.js';
import { positionOfVote } from './votes.js';

export const MATRIX_RULES = ['LATEST', 'MAJORITY'] as const;

export interface StanceMatrixWanted extends OwnStancesWanted {
  /** whose positions: these actors' and those of a body's members */
  readonly actors: readonly string[];
  readonly memberOf?: { readonly organization: string; readonly at?: string | null | undefined } | undefined;
  /** propositions, and issues, which stand for the propositions in them */
  readonly topics: readonly string[];
  /** as of the end of this date; left out, of all */
  readonly at?: string | undefined;
  readonly rule: (typeof MATRIX_RULES)[number];
  readonly includeVotes: boolean;
}

export interface StanceMatrix {
  /** ids, sorted */
  readonly actors: readonly string[];
  readonly topics: readonly string[];
  /** by actor, then by topic */
  readonly cells: readonly (readonly MatrixCell[])[];
}

export interface MatrixCell {
  readonly position: Prevailing['position'] | 'NO_RECORD';
  readonly untilMet: Prevailing['untilMet'];
  /** the latest date, first and last day that it can mean */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** whether the actor has both supported and opposed it, with or without a condition */
  readonly contradicted: boolean;
  /** ids, latest first */
  readonly statements: readonly string[];
  /** its latest vote on it */
  readonly vote:
    | {
        readonly event: string;
        readonly actor: string;
        readonly vote: string;
        readonly position: ReturnType<typeof positionOfVote>;
      }
    | undefined;
}

const MOST_CELLS = 10_000;

/**
 * Each actor's own position on each proposition as of a date: the majority of the latest day, or of all stances.
 * Statements count whose whole date is not after it.
 *
 * @throws DemarcheError BAD_USER_INPUT where there are several coding sets or coders, an unknown topic; QUERY_TOO_COSTLY beyond 10,000 cells
 */
export function stanceMatrix(selection: Selection, wanted: StanceMatrixWanted): StanceMatrix {
  const { table } = selection;
  const at = wanted.at === undefined ? Number.POSITIVE_INFINITY : dayNumber(parseEdtf(wanted.at)?.to ?? '');
  const actors = actorsOf(table, wanted, at);
  const topics = propositionsOf(table, wanted.topics);
  if (actors.length * topics.length > MOST_CELLS) {
    throw new DemarcheError(
      'QUERY_TOO_COSTLY',
      `stanceMatrix: expected at most ${MOST_CELLS} cells, but there are ${actors.length} actors and ${topics.length} propositions`,
    );
  }
  const cells = new Map<string, OwnStance[]>();
  // an actor without statements has no number
  const codes = actors.map((id) => table.actors.find(id));
  const [actorSet, topicSet] = [new Set(codes), new Set(topics)];
  for (const stance of ownStances(selection, wanted)) {
    if (!actorSet.has(stance.actor) || !topicSet.has(stance.topic) || datesOf(table, stance.row).to > at)
      continue;
    const key = `${stance.actor} ${stance.topic}`;
    const known = cells.get(key);
    if (known) known.push(stance);
    else cells.set(key, [stance]);
  }
  const voteOf = wanted.includeVotes ? latestVotes(selection, at) : () => undefined;
  return {
    actors,
    topics: topics.map((topic) => table.topics.list[topic] ?? ''),
    cells: codes.map((actor) =>
      topics.map((topic) => ({
        ...cellOf(table, cells.get(`${actor} ${topic}`) ?? [], wanted.rule),
        vote: voteOf(actor, topic),
      })),
    ),
  };
}

function cellOf(
  table: StanceTable,
  stances: readonly OwnStance[],
  rule: StanceMatrixWanted['rule'],
): Omit<MatrixCell, 'vote'> {
  const dated = stances
    .map((stance) => ({ ...stance, ...datesOf(table, stance.row), id: table.ids.idOf(stance.row) }))
    .sort((a, b) => b.to - a.to || b.from - a.from || (a.id < b.id ? 1 : -1));
  const [latest] = dated;
  if (!latest) {
    return {
      position: 'NO_RECORD',
      untilMet: null,
      from: undefined,
      to: undefined,
      contradicted: false,
      statements: [],
    };
  }
  const deciding =
    rule === 'MAJORITY' ? dated : dated.filter(({ from, to }) => from === latest.from && to === latest.to);
  const values = dated.map(({ level }) => LEVELS[level]?.value ?? 0);
  return {
    ...prevailing(deciding.map(({ level }) => level)),
    from: dayText(latest.from),
    to: dayText(latest.to),
    contradicted: values.some((value) => value > 0) && values.some((value) => value < 0),
    statements: dated.map(({ id }) => id),
  };
}

function actorsOf(
  table: StanceTable,
  { actors, memberOf, at: asOf }: StanceMatrixWanted,
  at: number,
): string[] {
  const found = new Set(actors);
  if (memberOf) {
    const date = parseEdtf(memberOf.at ?? asOf ?? '');
    const period = date
      ? { from: dayNumber(date.from), to: dayNumber(date.to) }
      : { from: Number.NEGATIVE_INFINITY, to: at };
    const members = byOrganization(table).get(table.actors.find(memberOf.organization) ?? -1) ?? [];
    for (const member of members)
      if (overlap(member, period)) found.add(table.actors.list[member.actor] ?? '');
  }
  return [...found].sort();
}

/** The propositions among topics and in issues among them. */
function propositionsOf(table: StanceTable, ids: readonly string[]): number[] {
  const { topics, topicFacts } = table;
  const unknown = ids.find((id) => !topicFacts.has(topics.find(id) ?? -1));
  if (unknown !== undefined) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `topics: expected ids of topics that are there, not ${unknown}`,
    );
  }
  const within = withParts(table, ids);
  const found = [...topics.list.keys()].filter(
    (topic) => topicFacts.get(topic)?.isProposition === true && within[topic] === 1,
  );
  return sortedByName(found, topics.list);
}

/** Each actor's latest vote on each proposition; of one day the one at the event with the last id. */
function latestVotes(
  { table, votes: count }: Selection,
  at: number,
): (actor: number | undefined, topic: number) => MatrixCell['vote'] {
  const latest = new Map<
    string,
    { end: number; event: number; vote: number; yesMeans: 'SUPPORT' | 'OPPOSE' }
  >();
  const { votes, decisions, events } = table;
  for (let i = 0; i < count; i++) {
    const event = votes.event.values[i] ?? 0;
    const decision = decisions.get(event);
    const end = (decision?.day ?? 0) + (decision?.span ?? 0);
    if (!decision || end > at) continue;
    for (const { topic, yesMeans } of decision.topics) {
      const key = `${votes.actor.values[i]} ${topic}`;
      const known = latest.get(key);
      const isLater =
        !known ||
        end > known.end ||
        (end === known.end && (events.list[event] ?? '') > (events.list[known.event] ?? ''));
      if (isLater) latest.set(key, { end, event, vote: votes.vote.values[i] ?? 0, yesMeans });
    }
  }
  return (actor, topic) => {
    const found = latest.get(`${actor} ${topic}`);
    if (!found) return undefined;
    return {
      event: events.list[found.event] ?? '',
      actor: table.actors.list[actor ?? 0] ?? '',
      vote: VOTES[found.vote] ?? '',
      position: positionOfVote(found.vote, found.yesMeans),
    };
  };
}
