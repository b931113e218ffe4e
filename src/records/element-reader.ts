import { type DayRange, parseEdtf } from '../model/index.js';
import {
  type Columns,
  elementQueries,
  type QueryParams,
  type QueryRow,
  type QueryValue,
  type ReadOptions,
  type Store,
} from '../store/index.js';
import {
  type Attributes,
  type AttributeValue,
  edgeId,
  type GraphEdge,
  type GraphNode,
  labelOf,
  type Period,
} from './elements.js';
import {
  type Attribute,
  EDGES,
  type EdgeType,
  type NodeKind,
  type PeriodAttributes,
  STORED_NODES,
  type StoredKind,
} from './schema.js';

/** Reads nodes and edges, a batch of nodes at a time. */
export interface ElementReader {
  /** in the order of their ids */
  nodes<Kind extends StoredKind>(kind: Kind, batch: Batch): Promise<GraphNode<Kind>[]>;
  /** those that these nodes own, in the order of their owners, then of their other ends, then of their keys */
  edges(type: EdgeType, owner: NodeKind, batch: Batch, only?: EdgeCondition): Promise<GraphEdge[]>;
  /** those that begin at these nodes, in no order */
  edgesFrom(type: EdgeType, from: NodeKind, batch: Batch): Promise<GraphEdge[]>;
}

/** Conditions on the edge `r` from `a` to `b`, with their parameters. */
export interface EdgeCondition {
  readonly conditions: readonly string[];
  readonly params: QueryParams;
}

type Batch = elementQueries.Batch;
type Depth = 'attributes' | 'stored';

/** `depth`: whether what the graph keeps beside the attributes is read, too. */
export function elementReader(
  store: Pick<Store, 'read'>,
  options: ReadOptions,
  depth: Depth = 'attributes',
): ElementReader {
  return {
    async nodes(kind, batch) {
      const rows = await store.read(nodeQuery(kind, shapeOf(batch), depth), batch, options);
      return rows.map((row) => nodeOf(kind, row, depth)).sort((a, b) => compare(a.id, b.id));
    },
    async edges(type, owner, batch, only) {
      const side = EDGES[type].owner;
      const query = only
        ? makeEdgeQuery(type, owner, side, shapeOf(batch), depth, only.conditions)
        : edgeQuery(type, owner, side, shapeOf(batch), depth);
      const rows = await store.read(query, { ...batch, ...only?.params }, options);
      return rows.map((row) => edgeOf(type, row, depth)).sort(inOrder(type));
    },
    async edgesFrom(type, from, batch) {
      const rows = await store.read(edgeQuery(type, from, 'source', shapeOf(batch), depth), batch, options);
      return rows.map((row) => edgeOf(type, row, depth));
    },
  };
}

/** The column with the date of the node that an element belongs to. */
const OWNER_DATE = 'ownerDate';

function shapeOf(batch: Batch): 'ids' | 'range' {
  return 'ids' in batch ? 'ids' : 'range';
}

const nodeQuery = remembered((kind: StoredKind, by: 'ids' | 'range', depth: Depth) =>
  elementQueries.nodesOf(kind, by, {
    id: 'n.id',
    ...columnsOf('n', STORED_NODES[kind].attributes),
    ...(depth === 'stored' && columnsOf('n', STORED_NODES[kind].stored)),
    ...(STORED_NODES[kind].period === 'statement' && { [OWNER_DATE]: dateOf(kind, 'n') }),
  }),
);

const edgeQuery = remembered(
  (type: EdgeType, kind: NodeKind, side: 'source' | 'target', by: 'ids' | 'range', depth: Depth) =>
    makeEdgeQuery(type, kind, side, by, depth, []),
);

