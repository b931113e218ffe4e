import { positionValue } from '../../model/index.js';
import { conditionQueries, statementQueries } from '../../store/index.js';
import { primaryCitationOf } from '../citations.js';
import type { ConditionResolvers, StanceResolvers, StanceRowResolvers } from '../schema.generated.js';

export const Stance: StanceResolvers = {
  value: (stance) => positionValue(stance.position, stance.untilMet) ?? null,
  conditions: async (stance, _, context) =>
    (await context.many(statementQueries.conditionsOfStatements, stance.statementId)).filter(
      (condition) => condition.stance === stance.id,
    ),
};

export const Condition: ConditionResolvers = {
  topic: async (condition, _, context) =>
    only(await context.many(conditionQueries.topicsOfConditions, condition.id), condition.id),
  askedOf: async (condition, _, context) => [
    ...(await context.many(conditionQueries.askedOfConditions, condition.id)),
  ],
  statement: async (condition, _, context) =>
    only(await context.many(conditionQueries.statementsOfConditions, condition.id), condition.id),
};

function only<Row>(rows: readonly Row[], id: string): Row {
  const [row] = rows;
  if (row === undefined) throw new Error(`${id} hangs on nothing: the graph was changed by other means`);
  return row;
}

export const StanceRow: StanceRowResolvers = {
  position: (row) => row.stance.position as never,
  untilMet: (row) => row.stance.untilMet as never,
  value: (row) => positionValue(row.stance.position, row.stance.untilMet) ?? null,
  confidence: (row) => row.stance.confidence,
  coding: (row) => row.stance.coding,
  coder: (row) => row.stance.coder,
  date: (row) => row.statement.date,
  quote: async (row, _, context) => (await primaryCitationOf(context, row.statement.id))?.quote ?? null,
  source: async (row, _, context) => {
    const citation = await primaryCitationOf(context, row.statement.id);
    if (!citation || typeof citation.source === 'string')
      throw new Error(`${row.statement.id} has no source`);
    return citation.source;
  },
};
