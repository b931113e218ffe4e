import { query } from '../query.js';

/**
 * What the stance table (src/analysis/stance-table) is read with. Each statement keeps to the revisions the table is to
 * have: those of later transactions are read at the next refresh, whole.
 */
type Revisions = { readonly since: number; readonly upTo: number };
type Page = { readonly after: string; readonly limit: number };

/**
 * The dataset's revision, and the last one that changed or took away what was there before instead of adding to it: a
 * table older than that is read anew.
 */
export const stanceTableRevision = query<
  Record<string, never>,
  { readonly revision: number; readonly rewritten: number }
>(
  'stanceTableRevision',
  `MATCH (m:_Meta {id: 'meta'})
   RETURN coalesce(m.revision, 0) AS revision, coalesce(m.rewritten, 0) AS rewritten`,
);

/** How many statements of a revision there are, for each revision. */
export const tableRevisions = query<Revisions, { readonly revision: number; readonly statements: number }>(
  'tableRevisions',
  `MATCH (s:Statement) WHERE s.revision > $since AND s.revision <= $upTo
   RETURN s.revision AS revision, count(*) AS statements ORDER BY revision`,
);

/** How many statements begin on a day, for each day: neither engine walks a whole label in parts as fast as by days. */
export const tableDays = query<
  { readonly upTo: number },
  { readonly day: string; readonly statements: number }
>(
  'tableDays',
  `MATCH (s:Statement) WHERE s.revision <= $upTo
   RETURN s.dateFrom AS day, count(*) AS statements ORDER BY day`,
);

/**
 * A statement with all that the table holds of it. What hangs on it comes as lists of texts, their parts with tabs
 * between them, which no id and no label has in it; the lists have no order.
 */
export interface TableStatementRow {
  readonly [column: string]: string | number | null | readonly string[];
  readonly id: string;
  readonly act: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly time: string | null;
  readonly revision: number;
  /** actor, basis */
  readonly principals: readonly string[];
  /** actor, capacity */
  readonly speakers: readonly string[];
  readonly addressees: readonly string[];
  readonly about: readonly string[];
  /** topic, position, untilMet, coding, coder, confidence */
  readonly stances: readonly string[];
  /** source, attribution, language, `quote` where there is one, `primary` where it is */
  readonly citations: readonly string[];
}

const TAB = "'\t'";
const fields = (...items: readonly string[]) => items.join(` + ${TAB} + `);

const TABLE_STATEMENT = `WITH s ORDER BY s.id LIMIT $limit
   RETURN s.id AS id, s.act AS act, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.revision AS revision,
     [(s)-[b:ON_BEHALF_OF]->(a) | ${fields('a.id', 'b.basis')}] AS principals,
     [(s)-[m:MADE_BY]->(a) | ${fields('a.id', 'm.capacity')}] AS speakers,
     [(s)-[:ADDRESSED_TO]->(a) | a.id] AS addressees,
     [(s)-[:ABOUT]->(t) | t.id] AS about,
     [(s)-[x:TAKES_STANCE]->(t) | ${fields(
       't.id',
       'x.position',
       "coalesce(x.untilMet, '')",
       'x.coding',
       "coalesce(x.coder, '')",
       "coalesce(toString(x.confidence), '')",
     )}] AS stances,
     [(s)-[c:REPORTED_IN]->(o) | ${fields(
       'o.id',
       'c.attribution',
       "coalesce(c.language, '')",
       "CASE WHEN c.quote IS NULL THEN '' ELSE 'quote' END",
       "CASE WHEN c.primary THEN 'primary' ELSE '' END",
     )}] AS citations
   ORDER BY id`;

export const tableStatementsOfDays = query<
  { readonly days: readonly string[]; readonly upTo: number } & Page,
  TableStatementRow
>(
  'tableStatementsOfDays',
  `UNWIND $days AS day
   MATCH (s:Statement {dateFrom: day}) WHERE s.revision <= $upTo AND s.id > $after
   ${TABLE_STATEMENT}`,
);

export const tableStatementsOfRevisions = query<
  { readonly revisions: readonly number[] } & Page,
  TableStatementRow
>(
  'tableStatementsOfRevisions',
  `UNWIND $revisions AS revision
   MATCH (s:Statement {revision: revision}) WHERE s.id > $after
   ${TABLE_STATEMENT}`,
);

/** Topics, one row for each issue they are part of, or one. */
export const tableTopics = query<Revisions, { readonly id: string; readonly whole: string | null }>(
  'tableTopics',
  `MATCH (t:Topic) WHERE t.revision > $since AND t.revision <= $upTo
   OPTIONAL MATCH (t)-[:PART_OF]->(i:Topic)
   RETURN t.id AS id, i.id AS whole ORDER BY id, whole`,
);

export const tableMemberships = query<
  Revisions,
  { readonly actor: string; readonly organization: string; readonly fromDay: string; readonly toDay: string }
>(
  'tableMemberships',
  `MATCH (a:Actor)-[m:MEMBER_OF]->(o:Actor) WHERE m.revision > $since AND m.revision <= $upTo
   RETURN a.id AS actor, o.id AS organization, m.fromDay AS fromDay, m.toDay AS toDay
   ORDER BY actor, organization, fromDay, toDay`,
);

/** The publisher of each source that has one, and who controls it. */
export const tablePublishers = query<
  { readonly ids: readonly string[] },
  { readonly source: string; readonly publisher: string; readonly control: string }
>(
  'tablePublishers',
  `UNWIND $ids AS id
   MATCH (o:Source {id: id})-[:PUBLISHED_BY]->(p:Publisher)
   RETURN o.id AS source, p.id AS publisher, coalesce(p.control, 'UNKNOWN') AS control
   ORDER BY source, publisher`,
);