function makeEdgeQuery(
  type: EdgeType,
  kind: NodeKind,
  side: 'source' | 'target',
  by: 'ids' | 'range',
  depth: Depth,
  conditions: readonly string[],
) {
  const { attributes, stored = [], period, to } = EDGES[type];
  const columns = {
    ...columnsOf('r', attributes),
    ...(depth === 'stored' && columnsOf('r', stored)),
    ...(period === 'source' && { [OWNER_DATE]: dateOf(kind, 'a') }),
    ...(period === 'target' && { [OWNER_DATE]: dateOf(to[0] ?? kind, 'b') }),
  };
  return elementQueries.edgesAt(type, kind, side, by, columns, conditions);
}

function columnsOf(variable: string, attributes: readonly Attribute[]): Columns {
  return Object.fromEntries(attributes.map(({ name, property = name }) => [name, `${variable}.${property}`]));
}

/** A condition has no date of its own; the statement that sets it is the only one. */
function dateOf(kind: StoredKind, variable: string): string {
  return STORED_NODES[kind].period === 'statement'
    ? `head([(${variable})<-[:SETS]-(s:Statement) | s.date])`
    : `${variable}.date`;
}

function nodeOf<Kind extends StoredKind>(kind: Kind, row: QueryRow, depth: Depth): GraphNode<Kind> {
  const { attributes, stored, label, period } = STORED_NODES[kind];
  const id = textOf(row.id);
  const values = attributesOf(attributes, row);
  const name = label.map((attribute) => values[attribute]).find((value) => typeof value === 'string');
  return {
    id,
    kind,
    label: labelOf(typeof name === 'string' ? name : id.slice(id.indexOf(':') + 1)),
    attributes: values,
    period: period === 'statement' ? daysOf(row[OWNER_DATE]) : periodOf(period, values),
    ...(depth === 'stored' && { stored: attributesOf(stored, row) }),
  };
}

function edgeOf(type: EdgeType, row: QueryRow, depth: Depth): GraphEdge {
  const { attributes, stored = [], key, period } = EDGES[type];
  const values = attributesOf(attributes, row);
  const source = textOf(row.source);
  const target = textOf(row.target);
  return {
    id: edgeId(
      type,
      source,
      target,
      key.map((name) => values[name]),
    ),
    type,
    source,
    target,
    attributes: values,
    period: period === 'source' || period === 'target' ? daysOf(row[OWNER_DATE]) : periodOf(period, values),
    ...(depth === 'stored' && { stored: attributesOf(stored, row) }),
  };
}

function attributesOf(attributes: readonly Attribute[], row: QueryRow): Attributes {
  const values: Record<string, AttributeValue> = {};
  for (const { name } of attributes) {
    const value = row[name];
    // attributes are properties, and no property holds rows
    if (value !== null && value !== undefined) values[name] = value as AttributeValue;
  }
  return values;
}

function periodOf(period: PeriodAttributes | undefined, values: Attributes): Period {
  if (period === undefined) return {};
  if ('date' in period) return daysOf(values[period.date]);
  return {
    from: daysOf(values[period.from]).from,
    to: period.to === undefined ? undefined : daysOf(values[period.to]).to,
  };
}

function daysOf(date: QueryValue | undefined): Partial<DayRange> {
  return (typeof date === 'string' && parseEdtf(date)) || {};
}

function textOf(value: QueryValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** By their owners, then their other ends, then their keys. */
export function inOrder(type: EdgeType): (a: GraphEdge, b: GraphEdge) => number {
  const { owner, key } = EDGES[type];
  const other = owner === 'source' ? 'target' : 'source';
  return (a, b) => {
    const ends = compare(a[owner], b[owner]) || compare(a[other], b[other]);
    if (ends !== 0) return ends;
    for (const name of key) {
      const order = compare(a.attributes[name] ?? '', b.attributes[name] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** By number, or by UTF-16 code unit, which for ids is ASCII. */
function compare(a: AttributeValue, b: AttributeValue): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A function whose results are kept by its arguments, which are few. */
function remembered<Arguments extends readonly string[], Result>(
  make: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const results = new Map<string, Result>();
  return (...args) => {
    const key = args.join(' ');
    const known = results.get(key);
    if (known !== undefined) return known;
    const made = make(...args);
    results.set(key, made);
    return made;
  };
}
