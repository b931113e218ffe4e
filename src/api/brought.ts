import { DemarcheError } from '../model/index.js';
import {
  actorQueries,
  conditionQueries,
  disputeQueries,
  eventQueries,
  type ListQuery,
  mergeQueries,
  nestedList,
  nestedPage,
  type QueryRow,
  type StatementParent,
  sourceQueries,
  statementQueries,
  topicQueries,
} from '../store/index.js';
import type { ApiContext, Brought } from './context.js';
import { type Selected, selectedOfNodes } from './selection.js';
import { statementsWanted } from './statement-lists.js';

/**
 * What a statement brings along, as the query selects it: a node found by its id comes with its own lists and a page
 * of its statements, and statements with theirs. What hangs on these is left to the loaders, which read it once for
 * all that need it.
 */

/** The lists that the fields of a type read. */
const LISTS: Readonly<Record<string, Readonly<Record<string, ListQuery<QueryRow>>>>> = {
  Actor: {
    memberships: actorQueries.membershipsOfActors,
    members: actorQueries.membersOfActors,
    offices: actorQueries.officesOfActors,
    officeHolders: actorQueries.officeHoldersOfActors,
    merges: mergeQueries.mergesOfActors,
  },
  Topic: {
    partOf: topicQueries.issuesOfTopics,
    parts: topicQueries.directPartsOfTopics,
    decidedBy: topicQueries.decisionsOfTopics,
  },
  Statement: {
    quote: statementQueries.citationsOfStatements,
    speakers: statementQueries.speakersOfStatements,
    onBehalfOf: statementQueries.principalsOfStatements,
    principals: statementQueries.principalsOfStatements,
    addressees: statementQueries.addresseesOfStatements,
    about: statementQueries.subjectsOfStatements,
    stances: statementQueries.stancesOfStatements,
    citations: statementQueries.citationsOfStatements,
    event: statementQueries.eventsOfStatements,
    respondsTo: statementQueries.responsesOfStatements,
    responses: statementQueries.responsesToStatements,
    disputes: statementQueries.disputesOfStatements,
  },
  Event: {
    decides: eventQueries.decisionsOfEvents,
    involves: eventQueries.involvementsOfEvents,
    votes: eventQueries.votesOfEvents,
    citations: eventQueries.citationsOfEvents,
    responses: eventQueries.responsesToEvents,
    disputes: eventQueries.disputesOfEvents,
  },
  Source: { publisher: sourceQueries.publishersOfSources },
  Dispute: {
    concerns: disputeQueries.concernsOfDisputes,
    claims: disputeQueries.claimsOfDisputes,
  },
  Condition: {
    topic: conditionQueries.topicsOfConditions,
    askedOf: conditionQueries.askedOfConditions,
    statement: conditionQueries.statementsOfConditions,
  },
};

/** The lists that a type's fields read, each once. */
function listsBrought(type: string, fields: readonly Selected[]): Brought[] {
  const lists = fields.flatMap((field) => {
    const own = LISTS[type]?.[field.name];
    const conditions =
      type === 'Statement' &&
      field.name === 'stances' &&
      field.below('Stance').some(({ name }) => name === 'conditions');
    return [...(own ? [own] : []), ...(conditions ? [statementQueries.conditionsOfStatements] : [])];
  });
  const shown = fields[0]?.anywhere;
  return [...new Set(lists)].map((list) => ({
    key: list.name,
    nested: () => nestedList(list, shown),
    below: [],
  }));
}

/** The same for the statements of a connection. */
export function broughtByStatements(connection: Selected): Brought[] {
  return listsBrought('Statement', selectedOfNodes(connection, 'Statement'));
}

/** The same for rows of stances: the lists of their statements. */
export function broughtByStanceRows(connection: Selected): Brought[] {
  const fields = selectedOfNodes(connection, 'StanceRow').flatMap((field) => {
    if (field.name === 'statement') return field.below('Statement');
    // both are of the statement's primary citation
    return field.name === 'quote' || field.name === 'source' ? [{ ...field, name: 'quote' }] : [];
  });
  return listsBrought('Statement', fields);
}

const TYPES_WITH_STATEMENTS = ['Actor', 'Topic', 'Event', 'Source'] as const;
export type TypeWithStatements = (typeof TYPES_WITH_STATEMENTS)[number];

/** The part that a node has in its statements, by the argument `as`. */
export function partInStatements(type: TypeWithStatements, as: unknown): StatementParent {
  switch (type) {
    case 'Actor':
      return as === 'SPEAKER' ? 'actorSpeaker' : as === 'ADDRESSEE' ? 'actorAddressee' : 'actorPrincipal';
    case 'Topic':
      return as === 'SUBJECT' ? 'topicSubject' : 'topicStance';
    case 'Event':
      return 'event';
    case 'Source':
      return 'source';
  }
}

/** What a node found by its id brings along. */
export async function broughtByNode(
  type: string,
  id: string,
  field: Selected,
  context: ApiContext,
): Promise<Brought[]> {
  const fields = field.below(type);
  const lists = listsBrought(type, fields);
  const owner = TYPES_WITH_STATEMENTS.find((one) => one === type);
  if (!owner) return lists;
  const pages = await Promise.all(
    fields
      .filter(({ name }) => name === 'statements')
      .map((statements, index) => pageBrought(owner, id, statements, `statements${index}`, context)),
  );
  return [...lists, ...pages.filter((page) => page !== undefined)];
}

async function pageBrought(
  type: TypeWithStatements,
  id: string,
  field: Selected,
  name: string,
  context: ApiContext,
): Promise<Brought | undefined> {
  if (field.below('StatementConnection').every((one) => one.name === 'totalCount')) return undefined;
  const wanted = await statementsWanted(partInStatements(type, field.args.as), id, field.args, context).catch(
    unlessBadInput,
  );
  if (!wanted) return undefined;
  const below = broughtByStatements(field);
  const { key, paged, page } = wanted;
  return {
    key,
    nested: (params) =>
      nestedPage(
        name,
        paged(params),
        page.keyset,
        params,
        below.map((list) => list.nested(params)),
      ),
    below,
  };
}

/** What is wrong with its arguments, a field tells itself. */
function unlessBadInput(error: unknown): undefined {
  if (!(error instanceof DemarcheError && /^BAD_|_TOO_COSTLY$/.test(error.code))) throw error;
}
