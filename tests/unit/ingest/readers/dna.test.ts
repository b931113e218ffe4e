import { copyFile, mkdir, mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DnaOptions, openDna, type ReadReport } from '../../../../src/ingest/index.js';
import { type AnyRecord, parseRecord } from '../../../../src/model/index.js';
import { dnaFile, sqliteFile } from '../../../support/dna-file.js';
import { readAll } from '../../../support/read-input.js';

const NOON = Date.parse('2005-01-26T12:00:30Z') / 1_000;
const MIDNIGHT = Date.parse('2005-01-26T00:00:00Z') / 1_000;

/** A document with a person, an organization and a concept, and statements made of them. */
const corpus = (more = '') => `
  INSERT INTO ENTITIES VALUES (11, 1, 'Ann Lee'), (12, 2, 'Senate'), (13, 3, 'CO2 should be regulated.');
  INSERT INTO DOCUMENTS VALUES (7, 'A hearing', 'She said yes, twice.', 1, 'Al', 'The Times', 'p. 1', '', 'article', ${MIDNIGHT});
  INSERT INTO STATEMENTS VALUES (21, 1, 7, 0, 12, 2);
  INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (21, 1, 11), (21, 2, 12), (21, 3, 13);
  INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (21, 4, 1);
  ${more}
`;

async function read(
  path: string,
  options?: DnaOptions,
): Promise<{ records: readonly AnyRecord[]; from: readonly string[]; report: ReadReport }> {
  const input = await openDna(path, options);
  const { records, from } = await readAll(input);
  return { records, from, report: input.report };
}
const statementsOf = (records: readonly AnyRecord[]) => records.filter(({ type }) => type === 'statement');

test('documents, entities and statements become records, with ids of the file’s own numbers', async () => {
  const { records, from, report } = await read(await dnaFile(corpus()));
  expect(records.slice(0, 3)).toEqual([
    { type: 'actor', id: 'actor:dna-small-11', kind: 'PERSON', name: 'Ann Lee' },
    { type: 'actor', id: 'actor:dna-small-12', kind: 'ORGANIZATION', name: 'Senate' },
    {
      type: 'topic',
      id: 'topic:dna-small-13',
      kind: 'PROPOSITION',
      name: 'CO2 should be regulated.',
      text: 'CO2 should be regulated.',
    },
  ]);
  const publisher = records.find(({ type }) => type === 'publisher');
  expect(publisher).toMatchObject({
    id: expect.stringMatching(/^publisher:dna-small-the-times-[0-9a-f]{8}$/),
    name: 'The Times',
  });
  expect(records.find(({ type }) => type === 'source')).toEqual({
    type: 'source',
    id: 'source:dna-small-7',
    title: 'A hearing',
    author: 'Al',
    section: 'p. 1',
    kind: 'article',
    publisher: publisher && 'id' in publisher ? publisher.id : undefined,
    publishedAt: '2005-01-26',
  });
  expect(statementsOf(records)).toEqual([
    {
      type: 'statement',
      id: 'statement:dna-small-21',
      act: 'STATEMENT',
      date: '2005-01-26',
      dateBasis: 'INFERRED',
      speakers: [{ actor: 'actor:dna-small-11', capacity: 'NATIONAL' }],
      onBehalfOf: [{ actor: 'actor:dna-small-12', basis: 'OWN' }],
      stances: [{ topic: 'topic:dna-small-13', position: 'SUPPORT', coding: 'adjudicated', coder: 'Ada' }],
      citations: [
        {
          source: 'source:dna-small-7',
          quote: 'She said yes',
          attribution: 'PARAPHRASE',
          primary: true,
          start: 0,
          end: 12,
        },
      ],
    },
  ]);
  expect(from).toEqual([
    'person 11',
    'organization 12',
    'concept 13',
    'source "The Times"',
    'document 7',
    'statement 21 in document 7',
  ]);
  expect(report).toEqual({ skipped: [], skippedCount: 0, changed: [], changedCount: 0 });
  for (const record of records) expect(parseRecord(record)).toEqual({ record });
});

