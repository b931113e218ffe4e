import { type Alpha, krippendorffAlpha } from './krippendorff.js';

/** One coder's judgement of one statement on one proposition. */
export interface CodedStance {
  readonly statement: string;
  readonly topic: string;
  /** whose judgement it is: a coding set, or a coder in it */
  readonly coder: string;
  readonly position: string;
  readonly untilMet: string | null;
}

export interface Reliability extends Alpha {
  /** those compared, sorted */
  readonly coders: readonly string[];
  /** nominal alpha on whether a statement takes a position on a proposition at all */
  readonly presence: Alpha;
  readonly byProposition: readonly (Alpha & { readonly topic: string; readonly presence: Alpha })[];
}

/**
 * Would another coder have said the same? The units are pairs of a statement that all coders coded and a proposition.
 * `alpha` is ordinal, over the pairs on which a position was found by at least two; whether one was found (`NO_STANCE`
 * and no entry are none) is compared apart, in `presence`.
 */
export function reliability(stances: readonly CodedStance[]): Reliability {
  const coders = [...new Set(stances.map(({ coder }) => coder))].sort();
  const codedBy = new Map<string, Set<string>>();
  for (const { statement, coder } of stances) {
    const those = codedBy.get(statement) ?? new Set();
    codedBy.set(statement, those.add(coder));
  }
  const statements = [...codedBy].filter(([, those]) => those.size === coders.length).map(([id]) => id);
  const common = new Set(statements);

  const ranks = new Map<string, Map<string, number[]>>();
  for (const { statement, topic, position, untilMet } of stances) {
    const rank = rankOf(position, untilMet);
    if (rank === undefined || !common.has(statement)) continue;
    const byStatement = ranks.get(topic) ?? new Map<string, number[]>();
    byStatement.set(statement, [...(byStatement.get(statement) ?? []), rank]);
    ranks.set(topic, byStatement);
  }

  const byProposition = [...ranks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, byStatement]) => ({
      topic,
      ...krippendorffAlpha([...byStatement.values()], 'ordinal'),
      presence: krippendorffAlpha(presenceUnits(statements, byStatement, coders.length), 'nominal'),
    }));
  const all = [...ranks.values()];
  return {
    coders,
    ...krippendorffAlpha(
      all.flatMap((byStatement) => [...byStatement.values()]),
      'ordinal',
    ),
    presence: krippendorffAlpha(
      all.flatMap((byStatement) => presenceUnits(statements, byStatement, coders.length)),
      'nominal',
    ),
    byProposition,
  };
}

/** For each statement and each coder: whether a position was found. */
function presenceUnits(
  statements: readonly string[],
  ranks: ReadonlyMap<string, readonly number[]>,
  coders: number,
): number[][] {
  return statements.map((statement) => {
    const found = ranks.get(statement)?.length ?? 0;
    return Array.from({ length: coders }, (_, coder) => (coder < found ? 1 : 0));
  });
}

/** From opposition to support; a condition stands by what holds until it is met. `undefined` for no position. */
const RANKS: Readonly<Record<string, number>> = {
  OPPOSE: 1,
  'CONDITIONAL OPPOSE': 2,
  'CONDITIONAL UNSTATED': 3,
  NEUTRAL: 4,
  'CONDITIONAL SUPPORT': 5,
  SUPPORT: 6,
};

function rankOf(position: string, untilMet: string | null): number | undefined {
  return RANKS[position === 'CONDITIONAL' ? `CONDITIONAL ${untilMet ?? 'UNSTATED'}` : position];
}
