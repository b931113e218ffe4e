import type { Attribute, Attributes } from '../records/index.js';
import { type FlatGraph, flatGraphOf, mapped } from './flat.js';
import type { NetworkContent } from './network/content.js';
import { networkGraph } from './network/graph.js';
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
    ...graphTables(flatGraphOf(content), {
      nodes: 'The nodes of the graph: whatever has an id.',
      edges: 'The edges of the graph, in all coding sets.',
    }),
    statements,
  ];
}

/** The nodes and the edges of a network; these with the names of both ends. */
export function networkTables(network: NetworkContent): readonly Table[] {
  const names = new Map(network.nodes.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const graph = networkGraph(network);
  const named = {
    ...graph,
    edgeColumns: [
      idColumn('sourceName', 'Its name.'),
      idColumn('targetName', 'Its name.'),
      ...graph.edgeColumns,
    ],
    edges: () =>
      mapped(graph.edges(), (edge) => ({
        ...edge,
        attributes: { sourceName: nameOf(edge.source), targetName: nameOf(edge.target), ...edge.attributes },
      })),
  };
  return graphTables(named, {
    nodes: 'The nodes of the network: actors or propositions.',
    edges: 'The edges of the network, which have no direction; of windows of time, those of each.',
  });
}

function graphTables(graph: FlatGraph, descriptions: Readonly<Record<'nodes' | 'edges', string>>): Table[] {
  return [
    {
      name: 'nodes',
      description: descriptions.nodes,
      columns: [idColumn('id', 'Id.'), ...graph.nodeColumns],
      primaryKey: 'id',
      rows: () => mapped(graph.nodes(), ({ id, attributes }) => ({ id, ...attributes })),
    },
    {
      name: 'edges',
      description: descriptions.edges,
      columns: [
        idColumn('source', 'Id of the node where it begins.'),
        idColumn('target', 'Id of the node where it ends.'),
        idColumn('id', 'Id.'),
        ...graph.edgeColumns,
      ],
      primaryKey: 'id',
      nodeIds: ['source', 'target'],
      rows: () =>
        mapped(graph.edges(), ({ id, source, target, attributes }) => ({
          source,
          target,
          id,
          ...attributes,
        })),
    },
  ];
}
