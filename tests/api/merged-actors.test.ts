import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningService } from '../../src/main.js';
import type { AnyRecord } from '../../src/model/index.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { loadRecords } from '../support/load-records.js';
import { post, startService } from '../support/service.js';
import { eachStore } from '../support/stores.js';

/** An id that was merged answers with the one that remains, wherever a reader can give it. */

const actor = (name: string, kind: 'STATE' | 'ORGANIZATION' | 'PERSON' = 'STATE'): AnyRecord => ({
  type: 'actor',
  id: `actor:${name}`,
  kind,
  name: `The ${name}`,
});
const statement = (
  name: string,
  date: string,
  speaker: string,
  position: 'SUPPORT' | 'OPPOSE',
  addressee: string,
): AnyRecord => ({
  type: 'statement',
  id: `statement:${name}`,
  act: 'STATEMENT',
  date,
  speakers: [{ actor: `actor:${speaker}`, capacity: 'NATIONAL' }],
  onBehalfOf: [{ actor: `actor:${speaker}`, basis: 'OWN' }],
  addressees: [`actor:${addressee}`],
  about: ['topic:q'],
  stances: [{ topic: 'topic:q', position, coding: 'adjudicated' }],
  citations: [{ source: 'source:s' }],
});
const merge = (from: string, into: string): AnyRecord => ({
  type: 'merge',
  id: `merge:${from}-into-${into}`,
  from: `actor:${from}`,
  into: `actor:${into}`,
  reason: 'One and the same.',
  by: 'tester',
  at: '2026-01-02T03:04:05Z',
});

const RECORDS: readonly AnyRecord[] = [
  ...['persia', 'pars', 'iran', 'oman'].map((name) => actor(name)),
  ...['club', 'union'].map((name) => actor(name, 'ORGANIZATION')),
  actor('envoy', 'PERSON'),
  { type: 'source', id: 'source:s' },
  { type: 'publisher', id: 'publisher:p', name: 'P', country: 'actor:persia' },
  { type: 'topic', id: 'topic:q', kind: 'PROPOSITION', name: 'Q', text: 'Q.' },
  {
    type: 'event',
    id: 'event:e',
    kind: 'VOTE',
    name: 'E',
    date: '2020',
    involves: [{ actor: 'actor:persia', role: 'SOURCE' }],
    decides: [{ topic: 'topic:q', yesMeans: 'SUPPORT' }],
    citations: [{ source: 'source:s' }],
  },
  { type: 'vote', event: 'event:e', actor: 'actor:persia', vote: 'YES', citations: [{ source: 'source:s' }] },
  {
    type: 'membership',
    actor: 'actor:persia',
    organization: 'actor:club',
    role: 'member',
    citations: [{ source: 'source:s' }],
  },
  { type: 'office', person: 'actor:envoy', of: 'actor:persia', title: 'Envoy' },
  statement('first', '2020-01-01', 'persia', 'SUPPORT', 'oman'),
  statement('second', '2020-02-01', 'iran', 'OPPOSE', 'oman'),
  statement('third', '2020-03-01', 'oman', 'OPPOSE', 'persia'),
  {
    ...statement('fourth', '2020-04-01', 'oman', 'OPPOSE', 'pars'),
    stances: [
      {
        topic: 'topic:q',
        position: 'CONDITIONAL',
        untilMet: 'OPPOSE',
        coding: 'adjudicated',
        conditions: [{ text: 'If.', askedOf: ['actor:pars'] }],
      },
    ],
  } as AnyRecord,
];
const MERGES = [merge('persia', 'pars'), merge('pars', 'iran'), merge('club', 'union')];

