import { setImmediate } from 'node:timers/promises';
import { networkQuestion, parseNetworkInput } from '../../analysis/index.js';
import { exportPath } from '../../export/index.js';
import { DemarcheError, type IdKind, kindOf } from '../../model/index.js';
import { broughtByStatements } from '../brought.js';
import type { ApiContext } from '../context.js';
import { edgeStatements, evidenceLoader } from '../network-evidence.js';
import { networkParts } from '../network-parts.js';
import type { NetworkParent, NetworkSliceParent, ToldSlice } from '../parents.js';
import type {
  NetworkEdgeResolvers,
  NetworkMatrix,
  NetworkNodeResolvers,
  NetworkResolvers,
  NetworkSliceResolvers,
  NetworkVoteResolvers,
  NetworkWindowResolvers,
} from '../schema.generated.js';
import { type Selected, selectedField } from '../selection.js';
import { existingNode } from './node.js';

/** `Query.network` */
export async function network(
  given: unknown,
  context: ApiContext,
  selected: Selected,
): Promise<NetworkParent> {
  const input = parseNetworkInput(given, 'input');
  const question = networkQuestion(input);
  const { result, revision } = await context.askTable('network', question.filter, {
    ...question.wanted,
    ...networkParts(selected),
  });
  const evidence = evidenceLoader(question, context);
  return {
    input,
    revision,
    moreWindows: result.moreWindows,
    question,
    evidence,
    slice: result.whole ?? EMPTY,
    window: undefined,
    windows: result.windows.map((slice, window) => ({ question, evidence, slice, window })),
  };
}

/** In the place of one that no field was asked of. */
const EMPTY: ToldSlice = {
  start: 0,
  middle: 0,
  stop: 0,
  statements: 0,
  levels: [],
  aggregation: 'IGNORE',
  normalization: 'NONE',
  nodes: [],
  rows: 0,
  twoMode: false,
  degree: new Uint32Array(),
  strength: new Float64Array(),
  frequency: new Uint32Array(),
  density: 0,
  edges: { row: new Uint32Array(), column: new Uint32Array(), weight: new Float64Array() },
  byWeight: new Uint32Array(),
  truncated: false,
  measures: {},
};

const MOST_CELLS = 1_000_000;

const slice = {
  start: ({ slice, window }) => momentOf(slice, slice.start, window),
  middle: ({ slice, window }) => momentOf(slice, slice.middle, window),
  end: ({ slice, window }) => momentOf(slice, slice.stop, window),
  statements: ({ slice }) => slice.statements,
  levels: ({ slice }) => [...slice.levels],
  aggregation: ({ slice }) => slice.aggregation,
  normalization: ({ slice }) => slice.normalization,
  truncated: ({ slice }) => slice.truncated,
  density: ({ slice }) => slice.density,
  nodes: ({ slice }) => inTurns(slice.nodes.map((_, place) => ({ slice, place }))),
  edges: async (parent, { limit, between, of }, context) => {
    if (limit != null && limit < 0) {
      throw new DemarcheError(
        'BAD_USER_INPUT',
        `edges: limit: expected a number of at least 0, not ${limit}`,
      );
    }
    const { edges, nodes, byWeight } = parent.slice;
    const here = new Set(nodes.map(({ id }) => id));
    const among = async (ids: readonly string[] | null | undefined) => {
      if (!ids) return () => true;
      const elsewhere = await context.remaining(ids.filter((id) => !here.has(id)));
      const wanted = new Set([...ids, ...elsewhere]);
      return (place: number | undefined) => wanted.has(nodes[place ?? 0]?.id ?? '');
    };
    const [isBetween, isOf] = await Promise.all([among(between), among(of)]);
    const numbers = byWeight.filter((edge) => {
      const [row, column] = [edges.row[edge], edges.column[edge]];
      return isBetween(row) && isBetween(column) && (isOf(row) || isOf(column));
    });
    return inTurns(Array.from(numbers.subarray(0, limit ?? undefined), (edge) => ({ ...parent, edge })));
  },
  matrix: ({ slice }) => matrixOf(slice),
  components: ({ slice: { measures } }) => countOf(measures.components),
  communities: ({ slice: { measures } }) => countOf(measures.communities?.of),
  modularity: ({ slice: { measures } }) => measures.communities?.modularity ?? 0,
  polarisation: ({ slice }) => {
    const { camps } = slice.measures;
    if (!camps || slice.twoMode) return null;
    const campOf = (number: number) =>
      slice.nodes.flatMap((_, place) => (camps.camp[place] === number ? [{ slice, place }] : []));
    return {
      value: camps.polarisation,
      modularity: camps.modularity,
      camps: slice.nodes.length === 0 ? [] : [campOf(0), campOf(1)],
    };
  },
} satisfies NetworkSliceFields;

type NetworkSliceFields = {
  readonly [Field in Exclude<keyof NetworkWindowResolvers, '__isTypeOf'>]?: NetworkWindowResolvers[Field];
};

