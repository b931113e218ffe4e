import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FACETS } from '../../src/analysis/stance-table/facets.js';
import { liveTable } from '../../src/analysis/stance-table/live-table.js';
import { filtersIn } from '../../src/analysis/stance-table/matching.js';
import { currentTable } from '../../src/analysis/stance-table/read-table.js';
import { rowsElsewhere } from '../../src/analysis/stance-table/rows-elsewhere.js';
import { select } from '../../src/analysis/stance-table/selection.js';
import { rowCount, type StanceTable, sizeOf } from '../../src/analysis/stance-table/stance-table.js';
import {
  type AnyRecord,
  parseRecord,
  parseStatementFilter,
  type StatementFilter,
} from '../../src/model/index.js';
import { rowsOf } from '../../src/records/index.js';
import { query, type Store, statementQueries, writeQueries } from '../../src/store/index.js';
import { corpus, STATEMENTS, statementsOf } from '../support/corpus.js';
import { evaluateFilter } from '../support/evaluate-filter.js';
import { anyFilter, CLAUSES } from '../support/filter-arbitraries.js';
import { loadRecords } from '../support/load-records.js';
import { eachStore } from '../support/stores.js';
import { tableOf } from '../support/table-of.js';

/** That the stance table holds what the graph does, on every engine, however it came to hold it. */

const records = corpus();
/** The first so many of three parts of the statements, with all that is no statement. */
const isInPart = (n: number) => (r: AnyRecord) => r.type !== 'statement' || Number(r.id.slice(-3)) < n * 60;
const part = (n: number) => records.filter(isInPart(n));

const read = (store: Pick<Store, 'read'>, table?: StanceTable, maxStatements = 1_000) =>
  currentTable(table, { read: store.read, maxStatements });

/** A table as text that does not depend on the order in which it was read. */
function contentOf(table: StanceTable): string[] {
  const { statements, ids, actors, topics, sources, publishers, codings, coders, languages, events } = table;
  const list = (
    { starts }: { starts: { values: Uint32Array } },
    row: number,
    shown: (i: number) => unknown[],
  ) => {
    const items: string[] = [];
    const end = starts.values[row + 1] ?? 0;
    for (let i = starts.values[row] ?? 0; i < end; i++) items.push(JSON.stringify(shown(i)));
    return items.sort();
  };
  const rows: string[] = [];
  for (let row = 0; row < rowCount(table); row++) {
    if (statements.replaced.values[row] === 1) continue;
    const { principals, speakers, addressees, about, stances, citations } = table;
    rows.push(
      JSON.stringify({
        id: ids.idOf(row),
        row: table.ids.rowOf(ids.idOf(row)) === row,
        act: statements.act.values[row],
        day: statements.day.values[row],
        span: statements.span.values[row],
        time: statements.time.values[row],
        revision: statements.revision.values[row],
        document: sources.list[statements.document.values[row] ?? 0],
        words: [statements.start.values[row], statements.stop.values[row]],
        principals: list(principals, row, (i) => [
          actors.list[principals.actor.values[i] ?? 0],
          principals.basis.values[i],
        ]),
        speakers: list(speakers, row, (i) => [
          actors.list[speakers.actor.values[i] ?? 0],
          speakers.capacity.values[i],
        ]),
        addressees: list(addressees, row, (i) => [actors.list[addressees.actor.values[i] ?? 0]]),
        about: list(about, row, (i) => [topics.list[about.topic.values[i] ?? 0]]),
        stances: list(stances, row, (i) => [
          topics.list[stances.topic.values[i] ?? 0],
          stances.level.values[i],
          codings.list[stances.coding.values[i] ?? 0],
          coders.list[stances.coder.values[i] ?? 0],
          stances.confidence.values[i],
        ]),
        citations: list(citations, row, (i) => [
          sources.list[citations.source.values[i] ?? 0],
          citations.attribution.values[i],
          languages.list[citations.language.values[i] ?? 0],
          citations.quoted.values[i],
        ]),
      }),
    );
  }
  const wholes = [...table.wholes].flatMap(([topic, all]) =>
    all.map((whole) => `${topics.list[topic]} in ${topics.list[whole]}`),
  );
  const memberships = table.memberships.map(
    (m) => `${actors.list[m.actor]} of ${actors.list[m.organization]} from ${m.from} to ${m.to}`,
  );
  const reported = sources.list.map((source, i) => {
    const publisher = (table.publisherOf.values[i] ?? 0) - 1;
    const facts = [
      table.authors.list[table.authorOf.values[i] ?? 0],
      table.sections.list[table.sectionOf.values[i] ?? 0],
      table.sourceKinds.list[table.sourceKindOf.values[i] ?? 0],
    ];
    return `${source} by ${publishers.list[publisher]} ${table.control.values[publisher]} ${facts}`;
  });
  const named = actors.list.map(
    (actor, i) => `${actor} is ${table.actorNames[i]} ${table.isPerson.values[i]}`,
  );
  const known = [...table.topicFacts].map(
    ([topic, facts]) => `${topics.list[topic]} is ${JSON.stringify(facts)}`,
  );
  const decided = [...table.decisions].map(([event, { topics: all, ...when }]) => {
    const what = all.map(({ topic, yesMeans }) => `${topics.list[topic]} ${yesMeans}`).sort();
    return `${events.list[event]} decides ${JSON.stringify({ ...when, what })}`;
  });
  const voted = Array.from({ length: table.votesRead }, (_, i) => {
    const { actor, event, vote } = table.votes;
    return `${actors.list[actor.values[i] ?? 0]} voted ${vote.values[i]} at ${events.list[event.values[i] ?? 0]}`;
  });
  return [...rows, ...wholes, ...memberships, ...reported, ...named, ...known, ...decided, ...voted].sort();
}

