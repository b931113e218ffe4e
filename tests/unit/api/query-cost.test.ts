import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readSdl } from '../../../src/api/index.js';
import { queryCost, rootFieldCount } from '../../../src/api/query-cost.js';

const schema = buildSchema(readSdl());

function costOf(query: string, variables: Record<string, unknown> = {}, maxPageSize = 100): number {
  const document = parse(query);
  const operation = getOperationAST(document, null);
  if (!operation) throw new Error('one operation was expected');
  return queryCost(schema, document, operation, variables, maxPageSize);
}

/** Queries, and what they cost, as a sum that can be followed. */
const COSTS: readonly (readonly [query: string, cost: number])[] = [
  ['{ __typename }', 0],
  ['{ actor(id: "actor:iran") { id name } }', 1],
  ['{ actor(id: "actor:iran") { memberships { role organization { name } } } }', 1 + 5 * (1 + 1)],
  ['{ actor(id: "actor:iran") { members { actor { id } } aliases offices { title } } }', 1 + 15 * 2 + 3],
  // the connection itself is an object too
  ['{ actors { nodes { id } } }', 1 + 20],
  ['{ actors(first: 5) { nodes { id } } }', 1 + 5],
  ['{ actors(last: 7) { edges { cursor node { id } } } }', 1 + 7 * 2],
  ['{ actors(first: 0) { nodes { id } } }', 1],
  ['{ actors(first: -5) { nodes { id } } }', 1],
  ['{ actors { pageInfo { hasNextPage } } }', 1 + 1],
  ['{ actors { totalCount } }', 1 + 300],
  ['{ actors(filter: { kinds: [STATE] }) { totalCount } }', 1 + 3_000],
  ['{ stances { totalCount } }', 1 + 3_000],
  ['{ actors(first: 10) { nodes { statements { totalCount } } } }', 1 + 10 * (1 + 1 + 10)],
  ['{ actors(first: 10) { nodes { statements(first: 4) { nodes { id } } } } }', 1 + 10 * (1 + 1 + 4)],
  ['{ a: actors { nodes { id } } b: actors { nodes { id } } }', 2 * 21],
  ['{ search(query: "x", first: 2) { nodes { __typename ... on Actor { id } } } }', 1_000 + 1 + 2],
  ['{ reliability { alpha byProposition { topic { id } } } }', 6_000 + 1 + 3 * (1 + 1)],
  ['{ dataset { counts { actors } } }', 1 + 100 + 1],
  ['{ network(input: { nodes: ACTOR_ACTOR }) { edges { weight } } }', 3_000 + 1 + 100],
  ['{ network(input: { nodes: ACTOR_ACTOR }) { edges(limit: 500) { weight } } }', 3_000 + 1 + 100],
  [
    '{ network(input: { nodes: ACTOR_ACTOR }) { edges(limit: 1) { statements(first: 9) { nodes { id } } } } }',
    3_000 + 1 + 1 + 1 + 9,
  ],
  ['{ network(input: {nodes: ACTOR_ACTOR}) { density } }', 3_000 + 1],
  [
    '{ network(input: {nodes: ACTOR_ACTOR}) { edges { source { id } statements(first: 2) { nodes { id } } } } }',
    3_000 + 1 + 100 * (1 + 1 + 1 + 2),
  ],
  ['{ positionChanges(first: 5) { nodes { actor { id } } } }', 2_000 + 1 + 5 * 2],
  [
    '{ stanceMatrix(actors: ["actor:iran"], topics: ["topic:x"]) { rows { cells { position } } } }',
    2_000 + 1 + 20 * (1 + 10),
  ],
  [
    '{ node(id: "actor:iran") { ... on Actor { votes(first: 2) { nodes { event { id } } } } } }',
    1 + 1 + 2 * 2,
  ],
  [
    'query { ...f } fragment f on Query { actors { ...g ...g } } fragment g on ActorConnection { nodes { id } }',
    1 + 20,
  ],
];

describe('the cost of a query', () => {
  test.each(COSTS)('%s', (query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  test('takes page sizes from variables, given or by default', () => {
    const query = 'query($n: Int = 50) { actors(first: $n) { nodes { id } } }';
    expect(costOf(query)).toBe(1 + 50);
    expect(costOf(query, { n: 3 })).toBe(1 + 3);
    expect(costOf(query, { n: 'many' })).toBe(1);
    expect(costOf('query($n: Int) { actors(first: $n) { nodes { id } } }')).toBe(1 + 20);
  });

  test('takes a page for no larger than pages may be', () => {
    expect(costOf('{ actors { nodes { id } } }', {}, 5)).toBe(1 + 5);
  });

  test('of the schema itself leaves room for what tools ask for', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect(costOf(getIntrospectionQuery())).toBeLessThan(5_000);
    expect(costOf('{ __type(name: "Actor") { fields { name } } }')).toBe(1);
  });

  test('of doubling fragments is found without walking them all', () => {
    const fragments = Array.from(
      { length: 500 },
      (_, i) => `fragment f${i} on Office { of { a: offices { ...f${i + 1} } b: offices { ...f${i + 1} } } }`,
    );
    const query = `{ actor(id: "actor:iran") { offices { ...f0 } } } ${fragments.join(' ')} fragment f500 on Office { title }`;
    expect(costOf(query)).toBeGreaterThan(1e100);
  });
});

test('root fields are counted by what the answer would call them, through fragments', () => {
  const count = (query: string) => {
    const document = parse(query);
    const operation = getOperationAST(document, null);
    if (!operation) throw new Error('one operation was expected');
    return rootFieldCount(document, operation);
  };
  expect(count('{ a: __typename b: __typename __typename __typename }')).toBe(3);
  expect(
    count(
      '{ ...f ... { c: __typename } } fragment f on Query { a: __typename ...g } fragment g on Query { a: __typename b: __typename ...f }',
    ),
  ).toBe(3);
});
