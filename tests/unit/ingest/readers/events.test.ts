import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImportFormat, openFormat, type RowOptions } from '../../../../src/ingest/index.js';
import { type AnyRecord, parseRecord } from '../../../../src/model/index.js';
import { gzipFile, inputFile, zipFile } from '../../../support/input-files.js';
import { readAll } from '../../../support/read-input.js';
import {
  gdeltRow,
  ICEWS_HEADER,
  icewsRow,
  POLECAT_HEADER,
  polecatRow,
  UNSC_HEADER,
  unscRow,
} from '../../../support/rows-of-formats.js';

async function read(format: ImportFormat, path: string, options: RowOptions = {}) {
  const { input, resolver } = await openFormat(format, path, options);
  const read = await readAll(input);
  for (const record of read.records) expect(parseRecord(record)).toEqual({ record });
  const actors = resolver.newActors();
  for (const actor of actors) expect(parseRecord(actor)).toEqual({ record: actor });
  return { ...read, actors };
}
const ofType = <T extends AnyRecord['type']>(records: readonly AnyRecord[], type: T) =>
  records.filter((record): record is Extract<AnyRecord, { type: T }> => record.type === type);

const icews = (...rows: string[]) => `${[ICEWS_HEADER.join('\t'), ...rows].join('\n')}\n`;
const polecat = (...rows: string[]) => `${[POLECAT_HEADER.join('\t'), ...rows].join('\n')}\n`;
const unsc = (...rows: string[]) => `${[UNSC_HEADER, ...rows].join('\n')}\n`;

