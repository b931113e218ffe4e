import { type BenchCase, question } from './case.js';
import type { Picks } from './picks.js';

/** What a table that is warm in memory must answer within, where a scan of the database takes seconds. */
const TABLE_MS = 300;
const YEAR = 2020;
const FIRST_DAY = `${YEAR}-01-01`;
const LAST_DAY = `${YEAR}-12-31`;
const MONTHS = Array.from({ length: 12 }, (_, month) => {
  const name = `${YEAR}-${String(month + 1).padStart(2, '0')}`;
  return {
    name,
    alias: `m${month + 1}`,
    first: `${name}-01`,
    last: new Date(Date.UTC(YEAR, month + 1, 0)).toISOString().slice(0, 10),
  };
});
const POSITIONS = ['SUPPORT', 'OPPOSE', 'NEUTRAL', 'CONDITIONAL'];

type Counted = Readonly<Record<string, { readonly totalCount: number }>>;

/** Counts over many statements, which the service answers from its stance table. */
export function aggregates({ biggestTopic: { id } }: Picks): BenchCase[] {
  return [
    {
      name: 'timeline',
      title: 'opposition to the biggest topic, by month of a year',
      countedMs: TABLE_MS,
      service: question(
        `query ($id: ID!, $year: EDTF!) {
          stanceTimeline(interval: MONTH, filter: {
            stance: { topics: [$id], positions: [OPPOSE] }, date: { from: $year, to: $year }
          }) { points { from oppose } } }`,
        { id, year: String(YEAR) },
        ({ stanceTimeline: { points } }: Timeline) =>
          points.map(({ from, oppose }) => `${from.slice(0, 7)} ${oppose}`),
      ),
      bare: {
        text: `MATCH (:Topic {id: $id})<-[x:TAKES_STANCE]-(s:Statement)
          WHERE x.coding = 'adjudicated' AND x.position = 'OPPOSE' AND s.dateFrom >= $first AND s.dateTo <= $last
            AND substring(s.dateFrom, 0, 7) = substring(s.dateTo, 0, 7)
          RETURN substring(s.dateFrom, 0, 7) AS month, count(s) AS count ORDER BY month`,
        params: { id, first: FIRST_DAY, last: LAST_DAY },
        idsOf: (rows) =>
          MONTHS.map(({ name }) => `${name} ${rows.find(({ month }) => month === name)?.count ?? 0}`),
      },
      generated: {
        natural: question(
          `query ($id: ID!) { ${MONTHS.map(
            ({ alias, first, last }) =>
              `${alias}: statementsConnection(where: {
                 stancesConnection: { some: {
                   node: { id: { eq: $id } }, edge: { coding: { eq: "adjudicated" }, position: { eq: "OPPOSE" } }
                 } }
                 dateFrom: { gte: "${first}" }, dateTo: { lte: "${last}" }
               }) { aggregate { count { nodes } } }`,
          ).join('\n')} }`,
          { id },
          (
            data: Readonly<
              Record<string, { readonly aggregate: { readonly count: { readonly nodes: number } } }>
            >,
          ) => MONTHS.map(({ alias, name }) => `${name} ${data[alias]?.aggregate.count.nodes}`),
        ),
        best: question(
          `query ($id: ID!) { topics(where: { id: { eq: $id } }) { ${MONTHS.map(
            ({ alias, first, last }) =>
              `${alias}: statementsConnection(where: {
                 edge: { coding: { eq: "adjudicated" }, position: { eq: "OPPOSE" } }
                 node: { dateFrom: { gte: "${first}", lte: "${last}" }, dateTo: { lte: "${last}" } }
               }) { totalCount }`,
          ).join('\n')} } }`,
          { id },
          ({ topics: [topic] }: { readonly topics: readonly Counted[] }) =>
            MONTHS.map(({ alias, name }) => `${name} ${topic?.[alias]?.totalCount}`),
        ),
      },
    },
    {
      name: 'facets',
      title: 'statements on the biggest topic, by position',
      countedMs: TABLE_MS,
      service: question(
        `query ($id: ID!) {
          statements(first: 1, filter: { stance: { topics: [$id] } }) { facets { byPosition { value count } } } }`,
        { id },
        ({ statements: { facets } }: Faceted) =>
          facets.byPosition.map(({ value, count }) => `${value} ${count}`),
      ),
      bare: {
        text: `MATCH (:Topic {id: $id})<-[x:TAKES_STANCE]-(s:Statement)
          WHERE x.coding = 'adjudicated' AND x.position <> 'NO_STANCE'
          RETURN x.position AS position, count(DISTINCT s) AS count
          ORDER BY count DESC, position`,
        params: { id },
        idsOf: (rows) => rows.map(({ position, count }) => `${position} ${count}`),
      },
      generated: {
        natural: question(
          `query ($id: ID!) { topics(where: { id: { eq: $id } }) { ${POSITIONS.map(
            (position) =>
              `${position}: statementsConnection(where: {
                 edge: { coding: { eq: "adjudicated" }, position: { eq: "${position}" } }
               }) { totalCount }`,
          ).join('\n')} } }`,
          { id },
          ({ topics: [topic] }: { readonly topics: readonly Counted[] }) =>
            POSITIONS.filter((position) => topic?.[position]?.totalCount).map(
              (position) => `${position} ${topic?.[position]?.totalCount}`,
            ),
        ),
      },
    },
  ];
}

interface Timeline {
  readonly stanceTimeline: { readonly points: readonly { readonly from: string; readonly oppose: number }[] };
}

interface Faceted {
  readonly statements: {
    readonly facets: {
      readonly byPosition: readonly { readonly value: string; readonly count: number }[];
    };
  };
}
