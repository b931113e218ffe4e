import type { NetworkInput } from '../../analysis/index.js';
import { type Attribute, type Attributes, labelOf, type Period } from '../../records/index.js';
import type { FlatEdge, FlatGraph, FlatNode } from '../flat.js';
import { compare, type NetworkContent, type NetworkSlice } from './content.js';
import { joinedSpells, momentText, spellsOfSlices } from './time.js';

const NODE_COLUMNS: readonly Attribute[] = [
  { name: 'label', type: 'string', description: 'The name, for people.', required: true },
  { name: 'name', type: 'string', description: 'What the actor or proposition is called.', required: true },
  {
    name: 'nodeKind',
    type: 'string',
    description: 'Whether it is an actor or a proposition.',
    required: true,
    values: ['Actor', 'Topic'],
  },
];
const SMALL = 'Of networks of at most 2,000 nodes and 50,000 edges.';
const MEASURES: readonly Attribute[] = [
  { name: 'degree', type: 'integer', description: 'How many edges it has.', required: true },
  { name: 'strength', type: 'float', description: 'The sum of their weights.', required: true },
  { name: 'frequency', type: 'integer', description: 'How many of the statements it has.', required: true },
  { name: 'betweenness', type: 'float', description: `Betweenness centrality (Freeman). ${SMALL}` },
  { name: 'closeness', type: 'float', description: `Closeness (Wasserman and Faust). ${SMALL}` },
  { name: 'eigenvector', type: 'float', description: `Eigenvector centrality, by weight. ${SMALL}` },
  { name: 'component', type: 'integer', description: `Number of its connected component, from 0. ${SMALL}` },
  { name: 'community', type: 'integer', description: `Number of its community (Louvain), from 0. ${SMALL}` },
  { name: 'camp', type: 'integer', description: `Its camp, 0 or 1; none in a two-mode network. ${SMALL}` },
];

const WEIGHT: Attribute = { name: 'weight', type: 'float', description: 'The weight.', required: true };
const WINDOW: readonly Attribute[] = [
  { name: 'window', type: 'integer', description: 'Number of the window, from 0.', required: true },
  {
    name: 'windowStart',
    type: 'string',
    description: 'Where the window begins, by the local clock: 2020-09-01T00:00.',
    required: true,
  },
  { name: 'windowMiddle', type: 'string', description: 'The middle of the window.', required: true },
  {
    name: 'windowEnd',
    type: 'string',
    description: 'Where the window ends, which is included.',
    required: true,
  },
];

/**
 * A network as a graph; of a window an edge for each window that has it. Nodes and edges hold from the middle of a
 * window to that of the next.
 */
export function networkGraph(network: NetworkContent): FlatGraph {
  const isOverTime = network.input.window !== undefined;
  const { time, spells } = spellsOfSlices(network);
  return {
    isDirected: false,
    nodeColumns: isOverTime ? NODE_COLUMNS : [...NODE_COLUMNS, ...MEASURES],
    edgeColumns: isOverTime ? [WEIGHT, ...WINDOW] : [WEIGHT],
    time: isOverTime ? time : undefined,
    nodes: () => inBatches(flatNodes(network, spells)),
    edges: () => inBatches(flatEdges(network, spells)),
  };
}

/** The same with one edge for all the windows, whose weight changes, for formats that have such edges. */
export function changingNetworkGraph(network: NetworkContent): FlatGraph {
  const graph = networkGraph(network);
  if (network.input.window === undefined) return graph;
  return {
    ...graph,
    edgeColumns: [WEIGHT],
    hasWeights: true,
    edges: () => inBatches(changingEdges(network)),
  };
}

