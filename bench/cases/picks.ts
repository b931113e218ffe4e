import { query, type Store } from '../../src/store/index.js';
import { type Deep, deepKey } from './deep-page.js';

/**
 * What the cases ask about, picked from the corpus as it is loaded. The ordinary ones have the same degree in a corpus
 * of any size, so that runs of different sizes can be compared.
 */
export interface Picks {
  readonly busiest: Degree;
  readonly ordinary: Degree;
  /** as ordinary as that one */
  readonly tenOrdinary: readonly string[];
  /** not the very busiest, and still with a lot to say */
  readonly talkative: Degree;
  readonly ordinaryTopic: Degree;
  readonly disputedTopic: Degree;
  readonly biggestTopic: Degree;
  /** one with stances */
  readonly statement: string;
  readonly deep: Deep;
}

export interface Degree {
  readonly id: string;
  /** how many statements are made in the actor's name, or take a stance on the topic */
  readonly degree: number;
}

const NOBODY: Degree = { id: '', degree: 0 };
export const NOTHING_PICKED: Picks = {
  busiest: NOBODY,
  ordinary: NOBODY,
  tenOrdinary: [],
  talkative: NOBODY,
  ordinaryTopic: NOBODY,
  disputedTopic: NOBODY,
  biggestTopic: NOBODY,
  statement: '',
  deep: { rows: 50_000, dateFrom: '', id: '', cursor: '' },
};

const ORDINARY_ACTOR = 100;
const ORDINARY_TOPIC = 600;

const actorDegrees = query<Record<never, never>, { readonly id: string; readonly degree: number }>(
  'actorDegrees',
  `MATCH (a:Actor)<-[:ON_BEHALF_OF]-(s:Statement)
   RETURN a.id AS id, count(s) AS degree ORDER BY degree DESC, id`,
);
const topicDegrees = query<Record<never, never>, { readonly id: string; readonly degree: number }>(
  'topicDegrees',
  `MATCH (t:Topic)<-[x:TAKES_STANCE]-(s:Statement) WHERE x.coding = 'adjudicated' AND x.position <> 'NO_STANCE'
   RETURN t.id AS id, count(s) AS degree ORDER BY degree DESC, id`,
);
const statementWithStances = query<Record<never, never>, { readonly id: string }>(
  'statementWithStances',
  `MATCH (a:Topic {id: 'topic:proposition-000'})<-[:TAKES_STANCE]-(s:Statement)-[:TAKES_STANCE]->(:Topic {id: 'topic:proposition-001'})
   RETURN s.id AS id ORDER BY id LIMIT 1`,
);

export async function pick(store: Store, statements: number): Promise<Picks> {
  const actors = await store.read(actorDegrees, {});
  const topics = await store.read(topicDegrees, {});
  const [one] = await store.read(statementWithStances, {});
  const [busiest] = actors;
  const [biggestTopic] = topics;
  const talkative = actors[4];
  const disputedTopic = topics[4];
  const ordinary = nearest(actors, ORDINARY_ACTOR);
  const [ordinaryTopic] = nearest(topics, ORDINARY_TOPIC);
  if (!busiest || !biggestTopic || !talkative || !disputedTopic || !ordinary[0] || !ordinaryTopic || !one) {
    throw new Error('the corpus has too few statements to pick from: take at least 300');
  }
  return {
    busiest,
    talkative,
    ordinary: ordinary[0],
    tenOrdinary: ordinary.slice(0, 10).map(({ id }) => id),
    ordinaryTopic,
    disputedTopic,
    biggestTopic,
    statement: one.id,
    deep: await deepKey(store, Math.min(50_000, Math.floor(statements / 2))),
  };
}

function nearest(all: readonly Degree[], degree: number): Degree[] {
  return all.toSorted((a, b) => Math.abs(a.degree - degree) - Math.abs(b.degree - degree));
}
