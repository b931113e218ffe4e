import type { AnyRecord } from '../../src/model/index.js';
import { CONTROLS, EVENT_KINDS, VOTES, YES_MEANS } from '../../src/model/vocabulary.js';
import { anyDay } from './calendar.js';
import { at, oneOf, random, zipf } from './random.js';
import type { CorpusSizes } from './sizes.js';
import { inventedName, sentence } from './words.js';

/** What statements refer to. Its size does not grow with theirs. */
export interface Context {
  /** states and organizations, the most talkative first */
  readonly bodies: readonly string[];
  /** the persons of each body, in its order; the most talkative first */
  readonly personsOf: readonly (readonly string[])[];
  /** propositions, the most disputed first */
  readonly propositions: readonly Proposition[];
  readonly issues: readonly string[];
  readonly sources: readonly string[];
  readonly events: readonly { readonly id: string; readonly date: string }[];
}

interface Proposition {
  readonly id: string;
  readonly issue: string;
}

const COUNCIL = 'actor:council';
export const LANGUAGES = ['en', 'en', 'en', 'fr', 'fa', 'ru', 'zh', 'ar', 'de', 'es'] as const;

const number = (value: number, digits: number) => String(value).padStart(digits, '0');
/** Three letters of its own for each number. */
const isoCode = (value: number) =>
  [Math.floor(value / 676), Math.floor(value / 26), value]
    .map((n) => String.fromCharCode(65 + (n % 26)))
    .join('');

export function contextOf(sizes: CorpusSizes): Context {
  const chosen = random(1);
  const bodies = Array.from({ length: sizes.bodies }, (_, n) => bodyId(n));
  const bodyRank = zipf(bodies.length);
  const personsOf: string[][] = bodies.map(() => []);
  for (let n = 0; n < sizes.persons; n++) {
    // each has a spokesperson, the talkative ones many
    at(personsOf, n < bodies.length ? n : bodyRank(chosen)).push(`actor:person-${number(n, 4)}`);
  }
  const issues = Array.from({ length: sizes.issues }, (_, n) => `topic:issue-${number(n, 2)}`);
  return {
    bodies,
    personsOf,
    issues,
    propositions: Array.from({ length: sizes.propositions }, (_, n) => ({
      id: `topic:proposition-${number(n, 3)}`,
      issue: oneOf(issues, chosen),
    })),
    sources: Array.from({ length: sizes.sources }, (_, n) => `source:s-${number(n, 5)}`),
    events: Array.from({ length: sizes.events }, (_, n) => {
      const date = anyDay(chosen);
      return { id: `event:${date}-${n}`, date };
    }),
  };
}

/** Every fourth body is an organization. */
function isOrganization(rank: number): boolean {
  return rank % 4 === 3;
}

function bodyId(rank: number): string {
  return `actor:${isOrganization(rank) ? 'organization' : 'state'}-${number(rank, 3)}`;
}

/** The records of the context, each after those it refers to. */
export function* contextRecords(context: Context, sizes: CorpusSizes): Generator<AnyRecord> {
  yield* actors(context);
  yield* topics(context, sizes);
  yield* publishersAndSources(context, sizes);
  yield* events(context);
  yield* relations(context);
}

function* actors({ bodies, personsOf }: Context): Generator<AnyRecord> {
  for (const [rank, id] of bodies.entries()) {
    const name = inventedName(rank);
    yield isOrganization(rank)
      ? { type: 'actor', id, kind: 'ORGANIZATION', name: `${name} Union`, aliases: [`${name.slice(0, 3)}U`] }
      : {
          type: 'actor',
          id,
          kind: 'STATE',
          name,
          aliases: [`Republic of ${name}`],
          isoCode: isoCode(rank),
        };
  }
  yield { type: 'actor', id: COUNCIL, kind: 'ORGANIZATION', name: 'The Council' };
  let spoken = bodies.length;
  for (const persons of personsOf) {
    for (const id of persons) {
      spoken += 1;
      yield {
        type: 'actor',
        id,
        kind: 'PERSON',
        name: `${inventedName(spoken)} ${inventedName(spoken * 7 + 1)}`,
      };
    }
  }
}

