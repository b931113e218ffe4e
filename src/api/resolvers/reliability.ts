import { type CodedStance, reliability } from '../../analysis/index.js';
import { DemarcheError } from '../../model/index.js';
import { stanceQueries } from '../../store/index.js';
import type { ApiContext } from '../context.js';
import type { PropositionReliabilityResolvers } from '../schema.generated.js';
import { existingNode } from './node.js';

/** `Query.reliability` */
export async function reliabilityOf(codings: readonly string[], context: ApiContext) {
  const sets = [...new Set(codings)];
  if (sets.length < 2) {
    throw new DemarcheError('BAD_USER_INPUT', 'codings: expected two or more coding sets to compare');
  }
  const stances: CodedStance[] = [];
  for await (const row of context.stream(stanceQueries.codedStances, { codings: sets })) {
    stances.push({ ...row, coder: row.coding });
  }
  const found = reliability(stances);
  return { ...found, coders: [...found.coders], byProposition: [...found.byProposition] };
}

export const PropositionReliability: PropositionReliabilityResolvers = {
  topic: ({ topic }, _, context) => existingNode('topic', topic, context),
};
