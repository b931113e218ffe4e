import { axisX, axisY, plot, rect, ruleY } from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import type { Level } from '../data/levels';
import type { Bar } from './timeline';

/** From the middle of a bar outwards: those who take no side lie across the line, with supporters above, opponents below. */
const UPWARDS: readonly Level[] = ['CONDITIONAL_SUPPORT', 'SUPPORT'];
const DOWNWARDS: readonly Level[] = ['CONDITIONAL_OPPOSE', 'OPPOSE'];
const MIDDLE: readonly Level[] = ['NEUTRAL', 'CONDITIONAL_UNSTATED'];

interface Piece {
  readonly level: Level;
  readonly x1: Date;
  readonly x2: Date;
  readonly y1: number;
  readonly y2: number;
}

/** Bars that diverge from a line. The hatches of conditions are patterns that the page defines (shell.tsx). */
export function TimelineChart({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) {
  const space = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = space.current;
    if (!element) return;
    const draw = () => element.replaceChildren(chart(bars, element.clientWidth, label));
    draw();
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      draw();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [bars, label]);
  return <div ref={space} className="chart-space" />;
}

function chart(bars: readonly Bar[], width: number, label: string): Element {
  const pieces = bars.flatMap(piecesOf);
  const figure = plot({
    width: Math.max(width, 200),
    height: 180,
    marginLeft: 28,
    marginRight: 6,
    marginTop: 8,
    marginBottom: 34,
    x: { type: 'utc', domain: [dayOf(bars[0]?.from), dayAfter(bars.at(-1)?.to)] },
    y: { nice: true },
    marks: [
      axisY({
        ticks: 4,
        tickFormat: (count: number) => (Number.isInteger(count) ? `${Math.abs(count)}` : ''),
        label: null,
      }),
      axisX({ ticks: Math.max(2, Math.floor(width / 90)), label: null }),
      ...[...MIDDLE, ...UPWARDS, ...DOWNWARDS].map((level) =>
        rect(
          pieces.filter((piece) => piece.level === level),
          {
            x1: 'x1',
            x2: 'x2',
            y1: 'y1',
            y2: 'y2',
            insetLeft: 0.5,
            insetRight: 0.5,
            fill: `url(#fill-${level.toLowerCase()})`,
            stroke: `var(--${strokeOf(level)})`,
            strokeWidth: 1,
          },
        ),
      ),
      ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.5 }),
    ],
  });
  // Plot names each group of shapes, which says nothing to those who hear it
  for (const group of figure.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', `${label}: positions over time. The table below says the same.`);
  return figure;
}

function strokeOf(level: Level): string {
  if (UPWARDS.includes(level)) return 'support';
  return DOWNWARDS.includes(level) ? 'oppose' : 'neutral';
}

function piecesOf({ from, to, counts }: Bar): Piece[] {
  const [x1, x2] = [dayOf(from), dayAfter(to)];
  const middle = MIDDLE.reduce((sum, level) => sum + counts[level], 0);
  const pieces: Piece[] = [];
  const stack = (levels: readonly Level[], start: number, direction: 1 | -1) => {
    let at = start;
    for (const level of levels) {
      if (counts[level] === 0) continue;
      const end = at + direction * counts[level];
      pieces.push({ level, x1, x2, y1: at, y2: end });
      at = end;
    }
  };
  stack(MIDDLE, -middle / 2, 1);
  stack(UPWARDS, middle / 2, 1);
  stack(DOWNWARDS, -middle / 2, -1);
  return pieces;
}

function dayOf(day: string | undefined): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayAfter(day: string | undefined): Date {
  return new Date(dayOf(day).getTime() + 24 * 60 * 60 * 1000);
}