function* topics({ issues, propositions }: Context, sizes: CorpusSizes): Generator<AnyRecord> {
  const chosen = random(2);
  const fields = Math.max(1, Math.round(sizes.issues / 5));
  for (let n = 0; n < fields; n++) {
    yield { type: 'topic', id: `topic:field-${n}`, kind: 'ISSUE', name: `Field ${inventedName(n)}` };
  }
  for (const [n, id] of issues.entries()) {
    yield {
      type: 'topic',
      id,
      kind: 'ISSUE',
      name: `Issue ${inventedName(n + 100)}`,
      aligned: n % 3 === 0,
      partOf: [`topic:field-${n % fields}`],
    };
  }
  for (const [n, { id, issue }] of propositions.entries()) {
    yield {
      type: 'topic',
      id,
      kind: 'PROPOSITION',
      name: `Question ${inventedName(n + 200)}`,
      text: sentence(chosen, 8, 16),
      valence: n % 40 === 39 ? true : undefined,
      partOf: [issue],
    };
  }
}

function* publishersAndSources(
  { bodies, sources }: Context,
  { publishers }: CorpusSizes,
): Generator<AnyRecord> {
  const chosen = random(3);
  const publisherRank = zipf(publishers);
  for (let n = 0; n < publishers; n++) {
    yield {
      type: 'publisher',
      id: `publisher:p-${number(n, 3)}`,
      name: `${inventedName(n + 900)} News`,
      country: oneOf(bodies, chosen),
      control: oneOf(CONTROLS, chosen),
    };
  }
  for (const [n, id] of sources.entries()) {
    const publishedAt = anyDay(chosen);
    yield {
      type: 'source',
      id,
      url: `https://news.example/${publishedAt}/${n}`,
      title: sentence(chosen, 5, 12),
      publisher: `publisher:p-${number(publisherRank(chosen), 3)}`,
      publishedAt,
      language: oneOf(LANGUAGES, chosen),
    };
  }
}

function* events({ events, sources, propositions, bodies }: Context): Generator<AnyRecord> {
  const chosen = random(4);
  for (const [n, { id, date }] of events.entries()) {
    const isVote = isVoteAt(n);
    yield {
      type: 'event',
      id,
      kind: isVote ? 'VOTE' : oneOf(EVENT_KINDS, chosen),
      name: `${inventedName(n)} ${isVote ? 'vote' : 'meeting'}`,
      date,
      outcome: isVote ? (chosen.chance(0.7) ? 'ADOPTED' : 'FAILED') : undefined,
      decides: isVote
        ? [{ topic: oneOf(propositions, chosen).id, yesMeans: oneOf(YES_MEANS, chosen) }]
        : undefined,
      involves: [{ actor: oneOf(bodies, chosen), role: 'PARTICIPANT' }],
      citations: [{ source: oneOf(sources, chosen) }],
    };
  }
}

function isVoteAt(index: number): boolean {
  return index % 10 === 0;
}

function* relations({ events, bodies, personsOf, sources }: Context): Generator<AnyRecord> {
  const chosen = random(5);
  const states = bodies.filter((_, rank) => !isOrganization(rank));
  const council = states.slice(0, 15);
  for (const [n, event] of events.entries()) {
    if (!isVoteAt(n)) continue;
    for (const actor of council) {
      yield { type: 'vote', event: event.id, actor, vote: oneOf(VOTES, chosen) };
    }
  }
  for (const [n, actor] of council.entries()) {
    yield {
      type: 'membership',
      actor,
      organization: COUNCIL,
      role: n < 5 ? 'permanent member' : 'elected member',
      from: n < 5 ? undefined : '2019-01-01',
      to: n < 5 ? undefined : '2020-12-31',
      citations: [{ source: oneOf(sources, chosen) }],
    };
  }
  for (const [rank, organization] of bodies.entries()) {
    if (!isOrganization(rank)) continue;
    const members = new Set(Array.from({ length: 3 + chosen.below(25) }, () => oneOf(states, chosen)));
    for (const actor of members) yield { type: 'membership', actor, organization, role: 'member' };
  }
  for (const [rank, persons] of personsOf.entries()) {
    for (const person of persons) {
      const year = 2008 + chosen.below(14);
      yield {
        type: 'office',
        person,
        of: at(bodies, rank),
        title: chosen.chance(0.3) ? 'Foreign Minister' : 'Spokesperson',
        from: String(year),
        to: String(year + 1 + chosen.below(8)),
      };
    }
  }
}
