import type { StatementFilter } from '../model/index.js';
import { anchorOfParent, anchorsOf, type StatementParent } from './filter/anchors.js';
import type { KnownNodes } from './filter/known-nodes.js';
import type { Parameters } from './filter/parameters.js';
import { periodOf } from './filter/period.js';
import { stanceConditions, statementConditions } from './filter/statement-filter.js';
import { type TopicParts, withParts } from './filter/topics.js';
import { clausesOf, columnsOf, type Nested } from './nested.js';
import { isAscending, type Keyset, orderBy, type Paged, type Prepared, plainPaged, where } from './page.js';
import { ORIGINAL } from './queries/edge-record.js';
import {
  type ActorRow,
  columns,
  items,
  type Prefixed,
  type StanceColumns,
  type StatementRow,
  shownColumns,
  type TopicRow,
} from './queries/rows.js';
import type { QueryParams, StreamQuery } from './query.js';
import { filteredStatements, statementsOfParent } from './statement-pages.js';

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

const BY_ID = { key: ['id'], descending: false } as const;
const LATEST_FIRST = { key: ['dateFrom', 'id'], descending: true } as const;

/** All nodes of a kind, by id. */
export function nodesPaged(kind: PagedNode, conditions: readonly string[]): Paged {
  return plainPaged({
    name: `${kind}s`,
    match: `MATCH (n:${LABELS[kind]})`,
    conditions,
    variables: ['n'],
    repeats: false,
    order: BY_ID,
    columns: columns(kind, 'n'),
  });
}

/** All events, latest first. */
export function eventsPaged(conditions: readonly string[]): Paged {
  return plainPaged({
    name: 'events',
    match: 'MATCH (n:Event)',
    conditions,
    variables: ['n'],
    repeats: false,
    order: LATEST_FIRST,
    columns: columns('event', 'n'),
  });
}

export type StatementOrder = 'DATE_DESC' | 'DATE_ASC';

const STATEMENT = { variables: ['s'], columns: columns('statement', 's') } as const;

/** The statements that a filter selects. */
export function statementsPaged(
  filter: StatementFilter,
  order: StatementOrder,
  known: KnownNodes,
  params: Parameters,
): Paged {
  const { months, parts } = known;
  if (filter.ids) return statementsNamed(filter, order, parts, params);
  const { anchors, rest } = anchorsOf(filter, known, params);
  const found = { anchors, months, ...statementsWhere(rest, order, parts, params) };
  return { name: 'statements', ...STATEMENT, ...filteredStatements(found, params) };
}

/** Those among statements named by their ids: each is read, and neither a walk nor an anchor would find them sooner. */
function statementsNamed(
  { ids, ...filter }: StatementFilter,
  order: StatementOrder,
  parts: TopicParts,
  params: Parameters,
): Paged {
  return plainPaged({
    name: 'statements',
    ...STATEMENT,
    match: `UNWIND ${params.add(ids ?? [])} AS named\nMATCH (s:Statement {id: named})`,
    conditions: statementConditions(filter, parts, params),
    repeats: true,
    order: { key: ['dateFrom', 'id'], descending: order === 'DATE_DESC' },
  });
}

/** The statements of each of several parent nodes that a filter selects. */
export function statementsOfParentPaged(
  parent: StatementParent,
  filter: StatementFilter,
  order: StatementOrder,
  parts: TopicParts,
  params: Parameters,
): Paged {
  const name = `statementsOf${parent.charAt(0).toUpperCase()}${parent.slice(1)}`;
  const { anchor, rest } = anchorOfParent(parent, filter, parts, params);
  const found = { anchor, ...statementsWhere(rest, order, parts, params) };
  return { name, ...STATEMENT, ...statementsOfParent(found, params) };
}

function statementsWhere(
  { date, ...filter }: StatementFilter,
  order: StatementOrder,
  parts: TopicParts,
  params: Parameters,
) {
  return {
    conditions: statementConditions(filter, parts, params),
    period: periodOf(date),
    descending: order === 'DATE_DESC',
  };
}

