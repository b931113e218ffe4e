import type { Attribute, Attributes, GraphEdge, GraphNode } from '../records/index.js';
import { EDGE_COLUMNS, flatEdge, flatNode, NODE_COLUMNS } from './flat.js';
import type { Content } from './read/content.js';
import { STATEMENT_COLUMNS } from './statement-table.js';
import type { About } from './writer.js';

/** A table with named and typed columns, for formats that are made of tables. */
export interface Table {
  readonly name: 'nodes' | 'edges' | 'statements';
  readonly description: string;
  readonly columns: readonly Attribute[];
  /** the column, if any, that tells its rows apart */
  readonly primaryKey?: string;
  /** columns that hold ids of nodes */
  readonly nodeIds?: readonly string[];
  rows(): AsyncIterable<readonly Attributes[]>;
}

function idColumn(name: string, description: string): Attribute {
  return { name, type: 'string', description, required: true };
}

/** The nodes, the edges and the statements with their stances; or these alone. */
export function tablesOf(content: Content, { carried }: About): readonly Table[] {
  const statements: Table = {
    name: 'statements',
    description:
      'The statements: a row for each of their stances, one without a stance where there is none. Of the coding set adjudicated, unless others were asked for.',
    columns: STATEMENT_COLUMNS,
    rows: () => content.rows(),
  };
  if (carried === 'rows') return [statements];
  return [
    {
      name: 'nodes',
      description: 'The nodes of the graph: whatever has an id.',
      columns: [idColumn('id', 'Id.'), ...NODE_COLUMNS],
      primaryKey: 'id',
      rows: () => mapped(content.nodes(), (node: GraphNode) => ({ id: node.id, ...flatNode(node) })),
    },
    {
      name: 'edges',
      description: 'The edges of the graph, in all coding sets.',
      columns: [
        idColumn('source', 'Id of the node where it begins.'),
        idColumn('target', 'Id of the node where it ends.'),
        idColumn('id', 'Id.'),
        ...EDGE_COLUMNS,
      ],
      primaryKey: 'id',
      nodeIds: ['source', 'target'],
      rows: () =>
        mapped(content.edges(), (edge: GraphEdge) => ({
          source: edge.source,
          target: edge.target,
          id: edge.id,
          ...flatEdge(edge),
        })),
    },
    statements,
  ];
}

async function* mapped<From, To>(
  batches: AsyncIterable<readonly From[]>,
  map: (item: From) => To,
): AsyncGenerator<readonly To[], void, undefined> {
  for await (const batch of batches) yield batch.map(map);
}