describe('ICEWS', () => {
  test('a row of words is an event and a statement without a stance', async () => {
    const { records, actors, from } = await read('icews', await inputFile('a.tab', icews(icewsRow())));
    expect(records).toEqual([
      {
        type: 'publisher',
        id: expect.stringMatching(/^publisher:icews-strelsau-gazette-/),
        name: 'Strelsau Gazette',
      },
      { type: 'source', id: 'source:icews-77', kind: 'news story', publisher: expect.any(String) },
      {
        type: 'event',
        id: 'event:icews-1001',
        kind: 'CODED',
        name: 'Accuse: Foreign Affairs (Ruritania) → Iran',
        date: '2020-09-01',
        dateBasis: 'INFERRED',
        codes: ['CAMEO:112', 'PLOVER:ACCUSE', 'PLOVER:ACCUSE:disapprove'],
        goldstein: -2,
        place: 'Strelsau, Ruritania',
        involves: [
          { actor: 'actor:icews-foreign-affairs-ruritania', role: 'SOURCE' },
          { actor: 'actor:icews-iran', role: 'TARGET' },
        ],
        citations: [{ source: 'source:icews-77' }],
      },
      {
        type: 'statement',
        id: 'statement:icews-1001',
        act: 'STATEMENT',
        date: '2020-09-01',
        dateBasis: 'INFERRED',
        speakers: [
          {
            actor: 'actor:icews-foreign-affairs-ruritania',
            capacity: 'NATIONAL',
            asNamed: 'Foreign Affairs (Ruritania)',
          },
        ],
        addressees: ['actor:icews-iran'],
        summary: 'Accuse: Foreign Affairs (Ruritania) → Iran',
        citations: [{ source: 'source:icews-77', attribution: 'PARAPHRASE' }],
        event: 'event:icews-1001',
      },
    ]);
    expect(new Set(from)).toEqual(new Set(['line 2']));
    expect(actors).toEqual([
      {
        type: 'actor',
        id: 'actor:icews-foreign-affairs-ruritania',
        kind: 'ORGANIZATION',
        name: 'Foreign Affairs (Ruritania)',
        description: 'In ICEWS: Foreign Ministry,Government; Ruritania',
        unresolved: true,
      },
      { type: 'actor', id: 'actor:icews-iran', kind: 'STATE', name: 'Iran', unresolved: true },
    ]);
  });

  test('deeds are no statements, and nobody in particular is no actor', async () => {
    const rows = [
      icewsRow({ 'CAMEO Code': '190' }),
      icewsRow({ 'Event ID': '1002', 'Source Name': 'Unspecified Actor' }),
    ];
    const { records } = await read('icews', await inputFile('a.tab', icews(...rows)));
    expect(ofType(records, 'statement')).toEqual([]);
    expect(ofType(records, 'event').map(({ involves }) => involves?.length)).toEqual([2, 1]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['no number', { 'Event ID': 'x1' }, 'Event ID'],
    ['a day that is none', { 'Event Date': '2020-02-30' }, 'Event Date'],
    ['a month that is none', { 'Event Date': '2020-13-01' }, 'Event Date'],
    ['no code of CAMEO', { 'CAMEO Code': '999' }, 'CAMEO Code'],
    ['a code without its zero', { 'CAMEO Code': '40x' }, 'CAMEO Code'],
    ['a latitude beyond the pole', { Latitude: '91' }, 'Latitude'],
    ['an intensity that is no number', { Intensity: '1e999' }, 'Intensity'],
    ['a NUL', { Publisher: 'a\0b' }, ''],
    ['a column too many', { Publisher: 'a\tb' }, ''],
  ])('%s: the row is refused by its line and column', async (_, fields, column) => {
    const rows = [icewsRow({ 'Event ID': '1000' }), icewsRow(fields)];
    const { refused, records, rows: count } = await read('icews', await inputFile('a.tab', icews(...rows)));
    expect(refused).toEqual([
      { from: 'line 3', issues: [{ field: column, expected: expect.stringMatching(/./) }] },
    ]);
    expect([count, ofType(records, 'event').length]).toEqual([2, 1]);
  });

  test('a byte order mark, CRLF, empty lines and a last line without end change nothing', async () => {
    const plain = await read(
      'icews',
      await inputFile('a.tab', icews(icewsRow(), icewsRow({ 'Event ID': '2' }))),
    );
    const text = `\ufeff${icews('', icewsRow(), icewsRow({ 'Event ID': '2' }))
      .trimEnd()
      .replaceAll('\n', '\r\n')}`;
    expect((await read('icews', await inputFile('a.tab', text))).records).toEqual(plain.records);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /the file is empty/],
    ['another format', 'a\tb\nc\td\n', /lacks "Event ID"/],
    ['UTF-16', Buffer.from(`\ufeff${icews(icewsRow())}`, 'utf16le'), /UTF-16: save it as UTF-8/],
  ])('a file of %s is refused as a whole', async (_, content, message) => {
    await expect(read('icews', await inputFile('a.tab', content))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message),
    });
  });

  test('wrong encoding and lines too long are refused one by one', async () => {
    const latin1 = Buffer.from(icewsRow({ Publisher: 'Zürich' }), 'latin1');
    const long = icewsRow({ Publisher: 'x'.repeat(1_100_000) });
    const content = Buffer.concat([
      Buffer.from(icews(icewsRow())),
      latin1,
      Buffer.from(`\n${long}\n${icewsRow({ 'Event ID': '5' })}\n`),
    ]);
    const { refused, records } = await read('icews', await inputFile('a.tab', content));
    expect(refused.map(({ from, issues }) => [from, issues[0]?.expected])).toEqual([
      ['line 3', 'text in UTF-8'],
      ['line 4', 'a line of at most 1048576 bytes'],
    ]);
    expect(ofType(records, 'event')).toHaveLength(2);
  });

  test('a rule gives the stance it says, to those it names, then', async () => {
    const rules = await inputFile(
      'rules.yaml',
      `stances:
  - { codes: ["CAMEO:11"], topic: "topic:talks", position: OPPOSE, targets: ["actor:icews-iran"], from: "2020-09" }
  - { codes: ["PLOVER:ACCUSE"], topic: "topic:talks", position: SUPPORT }
`,
    );
    const rows = [
      icewsRow(),
      icewsRow({ 'Event ID': '2', 'Event Date': '2020-08-31' }),
      icewsRow({ 'Event ID': '3', 'CAMEO Code': '036' }),
    ];
    const { records } = await read('icews', await inputFile('a.tab', icews(...rows)), { stances: rules });
    expect(
      ofType(records, 'statement').map(({ stances }) => stances?.map(({ position }) => position)),
    ).toEqual([['OPPOSE'], ['SUPPORT'], undefined]);
    expect(ofType(records, 'statement')[0]?.stances?.[0]).toMatchObject({
      coding: 'event-rules',
      topic: 'topic:talks',
    });
  });

  test('rules that are wrong are refused by their place', async () => {
    const path = await inputFile('a.tab', icews(icewsRow()));
    for (const [rules, message] of [
      ['stances: [', /expected stance rules in YAML/],
      [
        'stances: [{codes: ["112"], topic: "topic:a", position: OPPOSE}]',
        /stances\.0\.codes\.0: a code such as/,
      ],
      ['stances: [{codes: ["CAMEO:112"], topic: "topic:a", position: CONDITIONAL}]', /stances\.0\.untilMet/],
    ] as const) {
      await expect(read('icews', path, { stances: await inputFile('r.yaml', rules) })).rejects.toThrow(
        message,
      );
    }
  });
});

