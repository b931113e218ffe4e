import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseEdtf, parseStatementFilter, type StatementFilter, stanceId } from '../../src/model/index.js';
import * as vocabulary from '../../src/model/vocabulary.js';
import {
  countOf,
  type FlatStanceRow,
  type KnownNodes,
  keyOfStanceRow,
  knownNodes,
  pageOf,
  pagesByParent,
  parameters,
  type StatementOrder,
  type StatementRow,
  type Store,
  stanceRowsCount,
  stanceRowsPage,
  stanceRowsPaged,
  statementQueries,
  statementsOfParentPaged,
  statementsPaged,
  topicQueries,
  topicsNamedBy,
} from '../../src/store/index.js';
import {
  ACTORS,
  CODINGS,
  corpus,
  GROUPS,
  PEOPLE,
  SOURCES,
  STATEMENTS,
  statementsOf,
  TOPICS,
} from '../support/corpus.js';
import { evaluateFilter, stanceMatches } from '../support/evaluate-filter.js';
import { anyFilter, CLAUSES, flatFilter } from '../support/filter-arbitraries.js';
import { loadRecords } from '../support/load-records.js';
import { eachStore } from '../support/stores.js';

/**
 * What the compiled statements find, on every engine, is what the filter means: each clause, each pair of clauses, and
 * a thousand random filters, against a plain evaluation in memory.
 */

/** So many statements on each node that a page is expanded from them, or walked to; and pages that a walk can fill. */
const FEW = { degree: 1, limit: 1_000 };
const MANY = { degree: 1_000_000, limit: 3 };
/** Neo4j takes its time to plan a walk, which has the conditions twice. */
const often = fc.constantFrom(FEW, FEW, FEW, MANY);

const records = corpus();
const byId = new Map(statementsOf(records).map((statement) => [statement.id, statement]));

