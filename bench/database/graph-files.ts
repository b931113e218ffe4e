import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyRecord } from '../../src/model/index.js';
import { rowsOf } from '../../src/records/index.js';
import type { QueryParam, writeQueries } from '../../src/store/index.js';
import { inBatches, RECORDED_AT } from './batches.js';

type WriteStatement = writeQueries.WriteStatement;
type WriteRow = writeQueries.WriteRow;

/** A file for Neo4j's bulk importer, with its header; `argument` tells the importer what is in it. */
interface GraphFile {
  readonly argument: string;
  write(cells: readonly QueryParam[]): void;
  close(): void;
}

/** Between the items of a list, as the importer is told: in no text, for records have no control characters. */
const LIST_SEPARATOR = '\u001f';

const BUFFER_CHARACTERS = 1_000_000;

/**
 * Writes records as files for Neo4j's bulk importer, and returns the importer's arguments. The rows are those of the
 * loader and what becomes of them is read from its statements, so that the graph is the one that `demarche load` makes.
 */
export function writeGraphFiles(
  directory: string,
  records: Iterable<AnyRecord>,
  onProgress: (statements: number) => void,
): string[] {
  const files = new Map<string, GraphFile>();
  /** one file for each statement and each set of properties with their types: a header fits all rows of its file */
  const write = (statement: WriteStatement, fields: Fields) => {
    const header = [...fields.keys()];
    const key = `${statement.name} ${header.join()}`;
    let file = files.get(key);
    if (!file) {
      file = graphFile(join(directory, `${statement.name}-${files.size}.csv`), statement, header);
      files.set(key, file);
    }
    file.write([...fields.values()]);
  };
  let last = 0;
  for (const { batch, revision, statements } of inBatches(records)) {
    for (const [statement, rows] of rowsOf(batch, RECORDED_AT).inOrder()) {
      for (const row of rows) write(statement, fieldsOf(statement, row, revision));
    }
    last = revision;
    onProgress(statements);
  }
  const meta = graphFile(join(directory, 'meta.csv'), META, ['id:ID(_Meta)', 'revision:long']);
  meta.write(['meta', last]);
  for (const file of [...files.values(), meta]) file.close();
  return [...files.values(), meta].map(({ argument }) => argument);
}

const META: WriteStatement = { name: 'meta', text: 'MERGE (n:_Meta {id: row.id})' };

/** What a row becomes: each column of the header with its value. */
type Fields = ReadonlyMap<string, QueryParam>;

function fieldsOf(statement: WriteStatement, row: WriteRow, revision: number): Fields {
  const target = targetOf(statement);
  const fields = new Map<string, QueryParam>();
  if ('id' in row && target.kind === 'node') {
    fields.set(`id:ID(${target.label})`, row.id).set('revision:long', revision);
  } else if ('from' in row && target.kind === 'edge') {
    fields.set(`:START_ID(${target.from})`, row.from).set(`:END_ID(${target.to})`, row.to);
    if (target.key) fields.set(column(target.key, row.key ?? ''), row.key ?? '');
    if (target.hasRevision) fields.set('revision:long', revision);
  } else throw new Error(`${statement.name}: a row that does not fit: ${JSON.stringify(row)}`);
  for (const [name, value] of Object.entries(row.props)) fields.set(column(name, value), value);
  return fields;
}

/** A property with its type; whole numbers are integers, as the driver sends them. */
function column(name: string, value: QueryParam): string {
  if (typeof value === 'string') return `${name}:string`;
  if (typeof value === 'number') return Number.isInteger(value) ? `${name}:long` : `${name}:double`;
  if (typeof value === 'boolean') return `${name}:boolean`;
  if (Array.isArray(value)) return `${name}:string[]`;
  throw new Error(`property ${name}: ${JSON.stringify(value)} is of no type that a property has`);
}

type Target =
  | { readonly kind: 'node'; readonly label: string; readonly labels: string }
  | {
      readonly kind: 'edge';
      readonly from: string;
      readonly to: string;
      readonly type: string;
      readonly key: string | undefined;
      readonly hasRevision: boolean;
    };

const targets = new Map<WriteStatement, Target>();

/** What a statement of the loader merges, from its text. */
function targetOf(statement: WriteStatement): Target {
  const known = targets.get(statement);
  if (known) return known;
  const { text } = statement;
  const node = /MERGE \(n:(\w+) \{id: row\.id\}\)/.exec(text);
  const edge =
    /MATCH \(a:(\w+) \{id: row\.from\}\)\s+MATCH \(b:(\w+) \{id: row\.to\}\)\s+MERGE \(a\)-\[r:(\w+)(?: \{(\w+): row\.key\})?\]->\(b\)/.exec(
      text,
    );
  let target: Target;
  if (node) {
    const [, label = ''] = node;
    const [, second] = /, n:(\w+)/.exec(text) ?? [];
    target = { kind: 'node', label, labels: second ? `${label}:${second}` : label };
  } else if (edge) {
    const [, from = '', to = '', type = '', key] = edge;
    target = { kind: 'edge', from, to, type, key, hasRevision: text.includes('r.revision = $revision') };
  } else throw new Error(`${statement.name}: expected a statement that merges nodes or relationships`);
  targets.set(statement, target);
  return target;
}

function graphFile(path: string, statement: WriteStatement, header: readonly string[]): GraphFile {
  const target = targetOf(statement);
  const descriptor = openSync(path, 'w');
  let buffer = `${header.map(quoted).join()}\n`;
  const flush = () => {
    writeSync(descriptor, buffer);
    buffer = '';
  };
  return {
    argument:
      target.kind === 'node' ? `--nodes=${target.labels}=${path}` : `--relationships=${target.type}=${path}`,
    write(cells) {
      buffer += `${cells.map(cell).join()}\n`;
      if (buffer.length > BUFFER_CHARACTERS) flush();
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}

function cell(value: QueryParam): string {
  if (typeof value === 'string') return quoted(value);
  return Array.isArray(value) ? quoted(value.join(LIST_SEPARATOR)) : String(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
