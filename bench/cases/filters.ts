import { type BenchCase, question, statement } from './case.js';
import type { Picks } from './picks.js';
import { COLUMNS, FIELDS, generated, LATEST, listed, SORT } from './statement-fields.js';

const PERIOD = {
  from: '2018',
  to: '2020',
  firstDay: '2018-01-01',
  lastDay: '2020-12-31',
  earliest: '2017-01-01',
};
const FIRST_20 = `WITH s ORDER BY ${LATEST} LIMIT 20 RETURN ${COLUMNS} ORDER BY ${LATEST}`;

/** Statements by several of their relations at once. */
export function filters({ talkative, disputedTopic, busiest }: Picks): BenchCase[] {
  return [
    {
      name: 'filtered',
      title: 'actor × topic × position × date',
      service: question(
        `query ($actor: ID!, $topic: ID!, $from: EDTF, $to: EDTF) {
          statements(first: 20, filter: {
            principals: [$actor], stance: { topics: [$topic], positions: [OPPOSE, SUPPORT] }, date: { from: $from, to: $to }
          }) { nodes { ${FIELDS} } } }`,
        { actor: talkative.id, topic: disputedTopic.id, from: PERIOD.from, to: PERIOD.to },
        listed,
      ),
      bare: statement(
        `MATCH (:Topic {id: $topic})<-[x:TAKES_STANCE]-(s:Statement)
         WHERE x.coding = 'adjudicated' AND x.position IN ['OPPOSE', 'SUPPORT']
           AND s.dateFrom <= $last AND s.dateTo >= $first AND s.dateFrom >= $earliest
           AND EXISTS { MATCH (s)-[:ON_BEHALF_OF]->(:Actor {id: $actor}) }
         ${FIRST_20}`,
        {
          actor: talkative.id,
          topic: disputedTopic.id,
          first: PERIOD.firstDay,
          last: PERIOD.lastDay,
          earliest: PERIOD.earliest,
        },
      ),
      generated: {
        natural: question(
          `query ($actor: ID!, $topic: ID!, $first: String!, $last: String!) {
            statements(limit: 20, ${SORT}, where: {
              principals: { some: { id: { eq: $actor } } }
              stancesConnection: { some: {
                node: { id: { eq: $topic } }
                edge: { coding: { eq: "adjudicated" }, position: { in: ["OPPOSE", "SUPPORT"] } }
              } }
              dateFrom: { lte: $last }, dateTo: { gte: $first }
            }) { ${FIELDS} } }`,
          {
            actor: talkative.id,
            topic: disputedTopic.id,
            first: PERIOD.firstDay,
            last: PERIOD.lastDay,
          },
          generated,
        ),
        best: question(
          `query ($actor: ID!, $topic: ID!, $first: String!, $last: String!, $earliest: String!) {
            topics(where: { id: { eq: $topic } }) {
              statementsConnection(first: 20, sort: [{ node: { dateFrom: DESC } }, { node: { id: DESC } }], where: {
                edge: { coding: { eq: "adjudicated" }, position: { in: ["OPPOSE", "SUPPORT"] } }
                node: {
                  principals: { some: { id: { eq: $actor } } }
                  dateFrom: { lte: $last, gte: $earliest }, dateTo: { gte: $first }
                }
              }) { edges { node { ${FIELDS} } } } } }`,
          {
            actor: talkative.id,
            topic: disputedTopic.id,
            first: PERIOD.firstDay,
            last: PERIOD.lastDay,
            earliest: PERIOD.earliest,
          },
          ({ topics }: OfTopic) =>
            topics.flatMap(({ statementsConnection }) =>
              statementsConnection.edges.map(({ node }) => node.id),
            ),
        ),
      },
    },
    {
      name: 'nothing',
      title: 'a filter that matches nothing',
      // what the busiest actor said to itself: both ends are dense, and they never meet
      service: question(
        `query ($actor: ID!) {
          statements(first: 20, filter: { principals: [$actor], addressees: [$actor] }) { nodes { ${FIELDS} } } }`,
        { actor: busiest.id },
        listed,
      ),
      bare: statement(
        `MATCH (a:Actor {id: $actor})<-[:ADDRESSED_TO]-(s:Statement)
         WHERE EXISTS { MATCH (s)-[:ON_BEHALF_OF]->(:Actor {id: $actor}) }
         ${FIRST_20}`,
        { actor: busiest.id },
      ),
      generated: {
        natural: question(
          `query ($actor: ID!) {
            statements(limit: 20, ${SORT}, where: {
              principals: { some: { id: { eq: $actor } } }, addressees: { some: { id: { eq: $actor } } }
            }) { ${FIELDS} } }`,
          { actor: busiest.id },
          generated,
        ),
        best: question(
          `query ($actor: ID!) {
            actors(where: { id: { eq: $actor } }) {
              heard(limit: 20, ${SORT}, where: { principals: { some: { id: { eq: $actor } } } }) { ${FIELDS} } } }`,
          { actor: busiest.id },
          ({
            actors,
          }: {
            readonly actors: readonly { readonly heard: readonly { readonly id: string }[] }[];
          }) => actors.flatMap(({ heard }) => heard.map(({ id }) => id)),
        ),
      },
    },
  ];
}

interface OfTopic {
  readonly topics: readonly {
    readonly statementsConnection: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  }[];
}