/** The votes of each of several actors, latest first. */
export function votesOfActorPaged(): Paged {
  return plainPaged({
    name: 'votesOfActor',
    match: 'MATCH (a:Actor {id: parent})-[r:VOTED]->(e:Event)',
    conditions: [],
    variables: ['e', 'r', 'a'],
    repeats: false,
    order: LATEST_FIRST,
    columns: {
      originalId: `r.${ORIGINAL.source}`,
      vote: 'r.vote',
      citations: 'r.citations',
      ...columns('actor', 'a', 'actor'),
      ...columns('event', 'e', 'event'),
    },
  });
}

/** The sources of each of several publishers, by id. */
export function sourcesOfPublisherPaged(): Paged {
  return plainPaged({
    name: 'sourcesOfPublisher',
    match: 'MATCH (:Publisher {id: parent})<-[:PUBLISHED_BY]-(n:Source)',
    conditions: [],
    variables: ['n'],
    repeats: false,
    order: BY_ID,
    columns: columns('source', 'n'),
  });
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
  known: KnownNodes,
  params: Parameters,
): StanceRows {
  const wanted = filter.stance ?? { codings: [coding] };
  const statements = statementsPaged({ ...filter, stance: wanted }, 'DATE_DESC', known, params);
  const stances = stanceConditions(wanted, 'x', params);
  if (wanted.topics) stances.push(`t.id IN ${params.add(withParts(wanted.topics, known.parts))}`);
  return { statements, stances };
}

const STANCES = 'MATCH (s)-[x:TAKES_STANCE]->(t:Topic)';
const PARTIES = `MATCH (s)-[b:ON_BEHALF_OF]->(p:Actor)
MATCH (s)-[m:MADE_BY]->(a:Actor)`;

const STANCE_ROW = {
  ...columns('statement', 's', 'statement'),
  ...columns('stance', 'x', 'stance'),
  ...columns('topic', 't', 'topic'),
  ...columns('actor', 'a', 'speaker'),
  ...columns('actor', 'p', 'principal'),
  role: 'm.role',
  capacity: 'm.capacity',
  basis: 'b.basis',
};

/**
 * The rows of `keyset.limit` statements from the bound's statement on: every statement has a row, so that these hold
 * the page's rows. The caller drops the rows up to the bound and those beyond the page.
 * `fields` are the names of those that show anything of them.
 */
export function stanceRowsPage(
  { statements, stances }: StanceRows,
  keyset: Keyset,
  params: Parameters,
  nested: readonly Nested[] = [],
  fields?: ReadonlySet<string>,
): Prepared<FlatStanceRow> {
  const direction = isAscending(statements.order, keyset) ? '' : ' DESC';
  return {
    query: {
      name: 'stanceRowsPage',
      text: `${statements.page({ ...keyset, bound: keyset.bound?.slice(0, 2), inclusive: true }, params)}
${clausesOf(nested)}${STANCES}${where(stances)}
${PARTIES}
RETURN ${items({ ...shownColumns(STANCE_ROW, fields), ...columnsOf(nested) })}
ORDER BY ${orderBy('s', statements.order, keyset)}, x.id${direction}, p.id${direction}, a.id${direction}`,
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
      text: `${statements.all}
WITH DISTINCT s
${STANCES}${where(stances)}
${PARTIES}
RETURN count(*) AS count`,
    },
    params: params.values,
  };
}

/** The ids of all statements that a filter selects, in their order. */
export function matchingStatements(
  filter: StatementFilter,
  known: KnownNodes,
  params: Parameters,
): { readonly query: StreamQuery<QueryParams, { readonly id: string }>; readonly params: QueryParams } {
  return {
    query: {
      name: 'matchingStatements',
      text: `${statementsPaged(filter, 'DATE_ASC', known, params).all}
WITH DISTINCT s.id AS id
WHERE id > $after
RETURN id ORDER BY id LIMIT $limit`,
      keyOf: (row) => row.id,
    },
    params: params.values,
  };
}