const STATEMENTS = '{ nodes { id speakers { actor { id } } } totalCount exportUrl }';
/** What is asked of an actor, and what the answer must have; `CLUB` is another that is merged. */
const QUERIES: Readonly<Record<string, readonly [query: string, has: string]>> = {
  node: ['{ node(id: "ID") { id } }', 'actor:iran'],
  actor: [
    '{ actor(id: "ID") { id name memberships { organization { id } } votes { nodes { vote } } statements { nodes { id } totalCount exportUrl } } }',
    'statement:first',
  ],
  actors: ['{ actors(filter: {ids: ["ID"]}) { nodes { id } totalCount } }', 'actor:iran'],
  'actors of one body': [
    '{ actors(filter: {memberOf: {organization: "CLUB"}}) { nodes { id } } }',
    'actor:iran',
  ],
  speakers: [`{ statements(filter: {speakers: ["ID"]}) ${STATEMENTS} }`, 'statement:first'],
  'principals, two of one': [
    '{ statements(filter: {principals: ["ID", "actor:iran"]}) { nodes { id } totalCount } }',
    'statement:second',
  ],
  'principals, jointly': [
    `{ statements(filter: {principals: ["ID"], expandJoint: true}) ${STATEMENTS} }`,
    'statement:first',
  ],
  addressees: [`{ statements(filter: {addressees: ["ID"]}) ${STATEMENTS} }`, 'statement:fourth'],
  'members of a body': [
    `{ statements(filter: {memberOf: {organization: "CLUB"}}) ${STATEMENTS} }`,
    'statement:first',
  ],
  'and, or, not': [
    `{ statements(filter: {and: [{or: [{speakers: ["ID"]}, {addressees: ["ID"]}]}], not: {principals: ["ID"]}}) ${STATEMENTS} }`,
    'statement:third',
  ],
  'statements of another': [
    `{ actor(id: "actor:oman") { statements(filter: {addressees: ["ID"]}) ${STATEMENTS} } }`,
    'statement:third',
  ],
  stances: [
    '{ stances(filter: {principals: ["ID"]}) { nodes { id principal { id } } totalCount } }',
    'actor:iran',
  ],
  facets: [
    '{ statements(filter: {principals: ["ID"]}) { facets { byActor { node { id } count } byYear { value count } } } }',
    'actor:iran',
  ],
  'facets of another': [
    '{ statements(filter: {not: {speakers: ["ID"]}, respondsTo: null}) { facets { byActor { node { id } count } } } }',
    'actor:oman',
  ],
  stanceTimeline: [
    '{ stanceTimeline(filter: {speakers: ["ID"]}, interval: YEAR) { points { support oppose } } }',
    '"support":1',
  ],
  stanceMatrix: [
    '{ stanceMatrix(actors: ["ID", "actor:iran"], memberOf: {organization: "CLUB"}, topics: ["topic:q"]) { rows { actor { id } cells { position } } } }',
    'actor:iran',
  ],
  positionChanges: [
    '{ positionChanges(filter: {principals: ["ID"]}) { nodes { actor { id } before { position } after { position } } } }',
    'actor:iran',
  ],
  network: [
    '{ network(input: {nodes: ACTOR_TOPIC, filter: {principals: ["ID"]}}) { nodes { id } edges(of: ["ID"]) { weight } } }',
    '"weight":2',
  ],
  'network without': [
    '{ network(input: {nodes: ACTOR_TOPIC, exclude: {actors: ["ID"]}}) { nodes { id } } }',
    'actor:oman',
  ],
  'network of one': [
    '{ network(input: {nodes: ACTOR_TOPIC, include: {actors: ["ID"]}}) { edges(between: ["ID", "topic:q"]) { statements { nodes { id } } } } }',
    'statement:first',
  ],
  events: ['{ events(filter: {actors: ["ID"]}) { nodes { id votes { actor { id } } } } }', 'actor:iran'],
  publishers: ['{ publishers(filter: {countries: ["ID"]}) { nodes { id country { id } } } }', 'actor:iran'],
  conditions: [
    '{ asked: conditions(filter: {askedOf: ["ID"]}) { nodes { text askedOf { id } } } set: conditions(filter: {principals: ["ID"]}) { totalCount } }',
    'actor:iran',
  ],
};

