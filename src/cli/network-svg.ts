import graphology from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { xmlAttribute } from '../export/index.js';
import { COLOURS, px, svgDocument } from './svg.js';

/** A network as it is drawn: the ends of edges are places in `nodes`. */
export interface DrawnNetwork {
  readonly title: string;
  readonly nodes: readonly {
    readonly name: string;
    readonly isTopic: boolean;
    readonly frequency: number;
    readonly community: number;
  }[];
  readonly edges: readonly { readonly source: number; readonly target: number; readonly weight: number }[];
}

// CommonJS: what its types call `default` is all that it exports
const layout = forceAtlas2 as unknown as typeof forceAtlas2.default;

const WIDTH = 1_200;
const HEIGHT = 900;
const MARGIN = { top: 60, side: 130, bottom: 70 };
const STEPS = 400;
/** More lines are a grey cloud. */
const MOST_DRAWN = 600;
/** By community, as long as there are colours: paler ones of Okabe and Ito's. */
const COMMUNITIES = ['#56b4e9', '#e69f00', '#009e73', '#f0e442', '#cc79a7', '#0072b2', '#d55e00'];

/**
 * A network as a picture: actors are circles and propositions squares, larger the more statements they have, in the
 * colour of their community; positive edges are solid and blue, negative ones dashed and orange, wider the more they
 * weigh. The same network gives the same picture.
 */
export function networkSvg({ title, nodes, edges }: DrawnNetwork): string {
  const drawn = [...edges].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_DRAWN);
  const heaviest = Math.max(...drawn.map(({ weight }) => Math.abs(weight)), Number.MIN_VALUE);
  const most = Math.max(...nodes.map(({ frequency }) => frequency), 1);
  const places = placesOf(nodes.length, drawn, heaviest);
  const radius = (frequency: number) => 5 + 15 * Math.sqrt(frequency / most);

  const lines = drawn.reverse().flatMap(({ source, target, weight }) => {
    const [a, b] = [places[source], places[target]];
    if (!a || !b) return [];
    const share = Math.abs(weight) / heaviest;
    const look =
      weight > 0 ? `stroke="${COLOURS.support}"` : `stroke="${COLOURS.oppose}" stroke-dasharray="6 4"`;
    return [
      `<line x1="${px(a.x)}" y1="${px(a.y)}" x2="${px(b.x)}" y2="${px(b.y)}" ${look} stroke-width="${px(0.6 + 5 * share)}" stroke-opacity="${px(0.25 + 0.5 * share)}"><title>${xmlAttribute(`${nodes[source]?.name} – ${nodes[target]?.name}: ${shownWeight(weight)}`)}</title></line>`,
    ];
  });
  const marks = nodes.flatMap(({ name, isTopic, frequency, community }, node) => {
    const at = places[node];
    if (!at) return [];
    const r = radius(frequency);
    const fill = `fill="${COMMUNITIES[community] ?? COLOURS.faint}" stroke="${COLOURS.ink}"`;
    const told = `<title>${xmlAttribute(`${name}: ${frequency} statements`)}</title>`;
    return [
      isTopic
        ? `<rect x="${px(at.x - r)}" y="${px(at.y - r)}" width="${px(2 * r)}" height="${px(2 * r)}" ${fill}>${told}</rect>`
        : `<circle cx="${px(at.x)}" cy="${px(at.y)}" r="${px(r)}" ${fill}>${told}</circle>`,
    ];
  });
  const labels = labelPlaces(nodes, places, radius).map(
    ({ name, x, y }) =>
      `<text x="${px(x)}" y="${px(y)}" text-anchor="middle" font-size="13" fill="${COLOURS.ink}" stroke="#ffffff" stroke-width="3" paint-order="stroke">${xmlAttribute(name)}</text>`,
  );
  return svgDocument({ width: WIDTH, height: HEIGHT, title }, [
    `<text x="24" y="34" font-size="20" fill="${COLOURS.ink}">${xmlAttribute(title)}</text>`,
    ...lines,
    ...marks,
    ...labels,
    ...legend(nodes, edges, drawn.length, heaviest),
  ]);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** ForceAtlas2 from a circle on; negative edges do not draw their ends together. */
