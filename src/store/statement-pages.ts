import type { Anchor, KnownAnchor, ParentAnchor } from './filter/anchors.js';
import type { Parameters } from './filter/parameters.js';
import { some } from './filter/pattern.js';
import { dateConditions, type Period } from './filter/period.js';
import { beyondBound, type Keyset, type Order, onIndex, orderBy, type Paged, where } from './page.js';
import { DAYS_WORTH_WALKING, type DaysOfWalk, daysOfWalk, type ExpectedDays } from './statement-walk.js';

/**
 * How statements are found. A page of them takes one of two ways:
 *
 * - a **walk**, day by day, asking of each statement whether it hangs on the anchors. A few days hold a page of what is
 *   said daily, however long it has been said.
 * - **expanding** the anchor with the fewest statements; without anchors, a scan of all. This is best for what is said
 *   rarely, and it is what is left where a walk does not fill the page.
 *
 * Which of the two depends on how many statements hang on the anchor. Of the nodes that a filter names that is known
 * beforehand; of a parent the statement itself finds out, so that a node and its statements take one.
 */
type Found = Pick<Paged, 'order' | 'page' | 'all' | 'repeats'>;

interface Statements {
  /** conditions on `s` */
  readonly conditions: readonly string[];
  readonly period: Period;
  readonly descending: boolean;
}

interface Filtered extends Statements {
  /** the one with the fewest statements first */
  readonly anchors: readonly KnownAnchor[];
  /** how many months have statements */
  readonly months: number;
}

interface OfParent extends Statements {
  readonly anchor: ParentAnchor;
}

const DAYS_OF_MONTH = 30;
/** Of the statements on an anchor, it is guessed that one in so many meets what else is asked of them. */
const ONE_IN = 3;

/** The statements that a filter selects. */
export function filteredStatements(filtered: Filtered, params: Parameters): Found {
  const { anchors, months, period } = filtered;
  const [least, ...others] = anchors.map(numbered);
  const conditions = [...others.map(hangsOn), ...filtered.conditions];
  const dates = dateConditions('s', period, params);
  const dated = [...dates, ...conditions];
  const repeats = least?.repeats ?? false;
  return {
    order: orderOf(filtered),
    repeats,
    all: least
      ? statementsFrom(least, dated)
      : allStatements([...(dates.length > 0 ? ['s.id IS NOT NULL'] : []), ...dated]),
    page: (keyset, added) => {
      const cut = cutFor(filtered, keyset, added, repeats);
      const after = [...cut.beyond, ...dated];
      if (!least) {
        const days = daysOfWalk({ period, order: cut.order, keyset }, added);
        const walk = walked({ days, cut, conditions });
        // What few meet is not looked for in the order of the index, which is slower to read.
        const ordered = filtered.conditions.length === 0 || dates.length > 0;
        const scan = allStatements([...(ordered ? onIndex('s', cut.order, keyset) : []), ...after]);
        return days.whole ? walk : walkThen(walk, `${scan}\n${cut.clause}`, cut.limit);
      }
      const expanded = `${statementsFrom(least, after)}\n${cut.clause}`;
      const even = conditions.length === 0 && !least.selective;
      const expected = (spanOfMonth(keyset, even) * months) / least.degree;
      // not a number where there are neither statements nor months
      if (!(expected <= DAYS_WORTH_WALKING)) return expanded;
      const days = daysOfWalk({ period, order: cut.order, keyset }, added);
      const walk = walked({
        days,
        cut,
        conditions: [hangsOn(least), ...conditions],
        expected: even ? expected : undefined,
      });
      return days.whole ? walk : walkThen(walk, expanded, cut.limit);
    },
  };
}

/** The statements of a parent node that a filter selects: the clauses start from its id, `parent`. */
export function statementsOfParent(ofParent: OfParent, params: Parameters): Found {
  const { anchor, conditions, period } = ofParent;
  const { nodes, type, repeats } = anchor;
  const own = numbered({ ...anchor, isNode: (node) => `${node} IN nodes` }, 0);
  const dated = [...dateConditions('s', period, params), ...conditions];
  return {
    order: orderOf(ofParent),
    repeats,
    all: `${nodes}
WITH node AS node0
${statementsOfNode(own, dated)}`,
    page: (keyset, added) => {
      const cut = cutFor(ofParent, keyset, added, repeats);
      const { limit } = cut;
      const days = daysOfWalk({ period, order: cut.order, keyset }, added);
      const even = conditions.length === 0 && !anchor.selective;
      const walk = walked({
        days,
        cut,
        conditions: [hangsOn(own), ...conditions],
        carried: ['nodes'],
        expected: even ? { days: 'span / degree', of: ['span', 'degree'] } : undefined,
      });
      return `CALL (parent) {
${nodes}
WITH node, COUNT { (node)<-[:${type}]-() } AS degree
RETURN collect(node) AS nodes, sum(degree) AS degree
}
WITH nodes, degree, ${added.add(spanOfMonth(keyset, even))} * COUNT { (:_Month) } AS span
WITH nodes, degree, span, ${DAYS_WORTH_WALKING} * degree >= span AS walks
CALL (nodes, degree, span, walks) {
WITH nodes, degree, span, walks
WHERE walks
${walk}
RETURN collect(s) AS walked
}
CALL (nodes, walks, walked) {
WITH walked${days.whole ? '' : `\nWHERE size(walked) = ${limit}`}
UNWIND walked AS s
RETURN s
UNION ALL
WITH nodes, walks, walked
WHERE ${days.whole ? 'NOT walks' : `size(walked) < ${limit}`}
UNWIND nodes AS node0
WITH node0
${statementsOfNode(own, [...cut.beyond, ...dated])}
${cut.clause}
RETURN s
}`;
    },
  };
}

