import { parseEdtf, VOTES } from '../../model/index.js';
import type { Keyset } from '../../store/index.js';
import { DAY_SECONDS } from '../network/calendar.js';
import { type Edges, edgesAt } from '../network/edges.js';
import {
  type Network,
  type NetworkOptions,
  network,
  networkWindows,
  type TimeRange,
  type WindowOptions,
} from '../network/index.js';
import { type Measure, type Measures, measures } from '../network/measures.js';
import { wholeRange } from '../network/select-rows.js';
import { byWeight, edgesLeft, MOST_EDGES, MOST_NODES, strongest } from '../network/strongest.js';
import { compareKeys } from './compare-keys.js';
import { dayNumber, dayText } from './days.js';
import { type NetworkRowsWanted, type RowsOfTable, rowsOfSelections } from './network-rows.js';
import type { Selection } from './selection.js';
import type { StanceTable } from './stance-table.js';
import { type CastVote, selectVotes } from './votes.js';

/** Which network of the selected statements. */
export interface NetworkWanted extends Omit<NetworkRowsWanted, 'asInDna'> {
  readonly options: NetworkOptions;
  readonly window?: WindowOptions | undefined;
  readonly includeVotes: boolean;
}

/** Which network, and how much of it is to be told. */
export interface NetworkToTell extends NetworkWanted {
  /** of each network that is told */
  readonly measures: readonly Measure[];
  /** of the random order in which communities are looked for */
  readonly seed: number;
  /** whether the network of the whole time is told, beside those of the windows */
  readonly whole: boolean;
  /** how many edges of each window are told, those that weigh most; left out, all of them */
  readonly windowEdges?: number | undefined;
}

export interface ToldNetwork {
  readonly whole: ToldSlice | undefined;
  readonly windows: readonly ToldSlice[];
  /** whether there are more windows */
  readonly moreWindows: boolean;
}

/** A network as an answer has it: the strongest nodes and edges where there are too many. */
export interface ToldSlice {
  /** moments in seconds since 1970-01-01T00:00 by the local clock */
  readonly start: number;
  readonly middle: number;
  readonly stop: number;
  readonly statements: number;
  readonly levels: readonly string[];
  readonly aggregation: NonNullable<NetworkOptions['aggregation']>;
  readonly normalization: NonNullable<NetworkOptions['normalization']>;
  /** in the order of labels; in a two-mode network the actors, then the topics */
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
  /** how many of them are rows of the matrix; the columns are the others, or in a one-mode network the same */
  readonly rows: number;
  readonly twoMode: boolean;
  /** of the whole network, by node; strength is the sum of the weights of its edges, frequency counts statements */
  readonly degree: Uint32Array;
  readonly strength: Float64Array;
  readonly frequency: Uint32Array;
  /** how many edges there are of those there could be */
  readonly density: number;
  /** those asked for, between places in `nodes`, by row, then by column */
  readonly edges: Edges;
  /** their numbers, those that weigh most first */
  readonly byWeight: Uint32Array;
  /** whether nodes or edges were left out */
  readonly truncated: boolean;
  readonly measures: Measures;
}

/** More would take minutes. */
const MOST_WINDOWS = 1_000;

/**
 * The network of the selected statements, and those of its windows from the first one on, until the answer is full.
 *
 * @throws DemarcheError BAD_USER_INPUT for options that do not go together
 */
export function toldNetwork(selection: Selection, wanted: NetworkToTell): ToldNetwork {
  const { rows } = rowsOf(selection, wanted);
  let room = MOST_EDGES;
  const windows: ToldSlice[] = [];
  let moreWindows = false;
  for (const slice of windowsOf(selection, wanted, rows)) {
    if (windows.length === MOST_WINDOWS || room <= 0) {
      moreWindows = true;
      break;
    }
    const told = toldSlice(slice, wanted, wanted.windowEdges ?? MOST_EDGES, room);
    windows.push(told);
    room -= told.edges.weight.length;
  }
  return {
    whole: wanted.whole
      ? toldSlice(network(rows, optionsOf(selection, wanted)), wanted, MOST_EDGES, MOST_EDGES)
      : undefined,
    windows,
    moreWindows,
  };
}

/** An edge, by the ids of its ends in any order (in a two-mode network the actor, then the topic). */
export interface EdgeWanted {
  readonly source: string;
  readonly target: string;
  /** the place of its window; left out, the network of the whole time */
  readonly window?: number | undefined;
  /** statements from a key on, a day and an id, latest first */
  readonly page: Keyset;
}