test('a statement without a person is its organization’s, one without an organization its person’s', async () => {
  const path = await dnaFile(
    corpus(`
      INSERT INTO STATEMENTS VALUES (22, 1, 7, 0, 5, 2), (23, 1, 7, 0, 5, 9);
      INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (22, 1, 1), (22, 2, 12), (22, 3, 13), (23, 1, 11), (23, 2, 2), (23, 3, 13);
      INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (22, 4, 0), (23, 4, 0);
    `),
  );
  const { records } = await read(path);
  expect(statementsOf(records).slice(1)).toEqual([
    expect.objectContaining({
      speakers: [expect.objectContaining({ actor: 'actor:dna-small-12' })],
      onBehalfOf: [expect.objectContaining({ actor: 'actor:dna-small-12' })],
      stances: [expect.objectContaining({ position: 'OPPOSE' })],
    }),
    expect.not.objectContaining({ onBehalfOf: expect.anything() }),
  ]);
});

test('two codings of one passage are two statements', async () => {
  const path = await dnaFile(
    corpus(`
      INSERT INTO STATEMENTS VALUES (22, 1, 7, 0, 12, 1);
      INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (22, 1, 11), (22, 2, 12), (22, 3, 13);
      INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (22, 4, 1);
    `),
  );
  expect(statementsOf((await read(path)).records).map((record) => 'id' in record && record.id)).toEqual([
    'statement:dna-small-21',
    'statement:dna-small-22',
  ]);
});

test('attributes are in the description, states are those named, a time is not midnight', async () => {
  const path = await dnaFile(
    corpus(`
      UPDATE DOCUMENTS SET Date = ${NOON}, Notes = ' https://example.org/a ';
      INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 2, 'Type'), (2, 2, 'Notes'), (3, 3, 'Type');
      INSERT INTO ATTRIBUTEVALUES VALUES (1, 12, 1, 'Government'), (2, 12, 2, 'upper house'), (3, 11, 1, ''), (4, 13, 3, 'policy');
    `),
  );
  const { records, report } = await read(path, { states: ['Senate'], name: 'us.2005', coding: 'first' });
  expect(records[1]).toEqual({
    type: 'actor',
    id: 'actor:dna-us.2005-12',
    kind: 'STATE',
    name: 'Senate',
    description: 'Type: Government\nNotes: upper house',
  });
  expect(records.find(({ type }) => type === 'source')).toMatchObject({ url: 'https://example.org/a' });
  expect(statementsOf(records)[0]).toMatchObject({
    date: '2005-01-26',
    time: '12:00:30',
    stances: [{ coding: 'first' }],
  });
  expect(report.changed).toEqual([{ from: 'concept 13', reason: expect.stringContaining('Type: policy') }]);
});

test('what is skipped or changed is reported, with the reason', async () => {
  const path = await dnaFile(
    corpus(`
      INSERT INTO DOCUMENTS VALUES (8, 'B', 'no' || char(0) || char(7) || ' date', 1, '', '', '', 'a remark', '', 'soon');
      INSERT INTO STATEMENTS VALUES (31, 2, 7, 0, 5, 2), (32, 1, 7, 0, 5, 2), (33, 1, 7, 0, 5, 2), (34, 1, 8, 0, 5, 2), (35, 1, 99, 0, 5, 2), (36, 1, 7, 9, 99, 2), (37, 1, 7, 5, 3, 2);
      INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES
        (32, 1, 11), (32, 2, 12), (32, 3, 3), (33, 3, 13), (34, 1, 11), (34, 3, 13), (35, 1, 11), (35, 3, 13), (36, 1, 11), (36, 3, 13), (37, 1, 11), (37, 3, 13);
    `),
  );
  const { records, report } = await read(path);
  expect(report.skipped).toEqual([
    { from: 'statement 31 in document 7', reason: 'of the statement type "Annotation", not "DNA Statement"' },
    { from: 'statement 32 in document 7', reason: 'without a concept' },
    { from: 'statement 33 in document 7', reason: 'without a person or an organization' },
    { from: 'statement 37 in document 7', reason: 'citations[0].end: expected an offset not before "start"' },
    { from: 'statement 34 in document 8', reason: 'in a document that has no date or is missing' },
    { from: 'statement 35 in document 99', reason: 'in a document that has no date or is missing' },
  ]);
  expect(report.changed).toEqual([
    { from: 'document 8', reason: 'without its notes, which a source has no place for' },
    { from: 'document 8', reason: 'without its date: soon is none' },
    { from: 'statement 36 in document 7', reason: 'without a position: it has no agreement' },
    { from: 'statement 36 in document 7', reason: "its passage ends after its document's text" },
    { from: 'statement 37 in document 7', reason: 'without a position: it has no agreement' },
  ]);
  expect(statementsOf(records)[1]).toMatchObject({
    about: ['topic:dna-small-13'],
    citations: [{ quote: 'yes, twice.', start: 9, end: 99 }],
  });
});