describe.each(await eachStore())('on $name', (factory) => {
  let store: Store;
  let revisions: ReadonlyMap<string, number>;
  beforeAll(async () => {
    store = await factory.open();
    // In three loads, so that `changedSince` has something to tell apart.
    const third = (n: number) =>
      records.filter((r) => r.type !== 'statement' || Number(r.id.slice(-3)) < n * 60);
    for (const n of [1, 2, 3]) await loadRecords(store, third(n));
    const rows = await store.read(statementQueries.statementsById, { ids: STATEMENTS });
    revisions = new Map(rows.map((row) => [row.id, row.revision]));
    expect(rows).toHaveLength(STATEMENTS.length);
  });
  afterAll(() => store.close());

  const partsFor = async (filter: StatementFilter) => {
    const ids = topicsNamedBy(filter);
    const rows = ids.length === 0 ? [] : await store.read(topicQueries.partsOfTopics, { ids });
    return knownNodes(ids.map((id) => [id, rows.filter((row) => row.parent === id)])).parts;
  };
  /** As though so many statements hung on each node: many are walked to, few are expanded. */
  const knowing = async (filter: StatementFilter, degree: number): Promise<KnownNodes> => {
    const nodes = [...ACTORS, ...PEOPLE, ...GROUPS, ...TOPICS, ...SOURCES].map((node) => {
      const row = { node, months: 12, MADE_BY: degree, ON_BEHALF_OF: degree, ADDRESSED_TO: degree };
      return [node, { ...row, TAKES_STANCE: degree, ABOUT: degree, REPORTED_IN: degree }] as const;
    });
    return { parts: await partsFor(filter), nodes: new Map(nodes), months: 12, noneIsMerged: true };
  };
  const expected = (filter: StatementFilter, order: StatementOrder = 'DATE_DESC') => {
    const sign = order === 'DATE_DESC' ? -1 : 1;
    const first = (id: string) => parseEdtf(byId.get(id)?.date ?? '')?.from ?? '';
    return [...evaluateFilter(records, filter, (id) => revisions.get(id) ?? 0)].sort((a, b) =>
      first(a) === first(b) ? (a < b ? -sign : sign) : first(a) < first(b) ? -sign : sign,
    );
  };
  const pageIds = async (
    filter: StatementFilter,
    order: StatementOrder,
    limit: number,
    backward: boolean,
    degree: number,
    bound?: readonly string[],
  ) => {
    const params = parameters();
    const page = pageOf<StatementRow>(
      statementsPaged(filter, order, await knowing(filter, degree), params),
      { limit, backward, bound },
      params,
    );
    return store.read(page.query, page.params);
  };
  const agrees = async (input: object, { degree, limit }: typeof FEW) => {
    const filter = parseStatementFilter(input);
    const wanted = expected(filter);
    const rows = await pageIds(filter, 'DATE_DESC', limit, false, degree);
    expect(
      rows.map((row) => row.id),
      JSON.stringify(input),
    ).toEqual(wanted.slice(0, limit));
    return wanted;
  };

  test('each clause alone', async () => {
    for (const [key, arbitrary] of Object.entries(CLAUSES)) {
      for (const value of fc.sample(arbitrary as fc.Arbitrary<unknown>, { numRuns: 6, seed: 7 })) {
        for (const said of [FEW, MANY]) await agrees({ [key]: value }, said);
      }
    }
  });

  test('each pair of clauses', async () => {
    const keys = Object.keys(CLAUSES) as (keyof typeof CLAUSES)[];
    for (const [index, a] of keys.entries()) {
      for (const b of keys.slice(index + 1)) {
        const pair = fc.record({
          [a]: CLAUSES[a] as fc.Arbitrary<unknown>,
          [b]: CLAUSES[b] as fc.Arbitrary<unknown>,
        });
        const filters = fc.sample(pair, { numRuns: 2, seed: 11 });
        for (const [n, filter] of filters.entries()) await agrees(filter, n === 0 ? FEW : MANY);
      }
    }
  }, 240_000);

  test('a thousand random filters', async () => {
    let matching = 0;
    const inputs = fc.sample(anyFilter, { numRuns: 1_000, seed: 20_201_024 });
    // Neo4j plans each of them anew, which takes its time; two at once keep both cores busy.
    for (let next = 0; next < inputs.length; next += 2) {
      await Promise.all(
        inputs.slice(next, next + 2).map(async (input, n) => {
          const wanted = await agrees(input, (next + n) % 4 === 1 ? MANY : FEW);
          if (wanted.length > 0 && wanted.length < STATEMENTS.length) matching++;
        }),
      );
    }
    // The check would be empty if nearly all filters matched everything or nothing.
    expect(matching).toBeGreaterThan(300);
  }, 900_000);

  test('pages of any size, in both orders and directions, make the whole; counts are right', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFilter,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom<StatementOrder>('DATE_DESC', 'DATE_ASC'),
        fc.boolean(),
        fc.constantFrom(FEW.degree, MANY.degree),
        async (input, size, order, backward, degree) => {
          const filter = parseStatementFilter(input);
          const wanted = expected(filter, order);
          const got: string[] = [];
          for (let bound: readonly string[] | undefined; ; ) {
            const rows = await pageIds(filter, order, size, backward, degree, bound);
            got.push(...rows.map((row) => row.id));
            const last = rows.at(-1);
            if (!last || rows.length < size) break;
            bound = [last.dateFrom, last.id];
          }
          expect(backward ? got.reverse() : got).toEqual(wanted);
          const params = parameters();
          const count = countOf(
            statementsPaged(filter, order, await knowing(filter, degree), params),
            params,
          );
          expect(await store.read(count.query, count.params)).toEqual([{ count: wanted.length }]);
        },
      ),
      { numRuns: 40, seed: 5 },
    );
  });

  test('the statements of an actor and of a topic, filtered; few of them are walked to, more are expanded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constant({}), anyFilter), fc.constantFrom(1, 4), async (input, size) => {
        const filter = parseStatementFilter(input);
        const parts = await partsFor(filter);
        for (const [parent, ids, also] of [
          ['actorPrincipal', [...ACTORS, ...GROUPS], (id: string) => ({ principals: [id] })],
          ['actorSpeaker', PEOPLE, (id: string) => ({ speakers: [id] })],
          ['topicStance', TOPICS, (id: string) => ({ stance: { topics: [id] } })],
          ['topicSubject', TOPICS, (id: string) => ({ about: [id] })],
          ['source', SOURCES, (id: string) => ({ sources: [id] })],
        ] as const) {
          const params = parameters();
          const paged = statementsOfParentPaged(parent, filter, 'DATE_DESC', parts, params);
          const pages = pagesByParent<StatementRow>(
            paged,
            ids,
            { limit: size, backward: false, bound: undefined },
            params,
          );
          const rows = await store.read(pages.query, pages.params);
          // Under a topic, a stance clause is of the very stance on that topic.
          const ofParent = (id: string) =>
            parent === 'topicStance'
              ? expected({ ...filter, stance: undefined }).filter((statement) =>
                  byId.get(statement)?.stances?.some(
                    (one) =>
                      stanceMatches(records, one, filter.stance ?? { codings: ['adjudicated'] }) &&
                      stanceMatches(records, one, {
                        topics: [id],
                        codings: CODINGS,
                        positions: [...vocabulary.POSITIONS],
                      }),
                  ),
                )
              : expected(parseStatementFilter({ and: [filter, also(id)] }));
          const wanted = [...ids].sort().flatMap((id) =>
            ofParent(id)
              .slice(0, size)
              .map((statement) => ({ parent: id, id: statement })),
          );
          expect(rows.map((row) => ({ parent: row.parent, id: row.id }))).toEqual(wanted);
        }
      }),
      { numRuns: 8, seed: 9 },
    );
  });

  test('flat stance rows', async () => {
    await fc.assert(
      fc.asyncProperty(flatFilter, fc.constantFrom(...CODINGS), often, async (input, coding, { degree }) => {
        const filter = parseStatementFilter(input);
        const wantedStance = filter.stance ?? parseStatementFilter({ stance: { codings: [coding] } }).stance;
        if (!wantedStance) throw new Error('a stance filter was expected');
        const wanted = expected({ ...filter, stance: wantedStance })
          .flatMap((id) => {
            const s = byId.get(id);
            return (s?.stances ?? [])
              .filter((one) => stanceMatches(records, one, wantedStance))
              .flatMap((one) =>
                (s?.onBehalfOf ?? s?.speakers ?? []).flatMap((principal) =>
                  (s?.speakers ?? []).map((speaker) =>
                    [
                      parseEdtf(s?.date ?? '')?.from,
                      id,
                      stanceId(id, one),
                      principal.actor,
                      speaker.actor,
                    ].join('|'),
                  ),
                ),
              );
          })
          .sort()
          .reverse();
        const known = await knowing({ ...filter, stance: wantedStance }, degree);
        const params = parameters();
        const page = stanceRowsPage(
          stanceRowsPaged(filter, coding, known, params),
          { limit: 1_000, backward: false, bound: undefined },
          params,
        );
        const rows: FlatStanceRow[] = await store.read(page.query, page.params);
        expect(
          rows
            .map((row) => keyOfStanceRow(row).join('|'))
            .sort()
            .reverse(),
        ).toEqual(wanted);
        const counting = parameters();
        const count = stanceRowsCount(stanceRowsPaged(filter, coding, known, counting), counting);
        expect(await store.read(count.query, count.params)).toEqual([{ count: wanted.length }]);
      }),
      { numRuns: 40, seed: 3 },
    );
  }, 900_000);
});
