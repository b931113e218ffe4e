import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSeed, seedFiles } from '../../src/ingest/index.js';
import { type AnyRecord, parseEdtf } from '../../src/model/index.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { loadRecords } from '../support/load-records.js';
import { shuffled } from '../support/shuffled.js';
import { eachStore } from '../support/stores.js';

/** Who stands with whom on the seed, and what leads back to the words: the same on every engine, byte for byte. */

interface Edge {
  readonly source: { readonly id: string };
  readonly target: { readonly id: string };
  readonly weight: number;
}
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly date: string }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

const EVERYTHING = `start middle end statements levels aggregation normalization truncated density components communities
  modularity polarisation { value modularity camps { id } }
  nodes { id name degree strength frequency betweenness closeness eigenvector component community camp }
  edges { source { id } target { id } weight } matrix { rows columns rowIds columnIds values }`;

test('the same records in any order give the same bytes', async () => {
  const records = await seedRecords();
  const inputs = [
    { nodes: 'ACTOR_ACTOR', aggregation: 'SUBTRACT', normalization: 'AVERAGE', includeVotes: true },
    {
      nodes: 'ACTOR_TOPIC',
      aggregation: 'SUBTRACT',
      duplicates: 'DOCUMENT',
      window: { unit: 'YEAR', size: 2 },
    },
  ];
  const answersOf = async (ordered: readonly AnyRecord[]) => {
    const store = await openGrafeo({ shuffleUnordered: true });
    await store.applySchema();
    await loadRecords(store, ordered);
    const ask = asking(store);
    const found = await Promise.all(
      inputs.map((input) =>
        ask(
          `query($input: NetworkInput!) { network(input: $input) { ${EVERYTHING} windows { ${EVERYTHING} } } }`,
          {
            input,
          },
        ),
      ),
    );
    await store.close();
    expect(found.flatMap(({ errors }) => errors)).toEqual([]);
    return JSON.stringify(found.map(({ data }) => data));
  };
  const expected = await answersOf(records);
  const [other = []] = fc.sample(shuffled(records), { numRuns: 1, seed: 3 });
  expect(other).not.toEqual(records);
  expect(await answersOf(other)).toBe(expected);
});

async function seedRecords(): Promise<AnyRecord[]> {
  const files = await seedFiles();
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): AnyRecord => JSON.parse(line)),
  );
}

/** Of each question, what the first engine answered. */
const answers = new Map<string, string>();