describe('GDELT', () => {
  test('a row is an event, cited by its page; a code that is a country is that state, whatever the name', async () => {
    const { records, actors } = await read('gdelt', await inputFile('a.csv', `${gdeltRow()}\n`));
    expect(actors).toEqual([
      { type: 'actor', id: 'actor:gdelt-irn', kind: 'STATE', name: 'Iran', isoCode: 'IRN', unresolved: true },
      {
        type: 'actor',
        id: 'actor:gdelt-united-states-usagov',
        kind: 'ORGANIZATION',
        name: 'UNITED STATES (USAGOV)',
        description: 'In GDELT: USAGOV',
        unresolved: true,
      },
    ]);
    expect(ofType(records, 'publisher')).toEqual([
      { type: 'publisher', id: 'publisher:gdelt-example.org', name: 'example.org' },
    ]);
    expect(ofType(records, 'source')[0]).toMatchObject({ url: 'https://www.example.org/talks' });
    expect(ofType(records, 'event')[0]).toMatchObject({
      id: 'event:gdelt-900000001',
      codes: ['CAMEO:036', 'PLOVER:AGREE', 'PLOVER:CONTEXT:diplomatic'],
      goldstein: 4,
      place: 'Vienna, Wien, Austria',
      involves: [
        { actor: 'actor:gdelt-irn', role: 'SOURCE' },
        { actor: 'actor:gdelt-united-states-usagov', role: 'TARGET' },
      ],
    });
    expect(ofType(records, 'statement')[0]?.speakers[0]?.asNamed).toBe('TEHRAN');
  });

  test('the same plain, gzipped and zipped', async () => {
    const text = `${gdeltRow()}\n${gdeltRow({ GLOBALEVENTID: '2', EventCode: '190' })}\n`;
    const plain = await read('gdelt', await inputFile('a.csv', text));
    const zipped = await zipFile('a.zip', { 'x/readme.txt': 'hello', '20200901.export.CSV': text });
    for (const path of [await gzipFile('a.gz', text), await zipFile('b.zip', { 'any.name': text }), zipped]) {
      expect((await read('gdelt', path)).records).toEqual(plain.records);
    }
  });

  test('mentions are cited beside its own page', async () => {
    const mention = (identifier: string) =>
      [
        '900000001',
        '20200901120000',
        '20200901121500',
        '1',
        'example.com',
        identifier,
        ...Array(10).fill(''),
      ].join('\t');
    const mentions = await inputFile(
      'm.csv',
      `${[mention('https://www.example.org/talks'), mention('https://example.com/b'), mention('BBC Monitoring')].join('\n')}\n`,
    );
    const { records } = await read('gdelt', await inputFile('a.csv', `${gdeltRow()}\n`), { mentions });
    expect(ofType(records, 'event')[0]?.citations).toHaveLength(3);
    expect(ofType(records, 'source').map(({ url, title }) => url ?? title)).toEqual([
      'https://www.example.org/talks',
      'https://example.com/b',
      'BBC Monitoring',
    ]);
    await expect(
      read('gdelt', await inputFile('a.csv', `${gdeltRow()}\n`), {
        mentions: await inputFile('m.csv', 'a\tb\n'),
      }),
    ).rejects.toThrow(/m\.csv:1: expected a mention with its 16 columns; found 2 columns/);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a date that is none', { SQLDATE: '20200230' }, 'SQLDATE'],
    ['a number out of range', { GoldsteinScale: '11' }, 'GoldsteinScale'],
    ['an id that is none', { GLOBALEVENTID: '12345678901234567890' }, 'GLOBALEVENTID'],
    ['a code that is none', { EventCode: '---' }, 'EventCode'],
  ])('%s: refused', async (_, fields, column) => {
    const { refused } = await read('gdelt', await inputFile('a.csv', `${gdeltRow(fields)}\n`));
    expect(refused).toEqual([{ from: 'line 1', issues: [{ field: column, expected: expect.any(String) }] }]);
  });
});

