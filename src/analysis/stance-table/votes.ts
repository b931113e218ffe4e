import { VOTES, type YES_MEANS } from '../../model/index.js';
import { dayText } from './days.js';
import { filtersIn, keysNotInTable } from './matching.js';
import { type Coding, type Selection, select, stancesWanted } from './selection.js';
import { addSources, addStatement, emptyTable, type StanceTable, sizeOf } from './stance-table.js';

/** A vote as what it means: a position of the voter on what the event decides. */
export interface CastVote {
  /** in `events` */
  readonly event: number;
  readonly actor: number;
  /** in VOTES */
  readonly vote: number;
}

/** Votes that a filter selects, as rows of a table of their own that has the names of the first one. */
export interface VoteSelection {
  readonly selection: Selection;
  /** by row */
  readonly votes: readonly CastVote[];
}

type Position = 'SUPPORT' | 'OPPOSE' | 'NEUTRAL' | undefined;

/** What a vote says on a proposition; one that was not cast says nothing. */
export function positionOfVote(vote: number, yesMeans: (typeof YES_MEANS)[number]): Position {
  switch (VOTES[vote]) {
    case 'YES':
      return yesMeans;
    case 'NO':
      return yesMeans === 'SUPPORT' ? 'OPPOSE' : 'SUPPORT';
    case 'ABSTAIN':
      return 'NEUTRAL';
    default:
      return undefined;
  }
}

/**
 * The votes that match the filter of a selection, each as an act of the voter in its own name, about and with a stance
 * on what the event decides. A vote has no act, no addressee and no source: keys for those match none.
 */
export function selectVotes(
  { table, filter, votes: count }: Selection,
  { coding, coder = '' }: Coding,
): VoteSelection {
  const votes: CastVote[] = [];
  const [coded = coding] = stancesWanted(filter, coding).codings;
  const own: StanceTable = {
    ...emptyTable(),
    actors: table.actors,
    actorNames: table.actorNames,
    isPerson: table.isPerson,
    topics: table.topics,
    topicFacts: table.topicFacts,
    wholes: table.wholes,
    memberships: table.memberships,
    events: table.events,
  };
  for (let i = 0; i < count; i++) {
    const [event = 0, actor = 0, vote = 0] = [
      table.votes.event.values[i],
      table.votes.actor.values[i],
      table.votes.vote.values[i],
    ];
    const decision = table.decisions.get(event);
    if (!decision) continue;
    const topics = decision.topics.map(({ topic }) => table.topics.list[topic] ?? '');
    const actorId = table.actors.list[actor] ?? '';
    votes.push({ event, actor, vote });
    addStatement(own, {
      id: `statement:${table.events.list[event]}|${actorId}`,
      act: '',
      dateFrom: dayText(decision.day),
      dateTo: dayText(decision.day + decision.span),
      time: decision.time === -1 ? null : new Date(decision.time * 1_000).toISOString().slice(11, 19),
      revision: 0,
      principals: [{ actor: actorId, basis: 'OWN' }],
      speakers: [{ actor: actorId, capacity: 'NATIONAL' }],
      addressees: [],
      about: topics,
      stances: decision.topics.flatMap(({ topic, yesMeans }) => {
        const position = positionOfVote(vote, yesMeans);
        return position
          ? [
              {
                topic: table.topics.list[topic] ?? '',
                position,
                untilMet: '',
                coding: coded,
                coder,
                confidence: undefined,
              },
            ]
          : [];
      }),
      citations: [],
    });
  }
  addSources(own, own.sources.list.length, []);
  const none = new Uint8Array(votes.length);
  const elsewhere = new Map(
    filtersIn(filter).flatMap((one) => (keysNotInTable(one) ? [[one, none] as const] : [])),
  );
  return { selection: select(own, filter, sizeOf(own), elsewhere), votes };
}
