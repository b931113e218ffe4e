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

/** A statement with all that the table holds of it. */
export interface TableStatementRow {
  readonly [column: string]: string | number | null | readonly string[];
  readonly id: string;
  readonly act: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly time: string | null;
  readonly revision: number;
  /**
   * What hangs on it, in no order: each the type of its relationship, the id at the end of that, and the properties that
   * `PARTS` names, with tabs between them, which no id and no label has in it. One walk over all relationships takes
   * Neo4j half the time of one for each type.
   */
  readonly parts: readonly string[];
}

const PARTS: readonly (readonly [type: string, ...properties: string[]])[] = [
  ['ON_BEHALF_OF', 'r.basis'],
  ['MADE_BY', 'r.capacity'],
  ['ADDRESSED_TO'],
  ['ABOUT'],
  [
    'TAKES_STANCE',
    'r.position',
    "coalesce(r.untilMet, '')",
    'r.coding',
    "coalesce(r.coder, '')",
    "coalesce(toString(r.confidence), '')",
  ],
  [
    'REPORTED_IN',
    'r.attribution',
    "coalesce(r.language, '')",
    "CASE WHEN r.quote IS NULL THEN '' ELSE 'quote' END",
    "CASE WHEN r.primary THEN 'primary' ELSE '' END",
    "coalesce(toString(r.start), '')",
    "coalesce(toString(r.end), '')",
  ],
];

const PART = `CASE type(r)
       ${PARTS.map(([type, ...properties]) => `WHEN '${type}' THEN ${[`'${type}'`, 'x.id', ...properties].join(" + '\t' + ")}`).join('\n       ')}
     END`;

const TABLE_STATEMENT = `WITH s ORDER BY s.id LIMIT $limit
   RETURN s.id AS id, s.act AS act, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.revision AS revision,
     [(s)-[r:${PARTS.map(([type]) => type).join('|')}]->(x) | ${PART}] AS parts
   ORDER BY id`;

export const tableStatementsOfDays = query<
  { readonly days: readonly string[]; readonly upTo: number } & Page,
  TableStatementRow
>(
  'tableStatementsOfDays',
  `UNWIND $days AS day
   MATCH (s:Statement {dateFrom: day}) WHERE coalesce(s.revision, 0) <= $upTo AND s.id > $after
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
export const tableTopics = query<
  Revisions,
  {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly aligned: boolean;
    readonly valence: boolean;
    readonly whole: string | null;
  }
>(
  'tableTopics',
  `MATCH (t:Topic) WHERE t.revision > $since AND t.revision <= $upTo
   OPTIONAL MATCH (t)-[:PART_OF]->(i:Topic)
   RETURN t.id AS id, t.name AS name, t.kind AS kind, coalesce(t.aligned, false) AS aligned,
     coalesce(t.valence, false) AS valence, i.id AS whole
   ORDER BY id, whole`,
);

/** What actors are called. */
export const tableActors = query<
  { readonly ids: readonly string[] },
  { readonly id: string; readonly name: string; readonly kind: string }
>(
  'tableActors',
  `UNWIND $ids AS id
   MATCH (a:Actor {id: id})
   RETURN a.id AS id, a.name AS name, a.kind AS kind ORDER BY id`,
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

/** Sources, with the publisher of each that has one, and who controls it. */
export const tableSources = query<
  { readonly ids: readonly string[] },
  {
    readonly id: string;
    readonly author: string;
    readonly section: string;
    readonly kind: string;
    readonly publisher: string | null;
    readonly control: string;
  }
>(
  'tableSources',
  `UNWIND $ids AS id
   MATCH (o:Source {id: id})
   OPTIONAL MATCH (o)-[:PUBLISHED_BY]->(p:Publisher)
   RETURN o.id AS id, coalesce(o.author, '') AS author, coalesce(o.section, '') AS section,
     coalesce(o.type, '') AS kind, p.id AS publisher, coalesce(p.control, 'UNKNOWN') AS control
   ORDER BY id, publisher`,
);

/** What events decide, one row for each proposition. */
export const tableDecisions = query<
  Revisions,
  {
    readonly event: string;
    readonly dateFrom: string;
    readonly dateTo: string;
    readonly time: string | null;
    readonly topic: string;
    readonly yesMeans: string;
  }
>(
  'tableDecisions',
  `MATCH (e:Event)-[d:DECIDES]->(t:Topic) WHERE e.revision > $since AND e.revision <= $upTo
   RETURN e.id AS event, e.dateFrom AS dateFrom, e.dateTo AS dateTo, e.time AS time, t.id AS topic,
     d.yesMeans AS yesMeans
   ORDER BY event, topic`,
);

/** How many votes there are at an event, for each event. */
export const tableVotedEvents = query<Revisions, { readonly event: string; readonly votes: number }>(
  'tableVotedEvents',
  `MATCH (a:Actor)-[v:VOTED]->(e:Event) WHERE v.revision > $since AND v.revision <= $upTo
   RETURN e.id AS event, count(v) AS votes ORDER BY event`,
);

export const tableVotes = query<
  Revisions & { readonly events: readonly string[] },
  { readonly event: string; readonly actor: string; readonly vote: string }
>(
  'tableVotes',
  `UNWIND $events AS id
   MATCH (a:Actor)-[v:VOTED]->(e:Event {id: id}) WHERE v.revision > $since AND v.revision <= $upTo
   RETURN e.id AS event, a.id AS actor, v.vote AS vote ORDER BY event, actor`,
);