/** A store that notes what is read, and does something before a statement is read. */
function watched(store: Store, before: (name: string) => Promise<void> = async () => {}) {
  const sent: string[] = [];
  const watch: Pick<Store, 'read'> = {
    async read(one, params, options) {
      sent.push(one.name);
      await before(one.name);
      return store.read(one, params, options);
    },
  };
  return { store: watch, sent };
}

describe.each(await eachStore())('on $name', (factory) => {
  describe('of a corpus', () => {
    let store: Store;
    let table: StanceTable;
    let revisionOf: (id: string) => number;
    beforeAll(async () => {
      store = await factory.open();
      for (const n of [1, 2, 3]) await loadRecords(store, part(n));
      const rows = await store.read(statementQueries.statementsById, { ids: STATEMENTS });
      const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
      revisionOf = (id) => revisions.get(id) ?? 0;
      table = await read(store);
    });
    afterAll(() => store.close());

    const selected = async (filter: StatementFilter) => {
      const { elsewhere } = await rowsElsewhere(table, filtersIn(filter), store);
      const { rows } = select(table, filter, sizeOf(table), elsewhere);
      return [...rows].map((row) => table.ids.idOf(row)).sort();
    };
    const agrees = async (input: unknown) => {
      const filter = parseStatementFilter(input);
      const wanted = [...evaluateFilter(records, filter, revisionOf)].sort();
      expect(await selected(filter), JSON.stringify(input)).toEqual(wanted);
    };

    test('it holds what the records say', () => {
      expect(contentOf(table)).toEqual(contentOf(tableOf(records, revisionOf)));
    });

    test('filters select on it what they select in the database', async () => {
      for (const [key, values] of Object.entries(CLAUSES)) {
        for (const value of fc.sample(values as fc.Arbitrary<unknown>, { numRuns: 10, seed: 13 })) {
          await agrees({ [key]: value });
        }
      }
      for (const input of fc.sample(anyFilter, { numRuns: 300, seed: 14 })) await agrees(input);
    }, 300_000);
  });

  describe('as the graph grows', () => {
    let store: Store;
    beforeEach(async () => {
      store = await factory.open();
    });
    afterEach(() => store.close());

    /** That a table has what one read anew has, and answers alike. */
    const isCurrent = async (table: StanceTable) => {
      const anew = await read(store);
      expect(table.revision).toBe(anew.revision);
      expect(contentOf(table)).toEqual(contentOf(anew));
    };

    test('an empty graph is an empty table', async () => {
      const table = await read(store);
      expect(rowCount(table)).toBe(0);
      await loadRecords(store, part(1));
      await isCurrent(await read(store, table));
    });

    test('what was added is read, and nothing else', async () => {
      await loadRecords(store, part(2));
      const table = await read(store);
      await loadRecords(store, records);
      const { store: reading, sent } = watched(store);
      expect(await read(reading, table)).toBe(table);
      expect(sent).not.toContain('tableDays');
      expect(sent.filter((name) => name === 'tableStatementsOfRevisions')).toHaveLength(1);
      await isCurrent(table);

      sent.length = 0;
      expect(await read(reading, table)).toBe(table);
      expect(sent).toEqual(['stanceTableRevision']);
    });

    test('more than a page on one day, and more than a page in one transaction', async () => {
      const things = records.filter(({ type }) => type !== 'statement' && type !== 'dispute');
      const statement = (n: number) =>
        record({
          type: 'statement',
          id: `statement:n${n}`,
          act: 'LETTER',
          date: n % 10 === 0 ? `20${String(n % 97).padStart(2, '0')}` : '2020-09-01',
          speakers: [{ actor: 'actor:p0' }],
          onBehalfOf: [{ actor: n % 2 ? 'actor:a0' : 'actor:a1' }],
          stances: [{ topic: 'topic:q0', position: 'SUPPORT', confidence: (n % 100) / 100 }],
          citations: [{ source: 'source:s0' }],
        });
      const first = Array.from({ length: 2_400 }, (_, n) => statement(n));
      const second = Array.from({ length: 2_100 }, (_, n) => statement(n + first.length));
      await writeAtOnce(store, [...things, ...first]);
      const table = await read(store, undefined, 10_000);
      expect(contentOf(table)).toEqual(contentOf(tableOf([...things, ...first], () => 1)));
      await writeAtOnce(store, second);
      expect(await read(store, table, 10_000)).toBe(table);
      expect(contentOf(table)).toEqual(
        contentOf(
          tableOf([...things, ...first, ...second], (id) => (Number(id.slice(11)) < first.length ? 1 : 2)),
        ),
      );
    }, 180_000);

    test('whatever is written, one record after another or many at once', async () => {
      const order = [...records].sort(
        (a, b) => Number(a.type === 'statement') - Number(b.type === 'statement'),
      );
      const first = order.findIndex(({ type }) => type === 'statement') + 20;
      let table: StanceTable | undefined;
      const sizes = fc.sample(fc.integer({ min: 1, max: 30 }), { numRuns: 12, seed: 5 });
      for (let end = first; end < order.length && sizes.length > 0; end += sizes.pop() ?? 1) {
        await loadRecords(store, withTargets(order.slice(0, end)));
        table = await read(store, table);
      }
      if (!table) throw new Error('nothing was read');
      await isCurrent(table);
    });

    test('parts that a topic gets and members that a body gets count from then on', async () => {
      await loadRecords(store, records);
      const table = await read(store);
      await loadRecords(store, [
        record({ type: 'topic', id: 'topic:new', kind: 'ISSUE', name: 'New', partOf: ['topic:deep'] }),
        record({ type: 'membership', actor: 'actor:a11', organization: 'actor:g1' }),
        record({ type: 'publisher', id: 'publisher:new', name: 'New', control: 'PARTY' }),
        record({ type: 'source', id: 'source:new', publisher: 'publisher:new' }),
        record({
          type: 'statement',
          id: 'statement:new',
          act: 'LETTER',
          date: '2020-10-01',
          speakers: [{ actor: 'actor:p0' }],
          about: ['topic:new'],
          citations: [{ source: 'source:new' }],
        }),
      ]);
      await read(store, table);
      await isCurrent(table);
      const find = (input: object) => {
        const { rows } = select(table, parseStatementFilter(input), sizeOf(table), new Map());
        return [...rows].map((row) => table.ids.idOf(row));
      };
      expect(find({ about: ['topic:left'], publishers: ['publisher:new'] })).toEqual(['statement:new']);
    });

    test('what is written while it is read is not half in it', async () => {
      await loadRecords(store, part(1));
      let written = false;
      const { store: reading } = watched(store, async (name) => {
        if (name !== 'tableStatementsOfDays' || written) return;
        written = true;
        await loadRecords(store, records);
      });
      const table = await read(reading);
      expect(written).toBe(true);
      expect(rowCount(table)).toBe(60);
      await isCurrent(await read(store, table));
    });

    test('it is read anew where something was taken away or changed', async () => {
      await loadRecords(store, records);
      const table = await read(store);
      await store.write(async (transaction) => {
        await transaction.run(query('deleteStatement', 'MATCH (s:Statement {id: $id}) DETACH DELETE s'), {
          id: 'statement:s010',
        });
        const [dataset] = await transaction.run(writeQueries.lockDataset, {});
        const revision = (dataset?.revision ?? 0) + 1;
        await transaction.run(writeQueries.setRevision, { revision, revisedAt: '2020-01-01T00:00:00Z' });
        await transaction.run(
          query('markRewritten', "MATCH (m:_Meta {id: 'meta'}) SET m.rewritten = $revision"),
          {
            revision,
          },
        );
      });
      const anew = await read(store, table);
      expect(anew).not.toBe(table);
      expect(rowCount(anew)).toBe(STATEMENTS.length - 1);
      await isCurrent(anew);
      expect(await read(store, anew)).toBe(anew);
    });

    test('a statement that carries a new revision takes the place of the old one', async () => {
      await loadRecords(store, records);
      const table = await read(store);
      await store.write(async (transaction) => {
        const [dataset] = await transaction.run(writeQueries.lockDataset, {});
        const revision = (dataset?.revision ?? 0) + 1;
        await transaction.run(writeQueries.setRevision, { revision, revisedAt: '2020-01-01T00:00:00Z' });
        await transaction.run(
          query('touch', "MATCH (s:Statement {id: $id}) SET s.act = 'SANCTION', s.revision = $revision"),
          { id: 'statement:s010', revision },
        );
      });
      expect(await read(store, table)).toBe(table);
      expect(rowCount(table)).toBe(STATEMENTS.length + 1);
      await isCurrent(table);
    });

    test('more statements than it may hold are refused, and it serves again when it may', async () => {
      await loadRecords(store, part(1));
      const table = liveTable(store, { maxStatements: 100 });
      expect(await table.refresh()).toMatchObject({ statements: 60 });
      await loadRecords(store, records);
      await expect(table.ask('facets', {}, {})).rejects.toMatchObject({
        code: 'GRAPH_TOO_LARGE',
        message: expect.stringContaining(
          'the graph has 160 statements, and aggregates are computed on at most 100',
        ),
      });
      expect(await liveTable(store).refresh()).toMatchObject({ statements: 160 });
    });

    test('those who ask at the same time wait for one reading, and get the same revision', async () => {
      await loadRecords(store, part(1));
      const { store: reading, sent } = watched(store);
      const table = liveTable(reading);
      const facets = Object.fromEntries(FACETS.map((facet) => [facet, 100]));
      const all = await Promise.all(Array.from({ length: 20 }, () => table.ask('facets', {}, facets)));
      expect(sent.filter((name) => name === 'stanceTableRevision')).toHaveLength(1);
      expect(new Set(all.map((answer) => JSON.stringify(answer))).size).toBe(1);

      await loadRecords(store, records);
      sent.length = 0;
      const [answer] = await Promise.all(Array.from({ length: 20 }, () => table.ask('facets', {}, facets)));
      expect(sent.filter((name) => name === 'stanceTableRevision')).toHaveLength(1);
      expect(answer?.revision).toBeGreaterThan(all[0]?.revision ?? 0);
      expect(answer).toEqual(await liveTable(store).ask('facets', {}, facets));
    });

    test('who asks after a write sees it, also while an earlier reading is under way', async () => {
      await loadRecords(store, part(1));
      let later: Promise<unknown> | undefined;
      const { store: reading } = watched(store, async (name) => {
        if (name !== 'tableStatementsOfDays' || later) return;
        await loadRecords(store, records);
        later = table.ask('facets', {}, { byAct: 100 });
      });
      const table = liveTable(reading);
      const sum = ({ result }: { result: { byAct?: readonly { count: number }[] } }) =>
        (result.byAct ?? []).reduce((total, { count }) => total + count, 0);
      expect(sum(await table.ask('facets', {}, { byAct: 100 }))).toBe(60);
      expect(sum((await later) as never)).toBe(160);
    });

    test('what a reading added that failed is not there twice after the next', async () => {
      const votes = records.filter(({ type }) => type === 'vote');
      await loadRecords(store, records.filter((one) => !votes.includes(one)).filter(isInPart(2)));
      const table = await read(store);
      await loadRecords(store, [
        ...records,
        record({ type: 'source', id: 'source:new', url: 'https://new.example' }),
        record({
          type: 'statement',
          id: 'statement:new',
          act: 'LETTER',
          date: '2020-10-01',
          speakers: [{ actor: 'actor:p0' }],
          citations: [{ source: 'source:new' }],
        }),
      ]);
      const { store: failing } = watched(store, async (name) => {
        if (name === 'tableSources') throw new Error('the database is away');
      });
      await expect(read(failing, table)).rejects.toThrow('the database is away');
      expect(table.votesRead).toBe(0);
      expect(await read(store, table)).toBe(table);
      expect(table.votesRead).toBe(votes.length);
      await isCurrent(table);
    });

    test('a reading that fails is tried again by the next who asks', async () => {
      await loadRecords(store, records);
      let fails = true;
      const { store: reading } = watched(store, async (name) => {
        if (fails && name === 'tableSources') throw new Error('the database is away');
      });
      const table = liveTable(reading);
      await expect(table.refresh()).rejects.toThrow('the database is away');
      fails = false;
      expect(await table.refresh()).toMatchObject({ statements: 160 });
      await table.close();
      await expect(table.refresh()).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
    });
  });
});

