/** How many of each there are. From 200,000 statements on, only statements and events become more. */
export interface CorpusSizes {
  readonly statements: number;
  /** states and organizations, in whose name most is said */
  readonly bodies: number;
  readonly persons: number;
  readonly issues: number;
  readonly propositions: number;
  readonly publishers: number;
  readonly sources: number;
  readonly events: number;
}

export function corpusSizes(statements: number): CorpusSizes {
  const scaled = (most: number, least: number) =>
    Math.round(Math.max(least, Math.min(most, (most * statements) / 200_000)));
  return {
    statements,
    bodies: scaled(300, 20),
    persons: scaled(1_700, 40),
    issues: scaled(40, 4),
    propositions: scaled(300, 12),
    publishers: scaled(200, 10),
    sources: scaled(20_000, 30),
    events: Math.max(10, Math.round(statements / 500)),
  };
}
