import { type BenchCase, question, statement } from './case.js';
import type { Picks } from './picks.js';
import {
  COLUMNS,
  connected,
  FIELDS,
  firstRows,
  generated,
  HAS_ID,
  INDEXED,
  INDEXED_WHERE,
  LATEST,
  listed,
  SORT,
} from './statement-fields.js';

const MONTH = { from: '2019-03', firstDay: '2019-03-01', lastDay: '2019-03-31' };
/** A statement's dates span at most a year: earlier ones cannot reach into the month. */
const EARLIEST = '2018-03-01';

const page = (rows: number, condition: string, more = '') =>
  `MATCH (s:Statement) WHERE ${condition}
   WITH s ORDER BY ${LATEST} LIMIT ${rows}
   RETURN ${COLUMNS}${more} ORDER BY ${LATEST}`;

/** Pages of all statements, latest first. */
export function statementLists({ deep }: Picks): BenchCase[] {
  return [
    {
      name: 'newest',
      title: 'newest 20',
      service: question(`{ statements(first: 20) { nodes { ${FIELDS} } } }`, {}, listed),
      bare: statement(page(20, INDEXED), {}),
      generated: {
        natural: question(`{ statements(limit: 20, ${SORT}) { ${FIELDS} } }`, {}, generated),
        best: question(
          `{ statements(limit: 20, ${SORT}, where: { ${INDEXED_WHERE} }) { ${FIELDS} } }`,
          {},
          generated,
        ),
      },
    },
    {
      name: 'newest-info',
      title: 'newest 20, pageInfo',
      service: question(
        `{ statements(first: 20) { nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`,
        {},
        listed,
      ),
      bare: { ...statement(page(21, INDEXED), {}), idsOf: firstRows(20) },
      generated: {
        natural: question(
          `{ statementsConnection(first: 20, ${SORT}) { edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`,
          {},
          connected,
        ),
        best: question(
          // whether there is a next page is told by one more row
          `{ statements(limit: 21, ${SORT}, where: { ${INDEXED_WHERE} }) { ${FIELDS} } }`,
          {},
          ({ statements }: Parameters<typeof generated>[0]) =>
            generated({ statements: statements.slice(0, 20) }),
        ),
      },
    },
    {
      name: 'newest-total',
      title: 'newest 20, totalCount',
      service: question(`{ statements(first: 20) { nodes { ${FIELDS} } totalCount } }`, {}, listed),
      bare: {
        ...statement(page(20, INDEXED, ', COUNT { (:Statement) } AS total'), {}),
        idsOf: firstRows(20),
      },
      generated: {
        natural: question(
          `{ statementsConnection(first: 20, ${SORT}) { totalCount edges { node { ${FIELDS} } } } }`,
          {},
          connected,
        ),
        best: question(
          `{ statements(limit: 20, ${SORT}, where: { ${INDEXED_WHERE} }) { ${FIELDS} }
             statementsConnection { aggregate { count { nodes } } } }`,
          {},
          (data: Parameters<typeof generated>[0] & Counted) => [
            ...generated(data),
            `total ${data.statementsConnection.aggregate.count.nodes}`,
          ],
        ),
      },
    },
    {
      name: 'deep',
      title: `a page ${deep.rows} rows deep`,
      service: question(
        `query ($after: String) { statements(first: 20, after: $after) { nodes { ${FIELDS} } } }`,
        { after: deep.cursor },
        listed,
      ),
      bare: statement(
        page(20, 's.id IS NOT NULL AND s.dateFrom <= $day AND (s.dateFrom < $day OR s.id < $id)'),
        {
          day: deep.dateFrom,
          id: deep.id,
        },
      ),
      generated: {
        natural: question(
          `{ statements(limit: 20, offset: ${deep.rows}, ${SORT}) { ${FIELDS} } }`,
          {},
          generated,
        ),
        best: question(
          `query ($day: String!, $id: String!) {
            statements(limit: 20, ${SORT}, where: {
              dateFrom: { lte: $day }, ${HAS_ID}, OR: [{ dateFrom: { lt: $day } }, { id: { lt: $id } }]
            }) { ${FIELDS} } }`,
          { day: deep.dateFrom, id: deep.id },
          generated,
        ),
      },
    },
    {
      name: 'month',
      title: 'newest 20 of a month',
      service: question(
        `query ($month: EDTF) {
          statements(first: 20, filter: { date: { from: $month, to: $month } }) { nodes { ${FIELDS} } } }`,
        { month: MONTH.from },
        listed,
      ),
      bare: statement(
        page(
          20,
          's.id IS NOT NULL AND s.dateFrom <= $last AND s.dateTo >= $first AND s.dateFrom >= $earliest',
        ),
        {
          first: MONTH.firstDay,
          last: MONTH.lastDay,
          earliest: EARLIEST,
        },
      ),
      generated: {
        natural: question(
          `query ($first: String!, $last: String!) {
            statements(limit: 20, ${SORT}, where: { dateFrom: { lte: $last }, dateTo: { gte: $first } }) { ${FIELDS} } }`,
          { first: MONTH.firstDay, last: MONTH.lastDay },
          generated,
        ),
        best: question(
          `query ($first: String!, $last: String!, $earliest: String!) {
            statements(limit: 20, ${SORT}, where: {
              dateFrom: { lte: $last, gte: $earliest }, dateTo: { gte: $first }, ${HAS_ID}
            }) { ${FIELDS} } }`,
          { first: MONTH.firstDay, last: MONTH.lastDay, earliest: EARLIEST },
          generated,
        ),
      },
    },
  ];
}

interface Counted {
  readonly statementsConnection: { readonly aggregate: { readonly count: { readonly nodes: number } } };
}
