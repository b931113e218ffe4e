import { type BenchCase, type Node, type Nodes, question, statement, withNested } from './case.js';
import type { Degree, Picks } from './picks.js';
import { INDEXED, INDEXED_WHERE, LATEST, SORT } from './statement-fields.js';

/** One actor, statement or topic, or some, with what hangs on them. */
export function nodes(picks: Picks, engine: 'neo4j' | 'embedded'): BenchCase[] {
  // the embedded engine has no index in order to walk
  const ofBusiest = engine === 'neo4j' ? BY_DATE : BY_ACTOR;
  return [
    {
      name: 'actor',
      title: 'an actor by id',
      ofOne: true,
      service: question(
        'query ($id: ID!) { actor(id: $id) { id kind name } }',
        { id: picks.ordinary.id },
        ({ actor }: { readonly actor: Node }) => [actor.id],
      ),
      bare: statement('MATCH (a:Actor {id: $id}) RETURN a.id AS id, a.kind AS kind, a.name AS name', {
        id: picks.ordinary.id,
      }),
      generated: {
        natural: question(
          'query ($id: ID!) { actors(where: { id: { eq: $id } }) { id kind name } }',
          { id: picks.ordinary.id },
          ({ actors }: { readonly actors: readonly Node[] }) => actors.map(({ id }) => id),
        ),
      },
    },
    latestOf('actor-latest', 'an ordinary actor, its latest 5, their topics', picks.ordinary, BY_ACTOR),
    latestOf('busiest-latest', 'the busiest actor, its latest 5, their topics', picks.busiest, ofBusiest),
    wholeStatement(picks),
    topicStatements(picks),
    opponents(picks),
    nested(picks),
  ];
}

/** The latest 5 statements of actor `a`: by way of its own, or of the latest of all. */
const BY_ACTOR = `MATCH (a)<-[:ON_BEHALF_OF]-(s:Statement) WITH s ORDER BY ${LATEST} LIMIT 5`;
const BY_DATE = `MATCH (s:Statement) WHERE ${INDEXED} AND EXISTS { MATCH (s)-[:ON_BEHALF_OF]->(:Actor {id: $id}) }
  WITH s ORDER BY ${LATEST} LIMIT 5`;

type WithTopics = Node & { readonly about: readonly Node[] };

function latestOf(name: string, title: string, { id }: Degree, latest: string): BenchCase {
  return {
    name,
    title,
    ofOne: true,
    service: question(
      `query ($id: ID!) {
        actor(id: $id) { id name statements(first: 5) { nodes { id date summary about { id name } } } } }`,
      { id },
      ({ actor }: { readonly actor: { readonly statements: Nodes<WithTopics> } }) =>
        actor.statements.nodes.flatMap((node) => withNested(node.id, node.about)),
    ),
    bare: statement(
      `MATCH (a:Actor {id: $id})
       CALL (a) {
         ${latest}
         RETURN s.id AS id, s.date AS date, s.summary AS summary, [(s)-[:ABOUT]->(t:Topic) | [t.id, t.name]] AS about
       }
       RETURN a.name AS name, id, date, summary, about`,
      { id },
      'about',
    ),
    generated: {
      natural: question(
        `query ($id: ID!) {
          actors(where: { id: { eq: $id } }) {
            id name statements(limit: 5, ${SORT}) { id date summary about { id name } } } }`,
        { id },
        ({ actors }: { readonly actors: readonly { readonly statements: readonly WithTopics[] }[] }) =>
          actors.flatMap(({ statements }) => statements.flatMap((node) => withNested(node.id, node.about))),
      ),
      best: question(
        `query ($id: ID!) {
          actors(where: { id: { eq: $id } }) { id name }
          statements(limit: 5, ${SORT}, where: { ${INDEXED_WHERE}, principals: { some: { id: { eq: $id } } } }) {
            id date summary about { id name } } }`,
        { id },
        ({ statements }: { readonly statements: readonly WithTopics[] }) =>
          statements.flatMap((node) => withNested(node.id, node.about)),
      ),
    },
  };
}

/** A statement with the people and sources around it; in the generated API these are the other ends themselves. */
const AROUND = `speakers { role actor { id name } } principals { id name }
  citations { quote source { id title url } }`;
const GENERATED_AROUND = `speakersConnection { edges { properties { role } node { id name } } } principals { id name }
  sourcesConnection { edges { properties { quote } node { id title url } } }`;
const COLUMNS_AROUND = `[(s)-[m:MADE_BY]->(a:Actor) | [a.id, a.name, m.role]] AS speakers,
  [(s)-[:ON_BEHALF_OF]->(p:Actor) | [p.id, p.name]] AS principals,
  [(s)-[c:REPORTED_IN]->(o:Source) | [o.id, o.title, o.url, c.quote]] AS sources`;

