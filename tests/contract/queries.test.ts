import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listLoads, listMerges, loadSeed, undoLoad } from '../../src/ingest/index.js';
import { type AnyRecord, parseInput } from '../../src/model/index.js';
import {
  actorConditions,
  actorFilterSchema,
  conditionConditions,
  conditionFilterSchema,
  countOf,
  countsByParent,
  disputeConditions,
  disputeFilterSchema,
  eventConditions,
  eventFilterSchema,
  eventsPaged,
  type ListQuery,
  type Nested,
  type NodeQuery,
  nestedList,
  nodesPaged,
  nodesWith,
  type Paged,
  type Parameters,
  pageOf,
  pagesByParent,
  parameters,
  publisherConditions,
  publisherFilterSchema,
  type Query,
  type QueryParams,
  type QueryRow,
  rowsWithin,
  type Store,
  sourceConditions,
  sourceFilterSchema,
  sourcesOfPublisherPaged,
  stanceTableQueries,
  topicConditions,
  topicFilterSchema,
  votesOfActorPaged,
} from '../../src/store/index.js';
import { CODINGS, corpus } from '../support/corpus.js';
import { loadRecords } from '../support/load-records.js';
import { eachStore } from '../support/stores.js';

/** Every fixed statement and every page, on every engine: the same rows, in the same order. */

type AnyQuery = Query<QueryParams, QueryRow>;

function isQuery(value: unknown): value is AnyQuery {
  return typeof value === 'object' && value !== null && 'name' in value && 'text' in value;
}

const FOLDER = new URL('../../src/store/queries/', import.meta.url);
const modules: Readonly<Record<string, object>> = Object.fromEntries(
  await Promise.all(
    readdirSync(FOLDER).map(async (file) => [file, await import(new URL(file, FOLDER).href)] as const),
  ),
);
const FIXED = Object.values(modules).flatMap((module) => Object.values(module).filter(isQuery));
const NODES = FIXED.filter((query): query is NodeQuery<QueryRow> => 'node' in query);
const LISTS = FIXED.filter((query): query is ListQuery<QueryRow> => 'list' in query);
/** The loader sends these; what it writes is compared by what the others read. */
const SENT_BY_THE_LOADER = Object.entries(modules)
  .filter(([path]) => /^(write|existing|replace|loads|merges)\.ts$/.test(path))
  .flatMap(([, module]) => Object.values(module).filter(isQuery))
  .filter((query) => !('list' in query))
  .map((query) => query.name);
const READ = FIXED.filter((query) => !SENT_BY_THE_LOADER.includes(query.name));

const records = corpus();
/** An actor that is merged, and one into which others are. */
const MERGED = [
  { type: 'actor', id: 'actor:b', kind: 'STATE', name: 'B', aliases: ['Bee'], isoCode: 'BBB' },
  { type: 'merge', id: 'merge:b', from: 'actor:b', into: 'actor:a10', reason: 'The same.' },
] as const satisfies readonly AnyRecord[];
const IDS = records.flatMap((record) => ('id' in record ? [record.id] : []));

/** A column whose lists are documented to have no order. */
const IN_NO_ORDER = 'parts';

/** A revision that is not reached here. */
const LATER = 1_000_000;

/** Columns that differ between two loads of the same records. */
const OF_THE_LOAD = /(^|_)(recordedAt|revisedAt)$/;

const parts = new Map([['topic:left', ['topic:deep', 'topic:left', 'topic:q0', 'topic:q1']]]);
type Conditions = (params: Parameters) => string[];
const actors =
  (filter: object): Conditions =>
  (params) =>
    actorConditions(parseInput(actorFilterSchema, filter, 'filter'), params);
const topics =
  (filter: object): Conditions =>
  (params) =>
    topicConditions(parseInput(topicFilterSchema, filter, 'filter'), parts, params);
const sources =
  (filter: object): Conditions =>
  (params) =>
    sourceConditions(parseInput(sourceFilterSchema, filter, 'filter'), params);
const publishers =
  (filter: object): Conditions =>
  (params) =>
    publisherConditions(parseInput(publisherFilterSchema, filter, 'filter'), params);
const events =
  (filter: object): Conditions =>
  (params) =>
    eventConditions(parseInput(eventFilterSchema, filter, 'filter'), parts, params);