describe.each(await eachStore())('on $name', (factory) => {
  let store: Store;
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    store = await factory.open();
    await loadSeed(store);
    ask = asking(store);
  });
  afterAll(() => store.close());

  const networkOf = async <Data>(input: object, fields: string): Promise<Data> => {
    const { data, errors } = await ask<{ network: Data }>(
      `query($input: NetworkInput!) { network(input: $input) { ${fields} } }`,
      { input },
    );
    expect(errors).toEqual([]);
    return data.network;
  };
  const edgesOf = async (input: object): Promise<Map<string, number>> => {
    const { edges } = await networkOf<{ edges: readonly Edge[] }>(
      input,
      'edges { source { id } target { id } weight }',
    );
    return new Map(
      edges.flatMap(({ source, target, weight }) => [
        [`${source.id} ${target.id}`, weight],
        [`${target.id} ${source.id}`, weight],
      ]),
    );
  };
  const onProposition = (topic: string) => ({
    nodes: 'ACTOR_ACTOR',
    aggregation: 'SUBTRACT',
    filter: { stance: { topics: [topic] } },
  });

  test('on the snapback of 2020 the United States stands against Russia, China, the E3 and most of the Council', async () => {
    const edges = await edgesOf({
      ...onProposition('topic:us-snapback-2020'),
      filter: { stance: { topics: ['topic:us-snapback-2020'] }, date: { to: '2020-12' } },
    });
    const us = (actor: string) => edges.get(`actor:united-states actor:${actor}`);
    for (const actor of ['russia', 'china', 'e3', 'france', 'iran', 'a3-plus-one', 'european-union']) {
      expect(us(actor), actor).toBeLessThan(0);
    }
    expect(edges.get('actor:russia actor:e3')).toBeGreaterThan(0);
    expect(us('dominican-republic')).toBeUndefined();
    const { polarisation } = await networkOf<{ polarisation: { camps: readonly { id: string }[][] } }>(
      onProposition('topic:us-snapback-2020'),
      'polarisation { camps { id } }',
    );
    expect(polarisation.camps.map((camp) => camp.map(({ id }) => id))).toContainEqual([
      'actor:israel',
      'actor:united-states',
    ]);
  });

  test('on the snapback of 2025 the E3 and the United States stand together', async () => {
    const edges = await edgesOf(onProposition('topic:e3-snapback-2025'));
    expect(edges.get('actor:e3 actor:united-states')).toBeGreaterThan(0);
    expect(edges.get('actor:e3 actor:russia')).toBeLessThan(0);
  });

  test('Iran and Israel are not allies because both reject an Iranian bomb', async () => {
    const congruence = { nodes: 'ACTOR_ACTOR', aggregation: 'SUBTRACT' };
    const edges = await edgesOf(congruence);
    expect(edges.get('actor:iran actor:israel')).toBeLessThan(0);
    const twoMode = { nodes: 'ACTOR_TOPIC', filter: { principals: ['actor:iran', 'actor:israel'] } };
    const topics = async (includeValence: boolean) =>
      (
        await networkOf<{ matrix: { columnIds: string[] } }>(
          { ...twoMode, includeValence },
          'matrix { columnIds }',
        )
      ).matrix.columnIds;
    expect((await topics(true)).length).toBeGreaterThan((await topics(false)).length);
  });

  test.each([
    { nodes: 'ACTOR_TOPIC', aggregation: 'SUBTRACT', normalization: 'ACTIVITY', includeVotes: true },
    { nodes: 'ACTOR_ACTOR', aggregation: 'CONGRUENCE', normalization: 'AVERAGE', includeNeutral: true },
    { nodes: 'TOPIC_TOPIC', aggregation: 'CONFLICT', normalization: 'JACCARD', duplicates: 'MONTH' },
    { nodes: 'ACTOR_ACTOR', actorsAs: 'SPEAKER', normalization: 'TRUE_COSINE', isolates: true },
    { nodes: 'ACTOR_ACTOR', aggregation: 'SUBTRACT', minWeight: 2, exclude: { actors: ['actor:iran'] } },
  ])('the same numbers on each engine: %o', async (input) => {
    const found = JSON.stringify(await networkOf<object>(input, EVERYTHING));
    const key = JSON.stringify(input);
    expect(found).toBe(answers.get(key) ?? found);
    answers.set(key, found);
    expect(JSON.parse(found).edges.length).toBeGreaterThan(0);
  });

  test('windows slide over the period of the filter, each with its own evidence', async () => {
    const { windows } = await networkOf<{
      windows: readonly { start: string; end: string; edges: readonly (Edge & { statements: Page })[] }[];
    }>(
      {
        nodes: 'ACTOR_ACTOR',
        aggregation: 'CONGRUENCE',
        filter: { date: { from: '2020-07', to: '2020-12' } },
        window: { unit: 'MONTH', size: 2 },
      },
      `windows { start end edges(limit: 2) { source { id } target { id } weight
        statements(first: 100) { totalCount nodes { id date } pageInfo { endCursor hasNextPage } } } }`,
    );
    expect(windows.length).toBe(4);
    const all = windows.flatMap(({ start, end, edges }) => edges.map((edge) => ({ start, end, edge })));
    expect(all.length).toBeGreaterThan(0);
    for (const { start, end, edge } of all) {
      expect(edge.statements.totalCount).toBeGreaterThan(0);
      for (const { date } of edge.statements.nodes) {
        const days = parseEdtf(date);
        expect(days && days.from >= start.slice(0, 10) && days.to <= end.slice(0, 10)).toBe(true);
      }
    }
  });

  test('every statement of two actors is reached page by page, latest first, as the list of statements has them', async () => {
    const between = ['actor:iran', 'actor:russia'];
    const topic = 'topic:us-snapback-2020';
    const input = { ...onProposition(topic), aggregation: 'IGNORE' };
    const pageAfter = async (after: string | null) => {
      const { data, errors } = await ask<{ network: { edges: readonly { statements: Page }[] } }>(
        `query($input: NetworkInput!, $after: String, $between: [ID!]) { network(input: $input) { edges(between: $between) {
          statements(first: 2, after: $after) { totalCount nodes { id date } pageInfo { endCursor hasNextPage } } } } }`,
        { input, after, between },
      );
      expect(errors).toEqual([]);
      return data.network.edges[0]?.statements;
    };
    const found: string[] = [];
    let page = await pageAfter(null);
    for (;;) {
      found.push(...(page?.nodes.map(({ id }) => id) ?? []));
      if (!page?.pageInfo.hasNextPage) break;
      page = await pageAfter(page.pageInfo.endCursor);
    }
    const { data } = await ask<{ statements: { nodes: readonly { id: string }[] } }>(
      'query($filter: StatementFilter) { statements(filter: $filter, first: 100) { nodes { id } } }',
      { filter: { principals: between, stance: { topics: [topic] } } },
    );
    expect(found.length).toBeGreaterThan(4);
    expect(page?.totalCount).toBe(found.length);
    expect(found).toEqual(data.statements.nodes.map(({ id }) => id));
  });

  test('a cursor of one edge is none of another', async () => {
    const fields = (edges: string) => `edges(${edges}) { statements(first: 1) { pageInfo { endCursor } } }`;
    const input = onProposition('topic:us-snapback-2020');
    const { edges } = await networkOf<{ edges: readonly { statements: Page }[] }>(input, fields('limit: 1'));
    const { errors } = await ask(
      `query($input: NetworkInput!, $after: String) { network(input: $input) {
        edges(between: ["actor:france", "actor:china"]) { statements(after: $after) { nodes { id } } } } }`,
      { input, after: edges[0]?.statements.pageInfo.endCursor },
    );
    expect(errors).toMatchObject([{ code: 'BAD_CURSOR' }]);
  });

  test('edges of nodes are those that end at one of them, the heaviest first; windows alike', async () => {
    const input = { nodes: 'ACTOR_ACTOR', aggregation: 'SUBTRACT', window: { unit: 'YEAR', size: 2 } };
    const ends = 'source { id } target { id } weight';
    const of = ['actor:china', 'actor:e3'];
    type Slice = Readonly<Record<'all' | 'own' | 'two', readonly Edge[]>>;
    const fields = `all: edges { ${ends} } own: edges(of: ${JSON.stringify(of)}) { ${ends} } two: edges(of: ${JSON.stringify(of)}, limit: 2) { ${ends} }`;
    const { windows, ...whole } = await networkOf<Slice & { windows: readonly Slice[] }>(
      input,
      `${fields} windows { ${fields} }`,
    );
    expect(whole.own.length).toBeGreaterThan(10);
    expect(windows.some(({ own }) => own.length > 2)).toBe(true);
    for (const { all, own, two } of [whole, ...windows]) {
      expect(own).toEqual(
        all.filter(({ source, target }) => of.includes(source.id) || of.includes(target.id)),
      );
      expect(two).toEqual(own.slice(0, 2));
    }
  });

  test('votes count where they are asked for, and are named as evidence', async () => {
    const input = {
      nodes: 'ACTOR_TOPIC',
      aggregation: 'SUBTRACT',
      includeVotes: true,
      filter: { principals: ['actor:pakistan'], date: { from: '2025-09-19', to: '2025-09-26' } },
    };
    const { edges } = await networkOf<{
      edges: readonly { weight: number; votes: readonly { event: { id: string }; vote: string }[] }[];
    }>(input, 'edges { weight votes { actor { id } event { id } vote } }');
    const votes = edges.flatMap((edge) => edge.votes);
    expect(votes.length).toBeGreaterThan(0);
    const { edges: without } = await networkOf<{ edges: readonly unknown[] }>(
      { ...input, includeVotes: false },
      'edges { weight }',
    );
    expect(without.length).toBeLessThan(edges.length);
  });

  test.each([
    [{ nodes: 'ACTOR_TOPIC', aggregation: 'CONGRUENCE' }, 'IGNORE, SUBTRACT, COMBINE'],
    [{ nodes: 'ACTOR_ACTOR', normalization: 'ACTIVITY' }, 'NONE, AVERAGE, JACCARD, COSINE, TRUE_COSINE'],
    [{ nodes: 'ACTOR_ACTOR', aggregation: 'CONFLICT', normalization: 'TRUE_COSINE' }, 'IGNORE, CONGRUENCE'],
    [{ nodes: 'ACTOR_ACTOR', window: { unit: 'DAY', size: 0 } }, 'a whole number of at least 1'],
    [{ nodes: 'ACTOR_ACTOR', exclude: { actors: ['iran'] } }, 'an id that starts with "actor:"'],
    [{ nodes: 'ACTOR_ACTOR', filter: { date: { from: 'soon' } } }, 'a date as 2020'],
    [{ nodes: 'ACTOR_ACTOR', minWeight: -1 }, 'a number of at least 0'],
  ])('what makes no sense is an error that says what does: %o', async (input, expected) => {
    const { errors } = await ask(
      'query($input: NetworkInput!) { network(input: $input) { statements windows { statements } } }',
      { input },
    );
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining(expected) }]);
  });

  test('an empty selection is an empty network', async () => {
    const found = await networkOf<object>(
      { nodes: 'ACTOR_ACTOR', filter: { principals: ['actor:nobody'] }, window: { unit: 'DAY', size: 3 } },
      `${EVERYTHING} windows { statements }`,
    );
    expect(found).toMatchObject({ statements: 0, nodes: [], edges: [], truncated: false, start: null });
  });

  test('the United States withdrew in February 2021 what it had claimed in September 2020', async () => {
    const { data, errors } = await ask<{ positionChanges: { nodes: readonly object[] } }>(
      `{ positionChanges(filter: {principals: ["actor:united-states"], stance: {topics: ["topic:us-snapback-2020"]}}) {
        totalCount nodes { kind actor { id }
          before { position topic { id } from statements { date quote citations { source { url } } } }
          after { position from statements { date quote citations { source { url } } } } } } }`,
    );
    expect(errors).toEqual([]);
    const cited = [
      {
        date: expect.any(String),
        quote: expect.any(String),
        citations: expect.arrayContaining([{ source: { url: expect.stringMatching(/^https?:/) } }]),
      },
    ];
    expect(data.positionChanges).toEqual({
      totalCount: 1,
      nodes: [
        {
          kind: 'REVERSAL',
          actor: { id: 'actor:united-states' },
          before: {
            position: 'SUPPORT',
            topic: { id: 'topic:us-snapback-2020' },
            from: '2020-09-19',
            statements: cited,
          },
          after: { position: 'OPPOSE', from: '2021-02-18', statements: cited },
        },
      ],
    });
  });

  test('the E3 of 2020 and of 2025 are no change of mind, and side by side only across the issue', async () => {
    const changes = async (acrossIssue: string | null) => {
      const { data, errors } = await ask<{
        positionChanges: {
          nodes: readonly {
            kind: string;
            before: { topic: { id: string } };
            after: { topic: { id: string } };
          }[];
        };
      }>(
        `query($acrossIssue: ID) { positionChanges(filter: {principals: ["actor:e3"]}, acrossIssue: $acrossIssue) {
          nodes { kind before { topic { id } position } after { topic { id } position } } } }`,
        { acrossIssue },
      );
      expect(errors).toEqual([]);
      return data.positionChanges.nodes;
    };
    for (const { before, after } of await changes(null)) expect(before.topic.id).toBe(after.topic.id);
    expect(await changes('topic:snapback')).toContainEqual({
      kind: 'ACROSS_ISSUE',
      before: { topic: { id: 'topic:us-snapback-2020' }, position: 'OPPOSE' },
      after: { topic: { id: 'topic:e3-snapback-2025' }, position: 'SUPPORT' },
    });
  });

  test('changes are pages, the same on each engine', async () => {
    const pages: object[] = [];
    let after: string | null = null;
    do {
      const { data, errors }: Awaited<ReturnType<typeof ask<{ positionChanges: Page }>>> = await ask(
        `query($after: String) { positionChanges(first: 7, after: $after) { totalCount pageInfo { endCursor hasNextPage }
          nodes { kind actor { id } before { topic { id } position from } after { topic { id } position from } } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      pages.push(...data.positionChanges.nodes);
      after = data.positionChanges.pageInfo.hasNextPage ? data.positionChanges.pageInfo.endCursor : null;
      if (!after) expect(pages).toHaveLength(data.positionChanges.totalCount);
    } while (after);
    const found = JSON.stringify(pages);
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(pages.length);
    expect(found).toBe(answers.get('changes') ?? found);
    answers.set('changes', found);
  });

  test('the Council on the snapback of 2020: words, and silence that is no position', async () => {
    const { data, errors } = await ask<{
      stanceMatrix: {
        rows: readonly {
          actor: { id: string };
          cells: readonly { position: string; statementCount: number }[];
        }[];
      };
    }>(
      `{ stanceMatrix(memberOf: {organization: "actor:un-security-council"}, topics: ["topic:us-snapback-2020"], at: "2020-12-31") {
        topics { id } rows { actor { id } cells { position statementCount contradicted statements { id } } } } }`,
    );
    expect(errors).toEqual([]);
    const positions = Object.fromEntries(
      data.stanceMatrix.rows.map(({ actor, cells }) => [actor.id.slice(6), cells[0]?.position]),
    );
    expect(Object.keys(positions)).toHaveLength(15);
    expect(positions).toMatchObject({
      'united-states': 'SUPPORT',
      russia: 'OPPOSE',
      china: 'OPPOSE',
      france: 'OPPOSE',
      'united-kingdom': 'OPPOSE',
      niger: 'OPPOSE',
      'dominican-republic': 'NO_RECORD',
    });
    expect(Object.values(positions).filter((position) => position === 'SUPPORT')).toHaveLength(1);
  });

  test('an actor that changed its mind contradicts itself, and a vote stands beside the words', async () => {
    const { data, errors } = await ask<{
      stanceMatrix: { rows: readonly { cells: readonly object[] }[] };
    }>(
      `{ stanceMatrix(actors: ["actor:united-states"], topics: ["topic:us-snapback-2020", "topic:relief-continued-2025"]) {
        rows { cells { topic { id } position contradicted vote { event { id } vote position } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.stanceMatrix.rows[0]?.cells).toMatchObject([
      { topic: { id: 'topic:relief-continued-2025' }, vote: { vote: 'NO', position: 'OPPOSE' } },
      { topic: { id: 'topic:us-snapback-2020' }, position: 'OPPOSE', contradicted: true, vote: null },
    ]);
  });

  test.each([
    ['actors: ["actor:nobody"], topics: ["topic:snapback"]', 'not actor:nobody'],
    ['actors: ["actor:iran"], topics: ["topic:nothing"]', 'not topic:nothing'],
    ['topics: ["topic:snapback"]', 'actors, memberOf'],
    ['actors: ["actor:iran"], topics: ["topic:snapback"], at: "soon"', 'a date as 2020'],
  ])('a matrix of what is not there is refused: %s', async (args, expected) => {
    const { errors } = await ask(`{ stanceMatrix(${args}) { revision } }`);
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining(expected) }]);
  });
});
