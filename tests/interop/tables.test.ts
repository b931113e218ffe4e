import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flatEdge, flatNode } from '../../src/export/flat.js';
import { textOfValue } from '../../src/export/text/value.js';
import type { Attributes } from '../../src/records/index.js';
import { type ExportFixture, exportFixture, statementRowsOf } from '../support/export-fixture.js';
import { type Program, python } from '../support/interop.js';
import { writeExport } from '../support/write-export.js';

/** CSV and Parquet, as frictionless, Python, pandas and DuckDB read them: every row and value. */

type Rows = readonly Attributes[];
interface Tables {
  readonly nodes: Rows;
  readonly edges: Rows;
  readonly statements: Rows;
}
const NAMES = ['nodes', 'edges', 'statements'] as const;

let directory: string;
let fixture: ExportFixture;
let tables: Tables;
let py: Program | undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-tables-'));
  fixture = await exportFixture();
  tables = {
    nodes: fixture.nodes.map((node) => ({ id: node.id, ...flatNode(node).attributes })),
    edges: fixture.edges.map((edge) => ({
      source: edge.source,
      target: edge.target,
      id: edge.id,
      ...flatEdge(edge).attributes,
    })),
    statements: await statementRowsOf(fixture.store),
  };
  for (const format of ['csv', 'csv-spreadsheet', 'parquet']) {
    await writeExport(fixture.store, format, join(directory, format));
  }
  await fixture.store.close();
  py = await python();
}, 600_000);
afterAll(() => rm(directory, { recursive: true }));

const paths = (format: string, ending: string) =>
  NAMES.map((name) => join(directory, format, `${name}.${ending}`));

function texts(rows: Rows): Readonly<Record<string, string>>[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOfValue(value)])),
  );
}

describe('CSV', () => {
  test('is a valid data package', async ({ skip }) => {
    if (!py) return skip('no Python');
    for (const format of ['csv', 'csv-spreadsheet']) {
      expect(await py('read_tables.py', 'validate', join(directory, format, 'datapackage.json'))).toEqual([
        [],
      ]);
    }
  });

  test('has every value, as text', async ({ skip }) => {
    if (!py) return skip('no Python');
    const [nodes, edges, statements] = (await py('read_tables.py', 'csv', ...paths('csv', 'csv'))) as Rows[];
    expect(nodes).toEqual(texts(tables.nodes));
    expect(edges).toEqual(texts(tables.edges));
    expect(statements).toEqual(texts(tables.statements));
  });

  test('has every value, with the types of the data package', async ({ skip }) => {
    if (!py) return skip('no Python');
    const [read] = (await py(
      'read_tables.py',
      'frictionless',
      join(directory, 'csv', 'datapackage.json'),
    )) as Tables[];
    const present = (rows: Rows | undefined) =>
      rows?.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
    for (const name of NAMES) expect(present(read?.[name])).toEqual(tables[name]);
  });

  test('for spreadsheets has no cell that one would take for a formula', async ({ skip }) => {
    if (!py) return skip('no Python');
    const read = (await py('read_tables.py', 'csv', ...paths('csv-spreadsheet', 'csv'))) as Rows[];
    const cells = read.flat().flatMap((row) => Object.values(row).map(String));
    expect(cells.filter((cell) => /^[=+@\t\r\n]/.test(cell) || /^-\D/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.length > 32_767)).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith("'=HYPERLINK")).length).toBeGreaterThan(0);
  });
});

describe('Parquet', () => {
  test.for(['duckdb', 'pandas'])(
    'as %s reads it has every value with its type',
    async (program, { skip }) => {
      if (!py) return skip('no Python');
      const [nodes, edges, statements] = (await py(
        'read_tables.py',
        program,
        ...paths('parquet', 'parquet'),
      )) as Rows[];
      expect(nodes).toEqual(tables.nodes);
      expect(edges).toEqual(tables.edges);
      expect(statements).toEqual(tables.statements);
    },
  );
});