interface Around extends Node {
  readonly speakers: readonly { readonly actor: Node }[];
  readonly principals: readonly Node[];
  readonly citations: readonly { readonly source: Node }[];
}
interface Edges {
  readonly edges: readonly { readonly node: Node }[];
}
interface GeneratedAround extends Node {
  readonly speakersConnection: Edges;
  readonly principals: readonly Node[];
  readonly sourcesConnection: Edges;
}

const around = (node: Around) =>
  withNested(
    node.id,
    node.speakers.map(({ actor }) => actor),
    node.principals,
    node.citations.map(({ source }) => source),
  );
const generatedAround = (node: GeneratedAround) =>
  withNested(
    node.id,
    node.speakersConnection.edges.map((edge) => edge.node),
    node.principals,
    node.sourcesConnection.edges.map((edge) => edge.node),
  );

function wholeStatement({ statement: id }: Picks): BenchCase {
  return {
    name: 'statement',
    title: 'a statement with all around it',
    ofOne: true,
    service: question(
      `query ($id: ID!) {
        statement(id: $id) { id date act summary stances { position topic { id name } } ${AROUND} } }`,
      { id },
      (data: { readonly statement: Around & { readonly stances: readonly { readonly topic: Node }[] } }) => [
        ...around(data.statement),
        ...data.statement.stances.map(({ topic }) => `${id} ${topic.id}`),
      ],
    ),
    bare: statement(
      `MATCH (s:Statement {id: $id})
       RETURN s.id AS id, s.date AS date, s.act AS act, s.summary AS summary,
         [(s)-[x:TAKES_STANCE]->(t:Topic) WHERE x.coding = 'adjudicated' | [t.id, t.name, x.position]] AS stances,
         ${COLUMNS_AROUND}`,
      { id },
      'stances',
      'speakers',
      'principals',
      'sources',
    ),
    generated: {
      natural: question(
        `query ($id: String!) {
          statements(where: { id: { eq: $id } }) {
            id date act summary
            stancesConnection(where: { edge: { coding: { eq: "adjudicated" } } }) { edges { properties { position } node { id name } } }
            ${GENERATED_AROUND} } }`,
        { id },
        (data: {
          readonly statements: readonly (GeneratedAround & { readonly stancesConnection: Edges })[];
        }) =>
          data.statements.flatMap((node) => [
            ...generatedAround(node),
            ...node.stancesConnection.edges.map((edge) => `${id} ${edge.node.id}`),
          ]),
      ),
    },
  };
}

function topicStatements({ ordinaryTopic: { id } }: Picks): BenchCase {
  return {
    name: 'topic-statements',
    title: 'a topic, its latest 20, their speakers, principals, sources',
    ofOne: true,
    service: question(
      `query ($id: ID!) {
        topic(id: $id) { id name statements(first: 20) { nodes { id date summary ${AROUND} } } } }`,
      { id },
      ({ topic }: { readonly topic: { readonly statements: Nodes<Around> } }) =>
        topic.statements.nodes.flatMap(around),
    ),
    bare: statement(
      `MATCH (t:Topic {id: $id})
       CALL (t) {
         MATCH (t)<-[x:TAKES_STANCE]-(s:Statement) WHERE x.coding = 'adjudicated' AND x.position <> 'NO_STANCE'
         WITH s ORDER BY ${LATEST} LIMIT 20
         RETURN s.id AS id, s.date AS date, s.summary AS summary, ${COLUMNS_AROUND}
       }
       RETURN t.name AS name, id, date, summary, speakers, principals, sources`,
      { id },
      'speakers',
      'principals',
      'sources',
    ),
    generated: {
      natural: question(
        `query ($id: ID!) {
          topics(where: { id: { eq: $id } }) {
            id name
            statementsConnection(first: 20, sort: [{ node: { dateFrom: DESC } }, { node: { id: DESC } }], where: {
              edge: { coding: { eq: "adjudicated" }, NOT: { position: { eq: "NO_STANCE" } } }
            }) { edges { node { id date summary ${GENERATED_AROUND} } } } } }`,
        { id },
        ofTopics(generatedAround),
      ),
    },
  };
}

interface OfTopics<T> {
  readonly topics: readonly {
    readonly statementsConnection: { readonly edges: readonly { readonly node: T }[] };
  }[];
}

function ofTopics<T>(idsOf: (node: T) => string[]): (data: OfTopics<T>) => string[] {
  return ({ topics }) =>
    topics.flatMap(({ statementsConnection }) =>
      statementsConnection.edges.flatMap(({ node }) => idsOf(node)),
    );
}