test('text that records cannot hold is cleaned or cut, and that is said', async () => {
  const path = await dnaFile(`${corpus()}
    UPDATE DOCUMENTS SET Text = 'She' || char(7) || ' said' || replace(hex(zeroblob(30000)), '0', 'x');
    UPDATE STATEMENTS SET Start = 0, Stop = 60009;`);
  const { records, report } = await read(path);
  const [statement] = statementsOf(records);
  const quote = statement?.type === 'statement' ? statement.citations[0]?.quote : undefined;
  expect(quote).toMatch(/^She saidx+$/);
  expect(quote).toHaveLength(50_000);
  expect(report.changed).toEqual([
    {
      from: 'statement 21 in document 7',
      reason: 'its passage without control characters, cut after 50000 characters',
    },
  ]);
});

describe('variables', () => {
  const scale = corpus(`
    UPDATE VARIABLES SET Variable = 'who' WHERE ID = 1;
    UPDATE VARIABLES SET Variable = 'scale', DataType = 'integer' WHERE ID = 4;
    DELETE FROM DATABOOLEAN;
    INSERT INTO STATEMENTS VALUES (22, 1, 7, 0, 5, 2);
    INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (22, 2, 12), (22, 3, 13);
    INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (21, 4, -2), (22, 4, 3);
  `);

  test('are those that the options name, values those that they map', async () => {
    const { records, report } = await read(await dnaFile(scale), {
      person: 'who',
      qualifier: 'scale',
      positions: { '-2': { position: 'CONDITIONAL', untilMet: 'OPPOSE' } },
    });
    expect(statementsOf(records)).toMatchObject([
      {
        speakers: [{ actor: 'actor:dna-small-11' }],
        stances: [{ position: 'CONDITIONAL', untilMet: 'OPPOSE' }],
      },
      { about: ['topic:dna-small-13'] },
    ]);
    expect(report.changed).toEqual([
      { from: 'statement 22 in document 7', reason: 'without a position: none is given for scale "3"' },
    ]);
  });

  test('of short text qualify, too', async () => {
    const path = await dnaFile(`${corpus()}
      UPDATE VARIABLES SET DataType = 'short text' WHERE ID = 4;
      INSERT INTO ENTITIES VALUES (41, 4, 'for it');
      INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (21, 4, 41);`);
    const { records } = await read(path, { positions: { 'for it': { position: 'SUPPORT' } } });
    expect(statementsOf(records)).toMatchObject([{ stances: [{ position: 'SUPPORT' }] }]);
    await expect(openDna(path)).rejects.toThrow('which is short text; its values are "for it"');
  });

  test('that are not there are named, with those that are', async () => {
    const path = await dnaFile(scale);
    await expect(openDna(path, { statementType: 'Statement' })).rejects.toThrow(
      'expected a statement type "Statement"; it has "DNA Statement", "Annotation"',
    );
    await expect(openDna(path, { person: 'person' })).rejects.toThrow(
      'a variable "person" (short text) in the statement type "DNA Statement" for person; it has "who", "organization", "concept"',
    );
    await expect(openDna(path, { qualifier: 'scale' })).rejects.toThrow(
      'a position for each value of "scale", which is integer; its values are "-2", "3"',
    );
    await expect(openDna(path, { statementType: 'Annotation' })).rejects.toThrow('a variable "concept"');
  });

  test('of the usual ones some may be missing', async () => {
    // neither a person nor a qualifier by their usual names
    const { records } = await read(await dnaFile(scale));
    expect(records.map(({ type }) => type)).not.toContain('PERSON');
    expect(statementsOf(records)).toMatchObject([
      { speakers: [{ actor: 'actor:dna-small-12' }], about: ['topic:dna-small-13'] },
      { speakers: [{ actor: 'actor:dna-small-12' }] },
    ]);
  });
});