/** Times the months, and divided by the statements in them, this is the number of days in which a page is expected. */
function spanOfMonth({ limit }: Keyset, even: boolean): number {
  return DAYS_OF_MONTH * limit * (even ? 1 : ONE_IN);
}

function orderOf({ descending }: Statements): Order {
  return { key: ['dateFrom', 'id'], descending };
}

/** What makes a page of statements. */
interface Cut {
  readonly order: Order;
  /** the name of the parameter */
  readonly limit: string;
  /** that `s` comes after the bound */
  readonly beyond: readonly string[];
  /** the clause that leaves the page */
  readonly clause: string;
}

function cutFor(statements: Statements, keyset: Keyset, params: Parameters, repeats: boolean): Cut {
  const order = orderOf(statements);
  const limit = params.add(keyset.limit);
  const distinct = repeats ? 'DISTINCT ' : '';
  return {
    order,
    limit,
    beyond: beyondBound('s', order, keyset, params),
    clause: `WITH ${distinct}s ORDER BY ${orderBy('s', order, keyset)} LIMIT ${limit}`,
  };
}

/** An anchor in a statement: its nodes are `node0`, met by `edge0`; or 1, or 2. */
interface Numbered extends Pick<Anchor, 'label' | 'type' | 'repeats' | 'selective'> {
  readonly n: number;
  /** conditions on `node0` */
  readonly onNode: string;
  /** conditions on `edge0` */
  readonly onEdge: readonly string[];
}

function numbered<A extends Anchor>(anchor: A, n: number): Omit<A, 'onEdge'> & Numbered {
  return { ...anchor, n, onNode: anchor.isNode(`node${n}`), onEdge: anchor.onEdge(`edge${n}`) };
}

interface Walk {
  readonly days: DaysOfWalk;
  readonly cut: Cut;
  /** conditions on `s` */
  readonly conditions: readonly string[];
  /** variables that these need */
  readonly carried?: readonly string[];
  /** in how many days the page is expected, where that is known */
  readonly expected?: ExpectedDays | undefined;
}

/**
 * The clauses of a walk. That a statement hangs on an anchor is a condition like others: of a pattern in a MATCH, the
 * planner might start from the anchor, not knowing how many statements hang on this one.
 */
function walked({ days, cut, conditions, carried = [], expected }: Walk): string {
  return `${days.clauses(carried, expected)}
MATCH (s:Statement)${where(['s.dateFrom = day', 's.id IS NOT NULL', ...days.conditions, ...conditions])}
WITH s, day ORDER BY ${days.order} LIMIT ${cut.limit}`;
}

/** A walk, and where it does not fill the page, the rest: a CALL of its own, lest the planner runs it all the same. */
function walkThen(walk: string, rest: string, limit: string): string {
  return `CALL () {
${walk}
RETURN collect(s) AS walked
}
CALL (walked) {
WITH walked WHERE size(walked) = ${limit}
UNWIND walked AS s
RETURN s
UNION ALL
WITH walked WHERE size(walked) < ${limit}
CALL (walked) {
${rest}
RETURN s
}
RETURN s
}`;
}

/** Clauses that bind `s` to all statements. */
function allStatements(conditions: readonly string[]): string {
  return `MATCH (s:Statement)${where(conditions)}`;
}

/** Clauses that bind `s` to the statements that hang on the first anchor. */
function statementsFrom(anchor: Numbered, conditions: readonly string[]): string {
  return `MATCH (node0:${anchor.label})${where([anchor.onNode])}
${statementsOfNode(anchor, conditions)}`;
}

function statementsOfNode({ type, onEdge }: Numbered, conditions: readonly string[]): string {
  return `MATCH (node0)<-[edge0:${type}]-(s:Statement)${where([...conditions, ...onEdge])}`;
}

/** That `s` hangs on an anchor. */
function hangsOn({ n, type, label, onNode, onEdge }: Numbered): string {
  return some(`(s)-[edge${n}:${type}]->(node${n}:${label})`, [onNode, ...onEdge].join(' AND '));
}
