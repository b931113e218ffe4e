import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { eachStore } from '../support/stores.js';

/** What an analyst asks first, on the seed: other tools misreport these. */

interface Statement {
  id: string;
  date: string;
  quote: string | null;
  speakers: {
    actor: { id: string; name: string };
    role: string | null;
    capacity: string;
    asNamed: string | null;
  }[];
  onBehalfOf: { actor: { id: string }; basis: string }[];
  principals: { id: string }[];
  stances: {
    topic: { id: string };
    position: string;
    untilMet: string | null;
    value: number | null;
    conditions: { text: string; askedOf: { id: string }[] }[];
  }[];
  citations: { source: { url: string | null; publisher: { name: string } | null } }[];
}

const STATEMENT = `id date quote
  speakers { actor { id name } role capacity asNamed }
  onBehalfOf { actor { id } basis } principals { id }
  stances { topic { id } position untilMet value conditions { text askedOf { id } } }
  citations { source { url publisher { name } } }`;

const stores = await eachStore();

describe.each(stores)('on $name', (factory) => {
  let store: Store;
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    store = await factory.open();
    await loadSeed(store);
    ask = asking(store);
  });
  afterAll(() => store.close());

  const statements = async (filter: object): Promise<Statement[]> => {
    const { data, errors } = await ask<{ statements: { nodes: Statement[] } }>(
      `query($filter: StatementFilter) { statements(filter: $filter, first: 100) { nodes { ${STATEMENT} } } }`,
      { filter },
    );
    expect(errors).toEqual([]);
    return data.statements.nodes;
  };

  test('who opposed the 2020 snapback: speakers, principals, words and sources, and no president of the Council', async () => {
    const opposed = await statements({
      stance: { topics: ['topic:snapback-2020'], positions: ['OPPOSE'] },
      date: { from: '2020-08', to: '2020-09' },
    });
    const principals = new Set(opposed.flatMap((s) => s.principals.map((actor) => actor.id)));
    for (const actor of ['actor:russia', 'actor:china', 'actor:e3', 'actor:european-union', 'actor:iran']) {
      expect(principals).toContain(actor);
    }
    expect(principals).not.toContain('actor:indonesia');
    expect(principals).not.toContain('actor:dominican-republic');
    expect(principals).not.toContain('actor:united-states');
    for (const statement of opposed) {
      expect(statement.speakers.length, statement.id).toBeGreaterThan(0);
      expect(
        statement.citations.some(({ source }) => source.url?.startsWith('http')),
        statement.id,
      ).toBe(true);
    }
    const speakers = opposed.flatMap((s) => s.speakers.map(({ actor }) => actor.id));
    expect(speakers).toContain('actor:sergei-lavrov');
    expect(speakers).not.toContain('actor:abdou-abarry');
    expect(speakers).not.toContain('actor:dian-triansyah-djani');
  });

  test("Abarry is Niger's, named Nigerian by the source alone, presided, and took no side", async () => {
    const spoke = await statements({ speakers: ['actor:abdou-abarry'] });
    expect(spoke.length).toBeGreaterThan(0);
    for (const { speakers, stances } of spoke) {
      expect(speakers[0]?.capacity).toBe('PRESIDING');
      expect(stances.filter(({ position }) => position !== 'NO_STANCE')).toEqual([]);
    }
    expect(spoke.flatMap((s) => s.speakers.map(({ asNamed }) => asNamed ?? '')).join()).toContain(
      'Nigerian Ambassador',
    );
    const { data } = await ask(
      '{ actor(id: "actor:abdou-abarry") { offices { of { id name } } } search(query: "Nigerian") { nodes { __typename } } }',
    );
    expect(data?.actor).toMatchObject({
      offices: expect.arrayContaining([{ of: { id: 'actor:niger', name: 'Niger' } }]),
    });
    expect(data?.search).toEqual({ nodes: [] });
  });

  test('Vaezi is no half supporter of talks', async () => {
    const [vaezi] = await statements({ speakers: ['actor:mahmoud-vaezi'] });
    const stance = vaezi?.stances.find(({ topic }) => topic.id === 'topic:direct-talks');
    expect(stance).toMatchObject({ position: 'CONDITIONAL', untilMet: 'OPPOSE', value: -0.5 });
    expect(stance?.conditions.length).toBeGreaterThan(0);
    expect(stance?.conditions[0]?.askedOf).toContainEqual({ id: 'actor:united-states' });
  });

  test('a position asked of a topic is the position on that topic', async () => {
    const { data } = await ask<{ topic: { statements: { nodes: Statement[] } } }>(
      `{ topic(id: "topic:direct-talks") { statements(filter: {stance: {positions: [OPPOSE]}}) { nodes { ${STATEMENT} } } } }`,
    );
    const { nodes } = data.topic.statements;
    expect(nodes.map(({ id }) => id)).not.toContain('statement:2020-09-01-lavrov-mediation');
    for (const { id, stances } of nodes) {
      const stance = stances.find(({ topic }) => topic.id === 'topic:direct-talks');
      expect(stance?.position, id).toBe('OPPOSE');
    }
  });

  test('the US claimed in September 2020 what it withdrew in February 2021', async () => {
    const { data } = await ask<{
      stances: { nodes: object[] };
    }>(`{ stances(filter: {principals: ["actor:united-states"],
      stance: {topics: ["topic:us-restoration-effective-2020"]}}) { nodes { date position quote source { url } } } }`);
    const rows = data.stances;
    expect(rows.nodes[0]).toMatchObject({ position: 'OPPOSE', date: expect.stringMatching(/^2021-02/) });
    expect(rows.nodes.at(-1)).toMatchObject({
      position: 'SUPPORT',
      date: expect.stringMatching(/^2020-09/),
    });
  });

  test.each(['vaezi', 'lavrov', 'schmid', 'abarry', 'mousavi', 'ryabkov'])(
    'search finds %s',
    async (name) => {
      const { data } = await ask<{ search: { nodes: { name: string }[] } }>(
        `{ search(query: "${name}", kinds: [ACTOR]) { nodes { ... on Actor { name } } } }`,
      );
      expect(data.search.nodes.map((actor) => actor.name.toLowerCase()).join()).toContain(name);
    },
  );

  test('the vote of 14 August 2020: two for, two against, eleven abstained', async () => {
    const { data } = await ask<{ event: { votes: { actor: { id: string }; vote: string }[] } }>(
      '{ event(id: "event:unsc-2020-08-14") { outcome yes no abstain votes { actor { id } vote } decides { topic { id } yesMeans } } }',
    );
    const { event } = data;
    const of = (vote: string) => event.votes.filter((v) => v.vote === vote).map((v) => v.actor.id);
    expect(event).toMatchObject({ outcome: 'FAILED', yes: 2, no: 2, abstain: 11 });
    expect(of('YES')).toEqual(['actor:dominican-republic', 'actor:united-states']);
    expect(of('NO')).toEqual(['actor:china', 'actor:russia']);
    expect(of('ABSTAIN')).toHaveLength(11);
  });
});

test('every engine gives the same JSON for the examples, the order of search hits aside', async () => {
  const { readdir } = await import('node:fs/promises');
  const folder = new URL('../../examples/', import.meta.url);
  const examples = await Promise.all(
    (await readdir(folder))
      .filter((file) => file.endsWith('.graphql') && !file.startsWith('search'))
      .sort()
      .map((file) => readFile(new URL(file, folder), 'utf8')),
  );
  const answers = [];
  for (const factory of stores) {
    const store = await factory.open();
    await loadSeed(store);
    const ask = asking(store);
    const given = [];
    for (const query of examples) {
      const { data, errors } = await ask(query);
      expect(errors).toEqual([]);
      given.push(data);
    }
    answers.push(JSON.stringify(given));
    await store.close();
  }
  for (const answer of answers) expect(answer).toBe(answers[0]);
});