interface Said extends Node {
  readonly principals: readonly Node[];
  readonly speakers: readonly Node[];
}

/** Everyone who opposed a proposition: the first hundred statements, latest first, with those who said it. */
function opponents({ ordinaryTopic: { id } }: Picks): BenchCase {
  return {
    name: 'opponents',
    title: 'everyone who opposed a proposition (100)',
    ofOne: true,
    service: question(
      `query ($id: ID!) {
        statements(first: 100, filter: { stance: { topics: [$id], positions: [OPPOSE] } }) {
          nodes { id date principals { id name } speakers { actor { id name } } } } }`,
      { id },
      ({ statements }: { readonly statements: Nodes<Omit<Around, 'citations'>> }) =>
        statements.nodes.flatMap((node) =>
          withNested(
            node.id,
            node.principals,
            node.speakers.map(({ actor }) => actor),
          ),
        ),
    ),
    bare: statement(
      `MATCH (:Topic {id: $id})<-[x:TAKES_STANCE]-(s:Statement)
       WHERE x.coding = 'adjudicated' AND x.position = 'OPPOSE'
       WITH s ORDER BY ${LATEST} LIMIT 100
       RETURN s.id AS id, s.date AS date,
         [(s)-[:ON_BEHALF_OF]->(p:Actor) | [p.id, p.name]] AS principals,
         [(s)-[:MADE_BY]->(a:Actor) | [a.id, a.name]] AS speakers`,
      { id },
      'principals',
      'speakers',
    ),
    generated: {
      natural: question(
        `query ($id: ID!) {
          statements(limit: 100, ${SORT}, where: { stancesConnection: { some: {
            node: { id: { eq: $id } }, edge: { coding: { eq: "adjudicated" }, position: { eq: "OPPOSE" } }
          } } }) { id date principals { id name } speakers { id name } } }`,
        { id },
        ({ statements }: { readonly statements: readonly Said[] }) =>
          statements.flatMap((node) => withNested(node.id, node.principals, node.speakers)),
      ),
      best: question(
        `query ($id: ID!) {
          topics(where: { id: { eq: $id } }) {
            statementsConnection(first: 100, sort: [{ node: { dateFrom: DESC } }, { node: { id: DESC } }], where: {
              edge: { coding: { eq: "adjudicated" }, position: { eq: "OPPOSE" } }
            }) { edges { node { id date principals { id name } speakers { id name } } } } } }`,
        { id },
        ofTopics((node: Said) => withNested(node.id, node.principals, node.speakers)),
      ),
    },
  };
}

interface WithStances extends Node {
  readonly stances: readonly { readonly topic: Node }[];
}
interface GeneratedWithStances extends Node {
  readonly stancesConnection: Edges;
}

function nested({ tenOrdinary: ids }: Picks): BenchCase {
  return {
    name: 'nested',
    title: '10 actors → their latest 5 → stances → topics',
    service: question(
      `query ($ids: [ID!]) {
        actors(filter: { ids: $ids }) {
          nodes { id name statements(first: 5) { nodes { id date summary stances { position topic { id name } } } } } } }`,
      { ids },
      ({ actors }: { readonly actors: Nodes<{ readonly statements: Nodes<WithStances> }> }) =>
        actors.nodes.flatMap(({ statements }) =>
          statements.nodes.flatMap((node) =>
            withNested(
              node.id,
              node.stances.map(({ topic }) => topic),
            ),
          ),
        ),
    ),
    bare: statement(
      `UNWIND $ids AS actor
       MATCH (a:Actor {id: actor})
       CALL (a) {
         ${BY_ACTOR}
         RETURN s.id AS id, s.date AS date, s.summary AS summary,
           [(s)-[x:TAKES_STANCE]->(t:Topic) WHERE x.coding = 'adjudicated' | [t.id, t.name, x.position]] AS stances
       }
       RETURN a.id AS actor, a.name AS name, id, date, summary, stances`,
      { ids },
      'stances',
    ),
    generated: {
      natural: question(
        `query ($ids: [ID!]!) {
          actors(where: { id: { in: $ids } }) {
            id name statements(limit: 5, ${SORT}) {
              id date summary
              stancesConnection(where: { edge: { coding: { eq: "adjudicated" } } }) { edges { properties { position } node { id name } } } } } }`,
        { ids },
        ({
          actors,
        }: {
          readonly actors: readonly { readonly statements: readonly GeneratedWithStances[] }[];
        }) =>
          actors.flatMap(({ statements }) =>
            statements.flatMap((node) =>
              withNested(
                node.id,
                node.stancesConnection.edges.map((edge) => edge.node),
              ),
            ),
          ),
      ),
    },
  };
}
