import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { eachStore } from '../support/stores.js';

/**
 * How many statements each field sends to the database, by name. A field asked of one node and of a hundred must send
 * the same: what is written here is the whole cost of a request. What they are is in tests/unit/api/cypher/.
 */

/** Root fields: the query with a page size in `$n`, and what it sends. */
const ROOT_FIELDS: Readonly<Record<string, { query: string; sent: readonly string[] }>> = {
  node: { query: '{ node(id: "actor:iran") { id } }', sent: ['actorsById'] },
  actor: { query: '{ actor(id: "actor:iran") { id } }', sent: ['actorsById'] },
  actors: { query: 'query($n: Int) { actors(first: $n) { nodes { id } } }', sent: ['actorsPage'] },
  topic: { query: '{ topic(id: "topic:snapback") { id } }', sent: ['topicsById'] },
  topics: { query: 'query($n: Int) { topics(first: $n) { nodes { id } } }', sent: ['topicsPage'] },
  'topics within one': {
    query: 'query($n: Int) { topics(filter: {within: ["topic:snapback"]}, first: $n) { nodes { id } } }',
    sent: ['partsOfTopics', 'topicsPage'],
  },
  statement: {
    query: '{ statement(id: "statement:2020-09-01-lavrov-mediation") { id } }',
    sent: ['statementsById'],
  },
  statements: {
    query: 'query($n: Int) { statements(first: $n) { nodes { id } } }',
    sent: ['statementsPage'],
  },
  'statements, all of the connection': {
    query: `query($n: Int) { statements(first: $n) {
      edges { cursor node { id } } nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`,
    sent: ['statementsCount', 'statementsPage'],
  },
  'statements with what hangs on them': {
    query: `query($n: Int) { statements(first: $n) { nodes {
      quote speakers { actor { id } } onBehalfOf { basis } principals { id } addressees { id } about { id }
      stances { topic { id } conditions { text } } citations { source { publisher { id } } } event { id }
      respondsTo { kind } responses { kind } disputes { id } } } }`,
    sent: ['statementsPage'],
  },
  'statement with what hangs on it': {
    query: `{ statement(id: "statement:2020-09-01-lavrov-mediation") {
      speakers { actor { id } } about { id } stances { topic { id } conditions { text } } citations { source { publisher { id } } } } }`,
    sent: ['statementsById'],
  },
  'actor with latest statements and their topics': {
    query: `query($n: Int) { actor(id: "actor:iran") { name memberships { organization { name } }
      statements(first: $n) { edges { node { about { name } speakers { actor { name } } } } pageInfo { endCursor } } } }`,
    sent: ['actorsById'],
  },
  'actor with statements of two parts': {
    query: `query($n: Int) { actor(id: "actor:sergei-lavrov") {
      made: statements(as: SPEAKER, first: $n) { nodes { id } } heard: statements(as: ADDRESSEE, first: $n) { nodes { quote } } } }`,
    sent: ['actorsById'],
  },
  'topic with statements, counted': {
    query: `query($n: Int) { topic(id: "topic:snapback") { parts { name }
      statements(first: $n) { totalCount nodes { principals { name } citations { source { url } } } } } }`,
    sent: ['statementsOfTopicStanceCounts', 'topicsById'],
  },
  'node with statements, in fragments': {
    query: `query($n: Int) { node(id: "actor:russia") { id ...OfActor ... on Topic { parts { id } } } }
      fragment OfActor on Actor { statements(first: $n) { nodes { ...OfStatement } } }
      fragment OfStatement on Statement { about { id } quote @skip(if: true) }`,
    sent: ['actorsById'],
  },
  'statements, counted only': { query: '{ statements { totalCount } }', sent: ['statementsCount'] },
  'statements by topic': {
    query:
      'query($n: Int) { statements(filter: {stance: {topics: ["topic:snapback"]}, about: ["topic:talks"]}, first: $n) { nodes { id } } }',
    sent: ['partsOfTopics', 'statementsPage'],
  },
  'statements by actor, source and topic': {
    query: `query($n: Int) { statements(filter: {principals: ["actor:iran"], speakers: ["actor:javad-zarif"],
      sources: ["source:none"], about: ["topic:talks"]}, first: $n) { totalCount nodes { id } } }`,
    sent: ['degreesOfActors', 'degreesOfSources', 'partsOfTopics', 'statementsCount', 'statementsPage'],
  },
  // of an actor of whom nothing else is read, whether it is merged
  'statements of members of a body': {
    query:
      'query($n: Int) { statements(filter: {memberOf: {organization: "actor:e3"}}, first: $n) { nodes { id } } }',
    sent: ['mergedActors', 'statementsPage'],
  },
  'statements by words': {
    query: 'query($n: Int) { statements(filter: {words: "snapback"}, first: $n) { nodes { id } } }',
    sent: ['searchText', 'statementsPage'],
  },
  'statements, their facets only': {
    query: `query($n: Int) { statements { facets { revision
      byActor(first: $n) { node { name } count } bySpeaker(first: $n) { node { name } } byTopic(first: $n) { node { name } }
      byPublisher(first: $n) { node { name } } byPosition { value } byYear { value } byControl { value } byAct { value } } } }`,
    sent: ['actorsById', 'publishersById', 'stanceTableRevision', 'topicsById'],
  },
  'statements with facets, by a key that the stance table has not': {
    query: `query($n: Int) { statements(filter: {respondsTo: ["event:none"]}, first: $n) {
      nodes { id } facets { byPosition { value count } } } }`,
    sent: ['stanceTableRevision', 'statementIdsPage', 'statementsPage'],
  },
  stanceTimeline: {
    query: '{ stanceTimeline(interval: YEAR) { revision imprecise points { from support mean } } }',
    sent: ['stanceTableRevision'],
  },
  network: {
    query:
      '{ network(input: { nodes: ACTOR_ACTOR, aggregation: CONGRUENCE }) { statements nodes { degree } } }',
    sent: ['stanceTableRevision'],
  },
  'network with what is behind its edges': {
    query: `query($n: Int) { network(input: { nodes: ACTOR_ACTOR, aggregation: CONGRUENCE }) {
      edges(limit: 5) { weight statements(first: $n) { totalCount nodes { quote } } } } }`,
    sent: ['stanceTableRevision', 'stanceTableRevision', 'statementsById'],
  },
  stanceMatrix: {
    query:
      '{ stanceMatrix(actors: ["actor:iran"], topics: ["topic:snapback"]) { rows { cells { position } } } }',
    sent: ['actorsById', 'stanceTableRevision'],
  },
  positionChanges: {
    query: 'query($n: Int) { positionChanges(first: $n) { nodes { kind before { statements { quote } } } } }',
    sent: ['citationsOfStatements', 'stanceTableRevision', 'statementsById'],
  },
  stances: {
    query:
      'query($n: Int) { stances(first: $n) { nodes { speaker { id } principal { id } proposition { id } position date } } }',
    sent: ['stanceRowsPage'],
  },
  'stances with words and source': {
    query:
      'query($n: Int) { stances(first: $n) { totalCount nodes { quote source { url publisher { name } } } } }',
    sent: ['stanceRowsCount', 'stanceRowsPage'],
  },
  source: { query: '{ source(id: "source:none") { id } }', sent: ['sourcesById'] },
  sources: { query: 'query($n: Int) { sources(first: $n) { nodes { id } } }', sent: ['sourcesPage'] },
  publisher: { query: '{ publisher(id: "publisher:none") { id } }', sent: ['publishersById'] },
  publishers: {
    query: 'query($n: Int) { publishers(first: $n) { nodes { id } } }',
    sent: ['publishersPage'],
  },
  event: { query: '{ event(id: "event:none") { id } }', sent: ['eventsById'] },
  events: { query: 'query($n: Int) { events(first: $n) { nodes { id } } }', sent: ['eventsPage'] },
  dispute: { query: '{ dispute(id: "dispute:none") { id } }', sent: ['disputesById'] },
  disputes: { query: 'query($n: Int) { disputes(first: $n) { nodes { id } } }', sent: ['disputesPage'] },
  conditions: {
    query: 'query($n: Int) { conditions(first: $n) { nodes { id } } }',
    sent: ['conditionsPage'],
  },
  search: {
    query:
      'query($n: Int) { search(query: "iran", kinds: [ACTOR], first: $n) { totalCount edges { score field node { __typename } } } }',
    sent: ['actorsById', 'searchText'],
  },
  'search among statements': {
    query:
      'query($n: Int) { search(query: "sanctions", kinds: [STATEMENT], first: $n) { edges { field node { __typename } } } }',
    sent: ['citationsOfStatements', 'searchText', 'statementsById'],
  },
  reliability: {
    query: '{ reliability { alpha units coders byProposition { topic { id } } } }',
    sent: ['codedStances', 'topicsById'],
  },
  dataset: {
    query:
      '{ dataset { name version modified licence citation softwareVersion engine revision schemaVersion } }',
    sent: ['datasetRevision'],
  },
  'dataset with counts and dates': {
    query: '{ dataset { revision counts { statements actors } earliest latest } }',
    sent: ['datasetCounts', 'datasetRevision', 'earliestStatement', 'latestStatement'],
  },
};

