import { DemarcheError } from '../../../model/index.js';
import type { SqliteFile } from '../sqlite-file.js';

/** What of a DNA 3 database is read, by table. */
const READ = {
  DOCUMENTS: ['ID', 'TITLE', 'TEXT', 'AUTHOR', 'SOURCE', 'SECTION', 'NOTES', 'TYPE', 'DATE'],
  CODERS: ['ID', 'NAME'],
  STATEMENTTYPES: ['ID', 'LABEL'],
  VARIABLES: ['ID', 'VARIABLE', 'DATATYPE', 'STATEMENTTYPEID'],
  STATEMENTS: ['ID', 'STATEMENTTYPEID', 'DOCUMENTID', 'START', 'STOP', 'CODER'],
  DATABOOLEAN: ['STATEMENTID', 'VARIABLEID', 'VALUE'],
  DATAINTEGER: ['STATEMENTID', 'VARIABLEID', 'VALUE'],
  DATASHORTTEXT: ['STATEMENTID', 'VARIABLEID', 'ENTITY'],
  ENTITIES: ['ID', 'VARIABLEID', 'VALUE'],
  ATTRIBUTEVARIABLES: ['ID', 'ATTRIBUTEVARIABLE'],
  ATTRIBUTEVALUES: ['ENTITYID', 'ATTRIBUTEVARIABLEID', 'ATTRIBUTEVALUE'],
} as const;

/**
 * Refuses what is no database of DNA 3.
 *
 * @throws DemarcheError BAD_USER_INPUT that says what it is instead, or what of it is missing
 */
export function checkDnaSchema(path: string, file: SqliteFile): void {
  const { tables } = file;
  const missing = Object.entries(READ).flatMap(([table, columns]) => {
    const found = tables.get(table);
    return found
      ? columns.filter((column) => !found.has(column)).map((column) => `${table}.${column}`)
      : [table];
  });
  if (missing.length === 0) {
    const version = versionOf(file);
    if (version === undefined || version.startsWith('3.')) return;
    throw refusal(path, `a database of DNA 3; its version is ${version}`);
  }
  if (!tables.has('DOCUMENTS') || !tables.has('STATEMENTS')) {
    const others = [...tables.keys()].sort();
    throw refusal(
      path,
      `a database of DNA 3; it is one of another program, with ${others.length === 0 ? 'no tables' : `the tables ${listed(others)}`}`,
    );
  }
  if (!tables.has('ENTITIES')) {
    throw refusal(
      path,
      'a database of DNA 3; it is of DNA 2: DNA 3 imports it into a new one (menu Documents)',
    );
  }
  throw refusal(path, `a database of DNA 3; it lacks ${listed(missing)}`);
}

function versionOf(file: SqliteFile): string | undefined {
  const [row] = file.tables.has('SETTINGS')
    ? file.rows("SELECT Value AS value FROM SETTINGS WHERE Property = 'version'")
    : [];
  return row ? String(row.value) : undefined;
}

const MOST_NAMED = 10;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function refusal(path: string, expected: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${path}: expected ${expected}`);
}
