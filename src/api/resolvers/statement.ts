import {
  type ActorRow,
  nested,
  type StatementRow,
  statementQueries,
  type TopicRow,
} from '../../store/index.js';
import { citationFromRow, primaryCitationOf } from '../citations.js';
import type { ResponseFromParent } from '../parents.js';
import type { StatementResolvers } from '../schema.generated.js';

const {
  speakersOfStatements,
  principalsOfStatements,
  addresseesOfStatements,
  subjectsOfStatements,
  stancesOfStatements,
  citationsOfStatements,
  eventsOfStatements,
  responsesOfStatements,
  responsesToStatements,
  disputesOfStatements,
} = statementQueries;

export const Statement: StatementResolvers = {
  quote: async (statement, _, context) => (await primaryCitationOf(context, statement.id))?.quote ?? null,
  speakers: async (statement, _, context) =>
    (await context.many(speakersOfStatements, statement.id)).map((row) => ({
      ...row,
      actor: nested<ActorRow>(row, 'actor'),
    })),
  onBehalfOf: async (statement, _, context) =>
    (await context.many(principalsOfStatements, statement.id))
      .filter((row) => !row.implied)
      .map((row) => ({
        basis: row.basis,
        originalId: row.originalId,
        actor: nested<ActorRow>(row, 'actor'),
      })),
  principals: async (statement, _, context) =>
    (await context.many(principalsOfStatements, statement.id)).map((row) => nested<ActorRow>(row, 'actor')),
  addressees: async (statement, _, context) => [
    ...(await context.many(addresseesOfStatements, statement.id)),
  ],
  about: async (statement, _, context) => [...(await context.many(subjectsOfStatements, statement.id))],
  stances: async (statement, { codings }, context) =>
    (await context.many(stancesOfStatements, statement.id))
      .filter((row) => codings.includes(row.coding))
      .map((row) => ({ ...row, statementId: statement.id, topic: nested<TopicRow>(row, 'topic') })),
  citations: async (statement, _, context) =>
    (await context.many(citationsOfStatements, statement.id))
      .map(citationFromRow)
      .sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false)),
  event: async (statement, _, context) => (await context.many(eventsOfStatements, statement.id))[0] ?? null,
  respondsTo: async (statement, _, context) =>
    (await context.many(responsesOfStatements, statement.id)).map((row) => ({
      kind: row.responseKind,
      target: row,
    })),
  responses: async (statement, _, context) =>
    (await context.many(responsesToStatements, statement.id)).map(responseFrom),
  disputes: async (statement, _, context) => [...(await context.many(disputesOfStatements, statement.id))],
};

export function responseFrom(row: statementQueries.ResponseFromRow): ResponseFromParent {
  return { kind: row.kind, statement: nested<StatementRow>(row, 'statement') };
}