const disputes =
  (filter: object): Conditions =>
  (params) =>
    disputeConditions(parseInput(disputeFilterSchema, filter, 'filter'), params);
const conditions =
  (filter: object): Conditions =>
  (params) =>
    conditionConditions(parseInput(conditionFilterSchema, filter, 'filter'), parts, params);

/** Each key of the filters of nodes, with what it must find in the corpus (or how many). */
const PAGES: readonly [
  name: string,
  paged: (params: Parameters) => Paged,
  expected: readonly string[] | number,
][] = [
  ['actors', (p) => nodesPaged('actor', actors({})(p)), 21],
  ['actors by id', (p) => nodesPaged('actor', actors({ ids: ['actor:a1', 'actor:zz'] })(p)), ['actor:a1']],
  [
    'actors by kind',
    (p) => nodesPaged('actor', actors({ kinds: ['ORGANIZATION'] })(p)),
    ['actor:council', 'actor:g0', 'actor:g1'],
  ],
  ['actors by code', (p) => nodesPaged('actor', actors({ isoCodes: ['ABC'] })(p)), ['actor:a2']],
  [
    'actors by membership at a date',
    (p) => nodesPaged('actor', actors({ memberOf: { organization: 'actor:g0', at: '2020-09-01' } })(p)),
    ['actor:a0', 'actor:a1', 'actor:a2', 'actor:a4'],
  ],
  [
    'actors by membership ever',
    (p) => nodesPaged('actor', actors({ memberOf: { organization: 'actor:g0' } })(p)),
    5,
  ],
  ['topics', (p) => nodesPaged('topic', topics({})(p)), 8],
  ['topics by kind', (p) => nodesPaged('topic', topics({ kinds: ['PROPOSITION'] })(p)), 4],
  [
    'topics within',
    (p) => nodesPaged('topic', topics({ within: ['topic:left'] })(p)),
    ['topic:deep', 'topic:left', 'topic:q0', 'topic:q1'],
  ],
  ['sources', (p) => nodesPaged('source', sources({})(p)), 10],
  [
    'sources by publisher',
    (p) => nodesPaged('source', sources({ publishers: ['publisher:p1'] })(p)),
    ['source:s1', 'source:s7'],
  ],
  [
    'sources by control',
    (p) => nodesPaged('source', sources({ publisherControl: ['UNKNOWN'] })(p)),
    ['source:s4', 'source:s5'],
  ],
  ['sources by language', (p) => nodesPaged('source', sources({ languages: ['en', 'fa', 'pt-BR'] })(p)), 10],
  ['publishers', (p) => nodesPaged('publisher', publishers({})(p)), 6],
  [
    'publishers by control',
    (p) => nodesPaged('publisher', publishers({ control: ['UNKNOWN'] })(p)),
    ['publisher:p4', 'publisher:p5'],
  ],
  [
    'publishers by country',
    (p) => nodesPaged('publisher', publishers({ countries: ['actor:a3'] })(p)),
    ['publisher:p3'],
  ],
  ['events', (p) => eventsPaged(events({})(p)), 9],
  ['events by kind', (p) => eventsPaged(events({ kinds: ['CODED', 'VOTE'] })(p)), ['event:e8', 'event:e1']],
  [
    'events by date',
    (p) => eventsPaged(events({ date: { from: '2020-03', to: '2020-08' } })(p)),
    ['event:e4', 'event:e1'],
  ],
  [
    'events by actor',
    (p) => eventsPaged(events({ actors: ['actor:a5'] })(p)),
    ['event:e7', 'event:e6', 'event:e2', 'event:e1'],
  ],
  [
    'events by decision',
    (p) => eventsPaged(events({ decides: ['topic:left'] })(p)),
    ['event:e1', 'event:e0'],
  ],
  ['events by code', (p) => eventsPaged(events({ codes: ['CAMEO:046'] })(p)), ['event:e8']],
  ['events by outcome', (p) => eventsPaged(events({ outcomes: ['FAILED'] })(p)), ['event:e1']],
  ['disputes', (p) => nodesPaged('dispute', disputes({})(p)), ['dispute:d0', 'dispute:d1']],
  [
    'disputes by status',
    (p) => nodesPaged('dispute', disputes({ statuses: ['UNRESOLVED'] })(p)),
    ['dispute:d1'],
  ],
  [
    'disputes by concern',
    (p) => nodesPaged('dispute', disputes({ concerns: ['event:e1'] })(p)),
    ['dispute:d0'],
  ],
];