/** What is exported of an actor, as the query string has it, and what must be there. */
const EXPORTS: Readonly<Record<string, readonly [path: string, has: string]>> = {
  filter: ['ndjson?principals=ID', 'statement:first'],
  table: ['csv/statements.csv?what=statements&speakers=ID', 'statement:first'],
  ids: ['ndjson?ids=ID,actor:oman&depth=0', 'actor:iran'],
  network: ['graphml?what=network&nodes=ACTOR_TOPIC&exclude.actors=actor:oman&principals=ID', 'actor:iran'],
};

describe.each(await eachStore())('merged actors, from $name', (factory) => {
  let store: Store;
  let service: RunningService;
  beforeAll(async () => {
    store = await factory.open();
    await loadRecords(store, RECORDS);
    service = await startService({ store });
  });
  afterAll(async () => {
    await service.close();
    await store.close();
  });

  const told = (text: string, id: string, club = 'actor:union') =>
    text.replaceAll('ID', id).replaceAll('CLUB', club);
  const ask = async (query: string) => {
    const { status, body } = await post(service.url, query);
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data;
  };
  const exported = async (path: string) => {
    const answer = await fetch(`${service.url}/export/${path}`);
    expect(answer.status).toBe(200);
    return [answer.headers.get('content-disposition'), await answer.text()];
  };
  let cursor = '';

  it('before the merge, each id is of an actor of its own, and no statement is sent to look for merges', async () => {
    expect(await ask('{ node(id: "actor:persia") { id } }')).toEqual({ node: { id: 'actor:persia' } });
    const first = 'statements(filter: {speakers: ["actor:persia", "actor:oman"]}, first: 1';
    const page = await ask(`{ ${first}) { nodes { id } pageInfo { endCursor } } }`);
    expect(page).toMatchObject({ statements: { pageInfo: { endCursor: expect.any(String) } } });
    cursor = (page as { statements: { pageInfo: { endCursor: string } } }).statements.pageInfo.endCursor;
    for (const name of ['actor', 'speakers', 'facets', 'stanceMatrix', 'network', 'stances']) {
      const { sent, errors } = await asking(store)(told(QUERIES[name]?.[0] ?? '', 'actor:persia'));
      expect([errors, sent.filter((statement) => /merge/i.test(statement))]).toEqual([[], []]);
    }
    const usage = await fetch(
      `${service.url}/graphql?${new URLSearchParams({ query: told(QUERIES['and, or, not']?.[0] ?? '', 'actor:persia') })}`,
    );
    expect(await usage.json()).toMatchObject({ data: { statements: { totalCount: 1 } } });
    await loadRecords(store, MERGES);
  });

  it.each(Object.entries(QUERIES))('%s: the same answer for each of its ids', async (_, [query, has]) => {
    const answer = await ask(told(query, 'actor:iran'));
    expect(JSON.stringify(answer)).toContain(has);
    expect(await ask(told(query, 'actor:persia', 'actor:club'))).toEqual(answer);
    expect(await ask(told(query, 'actor:pars'))).toEqual(answer);
    const got = await fetch(
      `${service.url}/graphql?${new URLSearchParams({ query: told(query, 'actor:persia') })}`,
    );
    expect(await got.json()).toEqual({ data: answer });
  });

  it.each(Object.entries(EXPORTS))('an export by %s has the same bytes for each', async (_, [path, has]) => {
    const file = await exported(told(path, 'actor:iran'));
    expect(file[1]).toContain(has);
    for (const id of ['actor:persia', 'actor:pars']) expect(await exported(told(path, id))).toEqual(file);
  });

  it('its names find the one that remains', async () => {
    const query = '{ search(query: "persia", kinds: [ACTOR]) { nodes { ... on Actor { id } } totalCount } }';
    expect(await ask(query)).toEqual({ search: { nodes: [{ id: 'actor:iran' }], totalCount: 1 } });
  });

  it('a cursor given before goes on after it', async () => {
    const next = `statements(filter: {speakers: ["actor:persia", "actor:oman"]}, first: 5, after: "${cursor}")`;
    expect(await ask(`{ ${next} { nodes { id } } }`)).toEqual({
      statements: { nodes: ['third', 'second', 'first'].map((id) => ({ id: `statement:${id}` })) },
    });
  });

  it('what is unknown stays unknown', async () => {
    expect(await ask('{ node(id: "actor:none") { id } actor(id: "actor:none") { id } }')).toEqual({
      node: null,
      actor: null,
    });
    expect(await ask('{ statements(filter: {speakers: ["actor:none"]}) { totalCount } }')).toEqual({
      statements: { totalCount: 0 },
    });
    const { body } = await post(
      service.url,
      '{ stanceMatrix(actors: ["actor:none"], topics: ["topic:q"]) { revision } }',
    );
    expect(body.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('the merges are told of, and whom each record names', async () => {
    const judgement = { reason: 'One and the same.', by: 'tester', at: '2026-01-02T03:04:05Z' };
    const query = `{ actor(id: "actor:iran") {
      merges { id original { id name kind aliases unresolved } into reason by at }
      memberships { originalId originalOrganizationId } officeHolders { originalId originalOfId }
      votes { nodes { originalId } }
      statements(orderBy: DATE_ASC) { nodes {
        speakers { originalId actor { id } } onBehalfOf { originalId } } } }
      event(id: "event:e") { involves { originalId } votes { originalId } }
      actors { nodes { id merges { original { id } } } } }`;
    const persia = { originalId: 'actor:persia' };
    expect(await ask(query)).toEqual({
      actor: {
        merges: [
          {
            id: 'merge:pars-into-iran',
            original: { id: 'actor:pars', name: 'The pars', kind: 'STATE', aliases: [], unresolved: false },
            into: 'actor:iran',
            ...judgement,
          },
          {
            id: 'merge:persia-into-pars',
            original: {
              id: 'actor:persia',
              name: 'The persia',
              kind: 'STATE',
              aliases: [],
              unresolved: false,
            },
            into: 'actor:pars',
            ...judgement,
          },
        ],
        memberships: [{ ...persia, originalOrganizationId: 'actor:club' }],
        officeHolders: [{ originalId: null, originalOfId: 'actor:persia' }],
        votes: { nodes: [persia] },
        statements: {
          nodes: [
            { speakers: [{ ...persia, actor: { id: 'actor:iran' } }], onBehalfOf: [persia] },
            {
              speakers: [{ originalId: null, actor: { id: 'actor:iran' } }],
              onBehalfOf: [{ originalId: null }],
            },
          ],
        },
      },
      event: { involves: [persia], votes: [persia] },
      actors: {
        nodes: [
          { id: 'actor:envoy', merges: [] },
          {
            id: 'actor:iran',
            merges: [{ original: { id: 'actor:pars' } }, { original: { id: 'actor:persia' } }],
          },
          { id: 'actor:oman', merges: [] },
          { id: 'actor:union', merges: [{ original: { id: 'actor:club' } }] },
        ],
      },
    });
    const { sent } = await asking(store)(query);
    expect([...sent].sort()).toEqual([
      'actorsById',
      'actorsPage',
      'eventsById',
      'mergesOfActors',
      'votesOfActorPages',
    ]);
  });

  it('a split gives the id back', async () => {
    const split: AnyRecord = { type: 'split', id: 'split:s', merge: 'merge:pars-into-iran', reason: 'No.' };
    await loadRecords(store, [split]);
    const query = `{ node(id: "ID") { id ... on Actor { merges { original { id } } } } facet: ${(QUERIES.facets?.[0] ?? '').slice(1)}`;
    const ofPars = await ask(told(query, 'actor:pars'));
    expect(ofPars).toMatchObject({
      node: { id: 'actor:pars', merges: [{ original: { id: 'actor:persia' } }] },
      facet: { facets: { byActor: [{ node: { id: 'actor:pars' }, count: 1 }] } },
    });
    expect(await ask(told(query, 'actor:persia'))).toEqual(ofPars);
    expect(await ask(told(query, 'actor:iran'))).toMatchObject({
      node: { id: 'actor:iran', merges: [] },
      facet: { facets: { byActor: [{ node: { id: 'actor:iran' }, count: 1 }] } },
    });
  });
});
