import type Sigma from 'sigma';
import type { Picture } from './picture-file';

const GROUND = '#ffffff';
const INK = '#222222';
const LABEL_SIZE = 12;

/** What is seen of a network, as a picture of its own with a white ground. */
export function networkSvg(sigma: Sigma, title: string): Picture {
  const { width, height } = sigma.getDimensions();
  const graph = sigma.getGraph();
  const at = (node: string) =>
    sigma.graphToViewport({ x: graph.getNodeAttribute(node, 'x'), y: graph.getNodeAttribute(node, 'y') });
  const edges = graph.mapEdges((_edge, { size, color }, source, target) => {
    const [from, to] = [at(source), at(target)];
    return `<line x1="${px(from.x)}" y1="${px(from.y)}" x2="${px(to.x)}" y2="${px(to.y)}" stroke="${color}" stroke-width="${px(sigma.scaleSize(size))}"/>`;
  });
  const nodes = graph.mapNodes((node, { size, color }) => {
    const { x, y } = at(node);
    return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(sigma.scaleSize(size))}" fill="${color}"/>`;
  });
  const labels = [...sigma.getNodeDisplayedLabels()].map((node) => {
    const { x, y } = at(node);
    const beside = x + sigma.scaleSize(graph.getNodeAttribute(node, 'size')) + 3;
    return `<text x="${px(beside)}" y="${px(y + LABEL_SIZE / 3)}">${escaped(graph.getNodeAttribute(node, 'label'))}</text>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="${LABEL_SIZE}" fill="${INK}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${GROUND}"/>`,
    ...edges,
    ...nodes,
    ...labels,
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height };
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
