import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openExport, parseExportRequest, WRITERS, type Writer, writerOf } from '../../src/export/index.js';
import { contentOf } from '../../src/export/read/content.js';
import { readKnownNodes } from '../../src/export/read/known-nodes.js';
import { select } from '../../src/export/read/select.js';
import { stancesOf } from '../../src/export/read/statement-rows.js';
import { loadFiles } from '../../src/ingest/index.js';
import {
  type AnyRecord,
  contentHash,
  DEFAULT_CODING,
  parseRecord,
  parseStatementFilter,
  type RecordOf,
  type StatementFilter,
  stanceId,
} from '../../src/model/index.js';
import { type Attributes, elementReader } from '../../src/records/index.js';
import type { Store } from '../../src/store/index.js';
import { corpus } from '../support/corpus.js';
import { dumpGraph, OF_THE_LOAD } from '../support/dump-graph.js';
import { evaluateFilter } from '../support/evaluate-filter.js';
import { hardRecords } from '../support/hard-records.js';
import { loadRecords } from '../support/load-records.js';
import { eachStore } from '../support/stores.js';

/** The same bytes from every engine, for every format and every kind of request. */

const RECORDS: readonly AnyRecord[] = [...corpus(), ...hardRecords()];

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function filesOf(store: Store, writer: Writer, request: object): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const opened = await openExport(store, writer, parseExportRequest(request));
  for (const { name, bytes } of opened.files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes()) pieces.push(piece);
    files.set(name, Buffer.concat(pieces));
  }
  return files;
}

/** Loads an export as a user would: as a file. */
async function loadText(store: Store, text: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'demarche-export-'));
  try {
    await writeFile(join(directory, 'records.ndjson'), text);
    const { issues } = await loadFiles(store, [join(directory, 'records.ndjson')]);
    expect(issues).toEqual([]);
  } finally {
    await rm(directory, { recursive: true });
  }
}

const textOf = (files: ReadonlyMap<string, Buffer>) =>
  [...files.values()].map((file) => file.toString('utf8')).join('');

const REQUESTS: Readonly<Record<string, object>> = {
  everything: {},
  'statements of an actor': { filter: { principals: ['actor:a1'] } },
  'positions on an issue': {
    filter: { stance: { topics: ['topic:left'], positions: ['SUPPORT', 'OPPOSE'] } },
  },
  nothing: { filter: { speakers: ['actor:nobody'] } },
  'a neighbourhood': { ids: ['topic:q1', 'event:e1'], depth: 1 },
  'a node alone': { ids: ['actor:a0'], depth: 0 },
};
const TABLES: Readonly<Record<string, object>> = {
  'the table of everything': { what: 'statements' },
  'the table of a filter': {
    what: 'statements',
    filter: { stance: { topics: ['topic:root'], codings: ['first', 'second'] } },
  },
};

const FILTERS: readonly object[] = [
  { speakers: ['actor:p1'] },
  { principals: ['actor:a1', 'actor:g0'], expandJoint: true, date: { from: '2020', to: '2020-09' } },
  { stance: { topics: ['topic:left'], positions: ['CONDITIONAL'], codings: ['adjudicated', 'first'] } },
  { stance: { topics: ['topic:root'], minConfidence: 0.5 }, not: { hasQuote: true } },
  { or: [{ acts: ['LETTER'] }, { respondsTo: ['event:e1'] }], publisherControl: ['STATE'] },
  { speakers: ['actor:nobody'] },
];

const NETWORKS: Readonly<Record<string, object>> = {
  'a one-mode network': { nodes: 'ACTOR_ACTOR', aggregation: 'SUBTRACT', normalization: 'TRUE_COSINE' },
  'a two-mode network with votes': { nodes: 'ACTOR_TOPIC', aggregation: 'SUBTRACT', includeVotes: true },
  'a network by windows': {
    nodes: 'TOPIC_TOPIC',
    aggregation: 'CONGRUENCE',
    window: { unit: 'MONTH', size: 3, kernel: 'GAUSSIAN' },
  },
  'a network of nothing': { nodes: 'ACTOR_ACTOR', filter: { speakers: ['actor:nobody'] } },
};

/** What the first engine gave, by request and file. */
const first = new Map<string, string>();

