import { xmlAttribute } from '../export/index.js';
import { COLOURS, px, svgDocument } from './svg.js';

/** Positions of one interval. */
export interface DrawnPoint {
  readonly from: string;
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  readonly conditionalSupport: number;
  readonly conditionalOppose: number;
  readonly conditionalUnstated: number;
  readonly mean: number | null;
}

const WIDTH = 1_200;
const HEIGHT = 560;
const PLOT = { left: 60, right: 1_130, top: 60, bottom: 460 };

/** What is stacked above the line, from it upwards, and what below it. */
const ABOVE = [
  ['support', 'support'],
  ['conditionalSupport', 'conditional, support until then'],
] as const;
const BELOW = [
  ['oppose', 'oppose'],
  ['conditionalOppose', 'conditional, oppose until then'],
] as const;
const APART = [
  ['neutral', 'neutral'],
  ['conditionalUnstated', 'conditional, open until then'],
] as const;

/**
 * A timeline as a picture: for each interval support as a bar above the line and opposition below it, what takes no side
 * as a bar around it, and the mean of the positions from −1 (bottom) to 1 (top), joined where intervals follow each other.
 */
export function timelineSvg(title: string, points: readonly DrawnPoint[]): string {
  const zero = (PLOT.top + PLOT.bottom) / 2;
  const sum = (point: DrawnPoint, kinds: readonly (readonly [keyof DrawnPoint & string, string])[]) =>
    kinds.reduce((total, [kind]) => total + Number(point[kind]), 0);
  const most = Math.max(
    1,
    ...points.flatMap((point) => [
      sum(point, ABOVE) + sum(point, APART) / 2,
      sum(point, BELOW) + sum(point, APART) / 2,
    ]),
  );
  const unit = (PLOT.bottom - zero) / most;
  const step = (PLOT.right - PLOT.left) / Math.max(points.length, 1);
  const width = Math.max(step * 0.8, 0.5);
  const bars = points.flatMap((point, place) => {
    const x = PLOT.left + place * step + (step - width) / 2;
    const found: string[] = [];
    const half = (sum(point, APART) * unit) / 2;
    const stack = (
      kinds: readonly (readonly [keyof DrawnPoint & string, string])[],
      from: number,
      sign: 1 | -1,
    ) => {
      let at = from;
      for (const [kind, label] of kinds) {
        const count = Number(point[kind]);
        if (count === 0) continue;
        const height = count * unit;
        const y = sign === 1 ? at : at - height;
        at += sign * height;
        found.push(
          `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${COLOURS[kind as keyof typeof COLOURS]}"><title>${xmlAttribute(`${point.from}: ${count} ${label}`)}</title></rect>`,
        );
      }
    };
    stack(APART, zero - half, 1);
    stack(ABOVE, zero - half, -1);
    stack(BELOW, zero + half, 1);
    return found;
  });
  const middle = (place: number) => PLOT.left + (place + 0.5) * step;
  const means = points.flatMap(({ mean }, place) =>
    mean === null ? [] : [{ place, x: middle(place), y: zero - mean * (zero - PLOT.top) }],
  );
  return svgDocument({ width: WIDTH, height: HEIGHT, title }, [
    `<text x="24" y="34" font-size="20" fill="${COLOURS.ink}">${xmlAttribute(title)}</text>`,
    ...axis(zero, most, unit),
    ...bars,
    `<line x1="${PLOT.left}" y1="${zero}" x2="${PLOT.right}" y2="${zero}" stroke="${COLOURS.ink}"/>`,
    ...means.flatMap(({ x, y, place }, i) => {
      const before = means[i - 1];
      // over a gap nothing is known
      if (before?.place !== place - 1) return [];
      return [
        `<line x1="${px(before.x)}" y1="${px(before.y)}" x2="${px(x)}" y2="${px(y)}" stroke="${COLOURS.ink}" stroke-width="1.5"/>`,
      ];
    }),
    ...means.map(({ x, y }) => `<circle cx="${px(x)}" cy="${px(y)}" r="2.5" fill="${COLOURS.ink}"/>`),
    ...dates(points, middle),
    ...legend(),
  ]);
}

function axis(zero: number, most: number, unit: number): string[] {
  const every = niceStep(most);
  const ticks: string[] = [];
  for (let count = 0; count <= most; count += every) {
    for (const y of count === 0 ? [zero] : [zero - count * unit, zero + count * unit]) {
      ticks.push(
        `<line x1="${PLOT.left}" y1="${px(y)}" x2="${PLOT.right}" y2="${px(y)}" stroke="${COLOURS.faint}"/>`,
        `<text x="${PLOT.left - 8}" y="${px(y + 4)}" text-anchor="end" font-size="12" fill="${COLOURS.ink}">${count}</text>`,
      );
    }
  }
  const scale = [1, 0, -1].map(
    (value) =>
      `<text x="${PLOT.right + 8}" y="${px(zero - value * (zero - PLOT.top) + 4)}" font-size="12" fill="${COLOURS.ink}">${value > 0 ? '+' : ''}${value}</text>`,
  );
  return [
    ...ticks,
    ...scale,
    `<text x="${PLOT.left}" y="${PLOT.top - 10}" font-size="12" fill="${COLOURS.ink}">stances</text>`,
    `<text x="${PLOT.right + 40}" y="${PLOT.top - 10}" text-anchor="end" font-size="12" fill="${COLOURS.ink}">mean position</text>`,
  ];
}

/** 1, 2 or 5 times a power of ten, at most five of which reach so far. */
function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most / 5, 1)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => most / step <= 5) ?? power;
}

const MOST_DATES = 12;

function dates(points: readonly DrawnPoint[], middle: (place: number) => number): string[] {
  const every = Math.max(1, Math.ceil(points.length / MOST_DATES));
  return points.flatMap(({ from }, place) =>
    place % every === 0
      ? [
          `<text x="${px(middle(place))}" y="${PLOT.bottom + 22}" text-anchor="middle" font-size="12" fill="${COLOURS.ink}">${from}</text>`,
        ]
      : [],
  );
}

function legend(): string[] {
  const y = HEIGHT - 34;
  return [...ABOVE, ...BELOW, ...APART].flatMap(([kind, label], place) => {
    const x = PLOT.left + (place % 3) * 260;
    const row = y + Math.floor(place / 3) * 20;
    return [
      `<rect x="${x}" y="${row - 10}" width="14" height="14" fill="${COLOURS[kind]}"/>`,
      `<text x="${x + 20}" y="${row + 2}" font-size="12" fill="${COLOURS.ink}">${xmlAttribute(label)}</text>`,
    ];
  });
}
