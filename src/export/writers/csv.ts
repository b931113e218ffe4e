import type { AttributeValue } from '../../records/index.js';
import { dataPackage } from '../data-package.js';
import { networkTables, type Table, tablesOf } from '../tables.js';
import { csvLine } from '../text/csv.js';
import { piecesOf } from '../text/pieces.js';
import { textOfValue } from '../text/value.js';
import type { About, Writer, WrittenFile } from '../writer.js';

/** CSV for programs: every value as it is, lists as JSON arrays. */
export const csv: Writer = {
  format: 'csv',
  title: 'CSV for programs: every value as it is, with a Frictionless data package',
  carries: ['elements', 'rows'],
  extension: '.zip',
  mediaType: 'application/zip',
  isPackage: true,
  files: (content, about) => csvFiles(tablesOf(content, about), about, FOR_PROGRAMS),
  network: (network, about) => csvFiles(networkTables(network), about, FOR_PROGRAMS),
};

/** CSV for spreadsheets: texts that these would take for formulas are guarded, lists are readable. */
export const csvSpreadsheet: Writer = {
  format: 'csv-spreadsheet',
  title: 'CSV to be opened in a spreadsheet: formulas guarded, lists readable',
  carries: ['elements', 'rows'],
  extension: '.zip',
  mediaType: 'application/zip',
  isPackage: true,
  files: (content, about) => csvFiles(tablesOf(content, about), about, FOR_PEOPLE),
  network: (network, about) => csvFiles(networkTables(network), about, FOR_PEOPLE),
};

/** Without it a spreadsheet takes UTF-8 for the encoding of its country. */
const BYTE_ORDER_MARK = '\ufeff';
/** More does not fit into a cell of Excel, and would go on in another. */
const MOST_CHARACTERS = 32_000;
const HALF_A_CHARACTER = /[\ud800-\udbff]$/;

interface Style {
  readonly listsAreText: boolean;
  readonly beginning: string;
  readonly cell: (value: AttributeValue) => string;
}

const FOR_PROGRAMS: Style = { listsAreText: false, beginning: '', cell: textOfValue };
const FOR_PEOPLE: Style = { listsAreText: true, beginning: BYTE_ORDER_MARK, cell: spreadsheetCell };

function csvFiles(tables: readonly Table[], about: About, style: Style): WrittenFile[] {
  return [
    ...tables.map((table) => ({
      name: `${table.name}.csv`,
      mediaType: 'text/csv',
      description: table.description,
      write: () => write(table, style),
    })),
    {
      name: 'datapackage.json',
      mediaType: 'application/json',
      description: 'What the columns of the tables are (Frictionless data package).',
      write: async function* () {
        yield dataPackage(tables, about, style.listsAreText);
      },
    },
  ];
}

async function* write({ columns, rows }: Table, { beginning, cell }: Style): AsyncGenerator<string> {
  yield beginning + csvLine(columns.map(({ name }) => name));
  yield* piecesOf(rows(), (row) =>
    csvLine(
      columns.map(({ name }) => {
        const value = row[name];
        return value === undefined ? undefined : cell(value);
      }),
    ),
  );
}

function spreadsheetCell(value: AttributeValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.join('; ');
  const cut =
    text.length <= MOST_CHARACTERS
      ? text
      : `${text.slice(0, MOST_CHARACTERS).replace(HALF_A_CHARACTER, '')} … [cut here: the CSV for programs has all of it]`;
  return /^[=+\-@\t\r\n]/.test(cut) ? `'${cut}` : cut;
}