describe('POLECAT', () => {
  test('several actors of one event each take part, and speak', async () => {
    const { records, actors } = await read('polecat', await inputFile('a.txt', polecat(polecatRow())));
    expect(ofType(records, 'event')[0]).toMatchObject({
      id: expect.stringMatching(/^event:polecat-rur-20200901-17-[0-9a-f]{12}$/),
      codes: [
        'PLOVER:CONSULT',
        'PLOVER:CONSULT:visit',
        'PLOVER:CONTEXT:diplomatic',
        'PLOVER:CONTEXT:military',
      ],
      place: 'Vienna, Austria',
      involves: [
        { actor: 'actor:polecat-france', role: 'SOURCE' },
        { actor: 'actor:polecat-ann-lee-fra', role: 'SOURCE' },
        { actor: 'actor:polecat-iran', role: 'TARGET' },
      ],
    });
    expect(ofType(records, 'event')[0]).not.toHaveProperty('goldstein');
    expect(ofType(records, 'statement')[0]?.speakers.map(({ asNamed }) => asNamed)).toEqual([
      'France',
      'Ann Lee',
    ]);
    expect(ofType(records, 'source')[0]).toMatchObject({ publishedAt: '2020-09-02', language: 'en' });
    expect(actors.map(({ kind }) => kind)).toEqual(['STATE', 'ORGANIZATION', 'STATE']);
  });

  test('lists as Python prints them, and empty columns at the end', async () => {
    const row = `${polecatRow({ 'Actor Name': `['France', "Cote d'Ivoire"]`, 'Actor Country': `['FRA', 'CIV']` })}\t\t`;
    const { records, refused } = await read('polecat', await inputFile('a.txt', polecat(row)));
    expect(refused).toEqual([]);
    expect(ofType(records, 'statement')[0]?.speakers.map(({ asNamed }) => asNamed)).toEqual([
      'France',
      "Cote d'Ivoire",
    ]);
  });

  test('a type that PLOVER does not have is refused', async () => {
    const { refused } = await read(
      'polecat',
      await inputFile('a.txt', polecat(polecatRow({ 'Event Type': 'CHAT' }))),
    );
    expect(refused[0]?.issues[0]).toEqual({
      field: 'Event Type',
      expected: expect.stringContaining('CONSULT'),
    });
  });
});

