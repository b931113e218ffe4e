import { aggregates } from './aggregates.js';
import type { BenchCase } from './case.js';
import { filters } from './filters.js';
import { networks } from './networks.js';
import { nodes } from './nodes.js';
import { NOTHING_PICKED, type Picks } from './picks.js';
import { searches } from './search.js';
import { statementLists } from './statement-lists.js';

export type { BenchCase, Question } from './case.js';
export { type Picks, pick } from './picks.js';

export function benchCases(picks: Picks, engine: 'neo4j' | 'embedded'): BenchCase[] {
  return [
    ...statementLists(picks),
    ...nodes(picks, engine),
    ...filters(picks),
    ...searches(engine),
    ...aggregates(picks),
    ...networks(),
  ];
}

/** Names and titles, known before there is a corpus to pick from. */
export const CASES: readonly Pick<BenchCase, 'name' | 'title'>[] = benchCases(NOTHING_PICKED, 'neo4j');