describe('files that are no database of DNA 3 are refused, with what is wrong', () => {
  const refusal = async (path: string) =>
    openDna(path).then(
      () => 'opened',
      (error: unknown) =>
        error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : '',
    );

  test('missing, empty, of another format or encrypted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'demarche-dna-'));
    expect(await refusal(join(folder, 'none.dna'))).toContain('BAD_USER_INPUT');
    await mkdir(join(folder, 'folder.dna'));
    expect(await refusal(join(folder, 'folder.dna'))).toContain('BAD_USER_INPUT');
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK zip'), Buffer.alloc(8_192, 0xa7)]) {
      await writeFile(join(folder, 'other.dna'), bytes);
      expect(await refusal(join(folder, 'other.dna'))).toContain('it is of another format, or encrypted');
    }
  });

  test('damaged', async () => {
    const path = await dnaFile(corpus());
    const { length } = await readFile(path);
    await truncate(path, length - 8_192);
    expect(await refusal(path)).toMatch(/BAD_USER_INPUT .*expected a whole SQLite file; it is damaged/);
    const other = await dnaFile(corpus());
    const bytes = await readFile(other);
    bytes.fill(0x55, 4_096 + 8, 4_096 + 400);
    await writeFile(other, bytes);
    expect(await refusal(other)).toContain('it is damaged');
  });

  test('being written by another program', async () => {
    const path = await dnaFile(corpus());
    await copyFile(path, `${path}-journal`);
    expect(await refusal(path)).toContain('has changes that are not in it yet');
  });

  test('of another program, of DNA 2, of a version to come, or incomplete', async () => {
    const foreign = await sqliteFile((database) => database.run('CREATE TABLE PEOPLE(ID INTEGER)'));
    expect(await refusal(foreign)).toContain('one of another program, with the tables PEOPLE');
    expect(await refusal(await sqliteFile((database) => database.run('PRAGMA user_version = 1')))).toContain(
      'with no tables',
    );
    const older = await sqliteFile((database) =>
      database.run(
        'CREATE TABLE DOCUMENTS(ID INTEGER); CREATE TABLE STATEMENTS(ID INTEGER); CREATE TABLE ATTRIBUTES(ID INTEGER)',
      ),
    );
    expect(await refusal(older)).toContain('it is of DNA 2');
    expect(await refusal(await dnaFile("UPDATE SETTINGS SET Value = '4.0'"))).toContain('its version is 4.0');
    expect(
      await refusal(await dnaFile('DROP TABLE CODERS; ALTER TABLE ENTITIES DROP COLUMN Value')),
    ).toContain('it lacks CODERS, ENTITIES.VALUE');
  });

  test('whose name makes no id, unless one is given', async () => {
    const path = await dnaFile(corpus(), '数据.dna');
    expect(await refusal(path)).toContain('name "": expected a part of ids');
    expect((await read(path, { name: 'data' })).records[0]).toMatchObject({ id: 'actor:dna-data-11' });
    expect((await read(await dnaFile(corpus(), 'My File (2).dna'))).records[0]).toMatchObject({
      id: 'actor:dna-my-file-2-11',
    });
  });
});