function record(value: unknown): AnyRecord {
  const parsed = parseRecord(value);
  if (!('record' in parsed)) throw new Error(JSON.stringify(parsed.issues));
  return parsed.record;
}

/** Writes records in one transaction, whatever their number. */
async function writeAtOnce(store: Store, some: readonly AnyRecord[]): Promise<void> {
  await store.write(async (transaction) => {
    const [dataset] = await transaction.run(writeQueries.lockDataset, {});
    const revision = (dataset?.revision ?? 0) + 1;
    await transaction.run(writeQueries.setRevision, { revision, revisedAt: '2020-01-01T00:00:00Z' });
    for (const [statement, rows] of rowsOf(some, '2026-11-24T00:00:00.000Z').inOrder()) {
      await transaction.run(statement, { rows, revision, load: 1 });
    }
  });
}

/** Records with the statements that they respond to. */
function withTargets(some: readonly AnyRecord[]): AnyRecord[] {
  const all = new Map(statementsOf(records).map((statement) => [statement.id, statement]));
  const kept = new Map<string, AnyRecord>();
  const keep = (id: string) => {
    const statement = all.get(id);
    if (!statement || kept.has(id)) return;
    kept.set(id, statement);
    for (const target of statement.respondsTo ?? []) keep(target.id);
  };
  for (const one of some) if (one.type === 'statement') keep(one.id);
  return [...records.filter(({ type }) => type !== 'statement'), ...kept.values()];
}