export interface EvidenceWanted extends NetworkWanted {
  readonly edges: readonly EdgeWanted[];
}

/** What an edge was computed from. */
export interface EdgeEvidence {
  /** a page of the statements in the direction of reading */
  readonly statements: readonly { readonly id: string; readonly day: string }[];
  /** how many there are on all pages */
  readonly count: number;
  readonly votes: readonly { readonly event: string; readonly actor: string; readonly vote: string }[];
}

/** The statements and votes behind edges; none behind an edge that is not there. */
export function networkEvidence(selection: Selection, wanted: EvidenceWanted): EdgeEvidence[] {
  const { rows, partOf, rowOf, votes } = rowsOf(selection, wanted);
  const { table } = selection;
  const slices = new Map<number | undefined, ReturnType<typeof edgeFinder>>();
  const asked = new Set(wanted.edges.map(({ window }) => window));
  if (asked.has(undefined)) slices.set(undefined, edgeFinder(network(rows, optionsOf(selection, wanted))));
  const lastWindow = Math.max(-1, ...wanted.edges.map(({ window = -1 }) => window));
  let number = 0;
  if (lastWindow >= 0) {
    for (const slice of windowsOf(selection, wanted, rows)) {
      if (asked.has(number)) slices.set(number, edgeFinder(slice));
      if (number === lastWindow) break;
      number++;
    }
  }
  return wanted.edges.map((edge) => {
    const found = slices.get(edge.window)?.(edge.source, edge.target) ?? new Uint32Array();
    const numbers = [...new Set(Array.from(found, (row) => rows.statement[row] ?? 0))];
    const statements = numbers
      .filter((statement) => partOf[statement] === 0)
      .map((statement) => ({
        id: rows.statements.idOf(statement),
        day: dayText(rows.statements.day[statement] ?? 0),
      }))
      .sort((a, b) => compareKeys([b.day, b.id], [a.day, a.id]));
    return {
      statements: pageOf(statements, edge.page),
      count: statements.length,
      votes: numbers
        .filter((statement) => partOf[statement] === 1)
        .flatMap((statement) => votes[rowOf[statement] ?? 0] ?? [])
        .map(({ event, actor, vote }) => ({
          event: table.events.list[event] ?? '',
          actor: table.actors.list[actor] ?? '',
          vote: VOTES[vote] ?? '',
        })),
    };
  });
}

function pageOf<Row extends { readonly id: string; readonly day: string }>(
  rows: readonly Row[],
  { limit, backward, bound }: Keyset,
): readonly Row[] {
  const directed = backward ? [...rows].reverse() : rows;
  if (!bound) return directed.slice(0, limit);
  const isAfter = ({ day, id }: Row) => {
    const order = compareKeys(bound, [day, id]);
    return backward ? order < 0 : order > 0;
  };
  return directed.filter(isAfter).slice(0, limit);
}

/** Finds an edge's rows by the ids of its ends. */
function edgeFinder({
  rows,
  columns,
  edges,
  evidence,
}: Network): (source: string, target: string) => Uint32Array | undefined {
  const numbers = new Map<string, number>();
  for (let edge = 0; edge < edges.weight.length; edge++) {
    numbers.set(`${rows[edges.row[edge] ?? 0]?.id} ${columns[edges.column[edge] ?? 0]?.id}`, edge);
  }
  return (source, target) => {
    const edge = numbers.get(`${source} ${target}`) ?? numbers.get(`${target} ${source}`);
    return edge === undefined ? undefined : evidence(edge);
  };
}

type Rows = RowsOfTable & { readonly votes: readonly CastVote[] };

/** The last rows of each table: the same are asked for again with other options, and their order takes time. */
const lastRows = new WeakMap<StanceTable, { readonly key: string; readonly rows: Rows }>();

function rowsOf(selection: Selection, wanted: NetworkWanted): Rows {
  const { actorsAs, coding, coder, includeNeutral, includeValence, includeVotes, options } = wanted;
  const rowsWanted = {
    actorsAs,
    coding,
    coder,
    includeNeutral,
    includeValence,
    asInDna: options.mode === 'DNA',
  };
  const { table, filter, rows: selected, votes } = selection;
  const key = JSON.stringify([filter, rowsWanted, includeVotes, table.revision, selected.length, votes]);
  const last = lastRows.get(table);
  if (last?.key === key) return last.rows;
  const cast = includeVotes ? selectVotes(selection, wanted) : undefined;
  const parts = cast ? [selection, cast.selection] : [selection];
  const rows = { ...rowsOfSelections(parts, rowsWanted), votes: cast?.votes ?? [] };
  lastRows.set(table, { key, rows });
  return rows;
}

