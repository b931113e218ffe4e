import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import initSqlJs, { type Database } from 'sql.js';

/** The tables of a DNA 3 database, as far as they matter here. */
const SCHEMA = `
  CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT);
  CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT);
  CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT DEFAULT '', Source TEXT DEFAULT '', Section TEXT DEFAULT '', Notes TEXT DEFAULT '', Type TEXT DEFAULT '', Date INTEGER);
  CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT);
  CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
  CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER);
  CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT);
  CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER, UNIQUE (StatementId, VariableId));
  CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER, UNIQUE (StatementId, VariableId));
  CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER, UNIQUE (StatementId, VariableId));
  CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
  CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT);
  CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER, AttributeValue TEXT);
  INSERT INTO SETTINGS VALUES ('version', '3.1.2');
  INSERT INTO CODERS VALUES (1, 'Admin'), (2, 'Ada');
  INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement'), (2, 'Annotation');
  INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'note', 'long text', 2);
  INSERT INTO ENTITIES VALUES (1, 1, ''), (2, 2, ''), (3, 3, '');
`;

/** A database of DNA 3 with its usual variables and what the statements add; it is written to a folder of its own. */
export async function dnaFile(statements: string, name = 'small.dna'): Promise<string> {
  return sqliteFile((database) => {
    database.run(SCHEMA);
    database.run(statements);
  }, name);
}

export async function sqliteFile(fill: (database: Database) => void, name = 'small.dna'): Promise<string> {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database();
  fill(database);
  const path = join(await mkdtemp(join(tmpdir(), 'demarche-dna-')), name);
  await writeFile(path, database.export());
  database.close();
  return path;
}