/** Nested fields: the list they hang on, the field, and what it sends beside the list's own statement. */
const NESTED_FIELDS: readonly [list: string, field: string, sent: readonly string[]][] = [
  [
    'statements',
    'stances { conditions { text topic { name } askedOf { name } statement { id } } }',
    ['askedOfConditions', 'statementsOfConditions', 'topicsOfConditions'],
  ],
  [
    'statements',
    'citations { source { publisher { country { name } sources { totalCount nodes { id } } } statements { totalCount nodes { id quote } } } }',
    [
      'actorsById',
      'sourcesOfPublisherCounts',
      'sourcesOfPublisherPages',
      'statementsOfSourceCounts',
      'statementsOfSourcePages',
    ],
  ],
  [
    'statements',
    'principals { statements(first: 2) { nodes { speakers { actor { id } } about { partOf { id } } } } }',
    ['issuesOfTopics', 'statementsOfActorPrincipalPages'],
  ],
  ['actors', 'memberships { organization { name } citations { quote } }', ['membershipsOfActors']],
  ['actors', 'members { actor { name } citations { source { url } } }', ['membersOfActors', 'sourcesById']],
  ['actors', 'offices { of { name } }', ['officesOfActors']],
  ['actors', 'merges { original { name } reason }', ['mergesOfActors']],
  ['actors', 'officeHolders { person { name } }', ['officeHoldersOfActors']],
  [
    'actors',
    'votes { totalCount nodes { vote event { name } citations { source { url publisher { name } } } } }',
    ['publishersOfSources', 'sourcesById', 'votesOfActorCounts', 'votesOfActorPages'],
  ],
  [
    'actors',
    'statements(first: 2) { totalCount nodes { about { name } } }',
    ['statementsOfActorPrincipalCounts', 'statementsOfActorPrincipalPages'],
  ],
  ['actors', 'statements(as: SPEAKER) { nodes { id } }', ['statementsOfActorSpeakerPages']],
  ['actors', 'statements(as: ADDRESSEE) { nodes { id } }', ['statementsOfActorAddresseePages']],
  [
    'actors',
    'statements(filter: {about: ["topic:snapback"]}) { nodes { id } }',
    ['partsOfTopics', 'statementsOfActorPrincipalPages'],
  ],
  ['topics', 'partOf { name }', ['issuesOfTopics']],
  ['topics', 'parts { name }', ['directPartsOfTopics']],
  ['topics', 'decidedBy { yesMeans event { name } }', ['decisionsOfTopics']],
  [
    'topics',
    'statements(first: 3) { totalCount nodes { id } }',
    ['statementsOfTopicStanceCounts', 'statementsOfTopicStancePages'],
  ],
  ['topics', 'statements(as: SUBJECT) { nodes { id } }', ['statementsOfTopicSubjectPages']],
  ['events', 'decides { topic { name } yesMeans }', ['decisionsOfEvents']],
  ['events', 'involves { actor { name } role }', ['involvementsOfEvents']],
  ['events', 'votes { actor { name } vote }', ['votesOfEvents']],
  ['events', 'citations { source { url } }', ['citationsOfEvents']],
  ['events', 'statements { nodes { id } totalCount }', ['statementsOfEventCounts', 'statementsOfEventPages']],
  ['events', 'responses { statement { id } }', ['responsesToEvents']],
  ['events', 'disputes { question }', ['disputesOfEvents']],
  ['sources', 'publisher { name control }', ['publishersOfSources']],
  ['publishers', 'country { name }', ['actorsById']],
  ['disputes', 'concerns { __typename }', ['concernsOfDisputes']],
  [
    'disputes',
    'claims { claim sources { url publisher { name } } }',
    ['claimsOfDisputes', 'publishersOfSources'],
  ],
];