describe('Security Council votes', () => {
  test('one event for a resolution, with the totals of the file, and a vote for each row', async () => {
    const path = await inputFile(
      'v.csv',
      unsc(unscRow('FRA', 'FRANCE', 'Y'), unscRow('IRN', 'IRAN', 'A'), unscRow('YUG', 'YUGOSLAVIA', 'X')),
    );
    const { records, actors, from } = await read('unsc-votes', path);
    expect(ofType(records, 'event')).toEqual([
      {
        type: 'event',
        id: 'event:undl-4055001',
        kind: 'VOTE',
        name: 'Resolution 9001 (2020) [on "talks",\nand more]',
        date: '2020-08-14',
        dateBasis: 'PRINTED',
        outcome: 'ADOPTED',
        yes: 2,
        no: 0,
        abstain: 1,
        document: 'S/RES/9001(2020)',
        citations: [{ source: 'source:undl-4055001' }],
      },
    ]);
    expect(ofType(records, 'vote').map(({ actor, vote }) => [actor, vote])).toEqual([
      ['actor:unsc-fra', 'YES'],
      ['actor:unsc-irn', 'ABSTAIN'],
      ['actor:unsc-yugoslavia', 'NOT_VOTING'],
    ]);
    expect(actors.map(({ kind, name }) => [kind, name])).toEqual([
      ['STATE', 'France'],
      ['STATE', 'Iran'],
      ['STATE', 'YUGOSLAVIA'],
    ]);
    // a row has two lines here
    expect([...new Set(from)]).toEqual(['line 2', 'line 4', 'line 6']);
  });

  test('rows that contradict each other, or have no vote, are refused', async () => {
    const path = await inputFile(
      'v.csv',
      unsc(
        unscRow('FRA', 'FRANCE', 'Y'),
        unscRow('IRN', 'IRAN', 'Y', { totals: '9,0,1,0,3' }),
        unscRow('USA', 'UNITED STATES', 'Z'),
        unscRow('USA', 'UNITED STATES', 'N', { totals: '2,-1,1.5,0,3', id: '9' }),
      ),
    );
    const { refused } = await read('unsc-votes', path);
    expect(refused.map(({ issues }) => issues.map(({ field }) => field))).toEqual([
      ['undl_id'],
      ['ms_vote'],
      ['total_no', 'total_abstentions'],
    ]);
  });
});

describe('whatever the bytes', () => {
  const good: readonly (readonly [ImportFormat, string])[] = [
    ['icews', icews(icewsRow(), icewsRow({ 'Event ID': '2' }), icewsRow({ 'Event ID': '3' }))],
    ['gdelt', `${gdeltRow()}\n${gdeltRow({ GLOBALEVENTID: '2' })}\n`],
    ['polecat', polecat(polecatRow(), polecatRow({ 'Event ID': 'b' }))],
    ['unsc-votes', unsc(unscRow('FRA', 'FRANCE', 'Y'), unscRow('IRN', 'IRAN', 'A'))],
  ];

  test.each(good)(
    '%s: changed files give records that are valid, or a refusal for each row',
    async (format, text) => {
      const bytes = Buffer.from(text);
      const change = fc.record({
        at: fc.nat(bytes.length - 1),
        remove: fc.nat(40),
        insert: fc.oneof(
          fc.uint8Array({ maxLength: 5 }),
          fc
            .constantFrom('\t', '\n', '\r\n', '"', ',', '\0', '\ufeff', 'NA', '-1', '1e999', '2020-02-30')
            .map((s) => Buffer.from(s)),
        ),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
          let changed: Buffer = bytes;
          for (const { at, remove, insert } of changes)
            changed = Buffer.concat([changed.subarray(0, at), insert, changed.subarray(at + remove)]);
          const read_ = read(format, await inputFile('m.csv', changed)).catch((error) => error);
          const result = await read_;
          if (result instanceof Error) {
            expect(result).toMatchObject({ code: 'BAD_USER_INPUT' });
            return;
          }
          const accepted = new Set(result.from).size;
          expect(accepted + result.refused.length).toBe(result.rows);
          for (const { from, issues } of result.refused) {
            expect(from).toMatch(/^line [1-9]\d*$/);
            expect(issues.length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 150 },
      );
    },
  );
});