describe.each(await eachStore())('exports of $name', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadRecords(store, RECORDS);
  });
  afterAll(() => store.close());

  const expectSame = async (name: string, writer: Writer, request: object) => {
    for (const [file, bytes] of await filesOf(store, writer, request)) {
      const key = `${writer.format} ${name} ${file}`;
      const hash = hashOf(bytes);
      expect([key, hash]).toEqual([key, first.get(key) ?? hash]);
      first.set(key, hash);
    }
  };

  test.each(
    WRITERS.filter(({ carries }) => carries.length > 0).map((writer) => ({ format: writer.format, writer })),
  )('everything as $format: the same bytes from every engine, and when asked again', async ({ writer }) => {
    await expectSame('everything', writer, {});
    await expectSame('everything', writer, {});
  });

  // what else writers are given, they make the same of
  test.each(Object.entries(REQUESTS))('%s: the same bytes from every engine', async (name, request) => {
    for (const format of ['graphology', 'neo4j-admin', 'ndjson']) {
      await expectSame(name, writerOf(format), request);
    }
  });

  test.each(Object.entries(TABLES))('%s: the same bytes from every engine', async (name, request) => {
    await expectSame(name, writerOf('csv'), request);
  });

  test.each(Object.entries(NETWORKS))('%s: the same bytes from every engine', async (name, network) => {
    for (const format of ['graphml', 'gexf', 'csv', 'parquet', 'cytoscape', 'graphology', 'matrix', 'dl']) {
      await expectSame(name, writerOf(format), { what: 'network', network });
      await expectSame(name, writerOf(format), { what: 'network', network });
    }
  });

  test.each([{}, { ids: ['topic:q1', 'event:e1'], depth: 2 }])('%j: in the order of ids', async (request) => {
    const { nodes, edges } = await graphOf(store, request);
    for (const keys of [edges.map(({ key }) => key)]) expect(keys).toEqual([...keys].sort());
    expect(nodes.length).toBe(new Set(nodes).size);
    expect(edges.some(({ key }) => key.startsWith('VOTED.'))).toBe(true);
  });

  describe('a selection', () => {
    let whole: Graph;
    beforeAll(async () => {
      whole = await graphOf(store, {});
    });

    test.each(FILTERS)('by %j is its statements and what belongs to them', async (filter) => {
      const statements = evaluateFilter(RECORDS, parseStatementFilter(filter), () => 1);
      const wanted = attachedTo(statements, whole);
      expect(await graphOf(store, { filter })).toEqual(wanted);
    });

    test.each([
      [['topic:q1'], 0],
      [['topic:q1', 'actor:a3'], 1],
      [['dispute:hard-quotes'], 2],
    ])('around %j to distance %i is all that is near', async (ids, depth) => {
      const near = new Set(ids);
      for (let distance = 0; distance < depth; distance++) {
        const reached = whole.edges.filter(({ source, target }) => near.has(source) || near.has(target));
        for (const { source, target } of reached) near.add(source).add(target);
      }
      expect(await graphOf(store, { ids, depth })).toEqual(inducedBy(near, whole));
    });

    test.each([
      ...FILTERS.map((filter) => ({ filter })),
      { ids: ['publisher:p0', 'publisher:p1'], depth: 0 },
      { ids: ['topic:q1', 'actor:a3'], depth: 1 },
      { ids: ['actor:a0', 'actor:g0'], depth: 1 },
    ])('%j: names no node that is not in the file', async (request) => {
      const text = textOf(await filesOf(store, writerOf('graphology'), request));
      const { nodes, edges } = JSON.parse(text) as Graphology;
      const ids = new Set(nodes.map(({ key }) => key));
      const named = [
        ...nodes.flatMap(({ attributes }) => attributes.country ?? []),
        ...edges.flatMap(({ source, target, attributes: { sources = [], citations = [] } }) => [
          source,
          target,
          ...sources,
          ...citations.map((json) => (JSON.parse(json) as { source: string }).source),
        ]),
      ];
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
    });

    test.each(FILTERS)('by %j as a table has a row for each stance', async (filter) => {
      const parsed = parseStatementFilter(filter);
      const statements = evaluateFilter(RECORDS, parsed, () => 1);
      const wanted = RECORDS.flatMap((record) =>
        record.type === 'statement' && statements.has(record.id) ? rowsOf(record, parsed.stance) : [],
      );
      const rows = await tableOf(store, { what: 'statements', filter });
      expect(rows.map((row) => `${row.statement} ${row.stance ?? ''}`)).toEqual(wanted.sort());
    });
  });
});

interface Graphology {
  readonly nodes: readonly { readonly key: string; readonly attributes: { readonly country?: string } }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly attributes: { readonly sources?: readonly string[]; readonly citations?: readonly string[] };
  }[];
}

interface Graph {
  readonly nodes: readonly string[];
  readonly edges: readonly { readonly key: string; readonly source: string; readonly target: string }[];
}

/** Ids of nodes, and edges with their ends. */
async function graphOf(store: Store, request: object): Promise<Graph> {
  const { nodes, edges } = JSON.parse(textOf(await filesOf(store, writerOf('graphology'), request)));
  return {
    nodes: nodes.map(({ key }: { key: string }) => key),
    edges: edges.map(({ key, source, target }: Graph['edges'][number]) => ({ key, source, target })),
  };
}