export const Network: NetworkResolvers = {
  ...slice,
  truncated: ({ slice, moreWindows }) => slice.truncated || moreWindows,
  windows: ({ windows }) => [...windows],
  exportUrl: ({ input }, { format }) => exportPath(format, { what: 'network', network: input }),
};
export const NetworkWindow: NetworkWindowResolvers = slice;
export const NetworkSlice: NetworkSliceResolvers = {
  __resolveType: ({ window }) => (window === undefined ? 'Network' : 'NetworkWindow'),
};

export const NetworkNode: NetworkNodeResolvers = {
  id: ({ slice, place }) => slice.nodes[place]?.id ?? '',
  name: ({ slice, place }) => slice.nodes[place]?.name ?? '',
  node: ({ slice, place }, _, context) => {
    const id = slice.nodes[place]?.id ?? '';
    return existingNode(kindOf(id) as IdKind, id, context);
  },
  degree: ({ slice, place }) => slice.degree[place] ?? 0,
  strength: ({ slice, place }) => slice.strength[place] ?? 0,
  frequency: ({ slice, place }) => slice.frequency[place] ?? 0,
  betweenness: ({ slice, place }) => slice.measures.betweenness?.[place] ?? 0,
  closeness: ({ slice, place }) => slice.measures.closeness?.[place] ?? 0,
  eigenvector: ({ slice, place }) => slice.measures.eigenvector?.[place] ?? null,
  component: ({ slice, place }) => slice.measures.components?.[place] ?? 0,
  community: ({ slice, place }) => slice.measures.communities?.of[place] ?? 0,
  camp: ({ slice, place }) => (slice.twoMode ? null : (slice.measures.camps?.camp[place] ?? null)),
};

export const NetworkEdge: NetworkEdgeResolvers = {
  source: ({ slice, edge }) => ({ slice, place: slice.edges.row[edge] ?? 0 }),
  target: ({ slice, edge }) => ({ slice, place: slice.edges.column[edge] ?? 0 }),
  weight: ({ slice, edge }) => slice.edges.weight[edge] ?? 0,
  statements: (parent, args, context, info) =>
    edgeStatements(
      parent.evidence,
      parent.question,
      keyOf(parent),
      args,
      context,
      broughtByStatements(selectedField(info)),
    ),
  votes: async (parent) => [
    ...(
      await parent.evidence.load({ ...keyOf(parent), page: { limit: 0, backward: false, bound: undefined } })
    ).votes,
  ],
};

export const NetworkVote: NetworkVoteResolvers = {
  actor: ({ actor }, _, context) => existingNode('actor', actor, context),
  event: ({ event }, _, context) => existingNode('event', event, context),
};

function keyOf({ slice, window, edge }: NetworkSliceParent & { readonly edge: number }) {
  const { edges, nodes } = slice;
  return {
    source: nodes[edges.row[edge] ?? 0]?.id ?? '',
    target: nodes[edges.column[edge] ?? 0]?.id ?? '',
    window,
  };
}

/** Of the network of all time there is none where nothing is selected. */
function momentOf({ nodes }: ToldSlice, seconds: number, window: number | undefined): string | null {
  if (window === undefined && nodes.length === 0) return null;
  return new Date(seconds * 1_000).toISOString().slice(0, 16);
}

function countOf(groups: Uint32Array | undefined): number {
  return groups ? groups.reduce((most, group) => Math.max(most, group + 1), 0) : 0;
}

function matrixOf({ nodes, rows, twoMode, edges }: ToldSlice): NetworkMatrix {
  const [ofRows, ofColumns] = [nodes.slice(0, rows), twoMode ? nodes.slice(rows) : nodes];
  if (ofRows.length * ofColumns.length > MOST_CELLS) {
    throw new DemarcheError(
      'ANSWER_TOO_LARGE',
      `matrix: expected at most ${MOST_CELLS} weights, but there are ${ofRows.length} × ${ofColumns.length}: ask for edges`,
    );
  }
  const values = ofRows.map(() => new Array<number>(ofColumns.length).fill(0));
  const first = twoMode ? rows : 0;
  for (const [edge, weight] of edges.weight.entries()) {
    const [row = 0, column = 0] = [edges.row[edge], edges.column[edge]];
    const [there, back] = [values[row], values[column]];
    if (there) there[column - first] = weight;
    if (!twoMode && back) back[row] = weight;
  }
  return {
    rows: ofRows.map(({ name }) => name),
    columns: ofColumns.map(({ name }) => name),
    rowIds: ofRows.map(({ id }) => id),
    columnIds: ofColumns.map(({ id }) => id),
    // of promises, which the generated types do not know
    values: inTurns(values, Math.ceil(TURN / Math.max(1, ofColumns.length / 10))) as number[][],
  };
}

const TURN = 500;

/** A list whose items GraphQL completes in turns, between which other requests have theirs. */
function inTurns<T>(items: readonly T[], turn = TURN): (T | Promise<T>)[] {
  let next: Promise<unknown> = Promise.resolve();
  return items.map((item, place) => {
    if (place < turn) return item;
    if (place % turn === 0) next = next.then(() => setImmediate());
    return next.then(() => item);
  });
}
