import { DEFAULT_CODING, type StatementFilter } from '../model/index.js';
import type { Parameters } from './filter/parameters.js';
import { compileStatementFilter, stanceConditions, statementConditions } from './filter/statement-filter.js';
import { type TopicParts, withParts } from './filter/topics.js';
import { type Keyset, type Paged, type Prepared, where } from './page.js';
import {
  type ActorRow,
  columns,
  type Prefixed,
  type StanceColumns,
  type StatementRow,
  type TopicRow,
} from './queries/rows.js';
import type { QueryParams, StreamQuery } from './query.js';

/** The lists that the API pages through. */

const LABELS = {
  actor: 'Actor',
  topic: 'Topic',
  source: 'Source',
  publisher: 'Publisher',
  dispute: 'Dispute',
  condition: 'Condition',
} as const;

export type PagedNode = keyof typeof LABELS;

/** All nodes of a kind, by id. */
export function nodesPaged(kind: PagedNode, conditions: readonly string[]): Paged {
  return {
    name: `${kind}s`,
    match: `MATCH (n:${LABELS[kind]})`,
    conditions,
    variables: ['n'],
    repeats: false,
    key: ['id'],
    descending: false,
    columns: columns(kind, 'n'),
  };
}

/** All events, latest first. */
export function eventsPaged(conditions: readonly string[]): Paged {
  return {
    name: 'events',
    match: 'MATCH (n:Event)',
    conditions,
    variables: ['n'],
    repeats: false,
    key: ['dateFrom', 'id'],
    descending: true,
    columns: columns('event', 'n'),
  };
}

export type StatementOrder = 'DATE_DESC' | 'DATE_ASC';

const STATEMENTS = {
  variables: ['s'],
  key: ['dateFrom', 'id'],
  columns: columns('statement', 's'),
} as const;

/** The statements that a filter selects. */
export function statementsPaged(
  filter: StatementFilter,
  order: StatementOrder,
  parts: TopicParts,
  params: Parameters,
): Paged {
  const { anchor, conditions } = compileStatementFilter(filter, parts, params);
  return {
    ...STATEMENTS,
    name: 'statements',
    match: anchor ?? 'MATCH (s:Statement)',
    conditions,
    repeats: anchor !== undefined,
    descending: order === 'DATE_DESC',
  };
}

/** How the statements of a parent node hang on it. */
const STATEMENT_PARENTS = {
  actorPrincipal: 'MATCH (:Actor {id: parent})<-[:ON_BEHALF_OF]-(s:Statement)',
  actorSpeaker: 'MATCH (:Actor {id: parent})<-[:MADE_BY]-(s:Statement)',
  actorAddressee: 'MATCH (:Actor {id: parent})<-[:ADDRESSED_TO]-(s:Statement)',
  topicStance:
    'MATCH (:Topic {id: parent})<-[:PART_OF*0..]-(question:Topic)<-[stance:TAKES_STANCE]-(s:Statement)',
  topicSubject: 'MATCH (:Topic {id: parent})<-[:PART_OF*0..]-(:Topic)<-[:ABOUT]-(s:Statement)',
  event: 'MATCH (:Event {id: parent})<-[:MADE_AT]-(s:Statement)',
  source: 'MATCH (:Source {id: parent})<-[:REPORTED_IN]-(s:Statement)',
} as const;
export type StatementParent = keyof typeof STATEMENT_PARENTS;

/** The statements of each of several parent nodes that a filter selects. */
export function statementsOfParentPaged(
  parent: StatementParent,
  filter: StatementFilter,
  order: StatementOrder,
  parts: TopicParts,
  params: Parameters,
): Paged {
  const conditions: string[] = [];
  if (parent === 'topicStance') {
    // A stance clause is of the very stance on the topic, or a supporter would be listed among its opponents.
    const { stance, ...rest } = filter;
    conditions.push(...stanceConditions(stance ?? { codings: [DEFAULT_CODING] }, 'stance', params));
    if (stance?.topics) conditions.push(`question.id IN ${params.add(withParts(stance.topics, parts))}`);
    conditions.push(...statementConditions(rest, parts, params));
  } else {
    conditions.push(...statementConditions(filter, parts, params));
  }
  return {
    ...STATEMENTS,
    name: `statementsOf${parent.charAt(0).toUpperCase()}${parent.slice(1)}`,
    match: STATEMENT_PARENTS[parent],
    conditions,
    repeats: true,
    descending: order === 'DATE_DESC',
  };
}

/** The votes of each of several actors, latest first. */
export function votesOfActorPaged(): Paged {
  return {
    name: 'votesOfActor',
    match: 'MATCH (a:Actor {id: parent})-[r:VOTED]->(e:Event)',
    conditions: [],
    variables: ['e', 'r', 'a'],
    repeats: false,
    key: ['dateFrom', 'id'],
    descending: true,
    columns: `r.vote AS vote, r.citations AS citations, ${columns('actor', 'a', 'actor')}, ${columns('event', 'e', 'event')}`,
  };
}