function placesOf(size: number, edges: DrawnNetwork['edges'], heaviest: number): Place[] {
  const graph = new graphology.UndirectedGraph();
  for (let node = 0; node < size; node++) {
    const angle = (2 * Math.PI * node) / size;
    graph.addNode(node, { x: 100 * Math.cos(angle), y: 100 * Math.sin(angle) });
  }
  for (const { source, target, weight } of edges) {
    if (weight > 0) graph.addUndirectedEdge(source, target, { weight: weight / heaviest });
  }
  const settings = {
    ...layout.inferSettings(graph),
    gravity: 1.5,
    strongGravityMode: false,
    linLogMode: true,
  };
  const found = size > 1 ? layout(graph, { iterations: STEPS, settings, getEdgeWeight: 'weight' }) : {};
  const points = Array.from({ length: size }, (_, node) => found[node] ?? { x: 0, y: 0 });
  const scale = (of: 'x' | 'y', from: number, to: number) => {
    const values = points.map((point) => point[of] ?? 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number) =>
      most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from);
  };
  const x = scale('x', MARGIN.side, WIDTH - MARGIN.side);
  const y = scale('y', MARGIN.top + 20, HEIGHT - MARGIN.bottom - 30);
  return points.map((point) => ({ x: x(point.x ?? 0), y: y(point.y ?? 0) }));
}

/** Labels below their nodes, those of the nodes with most statements first; one that would cover another is left out. */
function labelPlaces(
  nodes: DrawnNetwork['nodes'],
  places: readonly Place[],
  radius: (frequency: number) => number,
): (Place & { readonly name: string })[] {
  const kept: (Place & { readonly name: string; readonly half: number })[] = [];
  const order = nodes.map((_, node) => node);
  order.sort((a, b) => (nodes[b]?.frequency ?? 0) - (nodes[a]?.frequency ?? 0) || a - b);
  for (const node of order) {
    const [{ name: whole = '', frequency = 0 } = {}, at] = [nodes[node], places[node]];
    if (!at) continue;
    const name = whole.length > LONGEST_LABEL ? `${whole.slice(0, LONGEST_LABEL - 1)}…` : whole;
    const half = name.length * 3.6;
    const label = {
      name,
      half,
      x: Math.min(Math.max(at.x, half + 8), WIDTH - half - 8),
      y: at.y + radius(frequency) + 14,
    };
    const covers = kept.some(
      (other) => Math.abs(other.y - label.y) < 14 && Math.abs(other.x - label.x) < other.half + half,
    );
    if (!covers) kept.push(label);
  }
  return kept;
}

const LONGEST_LABEL = 40;

function legend(
  nodes: DrawnNetwork['nodes'],
  edges: DrawnNetwork['edges'],
  drawn: number,
  heaviest: number,
): string[] {
  const y = HEIGHT - 24;
  const text = (x: number, content: string) =>
    `<text x="${x}" y="${y + 4}" font-size="12" fill="${COLOURS.ink}">${xmlAttribute(content)}</text>`;
  const line = (x: number, look: string) =>
    `<line x1="${x}" y1="${y}" x2="${x + 40}" y2="${y}" stroke-width="3" ${look}/>`;
  const kept = drawn < edges.length ? `, the ${drawn} strongest drawn` : '';
  return [
    ...(edges.some(({ weight }) => weight > 0)
      ? [line(24, `stroke="${COLOURS.support}"`), text(72, 'positive weight')]
      : []),
    ...(edges.some(({ weight }) => weight < 0)
      ? [line(190, `stroke="${COLOURS.oppose}" stroke-dasharray="6 4"`), text(238, 'negative weight')]
      : []),
    text(
      360,
      `${nodes.length} nodes, ${edges.length} edges${kept}; the widest weighs ${shownWeight(edges.length > 0 ? heaviest : 0)}. Size: statements. Colour: community.`,
    ),
  ];
}

function shownWeight(weight: number): string {
  return String(Math.round(weight * 1_000) / 1_000);
}
