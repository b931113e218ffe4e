import { type BenchCase, question, statement } from './case.js';
import type { Picks } from './picks.js';

/** What a table that is warm in memory must answer within, where a scan of the database takes seconds. */
const TABLE_MS = 300;
const YEAR = 2020;
const MONTHS = Array.from({ length: 12 }, (_, month) => {
  const name = `${YEAR}-${String(month + 1).padStart(2, '0')}`;
  return {
    name,
    alias: `m${month + 1}`,
    first: `${name}-01`,
    last: new Date(Date.UTC(YEAR, month + 1, 0)).toISOString().slice(0, 10),
    earliest: `${YEAR - 1}-${name.slice(5)}-01`,
  };
});

/** Counts over many statements: what the service answers from its stance table belongs here. */
export function aggregates({ biggestTopic: { id } }: Picks): BenchCase[] {
  return [
    {
      name: 'by-month',
      title: 'opposition to the biggest topic, by month of a year',
      limitMs: TABLE_MS,
      service: question(
        `query ($id: ID!) { ${MONTHS.map(
          ({ alias, name }) =>
            `${alias}: statements(filter: {
               stance: { topics: [$id], positions: [OPPOSE] }, date: { from: "${name}", to: "${name}" }
             }) { totalCount }`,
        ).join('\n')} }`,
        { id },
        (data: Readonly<Record<string, { readonly totalCount: number }>>) =>
          MONTHS.map(({ alias, name }) => `${name} ${data[alias]?.totalCount}`),
      ),
      bare: {
        // a statement of an imprecise date may be of several months
        ...statement(
          `MATCH (:Topic {id: $id})<-[x:TAKES_STANCE]-(s:Statement)
           WHERE x.coding = 'adjudicated' AND x.position = 'OPPOSE' AND s.dateFrom <= $last AND s.dateTo >= $first
           RETURN substring(s.dateFrom, 0, 7) AS from, substring(s.dateTo, 0, 7) AS to, count(s) AS count`,
          { id, first: `${YEAR}-01-01`, last: `${YEAR}-12-31` },
        ),
        idsOf: (rows) =>
          MONTHS.map(({ name }) => {
            const counts = rows
              .filter(({ from, to }) => String(from) <= name && String(to) >= name)
              .map(({ count }) => Number(count));
            return `${name} ${counts.reduce((sum, count) => sum + count, 0)}`;
          }),
      },
      generated: {
        natural: question(
          `query ($id: ID!) { ${MONTHS.map(
            ({ alias, first, last }) =>
              `${alias}: statementsConnection(where: {
                 stancesConnection: { some: {
                   node: { id: { eq: $id } }, edge: { coding: { eq: "adjudicated" }, position: { eq: "OPPOSE" } }
                 } }
                 dateFrom: { lte: "${last}" }, dateTo: { gte: "${first}" }
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
            ({ alias, first, last, earliest }) =>
              `${alias}: statementsConnection(where: {
                 edge: { coding: { eq: "adjudicated" }, position: { eq: "OPPOSE" } }
                 node: { dateFrom: { lte: "${last}", gte: "${earliest}" }, dateTo: { gte: "${first}" } }
               }) { totalCount }`,
          ).join('\n')} } }`,
          { id },
          ({
            topics,
          }: {
            readonly topics: readonly Readonly<Record<string, { readonly totalCount: number }>>[];
          }) => MONTHS.map(({ alias, name }) => `${name} ${topics[0]?.[alias]?.totalCount}`),
        ),
      },
    },
  ];
}
