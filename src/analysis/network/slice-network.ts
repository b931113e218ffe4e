import { type CellColumns, type Cells, countCells } from './cells.js';
import type { CheckedOptions } from './check-options.js';
import { type Edges, edgesWhere, NO_EDGES } from './edges.js';
import { evidenceOf } from './evidence.js';
import type { Aggregation, NetworkType, Normalization } from './network-options.js';
import type { Label } from './network-rows.js';
import { numbersUpTo, numbersWhere } from './numbers.js';
import { oneModeEdges } from './one-mode.js';
import type { RankedRows } from './ranked-rows.js';
import { similarities } from './similarity.js';
import type { Period } from './sliding-windows.js';
import type { TimeSlice } from './time-slices.js';
import { twoModeEdges } from './two-mode.js';

/** A discourse network: the labels of its rows and columns (the same, in a one-mode network) and its edges. */
export interface Network extends Period {
  readonly rows: readonly Label[];
  readonly columns: readonly Label[];
  /** In a one-mode network a pair has one edge, from the earlier label to the later one. */
  readonly edges: Edges;
  /** how many statements are counted */
  readonly statements: number;
  /** the levels counted, in order: of n levels, the one at k is 2^(n−1−k) in a combined network */
  readonly levels: readonly string[];
  /** those it was computed with: in mode `DNA` perhaps not those asked for */
  readonly aggregation: Aggregation;
  readonly normalization: Normalization;
  /** The numbers of the rows that an edge was computed from, in their order. */
  evidence(edge: number): Uint32Array;
  /** How many statements each node has: of the rows and then, in a two-mode network, of the columns. */
  frequencies(): Uint32Array;
}

/** What edges are computed from: the cells, and which actors or topics are labels, as places in the ranked rows. */
export interface Counted {
  readonly cells: Cells;
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
}

/**
 * The network of the rows of a slice.
 *
 * @param labelled the rows whose actors and topics are labels, unless isolates are, too
 */
export function sliceNetwork(
  ranked: RankedRows,
  slice: TimeSlice,
  options: CheckedOptions,
  labelled: Uint32Array = slice.places,
  edgesOf: (counted: Counted) => Edges = standardEdges(ranked, options),
): Network {
  const { type, isolates, minWeight, aggregation, normalization } = options;
  const { places, weights, start, middle, stop } = slice;
  const actors = isolates ? everyOne(ranked.actors) : usedIn(ranked.actor, labelled, ranked.actors.length);
  const topics = isolates ? everyOne(ranked.topics) : usedIn(ranked.topic, labelled, ranked.topics.length);
  const rows = type === 'TOPIC_TOPIC' ? topics : actors;
  const columns = type === 'ACTOR_ACTOR' ? actors : topics;
  const labelsOf = (nodes: Uint32Array) =>
    [...nodes].flatMap((node) => (nodes === actors ? ranked.actors : ranked.topics)[node] ?? []);

  const labels = labelsOf(rows);
  const cells = countCells(cellColumns(ranked, type), places, weights);
  const all = places.length === 0 ? NO_EDGES : edgesOf({ cells, rows, columns });
  const edges = minWeight === 0 ? all : edgesWhere(all, (weight) => Math.abs(weight) >= minWeight);
  return {
    start,
    middle,
    stop,
    rows: labels,
    columns: columns === rows ? labels : labelsOf(columns),
    edges,
    statements: statementsIn(ranked, places),
    levels: ranked.levels.names,
    aggregation,
    normalization,
    evidence: evidenceOf(ranked, places, options, (edge) => [
      rows[edges.row[edge] ?? 0] ?? 0,
      columns[edges.column[edge] ?? 0] ?? 0,
    ]),
    frequencies: () => {
      const ofNodes = (nodes: Uint32Array) =>
        nodes === actors
          ? statementsOf(ranked, places, ranked.actor, nodes)
          : statementsOf(ranked, places, ranked.topic, nodes);
      return Uint32Array.of(...ofNodes(rows), ...(columns === rows ? [] : ofNodes(columns)));
    },
  };
}

/** In a two-mode network the actors are the groups; in a one-mode network what the nodes have in common is. */
export function cellColumns(
  { actor, topic, level, actors, topics, levels }: RankedRows,
  type: NetworkType,
): CellColumns {
  const byActor = { column: actor, size: actors.length };
  const byTopic = { column: topic, size: topics.length };
  const [group, member] = type === 'ACTOR_ACTOR' ? [byTopic, byActor] : [byActor, byTopic];
  return {
    group: group.column,
    member: member.column,
    level,
    groups: group.size,
    members: member.size,
    levels: levels.names.length,
  };
}

function standardEdges(ranked: RankedRows, options: CheckedOptions): (counted: Counted) => Edges {
  const { type, aggregation, normalization, mode } = options;
  const { levels } = ranked;
  if (type === 'ACTOR_TOPIC') {
    return ({ cells, rows, columns }) =>
      twoModeEdges(cells, rows, columns, { aggregation, normalization, levels, mode });
  }
  const categories = levels.type === 'CATEGORY';
  const similarity = similarities(aggregation, levels, ranked.rows.levels, mode);
  const { members } = cellColumns(ranked, type);
  return ({ cells, rows }) =>
    oneModeEdges(cells, rows, { aggregation, normalization, categories, similarity, members });
}

function everyOne(labels: readonly Label[]): Uint32Array {
  return numbersUpTo(labels.length);
}

/** The values that a column has at some places, ascending. */
function usedIn(column: Uint32Array, places: Uint32Array, size: number): Uint32Array {
  const used = new Uint8Array(size);
  for (let i = 0; i < places.length; i++) used[column[places[i] ?? 0] ?? 0] = 1;
  return numbersWhere(numbersUpTo(size), (value) => used[value] === 1);
}

/** Rows of one statement stand together. */
function statementsIn({ rows, row }: RankedRows, places: Uint32Array): number {
  let count = 0;
  let last = -1;
  for (let i = 0; i < places.length; i++) {
    const statement = rows.statement[row[places[i] ?? 0] ?? 0] ?? 0;
    if (statement !== last) count++;
    last = statement;
  }
  return count;
}

/** How many statements have each of the values in a column. */
function statementsOf(
  { rows, row }: RankedRows,
  places: Uint32Array,
  column: Uint32Array,
  values: Uint32Array,
): Uint32Array {
  const size = (values.at(-1) ?? -1) + 1;
  const last = new Float64Array(size).fill(-1);
  const counts = new Uint32Array(size);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const statement = rows.statement[row[place] ?? 0] ?? 0;
    const value = column[place] ?? 0;
    if (last[value] === statement) continue;
    last[value] = statement;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return values.map((value) => counts[value] ?? 0);
}