/** The sources of each of several publishers, by id. */
export function sourcesOfPublisherPaged(): Paged {
  return {
    name: 'sourcesOfPublisher',
    match: 'MATCH (:Publisher {id: parent})<-[:PUBLISHED_BY]-(n:Source)',
    conditions: [],
    variables: ['n'],
    repeats: false,
    key: ['id'],
    descending: false,
    columns: columns('source', 'n'),
  };
}

export type FlatStanceRow = Prefixed<'statement', StatementRow> &
  Prefixed<'stance', StanceColumns> &
  Prefixed<'topic', TopicRow> &
  Prefixed<'speaker', ActorRow> &
  Prefixed<'principal', ActorRow> & {
    readonly role: string | null;
    readonly capacity: string;
    readonly basis: string;
  };

/** The key of a flat stance row: descending in every part. */
export function keyOfStanceRow(row: FlatStanceRow): readonly string[] {
  return [row.statement_dateFrom, row.statement_id, row.stance_id, row.principal_id, row.speaker_id];
}

/** What the flat stance rows are made of: the statements, and the stances of each. */
interface StanceRows {
  readonly statements: Paged;
  readonly stances: readonly string[];
}

export function stanceRowsPaged(
  filter: StatementFilter,
  coding: string,
  parts: TopicParts,
  params: Parameters,
): StanceRows {
  const wanted = filter.stance ?? { codings: [coding] };
  const statements = statementsPaged({ ...filter, stance: wanted }, 'DATE_DESC', parts, params);
  const stances = stanceConditions(wanted, 'x', params);
  if (wanted.topics) stances.push(`t.id IN ${params.add(withParts(wanted.topics, parts))}`);
  return { statements, stances };
}

const EXPANSION = `MATCH (s)-[x:TAKES_STANCE]->(t:Topic)`;
const PARTIES = `MATCH (s)-[b:ON_BEHALF_OF]->(p:Actor)
MATCH (s)-[m:MADE_BY]->(a:Actor)`;

/**
 * The rows of `keyset.limit` statements from the bound's statement on: every statement has a row, so that these hold
 * the page's rows. The caller drops the rows up to the bound and those beyond the page.
 */
export function stanceRowsPage(
  { statements, stances }: StanceRows,
  keyset: Keyset,
  params: Parameters,
): Prepared<FlatStanceRow> {
  const direction = keyset.backward ? '' : ' DESC';
  const conditions = [...statements.conditions];
  if (keyset.bound) {
    const operator = keyset.backward ? '>' : '<';
    const [day, id] = keyset.bound.map((value) => params.add(value));
    conditions.push(
      `s.dateFrom ${operator}= ${day}`,
      `(s.dateFrom ${operator} ${day} OR s.id ${operator}= ${id})`,
    );
  }
  return {
    query: {
      name: 'stanceRowsPage',
      text: `${statements.match}${where(conditions)}
WITH DISTINCT s ORDER BY s.dateFrom${direction}, s.id${direction} LIMIT ${params.add(keyset.limit)}
${EXPANSION}${where(stances)}
${PARTIES}
RETURN ${columns('statement', 's', 'statement')}, ${columns('stance', 'x', 'stance')}, ${columns('topic', 't', 'topic')},
  ${columns('actor', 'a', 'speaker')}, ${columns('actor', 'p', 'principal')},
  m.role AS role, m.capacity AS capacity, b.basis AS basis
ORDER BY statement_dateFrom${direction}, statement_id${direction}, stance_id${direction}, principal_id${direction}, speaker_id${direction}`,
    },
    params: params.values,
  };
}

/** How many flat stance rows there are in all. */
export function stanceRowsCount(
  { statements, stances }: StanceRows,
  params: Parameters,
): Prepared<{ readonly count: number }> {
  return {
    query: {
      name: 'stanceRowsCount',
      text: `${statements.match}${where(statements.conditions)}
WITH DISTINCT s
${EXPANSION}${where(stances)}
${PARTIES}
RETURN count(*) AS count`,
    },
    params: params.values,
  };
}

/** The ids of all statements that a filter selects, in their order. */
export function matchingStatements(
  filter: StatementFilter,
  parts: TopicParts,
  params: Parameters,
): { readonly query: StreamQuery<QueryParams, { readonly id: string }>; readonly params: QueryParams } {
  const { match, conditions } = statementsPaged(filter, 'DATE_ASC', parts, params);
  return {
    query: {
      name: 'matchingStatements',
      text: `${match}${where([...conditions, 's.id > $after'])}
WITH DISTINCT s.id AS id
ORDER BY id LIMIT $limit
RETURN id`,
      keyOf: (row) => row.id,
    },
    params: params.values,
  };
}