const CONDITION_PAGES: readonly [string, Conditions][] = [
  ['conditions', conditions({})],
  ['conditions by addressee', conditions({ askedOf: ['actor:a1', 'actor:a2', 'actor:a3'] })],
  ['conditions by topic', conditions({ topics: ['topic:left'] })],
  ['conditions by principal', conditions({ principals: ['actor:a1', 'actor:a2', 'actor:p1', 'actor:g0'] })],
];

/** The store, noting the name of every statement that is sent through it. */
/** Sends what only replacing and undoing send. */
async function replaceAndUndo(store: Store): Promise<void> {
  await loadRecords(store, records);
  const altered = records.flatMap((record): AnyRecord[] => {
    if (record.type === 'membership' || record.type === 'office') return [{ ...record, to: '2030' }];
    if (record.type === 'vote') return [{ ...record, vote: record.vote === 'YES' ? 'NO' : 'YES' } as const];
    return record.type === 'statement' ? [{ ...record, summary: 'Altered.' }] : [];
  });
  const added: AnyRecord = { type: 'actor', id: 'actor:new', kind: 'STATE', name: 'New' };
  await loadRecords(store, [...altered, added], { onConflict: 'update' });
  const last = (await listLoads(store)).at(-1);
  await undoLoad(store, last?.number ?? 0);
  await loadRecords(store, [
    { type: 'topic', id: 'topic:new', kind: 'ISSUE', name: 'New' },
    { type: 'topic', id: 'topic:newer', kind: 'ISSUE', name: 'Newer', partOf: ['topic:new'] },
  ]);
  await loadRecords(
    store,
    [{ type: 'topic', id: 'topic:new', kind: 'ISSUE', name: 'Renamed', partOf: ['topic:root'] }],
    {
      onConflict: 'update',
    },
  );
  await loadRecords(store, [
    ...MERGED,
    { ...MERGED[0], id: 'actor:bb' },
    { ...MERGED[1], id: 'merge:other', from: 'actor:bb', into: 'actor:b' },
  ]);
  await listMerges(store);
  await loadRecords(store, [{ type: 'split', id: 'split:other', merge: 'merge:other', reason: 'No.' }]);
  await loadRecords(store, [{ ...MERGED[0], name: 'Renamed' }], { onConflict: 'update' });
}

function noting(store: Store, sent: Set<string>): Store {
  return {
    ...store,
    read: (query, params, options) => {
      sent.add(query.name);
      return store.read(query, params, options);
    },
    write: (work, options) =>
      store.write(
        (transaction) =>
          work({
            run: (query, params) => {
              sent.add(query.name);
              return transaction.run(query, params);
            },
          }),
        options,
      ),
  };
}

const stores = await eachStore();
const answers = new Map<string, Map<string, unknown>>();