function inducedBy(ids: ReadonlySet<string>, { nodes, edges }: Graph): Graph {
  return {
    nodes: nodes.filter((id) => ids.has(id)),
    edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}

/** What the README says belongs to statements, found without regard to speed. */
function attachedTo(statements: ReadonlySet<string>, whole: Graph): Graph {
  const ids = new Set(statements);
  const kind = (id: string) => id.slice(0, id.indexOf(':'));
  for (let size = -1; ids.size > size; ) {
    size = ids.size;
    for (const { key, source, target } of whole.edges) {
      const type = key.slice(0, key.indexOf('.'));
      if (ids.has(source) && kind(target) !== 'statement') {
        if (kind(source) === 'statement' || kind(source) === 'condition') ids.add(target);
        if (['PART_OF', 'PUBLISHED_BY', 'CLAIMED_BY', 'REPORTED_IN'].includes(type)) ids.add(target);
      }
      if (type === 'CONCERNS' && ids.has(target)) ids.add(source);
    }
    for (const record of RECORDS) {
      const ends =
        record.type === 'vote'
          ? [record.actor, record.event]
          : record.type === 'membership'
            ? [record.actor, record.organization]
            : record.type === 'office'
              ? [record.person, record.of]
              : undefined;
      if (record.type === 'publisher' && record.country && ids.has(record.id)) ids.add(record.country);
      if (!ends?.every((id) => ids.has(id)) || !('citations' in record)) continue;
      for (const { source } of record.citations ?? []) ids.add(source);
    }
  }
  return inducedBy(ids, whole);
}

/** Statement and stance of the rows that a statement has. */
function rowsOf(statement: RecordOf<'statement'>, clause: StatementFilter['stance']): string[] {
  const parts = (topic: string) =>
    topic === 'topic:root'
      ? ['topic:q0', 'topic:q1', 'topic:q2']
      : topic === 'topic:left'
        ? ['topic:q0', 'topic:q1']
        : [topic];
  const wanted = (statement.stances ?? []).filter(
    ({ topic, position, coding, untilMet, confidence = -1 }) =>
      (clause?.codings ?? [DEFAULT_CODING]).includes(coding) &&
      (clause?.positions ? clause.positions.includes(position) : position !== 'NO_STANCE') &&
      (!clause?.topics || clause.topics.flatMap(parts).includes(topic)) &&
      (!clause?.untilMet || (untilMet !== undefined && clause.untilMet.includes(untilMet))) &&
      confidence >= (clause?.minConfidence ?? -1),
  );
  const rows = wanted.map((stance) => `${statement.id} ${stanceId(statement.id, stance)}`);
  return rows.length > 0 ? rows : [`${statement.id} `];
}

async function tableOf(store: Store, request: object): Promise<Attributes[]> {
  const parsed = parseExportRequest(request);
  if (parsed.what !== 'statements') throw new Error(parsed.what);
  const { filter } = parsed;
  const reader = elementReader(store, {});
  const selection = await select(store, reader, parsed, 'rows', {});
  const stances = stancesOf(filter, filter ? (await readKnownNodes(store, filter, {})).parts : new Map());
  const rows: Attributes[] = [];
  for await (const batch of contentOf(reader, selection, stances).rows()) rows.push(...batch);
  return rows;
}

describe.each(await eachStore())('records from $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('are those that were loaded, and load into an empty database as the same graph', async () => {
    await loadRecords(store, RECORDS);
    const text = textOf(await filesOf(store, writerOf('ndjson'), {}));
    const graph = await dumpGraph(store, OF_THE_LOAD);
    const records = recordsIn(text);
    expect(records.map(contentHash).sort()).toEqual(RECORDS.map(contentHash).sort());

    await store.close();
    store = await open();
    await loadText(store, text);
    expect(textOf(await filesOf(store, writerOf('ndjson'), {}))).toBe(text);
    expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(graph);
  });

  test('of a selection are whole, and load by themselves', async () => {
    await loadRecords(store, RECORDS);
    const requests = Object.values(REQUESTS).filter((request) => Object.keys(request).length > 0);
    const texts = await Promise.all(
      requests.map(async (request) => textOf(await filesOf(store, writerOf('ndjson'), request))),
    );
    const whole = new Set(RECORDS.map(contentHash));
    for (const text of texts) {
      expect(recordsIn(text).every((record) => whole.has(contentHash(record)))).toBe(true);
      await store.close();
      store = await open();
      await loadText(store, text);
      expect(textOf(await filesOf(store, writerOf('ndjson'), {}))).toBe(text);
    }
  });
});

function recordsIn(text: string): AnyRecord[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = parseRecord(JSON.parse(line));
      if (!('record' in parsed)) throw new Error(`${line}: ${JSON.stringify(parsed.issues)}`);
      return parsed.record;
    });
}