/** In mode `DNA` the range is that of all documents, as far as the filter's period has them. */
function optionsOf(selection: Selection, { options }: NetworkWanted): NetworkOptions {
  if (options.mode !== 'DNA') return options;
  const all = documentsRange(selection);
  const { start, stop } = rangeOf(selection, all);
  return {
    ...options,
    range: { start: Math.max(start, all.start), stop: Math.max(Math.min(stop, all.stop), all.start) },
  };
}

function* windowsOf(selection: Selection, wanted: NetworkWanted, rows: Rows['rows']): Generator<Network> {
  if (!wanted.window) return;
  const options = optionsOf(selection, wanted);
  const range = options.range ?? rangeOf(selection, wholeRange(rows));
  yield* networkWindows(rows, { ...options, range }, wanted.window);
}

/** The filter's period; where that is open, or there is none, from the first or to the last moment that there is. */
function rangeOf({ filter: { date } }: Selection, all: TimeRange): TimeRange {
  const from = date?.from && parseEdtf(date.from)?.from;
  const to = date?.to && parseEdtf(date.to)?.to;
  const start = from ? dayNumber(from) * DAY_SECONDS : all.start;
  const stop = to ? (dayNumber(to) + 1) * DAY_SECONDS - 1 : all.stop;
  return { start: Math.min(start, stop), stop };
}

/** Of all statements: a source of DNA's has the date of its statements. */
function documentsRange({ table }: Selection): TimeRange {
  const { day, span, time, replaced } = table.statements;
  let start = Number.POSITIVE_INFINITY;
  let stop = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < day.length; row++) {
    if (replaced.values[row] === 1) continue;
    const moment = (day.values[row] ?? 0) * DAY_SECONDS + Math.max(time.values[row] ?? 0, 0);
    start = Math.min(start, moment);
    stop = Math.max(stop, moment + (span.values[row] ?? 0) * DAY_SECONDS);
  }
  return start <= stop ? { start, stop } : { start: 0, stop: 0 };
}

/** @param asked how many edges are asked for, and @param room for how many of them there is room */
function toldSlice(
  found: Network,
  { measures: wanted, seed }: NetworkToTell,
  asked: number,
  room: number,
): ToldSlice {
  const { rows, columns, start, middle, stop, statements, levels, aggregation, normalization } = found;
  const twoMode = rows !== columns;
  const labels = twoMode ? [...rows, ...columns] : rows;
  const size = labels.length;
  const edges = twoMode
    ? { ...found.edges, column: found.edges.column.map((column) => column + rows.length) }
    : found.edges;
  const left = strongest({ size, edges }, { nodes: MOST_NODES, edges: MOST_EDGES });
  const shown = edgesLeft(edges, size, left);
  const told = edgesAt(shown, byWeight(shown).subarray(0, Math.min(asked, room)).sort());
  const { degree, strength } = degrees(size, edges);
  const frequency = found.frequencies();
  const pairs = twoMode ? rows.length * columns.length : (size * (size - 1)) / 2;
  const taken = <C extends Uint32Array | Float64Array>(values: C, into: C): C => {
    for (const [place, node] of left.nodes.entries()) into[place] = values[node] ?? 0;
    return into;
  };
  const count = left.nodes.length;
  return {
    start,
    middle,
    stop,
    statements,
    levels,
    aggregation,
    normalization,
    nodes: Array.from(left.nodes, (node) => labels[node] ?? { id: '', name: '' }),
    rows: left.nodes.filter((node) => node < rows.length).length,
    twoMode,
    degree: taken(degree, new Uint32Array(count)),
    strength: taken(strength, new Float64Array(count)),
    frequency: taken(frequency, new Uint32Array(count)),
    density: pairs === 0 ? 0 : edges.weight.length / pairs,
    edges: told,
    byWeight: byWeight(told),
    truncated:
      count < size ||
      shown.weight.length < edges.weight.length ||
      room < Math.min(asked, shown.weight.length),
    measures: measures(count, shown, wanted, seed),
  };
}

function degrees(size: number, { row, column, weight }: Edges) {
  const degree = new Uint32Array(size);
  const strength = new Float64Array(size);
  for (let edge = 0; edge < weight.length; edge++) {
    for (const end of [row[edge] ?? 0, column[edge] ?? 0]) {
      degree[end] = (degree[end] ?? 0) + 1;
      strength[end] = (strength[end] ?? 0) + (weight[edge] ?? 0);
    }
  }
  return { degree, strength };
}