describe.each(stores)('on $name', (factory) => {
  let store: Store;
  const sent = new Set<string>();
  const own = new Map<string, unknown>();

  beforeAll(async () => {
    const seeded = await factory.open();
    await loadSeed(noting(seeded, sent));
    await replaceAndUndo(noting(seeded, sent));
    await seeded.close();
    store = await factory.open();
    await loadRecords(noting(store, sent), [...records, ...MERGED]);
    answers.set(factory.name, own);
  });
  afterAll(() => store.close());

  const rowsOf = async (name: string, query: AnyQuery, params: QueryParams) => {
    const rows = (await store.read(query, params)).map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([column]) => !OF_THE_LOAD.test(column))
          .map(([column, value]) => [
            column,
            column === IN_NO_ORDER ? (value as string[]).toSorted() : value,
          ]),
      ),
    );
    own.set(name, rows);
    return rows;
  };

  test('the loader sends every statement that writes', () => {
    expect(SENT_BY_THE_LOADER.filter((name) => !sent.has(name))).toEqual([]);
  });

  test('there is a name for each statement, and one only', () => {
    expect(new Set(FIXED.map((query) => query.name)).size).toBe(FIXED.length);
    expect(READ.length).toBeGreaterThan(30);
  });

  test.each(READ.map((query) => [query.name, query] as const))('%s', async (name, query) => {
    const params = await paramsOf(name, query);
    const rows = await rowsOf(name, query, params);
    expect(rows.length).toBeGreaterThan(0);
  });

  /** Whatever lets a statement return rows. */
  const paramsOf = async (name: string, { text }: AnyQuery): Promise<QueryParams> => {
    if (name === 'codedStances') return { codings: CODINGS, after: '', limit: 1_000 };
    if (name === 'namedActors' || name === 'namedMergedActors') return { after: '', limit: 1_000 };
    if (name === 'usedActors') return { unresolvedOnly: false, after: '', limit: 1_000 };
    if (name.startsWith('table')) {
      const days = (await store.read(stanceTableQueries.tableDays, { upTo: LATER })).map(({ day }) => day);
      const revisions = (await store.read(stanceTableQueries.tableRevisions, { since: -1, upTo: LATER })).map(
        ({ revision }) => revision,
      );
      return { ids: IDS, events: IDS, days, revisions, since: -1, upTo: LATER, after: '', limit: 1_000 };
    }
    if (name === 'conditionsById' || name.endsWith('OfConditions')) return { ids: await conditionIds() };
    return text.includes('$ids') ? { ids: IDS } : {};
  };

  const conditionIds = async () => {
    const params = parameters();
    const page = pageOf<{ id: string }>(
      nodesPaged('condition', []),
      { limit: 1_000, backward: false, bound: undefined },
      params,
    );
    return (await store.read(page.query, page.params)).map((row) => row.id);
  };

  test.each(NODES.map((query) => [query.name, query] as const))(
    '%s with the lists that hang on them, as each is read alone',
    async (_, query) => {
      const ids = query.name === 'conditionsById' ? await conditionIds() : IDS;
      const lists = LISTS.filter(({ list }) => list.of === query.node.pattern);
      const nested = lists.map((list) => nestedList(list));
      const fused = nodesWith(query, ids, nested, parameters());
      const rows = await store.read(fused.query, fused.params);
      expect(rows.length).toBeGreaterThan(0);
      for (const [n, list] of lists.entries()) {
        const alone = await store.read(list, { ids });
        const within = rows.flatMap((row) =>
          rowsWithin(row, nested[n] as Nested).map((one) => ({ ...one, parent: row.id })),
        );
        expect(within, list.name).toEqual(alone);
      }
    },
  );

  test.each(PAGES)('%s', async (name, paged, expected) => {
    const params = parameters();
    const page = pageOf<{ id: string }>(
      paged(params),
      { limit: 100, backward: false, bound: undefined },
      params,
    );
    const rows = await rowsOf(name, page.query as AnyQuery, page.params);
    const ids = rows.map((row) => row.id);
    if (typeof expected === 'number') expect(ids).toHaveLength(expected);
    else expect(ids).toEqual(expected);
    const counting = parameters();
    const count = countOf(paged(counting), counting);
    expect(await store.read(count.query, count.params)).toEqual([{ count: ids.length }]);
  });

  test.each(CONDITION_PAGES)('%s', async (name, where) => {
    const params = parameters();
    const page = pageOf<{ id: string }>(
      nodesPaged('condition', where(params)),
      { limit: 500, backward: false, bound: undefined },
      params,
    );
    expect((await rowsOf(name, page.query as AnyQuery, page.params)).length).toBeGreaterThan(0);
  });

  test('the votes of actors and the sources of publishers', async () => {
    for (const [paged, parents] of [
      [votesOfActorPaged(), ['actor:a0', 'actor:a1', 'actor:a9']],
      [sourcesOfPublisherPaged(), ['publisher:p0', 'publisher:p1', 'publisher:p5']],
    ] as const) {
      const page = pagesByParent(
        paged,
        parents,
        { limit: 1, backward: false, bound: undefined },
        parameters(),
      );
      const rows = await rowsOf(`pages of ${paged.name}`, page.query as AnyQuery, page.params);
      expect(rows).toHaveLength(paged.name === 'votesOfActor' ? 2 : 3);
      const counts = countsByParent(paged, parents, parameters());
      await rowsOf(`counts of ${paged.name}`, counts.query as AnyQuery, counts.params);
    }
  });
});

test('every engine gave the same rows in the same order', () => {
  const [first, ...others] = [...answers.values()];
  expect(first?.size).toBeGreaterThan(60);
  for (const other of others) {
    for (const [name, rows] of first ?? []) expect(other.get(name), name).toEqual(rows);
  }
});