const [factory] = await eachStore();
let store: Store;
let ask: ReturnType<typeof asking>;

beforeAll(async () => {
  if (!factory) throw new Error('no store to test with');
  store = await factory.open();
  await loadSeed(store);
  ask = asking(store);
});
afterAll(() => store.close());

describe('the statements that a root field sends', () => {
  test.each(Object.entries(ROOT_FIELDS))('%s', async (_, { query, sent }) => {
    for (const n of [2, 40]) {
      const answer = await ask(query, query.includes('$n') ? { n } : {});
      expect(answer.errors).toEqual([]);
      expect([...answer.sent].sort()).toEqual(sent);
    }
  });

  test('are written down for every root field', async () => {
    const { data } = await ask<{ __type: { fields: { name: string }[] } }>(
      '{ __type(name: "Query") { fields { name } } }',
    );
    const tested = Object.values(ROOT_FIELDS).map(({ query }) => query);
    const untested = data.__type.fields.filter(
      ({ name }) => !tested.some((query) => new RegExp(`\\b${name}\\b[ ({]`).test(query)),
    );
    expect(untested).toEqual([]);
  });
});

describe('the statements that a nested field sends beside its list', () => {
  test.each(NESTED_FIELDS)('%s { %s }', async (list, field, sent) => {
    for (const n of [2, 80]) {
      const answer = await ask(`query($n: Int) { ${list}(first: $n) { nodes { id ${field} } } }`, { n });
      expect(answer.errors).toEqual([]);
      const own = `${list}Page`;
      const beside = answer.sent.filter((name) => name !== own).sort();
      // A short page may hold nothing for the field to expand; it never sends more.
      if (n === 80) expect(beside).toEqual(sent);
      else expect(sent).toEqual(expect.arrayContaining(beside));
      expect(new Set(answer.sent).size).toBe(answer.sent.length);
    }
  });

  test('are three for the example of the design', async () => {
    const { readFile } = await import('node:fs/promises');
    const query = await readFile(
      new URL('../../examples/who-opposed-the-2020-snapback.graphql', import.meta.url),
      'utf8',
    );
    const { errors, sent } = await ask(query);
    expect(errors).toEqual([]);
    expect([...sent].sort()).toEqual(['partsOfTopics', 'statementsCount', 'statementsPage']);
  });
});
