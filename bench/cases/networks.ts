import { type BenchCase, question } from './case.js';

/** What positions of all actors on all propositions must answer within, a network of all, and one of each week of a year. */
const POSITIONS_MS = 300;
const NETWORK_MS = 1_000;
const WINDOWS_MS = 5_000;
const YEAR = '2020';
const DAY_MS = 86_400_000;

/** The windows of a week to both sides that lie in the year, from one week to the next. */
const WINDOWS = Array.from({ length: 53 }, (_, week) => {
  const middle = Date.UTC(Number(YEAR), 0, 1 + 7 * week);
  return { from: dayOf(middle - 7 * DAY_MS), to: dayOf(middle + 7 * DAY_MS) };
}).filter(({ from, to }) => from >= `${YEAR}-01-01` && to <= `${YEAR}-12-31`);

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** What counts in a network. */
const COUNTED = `x.coding = 'adjudicated' AND coalesce(t.valence, false) = false
  AND (x.position IN ['SUPPORT', 'OPPOSE'] OR (x.position = 'CONDITIONAL' AND x.untilMet IN ['SUPPORT', 'OPPOSE']))`;

/** Networks of all actors. The database is asked only for the statements that count: their weights would take minutes. */
export function networks(): BenchCase[] {
  const everything: BenchCase['bare'] = {
    text: `MATCH (s:Statement)-[x:TAKES_STANCE]->(t:Topic) WHERE ${COUNTED}
      RETURN count(DISTINCT s) AS count`,
    params: {},
    idsOf: (rows) => rows.map(({ count }) => String(count)),
  };
  return [
    {
      name: 'actor-topic',
      title: 'actors × topics by position, on everything',
      countedMs: POSITIONS_MS,
      service: question(
        `{ network(input: { nodes: ACTOR_TOPIC, aggregation: SUBTRACT }) {
          statements density edges(limit: 100) { source { id } target { id } weight } } }`,
        {},
        ({ network }: { readonly network: { readonly statements: number } }) => [String(network.statements)],
      ),
      bare: everything,
    },
    {
      name: 'network',
      title: 'congruence of all actors, normalised, on everything',
      countedMs: NETWORK_MS,
      service: question(
        `{ network(input: { nodes: ACTOR_ACTOR, aggregation: CONGRUENCE, normalization: AVERAGE }) {
          statements density edges(limit: 100) { source { id } target { id } weight } } }`,
        {},
        ({ network }: { readonly network: { readonly statements: number } }) => [String(network.statements)],
      ),
      bare: everything,
    },
    {
      name: 'network-windows',
      title: 'the same, week by week through a year',
      countedMs: WINDOWS_MS,
      service: question(
        `query ($year: EDTF!) { network(input: {
          nodes: ACTOR_ACTOR, aggregation: CONGRUENCE, normalization: AVERAGE
          filter: { date: { from: $year, to: $year } }, window: { unit: WEEK, size: 2 }
        }) { windows { start statements density } } }`,
        { year: YEAR },
        ({ network: { windows } }: Windows) =>
          windows.map(({ start, statements }) => `${start.slice(0, 10)} ${statements}`),
      ),
      bare: {
        text: `UNWIND $windows AS w
          MATCH (s:Statement)-[x:TAKES_STANCE]->(t:Topic)
          WHERE s.id IS NOT NULL AND s.dateFrom >= substring(w, 0, 10) AND s.dateFrom <= substring(w, 11) AND s.dateTo <= substring(w, 11) AND ${COUNTED}
          RETURN substring(w, 0, 10) AS start, count(DISTINCT s) AS count`,
        params: { windows: WINDOWS.map(({ from, to }) => `${from} ${to}`) },
        idsOf: (rows) =>
          WINDOWS.map(({ from }) => `${from} ${rows.find(({ start }) => start === from)?.count ?? 0}`),
      },
    },
  ];
}

interface Windows {
  readonly network: { readonly windows: readonly { readonly start: string; readonly statements: number }[] };
}
