import { LEVELS, type Level } from '../data/levels';

/** The shape says what the colour says: up is for, down is against, a bar takes no side; hollow waits for a condition. */
const SHAPES: Readonly<Record<Level, string>> = {
  SUPPORT: 'M6 1 11.5 11H.5Z',
  CONDITIONAL_SUPPORT: 'M6 2 10.7 10.4H1.3Z',
  NEUTRAL: 'M1 4.5H11V7.5H1Z',
  CONDITIONAL_UNSTATED: 'M6 1 11 6 6 11 1 6Z',
  CONDITIONAL_OPPOSE: 'M6 10 1.3 1.6H10.7Z',
  OPPOSE: 'M6 11 .5 1H11.5Z',
};

/** The mark alone: what it means must be said beside it, or by `title`. */
export function PositionMark({ level, title }: { readonly level: Level; readonly title?: string }) {
  return (
    <svg
      className={`mark mark-${level.toLowerCase()}`}
      viewBox="0 0 12 12"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {title && <title>{title}</title>}
      <path d={SHAPES[level]} />
    </svg>
  );
}

export function PositionLabel({ level }: { readonly level: Level }) {
  return (
    <span className={`position position-${level.toLowerCase()}`}>
      <PositionMark level={level} /> {LEVELS[level].label}
    </span>
  );
}