function flatNodes(network: NetworkContent, spells: readonly Period[]): FlatNode[] {
  const places = new Map<number, { readonly slices: number[]; first: number }>();
  for (const [number, slice] of network.slices.entries()) {
    for (const [own, place] of slice.places.entries()) {
      const known = places.get(place);
      if (known) known.slices.push(number);
      else places.set(place, { slices: [number], first: own });
    }
  }
  const isOverTime = network.input.window !== undefined;
  return network.nodes
    .map(({ id, name, kind }, place): FlatNode => {
      const { slices = [], first = 0 } = places.get(place) ?? {};
      const label = labelOf(name);
      return {
        id,
        label,
        attributes: {
          label,
          name,
          nodeKind: kind,
          ...(!isOverTime && measuresOf(network.slices[0], first, network.twoMode)),
        },
        spells: isOverTime ? joinedSpells(slices, spells) : [],
      };
    })
    .sort((a, b) => compare(a.id, b.id));
}

function measuresOf(slice: NetworkSlice | undefined, place: number, twoMode: boolean): Attributes {
  if (!slice) return {};
  const { degree, strength, frequency, measures } = slice.told;
  const values = {
    degree: degree[place],
    strength: strength[place],
    frequency: frequency[place],
    betweenness: measures.betweenness?.[place],
    closeness: measures.closeness?.[place],
    eigenvector: measures.eigenvector?.[place],
    component: measures.components?.[place],
    community: measures.communities?.of[place],
    camp: twoMode ? undefined : measures.camps?.camp[place],
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function flatEdges(network: NetworkContent, spells: readonly Period[]): FlatEdge[] {
  const { nodes, input, slices } = network;
  const type = typeOf(input);
  const isOverTime = input.window !== undefined;
  return slices
    .flatMap(({ told, edges }, number) => {
      const moments = isOverTime && {
        window: number,
        windowStart: momentText(told.start),
        windowMiddle: momentText(told.middle),
        windowEnd: momentText(told.stop),
      };
      return edges.map((edge): FlatEdge => {
        const [source, target] = [nodes[edge.source]?.id ?? '', nodes[edge.target]?.id ?? ''];
        return {
          id: isOverTime ? `${source}.${target}.${number}` : `${source}.${target}`,
          type,
          kind: isOverTime ? `${type} ${number + 1}` : type,
          source,
          target,
          attributes: { weight: edge.weight, ...moments },
          spells: isOverTime ? [spells[number] ?? {}] : [],
        };
      });
    })
    .sort((a, b) => compare(a.id, b.id));
}

function changingEdges(network: NetworkContent): FlatEdge[] {
  const byEnds = new Map<string, FlatEdge[]>();
  const { spells } = spellsOfSlices(network);
  for (const edge of flatEdges(network, spells)) {
    const id = `${edge.source}.${edge.target}`;
    const group = byEnds.get(id);
    if (group) group.push(edge);
    else byEnds.set(id, [edge]);
  }
  return [...byEnds]
    .flatMap(([id, parts]): FlatEdge[] => {
      const [first, ...others] = parts.sort((a, b) => numberOf(a) - numberOf(b));
      if (!first) return [];
      const { type, source, target } = first;
      const ordered = [first, ...others];
      return [
        {
          id,
          type,
          kind: type,
          source,
          target,
          attributes: {},
          spells: joinedSpells(ordered.map(numberOf), spells),
          weights: ordered.map((edge) => ({
            spell: spells[numberOf(edge)] ?? {},
            weight: Number(edge.attributes.weight),
          })),
        },
      ];
    })
    .sort((a, b) => compare(a.id, b.id));
}

function numberOf({ attributes }: FlatEdge): number {
  return Number(attributes.window);
}

/** The type of all its edges: what their weight says. */
function typeOf({ aggregation = 'IGNORE' }: NetworkInput): string {
  return aggregation === 'IGNORE' ? 'CO_OCCURRENCE' : aggregation;
}

const AT_A_TIME = 2_000;

async function* inBatches<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[], void, undefined> {
  for (let start = 0; start < items.length; start += AT_A_TIME) yield items.slice(start, start + AT_A_TIME);
}
