import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import type { Attribute, Attributes, AttributeType, AttributeValue } from '../../records/index.js';
import { networkTables, type Table, tablesOf } from '../tables.js';
import type { About, Writer, WrittenFile } from '../writer.js';

/** Parquet (https://parquet.apache.org), for DuckDB, pandas, polars and R: typed columns, lists as lists. */
export const parquet: Writer = {
  format: 'parquet',
  title: 'Parquet, for DuckDB, pandas, polars and R',
  carries: ['elements', 'rows'],
  extension: '.zip',
  mediaType: 'application/zip',
  isPackage: true,
  files: (content, about) => tablesOf(content, about).map((table) => file(table, about)),
  network: (network, about) => networkTables(network).map((table) => file(table, about)),
};

function file(table: Table, about: About): WrittenFile {
  return {
    name: `${table.name}.parquet`,
    mediaType: 'application/vnd.apache.parquet',
    description: table.description,
    write: () => write(table, about),
  };
}

/** A row group is kept in memory: so many rows, or so many characters. */
const GROUP_ROWS = 3_000;
const GROUP_CHARACTERS = 4_000_000;

type Rows = readonly Attributes[];
type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

async function* write(
  { columns, rows, description }: Table,
  { title, version, licence, terms }: About,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const kvMetadata = Object.entries({ title, version, licence, terms, description }).flatMap(
    ([key, value]) => (value === undefined ? [] : [{ key, value }]),
  );
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    createdBy: 'Demarche',
    kvMetadata,
  });
  const taken = () => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  for await (const group of rowGroups(rows())) {
    await file.write({
      columnData: columns.map((column) => columnOf(column, group)),
      rowGroupSize: group.length,
    });
    yield taken();
  }
  await file.finish();
  yield taken();
}

async function* rowGroups(batches: AsyncIterable<Rows>): AsyncGenerator<Rows> {
  let group: Attributes[] = [];
  let characters = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      group.push(row);
      for (const value of Object.values(row)) characters += lengthOf(value);
      if (group.length < GROUP_ROWS && characters < GROUP_CHARACTERS) continue;
      yield group;
      group = [];
      characters = 0;
    }
  }
  if (group.length > 0) yield group;
}

function lengthOf(value: AttributeValue): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' ? value.reduce((sum, item) => sum + item.length, 0) : 0;
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;
const TYPES: Readonly<Record<Exclude<AttributeType, 'strings'>, Omit<SchemaElement, 'name'>>> = {
  string: TEXT,
  integer: { type: 'INT32' },
  float: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: TEXT,
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
};

function schemaOf(columns: readonly Attribute[]): SchemaElement[] {
  return [{ name: 'schema', num_children: columns.length }, ...columns.flatMap(schemaElements)];
}

function schemaElements({ name, type, required }: Attribute): SchemaElement[] {
  const repetition_type = required ? 'REQUIRED' : 'OPTIONAL';
  if (type !== 'strings') return [{ name, repetition_type, ...TYPES[type] }];
  return [
    { name, repetition_type, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...TEXT },
  ];
}

function columnOf({ name, type }: Attribute, rows: Rows): ColumnSource {
  return { name, data: rows.map((row) => parquetValue(type, row[name])) };
}

function parquetValue(type: AttributeType, value: AttributeValue | undefined): unknown {
  if (value === undefined) return null;
  return type === 'day' ? new Date(`${String(value)}T00:00:00Z`) : value;
}
