import type { Attribute, AttributeType } from '../records/index.js';
import type { Table } from './tables.js';
import type { About } from './writer.js';

/** How a column is typed: Table Schema has a type for each but the dates that leave out the day or the month. */
const TYPES: Readonly<Record<AttributeType, string>> = {
  string: 'string',
  integer: 'integer',
  float: 'number',
  boolean: 'boolean',
  strings: 'array',
  date: 'string',
  day: 'date',
};
const EDTF = '\\d{4}(-\\d{2}(-\\d{2})?)?';

/**
 * A Frictionless data package (https://specs.frictionlessdata.io) that describes tables as CSV files: every column with
 * its type and what it means. `listsAreText`: lists are joined, not JSON.
 */
export function dataPackage(
  tables: readonly Table[],
  { title, version, licence, terms }: About,
  listsAreText: boolean,
): string {
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'demarche',
    title,
    description: terms,
    ...(version !== undefined && { version }),
    ...(licence !== undefined && { licenses: [{ name: licence }] }),
    resources: tables.map(({ name, description, columns, primaryKey, nodeIds = [] }) => ({
      profile: 'tabular-data-resource',
      name,
      path: `${name}.csv`,
      description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: columns.map((column) => field(column, listsAreText)),
        missingValues: [''],
        ...(primaryKey !== undefined && { primaryKey }),
        ...(nodeIds.length > 0 && {
          foreignKeys: nodeIds.map((fields) => ({ fields, reference: { resource: 'nodes', fields: 'id' } })),
        }),
      },
    })),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function field({ name, type, description, required, values }: Attribute, listsAreText: boolean): object {
  const isText = listsAreText && type === 'strings';
  const constraints = {
    ...(required && !isText && { required }),
    ...(values && type === 'string' && { enum: values }),
    ...(type === 'date' && { pattern: EDTF }),
  };
  return {
    name,
    type: isText ? 'string' : TYPES[type],
    description: isText ? `${description} Between the items stands "; ".` : description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
