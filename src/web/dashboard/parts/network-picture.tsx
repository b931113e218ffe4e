import Graph from 'graphology';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { NodePointProgram, type ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { Positions, ToLayOut } from '../data/network-layout';
import { networkSvg } from '../data/network-svg';
import { downloadPicture } from '../data/picture-file';

export interface PictureNode {
  readonly id: string;
  readonly name: string;
  readonly degree: number;
  readonly community: number;
}

export interface PictureEdge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

interface NetworkPictureProps {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** always named */
  readonly centres: readonly string[];
  readonly label: string;
  readonly onNode: (id: string) => void;
  readonly onEdge: (source: string, target: string) => void;
}

/** A canvas with nodes and edges: pointing at a node shows its neighbours, a click opens. The table beside it says the same. */
export function NetworkPicture({ nodes, edges, centres, label, onNode, onEdge }: NetworkPictureProps) {
  const space = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Sigma>();
  const open = useRef({ onNode, onEdge });
  open.current = { onNode, onEdge };

  useEffect(() => {
    const element = space.current;
    if (!element) return;
    let sigma: Sigma | undefined;
    const worker = new Worker(new URL('../data/network-layout.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Positions>) => {
      sigma = drawn(element, graphOf(nodes, edges, data, centres));
      setDrawing(sigma);
      sigma.on('clickNode', ({ node }) => open.current.onNode(node));
      sigma.on('clickEdge', ({ edge }) => {
        const graph = sigma?.getGraph();
        if (graph) open.current.onEdge(graph.source(edge), graph.target(edge));
      });
      worker.terminate();
    };
    worker.postMessage(toLayOut(nodes, edges));
    return () => {
      worker.terminate();
      sigma?.kill();
      setDrawing(undefined);
    };
  }, [nodes, edges, centres]);

  const download = (format: 'svg' | 'png') => {
    if (drawing) downloadPicture(networkSvg(drawing, label), 'network', format);
  };
  return (
    <div className="network-frame">
      <div
        ref={space}
        className="network-space"
        role="img"
        aria-label={label}
        data-nodes={nodes.length}
        data-edges={edges.length}
      />
      <p className="actions">
        <span className="aside">The picture, as it is seen:</span>
        <button type="button" disabled={!drawing} onClick={() => download('svg')}>
          SVG
        </button>
        <button type="button" disabled={!drawing} onClick={() => download('png')}>
          PNG
        </button>
      </p>
    </div>
  );
}

function toLayOut(nodes: readonly PictureNode[], edges: readonly PictureEdge[]): ToLayOut {
  const places = new Map(nodes.map(({ id }, i) => [id, i]));
  return {
    nodes: nodes.length,
    edges: edges.flatMap(({ source, target, weight }) => {
      const [a, b] = [places.get(source), places.get(target)];
      return a === undefined || b === undefined ? [] : [{ source: a, target: b, weight }];
    }),
  };
}

/** Colours that are told apart with any colour vision (Okabe and Ito); the table names the groups. */
const GROUPS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8a8a8a'];

function graphOf(
  nodes: readonly PictureNode[],
  edges: readonly PictureEdge[],
  positions: Positions,
  centres: readonly string[],
): Graph {
  const graph = new Graph();
  const most = Math.max(1, ...nodes.map(({ degree }) => degree));
  const scale = scaleFor(nodes.length);
  nodes.forEach(({ id, name, degree, community }, i) => {
    graph.addNode(id, {
      ...positions[i],
      label: name,
      forceLabel: centres.includes(id),
      size: scale * (4 + 8 * Math.sqrt(degree / most)),
      color: GROUPS[Math.min(community, GROUPS.length - 1)],
    });
  });
  const heaviest = Math.max(...edges.map(({ weight }) => Math.abs(weight)));
  const [line, against] = [colourOf('--faint'), colourOf('--oppose')];
  for (const { source, target, weight } of edges) {
    graph.mergeEdge(source, target, {
      size: 0.5 + (4 * Math.abs(weight)) / heaviest,
      color: weight < 0 ? against : line,
    });
  }
  return graph;
}

/** More nodes than this are drawn smaller, so that they cover no more of the picture. */
const MOST_AT_SIZE = 500;

function scaleFor(nodes: number): number {
  return Math.min(1, Math.sqrt(MOST_AT_SIZE / nodes));
}

function colourOf(token: string): string {
  // a canvas does not know light-dark()
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** With more lines than this, only what tells where one is is drawn while the picture moves. */
const MOST_MOVED = 500;

/** While it moves, nothing is to be pointed at: it is drawn once, not twice. */
class MovingPoints extends NodePointProgram {
  override renderProgram(params: RenderParams, program: ProgramInfo) {
    if (!program.isPicking || !isMoving(this.renderer)) super.renderProgram(params, program);
  }
}

/** Less than a click tolerates is no movement. */
function isMoving(sigma: Sigma): boolean {
  const { draggedEvents, currentWheelDirection } = sigma.getMouseCaptor();
  return (
    sigma.getCamera().isAnimated() ||
    draggedEvents >= sigma.getSetting('draggedEventsTolerance') ||
    currentWheelDirection !== 0
  );
}

function drawn(element: HTMLElement, graph: Graph): Sigma {
  let pointed: string | undefined;
  const faint = colourOf('--line');
  const isLarge = graph.size > MOST_MOVED;
  const sigma = new Sigma(graph, element, {
    enableEdgeEvents: true,
    // thousands of lines take longer to draw than a frame has
    hideEdgesOnMove: isLarge,
    // without a graphics card, points are drawn several times as fast as triangles
    nodeProgramClasses: isLarge ? { circle: MovingPoints } : {},
    allowInvalidContainer: true,
    labelColor: { color: colourOf('--ink') },
    labelFont: 'system-ui, sans-serif',
    labelSize: 12,
    labelRenderedSizeThreshold: 6 * scaleFor(graph.order),
    defaultDrawNodeHover: () => {},
    nodeReducer: (node, data) =>
      pointed === undefined || node === pointed || graph.areNeighbors(node, pointed)
        ? { ...data, forceLabel: data.forceLabel || node === pointed }
        : { ...data, color: faint, label: null },
    edgeReducer: (edge, data) =>
      pointed === undefined || graph.hasExtremity(edge, pointed) ? data : { ...data, hidden: true },
  });
  const point = (node: string | undefined) => {
    pointed = node;
    sigma.refresh({ skipIndexation: true });
  };
  const moves = () => sigma.getMouseCaptor().isMouseDown || sigma.getCamera().isAnimated();
  // a layer costs time even where nothing is on it
  sigma.on('beforeRender', () => element.classList.toggle('is-moving', isLarge && isMoving(sigma)));
  sigma.on('enterNode', ({ node }) => {
    // what passes under the pointer then is not pointed at
    if (!moves()) point(node);
  });
  sigma.on('leaveNode', () => {
    if (pointed !== undefined) point(undefined);
  });
  return sigma;
}
