import {
  type Attribute,
  type Attributes,
  type AttributeType,
  type AttributeValue,
  EDGE_TYPES,
  EDGES,
  type EdgeType,
  type GraphEdge,
  type GraphNode,
  STORED_KINDS,
  STORED_NODES,
  type StoredKind,
} from '../../records/index.js';
import type { Content } from '../read/content.js';
import { csvLine } from '../text/csv.js';
import { piecesOf } from '../text/pieces.js';
import type { About, Writer, WrittenFile } from '../writer.js';

/**
 * CSV for Neo4j's own bulk importer, with everything that the service needs: the graph it makes is the one that loading
 * the records would make. Headers are files of their own, and the commands are beside them.
 */
export const neo4jAdmin: Writer = {
  format: 'neo4j-admin',
  title: "CSV for Neo4j's bulk importer, with its command line",
  carries: ['stored'],
  extension: '.zip',
  mediaType: 'application/zip',
  isPackage: true,
  files: (content, about) => [
    ...STORED_KINDS.flatMap((kind) => nodeFiles(kind, content)),
    ...EDGE_TYPES.flatMap((type) => edgeFiles(type, content)),
    ...metaFiles(about),
    text('README.txt', 'text/plain', 'What it is, and under which terms.', readme(about)),
    text('import.sh', 'application/x-sh', 'The command that imports the files.', IMPORT),
    text('after-import.cypher', 'text/plain', 'What to run once, when the database is up.', AFTER_IMPORT),
  ],
};

/** Between the items of a list: in no text, for records have no control characters. */
const LIST_SEPARATOR = '\u001f';
function readme({ title, version, terms }: About): string {
  return `${version === undefined ? title : `${title}, version ${version}`}\n\n${terms}\n\nHow it is imported: import.sh\n`;
}

/** A new database begins at its first revision, as one does into which a single transaction loaded. */
const REVISION = 1;

const TYPES: Readonly<Record<AttributeType, string>> = {
  string: 'string',
  integer: 'long',
  float: 'double',
  boolean: 'boolean',
  strings: 'string[]',
  date: 'string',
  day: 'string',
};

const SECOND_LABELS: Readonly<Record<string, string>> = {
  STATE: 'State',
  ORGANIZATION: 'Organization',
  PERSON: 'Person',
};

const nodeFile = (kind: StoredKind) => `nodes-${kind.toLowerCase()}`;
const edgeFile = (type: EdgeType) => `edges-${type.toLowerCase().replaceAll('_', '-')}`;

function nodeFiles(kind: StoredKind, content: Content): WrittenFile[] {
  const { attributes, stored, description } = STORED_NODES[kind];
  const columns = [...attributes, ...stored];
  const lineOf = (node: GraphNode<StoredKind>) => {
    const second = kind === 'Actor' ? SECOND_LABELS[String(node.attributes.kind)] : undefined;
    return [
      node.id,
      [kind, ...(second === undefined ? [] : [second])].join(LIST_SEPARATOR),
      String(REVISION),
      ...cellsOf(columns, { ...node.attributes, ...node.stored }),
    ];
  };
  return withHeader(
    nodeFile(kind),
    description,
    ['id:ID', ':LABEL', 'revision:long', ...columns.map(headerOf)],
    () => piecesOf(content.nodesOf(kind), (node) => csvLine(lineOf(node))),
  );
}

function edgeFiles(type: EdgeType, content: Content): WrittenFile[] {
  const { attributes, stored, description } = EDGES[type];
  const columns = [...attributes, ...(stored ?? [])];
  // those that are records of their own carry the revision that wrote them
  const revision = stored ? [String(REVISION)] : [];
  const lineOf = ({ source, target, ...edge }: GraphEdge) => [
    source,
    target,
    ...revision,
    ...cellsOf(columns, { ...edge.attributes, ...edge.stored }),
  ];
  return withHeader(
    edgeFile(type),
    description,
    [':START_ID', ':END_ID', ...(stored ? ['revision:long'] : []), ...columns.map(headerOf)],
    () => piecesOf(content.edges([type]), (edge) => csvLine(lineOf(edge))),
  );
}

/** The node that knows the revision, and which dataset the graph began with. */
function metaFiles({ seed }: About): WrittenFile[] {
  const cells: [string, string][] = [
    ['id:ID', 'meta'],
    [':LABEL', '_Meta'],
    ['revision:long', String(seed?.isChanged ? REVISION + 1 : REVISION)],
  ];
  if (seed) {
    cells.push(
      ['seed:string', 'DONE'],
      ['seedVersion:string', seed.version],
      ['seedRevision:long', String(REVISION)],
    );
  }
  return withHeader(
    'nodes-meta',
    'Bookkeeping of the database.',
    cells.map(([name]) => name),
    async function* () {
      yield csvLine(cells.map(([, value]) => value));
    },
  );
}

function withHeader(
  name: string,
  description: string,
  header: readonly string[],
  write: () => AsyncIterable<string>,
): WrittenFile[] {
  return [
    text(`${name}-header.csv`, 'text/csv', `Header of ${name}.csv.`, csvLine(header)),
    { name: `${name}.csv`, mediaType: 'text/csv', description, write },
  ];
}

function text(name: string, mediaType: string, description: string, content: string): WrittenFile {
  return {
    name,
    mediaType,
    description,
    write: async function* () {
      yield content;
    },
  };
}

function headerOf({ name, type, property = name }: Attribute): string {
  return `${property}:${TYPES[type]}`;
}

function cellsOf(columns: readonly Attribute[], values: Attributes): (string | undefined)[] {
  return columns.map(({ name }) => {
    const value: AttributeValue | undefined = values[name];
    if (value === undefined) return undefined;
    return typeof value === 'object' ? value.join(LIST_SEPARATOR) : String(value);
  });
}

const IMPORT = `#!/bin/sh
# Makes a database of Neo4j (5.26 or later) of these files, with Neo4j's own bulk importer. Run it where that server is,
# while it does not run or has no database of this name:
#   sh import.sh [DATABASE [OPTION...]]
# NEO4J_ADMIN is the command, where it is not neo4j-admin. Then start the server, and run after-import.cypher once:
#   cypher-shell -d DATABASE -f after-import.cypher
# In a cluster, import on one server and let the others take it from there (Neo4j's manual: designated seeder).
set -eu
cd "$(dirname "$0")"
database="\${1:-neo4j}"
[ $# -eq 0 ] || shift
exec \${NEO4J_ADMIN:-neo4j-admin} database import full "$database" "$@" \\
  --id-type=string --array-delimiter=U+001F --multiline-fields=true \\
${[...STORED_KINDS.map(nodeFile), 'nodes-meta'].map((name) => `  --nodes=${name}-header.csv,${name}.csv`).join(' \\\n')} \\
${EDGE_TYPES.map((type) => `  --relationships=${type}=${edgeFile(type)}-header.csv,${edgeFile(type)}.csv`).join(' \\\n')}
`;

const AFTER_IMPORT = `// When the statements were recorded in this database: now. Indexes and constraints are made by the service, at its start.
MATCH (s:Statement) WHERE s.recordedAt IS NULL
CALL (s) { SET s.recordedAt = toString(datetime.truncate('millisecond', datetime({timezone: 'UTC'}))) } IN TRANSACTIONS OF 10000 ROWS;
`;
