import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { eachStore } from '../support/stores.js';

/** Facets and timelines of the seed, held against what the lists of the same filter say. */

type Entry = { readonly count: number; readonly node?: { readonly id: string }; readonly value?: string };
type Facets = Readonly<Record<string, readonly Entry[]>> & { readonly revision: number };

/** The filter of the statements that a facet's value counts, beside the list's own. */
const CLAUSE: Readonly<Record<string, (value: string) => object>> = {
  byActor: (id) => ({ principals: [id] }),
  bySpeaker: (id) => ({ speakers: [id] }),
  byTopic: (id) => ({ stance: { topics: [id] } }),
  byPosition: (position) => ({ stance: { positions: [position] } }),
  byYear: (year) => ({ date: { from: year, to: year } }),
  byPublisher: (id) => ({ publishers: [id] }),
  byControl: (control) => ({ publisherControl: [control] }),
  byAct: (act) => ({ acts: [act] }),
};
const FACETS = `revision
  byActor { node { id } count } bySpeaker { node { id } count } byTopic { node { id } count }
  byPosition { value count } byYear { value count } byPublisher { node { id } count }
  byControl { value count } byAct { value count }`;

describe.each(await eachStore())('on $name', (factory) => {
  let store: Store;
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    store = await factory.open();
    await loadSeed(store);
    ask = asking(store);
  });
  afterAll(() => store.close());

  const facetsOf = async (filter: object, fields = FACETS) => {
    const { data, errors } = await ask<{ statements: { facets: Facets } }>(
      `query($filter: StatementFilter) { statements(filter: $filter) { facets { ${fields} } } }`,
      { filter },
    );
    expect(errors).toEqual([]);
    return data.statements.facets;
  };
  const counted = async (filter: object) => {
    const { data, errors } = await ask<{ statements: { totalCount: number } }>(
      'query($filter: StatementFilter) { statements(filter: $filter) { totalCount } }',
      { filter },
    );
    expect(errors).toEqual([]);
    return data.statements.totalCount;
  };

  test.each([
    {},
    { date: { from: '2020-08', to: '2020-10' }, memberOf: { organization: 'actor:un-security-council' } },
    { about: ['topic:snapback-2020'], not: { acts: ['LETTER'] } },
  ])('each count is that of the list with the value in its filter: %o', async (filter) => {
    const facets = await facetsOf(filter);
    for (const [facet, clause] of Object.entries(CLAUSE)) {
      const entries = facets[facet] ?? [];
      expect(entries.length, facet).toBeGreaterThan(0);
      for (const { node, value, count } of entries.slice(0, 5)) {
        const wanted = await counted({ and: [filter, clause(node?.id ?? value ?? '')] });
        expect(count, `${facet} ${node?.id ?? value}`).toBe(wanted);
      }
      const order = entries.map(({ node, value, count }) => [-count, node?.id ?? value] as const);
      expect(order).toEqual([...order].sort(([a, x], [b, y]) => a - b || ((x ?? '') < (y ?? '') ? -1 : 1)));
    }
    const { data } = await ask<{ dataset: { revision: number } }>('{ dataset { revision } }');
    expect(facets.revision).toBe(data.dataset.revision);
  });

  test('where the list is of one stance, its facets are of that one', async () => {
    const filter = { stance: { topics: ['topic:us-snapback-2020'], positions: ['OPPOSE'] } };
    const facets = await facetsOf(filter);
    const all = await counted(filter);
    expect(all).toBeGreaterThan(3);
    expect(facets.byPosition).toEqual([{ value: 'OPPOSE', count: all }]);
    expect(facets.byTopic).toEqual([{ node: { id: 'topic:us-snapback-2020' }, count: all }]);
  });

  test('as many values as asked for, each field its own number', async () => {
    const facets = await facetsOf(
      {},
      'byActor(first: 3) { count } more: byActor(first: 5) { count } none: byAct(first: 0) { count }',
    );
    expect(facets.byActor).toHaveLength(3);
    expect(facets.more?.slice(0, 3)).toEqual(facets.byActor);
    expect(facets.none).toEqual([]);
    const { data, errors } = await ask(
      '{ statements { totalCount facets { byActor(first: 101) { count } } } }',
    );
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      { code: 'BAD_USER_INPUT', message: 'first: expected a number from 0 to 100, not 101' },
    ]);
  });

  test('a list under a node has none, and the error says where they are', async () => {
    const { data, errors } = await ask(
      '{ actor(id: "actor:iran") { statements(first: 1) { nodes { id } facets { revision } } } }',
    );
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      { code: 'BAD_USER_INPUT', message: expect.stringContaining('expected on Query.statements only') },
    ]);
  });

  test('more passes over the table than one request may have are refused, and so is much below a long facet', async () => {
    const aliases = (n: number, field: string) =>
      Array.from({ length: n }, (_, i) => `f${i}: ${field}`).join(' ');
    const code = async (query: string) => (await ask(query)).errors.map(({ code }) => code);
    const facets = 'statements { facets { byAct { count } } }';
    expect(await code(`{ ${aliases(5, facets)} }`)).toEqual([]);
    expect(await code(`{ ${aliases(20, facets)} }`)).toEqual(['QUERY_TOO_COSTLY']);
    expect(await code(`{ ${aliases(20, 'stanceTimeline { revision }')} }`)).toEqual(['QUERY_TOO_COSTLY']);
    const nested = (first: number) =>
      `{ statements { facets { byActor(first: ${first}) { node { statements(first: 100) { nodes { event { id } } } } } } } }`;
    expect(await code(nested(2))).toEqual([]);
    expect(await code(nested(100))).toEqual(['QUERY_TOO_COSTLY']);
  });

  test('a timeline has each stance of the list once, in its interval', async () => {
    const query = `query($filter: StatementFilter, $interval: TimelineInterval!) {
      stances(filter: $filter, first: 1) { totalCount }
      stanceTimeline(filter: $filter, interval: $interval) { revision imprecise
        points { from to support oppose neutral conditionalSupport conditionalOppose conditionalUnstated mean } } }`;
    const filter = {
      stance: { topics: ['topic:us-snapback-2020'] },
      principals: ['actor:united-states'],
      speakers: ['actor:mike-pompeo'],
    };
    for (const interval of ['DAY', 'WEEK', 'MONTH', 'YEAR']) {
      const { data, errors } = await ask<{
        stances: { totalCount: number };
        stanceTimeline: { imprecise: number; points: { from: string; support: number }[] };
      }>(query, { filter, interval });
      expect(errors).toEqual([]);
      const { imprecise, points } = data.stanceTimeline;
      // a row of the list is of one speaker and one principal, as all of these statements are
      expect(points.reduce((sum, { support }) => sum + support, 0) + imprecise).toBe(data.stances.totalCount);
      expect(data.stances.totalCount).toBeGreaterThan(0);
    }
  });

  test('a timeline that would count a statement twice, or makes no sense, is refused', async () => {
    const refusal = async (args: string) =>
      (await ask(`{ stanceTimeline${args} { revision } }`)).errors.map(({ code, message }) => [
        code,
        message,
      ]);
    expect(await refusal('(filter: {stance: {codings: ["first", "second"]}})')).toEqual([
      ['BAD_USER_INPUT', expect.stringContaining('filter.stance.codings: expected one coding set')],
    ]);
    expect(await refusal('(filter: {date: {from: "1990", to: "2020"}}, interval: DAY)')).toEqual([
      ['QUERY_TOO_COSTLY', expect.stringContaining('expected at most 5000 intervals')],
    ]);
    expect(await refusal('(filter: {principals: []})')).toEqual([
      ['BAD_USER_INPUT', expect.stringContaining('filter.principals')],
    ]);
  });
});

test('an empty graph has facets and a timeline without anything in them', async () => {
  const [factory] = await eachStore();
  const store = await factory?.open();
  if (!store) throw new Error('no store to test with');
  const { data, errors } = await asking(store)(
    `{ statements { facets { revision byActor { count } byYear { count } } } stanceTimeline { revision imprecise points { from } } }`,
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    statements: { facets: { revision: 0, byActor: [], byYear: [] } },
    stanceTimeline: { revision: 0, imprecise: 0, points: [] },
  });
  await store.close();
});
