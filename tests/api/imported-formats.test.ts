import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ImportReport, importFile } from '../../src/ingest/index.js';
import type { AnyRecord } from '../../src/model/index.js';
import { resolveQueries, type Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { hasIcewsSample, ICEWS_SAMPLE } from '../support/icews-sample.js';
import { inputFile } from '../support/input-files.js';
import { loadRecords } from '../support/load-records.js';
import { gdeltRow, ICEWS_HEADER, icewsRow } from '../support/rows-of-formats.js';
import { eachStore } from '../support/stores.js';

const example = (name: string) => fileURLToPath(new URL(`../../examples/table/${name}`, import.meta.url));
const icews = (...rows: string[]) =>
  inputFile('events.tab', `${[ICEWS_HEADER.join('\t'), ...rows].join('\n')}\n`);

const ACTORS: readonly AnyRecord[] = [
  { type: 'actor', id: 'actor:iran', kind: 'STATE', name: 'Iran', isoCode: 'IRN' },
  { type: 'actor', id: 'actor:usa', kind: 'STATE', name: 'United States', aliases: ['US'], isoCode: 'USA' },
  { type: 'actor', id: 'actor:niger', kind: 'STATE', name: 'Niger', isoCode: 'NER' },
  { type: 'actor', id: 'actor:nigeria', kind: 'STATE', name: 'Nigeria', isoCode: 'NGA' },
  { type: 'actor', id: 'actor:jose-perez', kind: 'PERSON', name: 'José Pérez' },
  { type: 'actor', id: 'actor:smith-1', kind: 'PERSON', name: 'John Smith' },
  { type: 'actor', id: 'actor:smith-2', kind: 'PERSON', name: 'J. Smith', aliases: ['John Smith'] },
];

const counts = ({ rows, load }: ImportReport) => ({ ...rows, written: load.written, same: load.same });

describe.each(await eachStore())('on $name', (factory) => {
  let store: Store;

  describe('names', () => {
    beforeEach(async () => {
      store = await factory.open();
      await loadRecords(store, ACTORS);
      return () => store.close();
    });

    const involved = async () => {
      const { data } = await asking(store)<{
        events: { nodes: { id: string; involves: { role: string; actor: { id: string } }[] }[] };
      }>('{ events(first: 100) { nodes { id involves { role actor { id } } } } }');
      return Object.fromEntries(
        data.events.nodes.map(({ id, involves }) => [
          id,
          involves.map(({ role, actor }) => `${role} ${actor.id}`).sort(),
        ]),
      );
    };

    test('are actors by name, alias, case and accents; an adjective is no country, a namesake nobody', async () => {
      const names = ['the UNITED STATES', 'U.S.', 'Jose Perez', 'Nigerian', 'John Smith', 'actor:iran'];
      const rows = names.map((name, i) =>
        icewsRow({ 'Event ID': String(i + 1), 'Source Name': name, 'Target Name': 'NA' }),
      );
      const report = await importFile(store, 'icews', await icews(...rows));
      expect(report.unresolved).toEqual([
        {
          name: 'John Smith',
          id: 'actor:icews-john-smith',
          reason: 'AMBIGUOUS',
          count: 1,
          candidates: [
            { id: 'actor:smith-1', name: 'John Smith' },
            { id: 'actor:smith-2', name: 'J. Smith' },
          ],
        },
        { name: 'Nigerian', id: 'actor:icews-nigerian', reason: 'UNKNOWN', count: 1, candidates: [] },
      ]);
      expect(await involved()).toEqual({
        'event:icews-1': ['SOURCE actor:usa'],
        'event:icews-2': ['SOURCE actor:usa'],
        'event:icews-3': ['SOURCE actor:jose-perez'],
        'event:icews-4': ['SOURCE actor:icews-nigerian'],
        'event:icews-5': ['SOURCE actor:icews-john-smith'],
        'event:icews-6': ['SOURCE actor:iran'],
      });
      const { data } = await asking(store)(
        '{ a: actor(id: "actor:icews-nigerian") { unresolved } b: actor(id: "actor:usa") { unresolved } }',
      );
      expect(data).toEqual({ a: { unresolved: true }, b: { unresolved: false } });
    });

    test('of GDELT: the state by its code, its government by its name, its army is another', async () => {
      const usa = { Actor2Name: 'UNITED STATES', Actor2CountryCode: 'USA' };
      const rows = [
        gdeltRow(usa),
        gdeltRow({ ...usa, GLOBALEVENTID: '2', Actor2Code: 'USAMIL', Actor2Type1Code: 'MIL' }),
        gdeltRow({ GLOBALEVENTID: '3', Actor1Code: 'NGA', Actor1CountryCode: 'NGA', Actor1Name: 'NIGERIAN' }),
      ];
      await importFile(store, 'gdelt', await inputFile('a.export.CSV', `${rows.join('\n')}\n`));
      expect(await involved()).toEqual({
        'event:gdelt-900000001': ['SOURCE actor:iran', 'TARGET actor:usa'],
        'event:gdelt-2': ['SOURCE actor:iran', 'TARGET actor:gdelt-united-states-usamil'],
        'event:gdelt-3': ['SOURCE actor:nigeria', 'TARGET actor:usa'],
      });
    });

    test('that are unresolved are listed, with how much hangs on them', async () => {
      await importFile(
        store,
        'icews',
        await icews(icewsRow(), icewsRow({ 'Event ID': '2', 'CAMEO Code': '190' })),
      );
      const listed = async (unresolvedOnly: boolean) => {
        const rows: unknown[] = [];
        for await (const row of store.stream(resolveQueries.usedActors, { unresolvedOnly })) rows.push(row);
        return rows;
      };
      expect(await listed(true)).toEqual([
        {
          id: 'actor:icews-foreign-affairs-ruritania',
          kind: 'ORGANIZATION',
          name: 'Foreign Affairs (Ruritania)',
          unresolved: true,
          events: 2,
          statements: 1,
        },
      ]);
      expect(await listed(false)).toHaveLength(ACTORS.length + 1);
      expect(await listed(false)).toContainEqual(
        expect.objectContaining({ id: 'actor:iran', events: 2, statements: 0 }),
      );
    });

    test('stay what they were when the graph has grown', async () => {
      const path = await icews(icewsRow());
      await importFile(store, 'icews', path);
      const before = await involved();
      await loadRecords(store, [
        {
          type: 'actor',
          id: 'actor:ruritania-mfa',
          kind: 'ORGANIZATION',
          name: 'Foreign Affairs (Ruritania)',
        },
      ]);
      const { unresolved, ...again } = await importFile(store, 'icews', path);
      expect(counts({ unresolved, ...again })).toEqual({
        read: 1,
        accepted: 1,
        rejected: 0,
        written: 0,
        same: 4,
      });
      expect(unresolved[0]).toMatchObject({ candidates: [{ id: 'actor:ruritania-mfa' }] });
      expect(await involved()).toEqual(before);
    });

    test('a row that gives an id other content is told by its line, and with it nothing is written', async () => {
      const path = await icews(
        icewsRow(),
        icewsRow({ Publisher: 'Another Gazette' }),
        icewsRow({ 'Event ID': '2', 'Event Date': '2020-02-30' }),
      );
      const report = await importFile(store, 'icews', path);
      expect(counts(report)).toMatchObject({ read: 3, accepted: 1, rejected: 2, written: 0 });
      expect(report.refused).toEqual([
        {
          from: 'line 4',
          line: 4,
          field: 'Event Date',
          expected: expect.stringContaining('a day of the calendar'),
        },
        {
          from: 'line 3',
          line: 3,
          field: 'id',
          expected: expect.stringContaining('source:icews-77 has at line 2'),
        },
      ]);

      const skipping = await importFile(store, 'icews', path, {}, { skipInvalid: true });
      expect(counts(skipping)).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
      const rejects = (await readFile(`${path}.rejects.ndjson`, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(rejects.map(({ line }) => line)).toEqual([4, 3]);
      expect(rejects[0].text).toContain('2020-02-30');
      expect(Object.keys(await involved())).toEqual(['event:icews-1001']);
    });

    test('of a table, by its mapping: stances where it says, none where the table has none', async () => {
      const topic = (name: string): AnyRecord => ({
        type: 'topic',
        id: `topic:${name}`,
        kind: 'PROPOSITION',
        name,
        text: name,
      });
      await loadRecords(store, [topic('us-snapback-2020'), topic('direct-talks')]);
      const report = await importFile(store, 'table', example('hearings.csv'), {
        mapping: example('hearings.yaml'),
      });
      expect(counts(report)).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
      const { data } = await asking(store)(`{ statements(first: 5, orderBy: DATE_ASC) { nodes {
        date quote speakers { actor { kind name } } onBehalfOf { actor { id } } about { id } stances { topic { id } position } } } }`);
      const ann = [{ actor: { kind: 'PERSON', name: 'Ann Lee' } }];
      const snapback = { id: 'topic:us-snapback-2020' };
      expect(data).toEqual({
        statements: {
          nodes: [
            {
              date: '2020-09-03',
              quote: 'We do not support it, and said so.',
              speakers: ann,
              onBehalfOf: [{ actor: { id: 'actor:hearings-united-kingdom' } }],
              about: [],
              stances: [{ topic: snapback, position: 'OPPOSE' }],
            },
            {
              date: '2020-09-03',
              quote: 'The measures return.',
              speakers: [{ actor: { kind: 'PERSON', name: 'Ben Roy' } }],
              onBehalfOf: [{ actor: { id: 'actor:usa' } }],
              about: [],
              stances: [{ topic: snapback, position: 'SUPPORT' }],
            },
            {
              date: '2020-09-04',
              quote: 'We have talked for years.',
              speakers: ann,
              onBehalfOf: [{ actor: { id: 'actor:hearings-united-kingdom' } }],
              about: [{ id: 'topic:direct-talks' }],
              stances: [],
            },
          ],
        },
      });
    });
  });

  describe.skipIf(!hasIcewsSample())('3,705 real rows of ICEWS', () => {
    beforeAll(async () => {
      store = await factory.open();
      await loadRecords(store, ACTORS);
    });
    afterAll(() => store.close());

    test('are accepted, all of them; a second time nothing is written', async () => {
      expect(counts(await importFile(store, 'icews', ICEWS_SAMPLE))).toMatchObject({
        read: 3_705,
        accepted: 3_705,
      });
      expect(counts(await importFile(store, 'icews', ICEWS_SAMPLE))).toMatchObject({
        accepted: 3_705,
        written: 0,
      });
    });

    test('are found by actor, code and date, as many as the file has', async () => {
      const counted = [
        'all: events(filter: { kinds: [CODED] }) { totalCount }',
        'code: events(filter: { codes: ["CAMEO:036"] }) { totalCount }',
        'actor: events(filter: { actors: ["actor:usa"] }) { totalCount }',
        'both: events(filter: { actors: ["actor:usa"], codes: ["CAMEO:036"], date: { from: "2018-06-01", to: "2018-06-02" } }) { totalCount }',
        'none: events(filter: { date: { from: "2018-06-03", to: "2018-06-04" } }) { totalCount }',
        'words: statements { totalCount }',
        'said: statements(filter: { speakers: ["actor:usa"] }) { totalCount }',
        'stances { totalCount }',
      ];
      const data = {};
      for (const field of counted) Object.assign(data, (await asking(store)(`{ ${field} }`)).data);
      // counted in the file itself; with both ends the same, an event is one
      expect(data).toEqual({
        all: { totalCount: 3_705 },
        code: { totalCount: 295 },
        actor: { totalCount: 212 },
        both: { totalCount: 18 },
        none: { totalCount: 0 },
        words: { totalCount: 2_951 },
        said: { totalCount: 85 },
        stances: { totalCount: 0 },
      });
    });
  });
});
