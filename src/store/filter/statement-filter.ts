import {
  FIRST_DAY,
  LAST_DAY,
  parseEdtf,
  type StanceFilter,
  type StatementFilter,
  wordsOf,
} from '../../model/index.js';
import type { Parameters } from './parameters.js';
import { some } from './pattern.js';
import { dateConditions, periodOf } from './period.js';
import { type TopicParts, withParts } from './topics.js';

/** The conditions of a checked filter on `s`, wherever `s` comes from. */
export function statementConditions(
  filter: StatementFilter,
  parts: TopicParts,
  params: Parameters,
): string[] {
  const conditions: string[] = [];
  const edge = (pattern: string, where: string) => conditions.push(some(`(s)${pattern}`, where));

  if (filter.ids) conditions.push(`s.id IN ${params.add(filter.ids)}`);
  if (filter.words != null) conditions.push(...wordConditions(filter.words, params));
  if (filter.acts) conditions.push(`s.act IN ${params.add(filter.acts)}`);
  if (filter.date) conditions.push(...dateConditions('s', periodOf(filter.date), params));
  if (filter.changedSince != null) conditions.push(`s.revision > ${params.add(filter.changedSince)}`);
  if (filter.speakers) edge('-[:MADE_BY]->(a:Actor)', `a.id IN ${params.add(filter.speakers)}`);
  if (filter.capacities) edge('-[m:MADE_BY]->(:Actor)', `m.capacity IN ${params.add(filter.capacities)}`);
  if (filter.principals) {
    const ids = params.add(filter.principals);
    const direct = `p.id IN ${ids}`;
    edge(
      '-[b:ON_BEHALF_OF]->(p:Actor)',
      filter.expandJoint ? `${direct} OR ${jointFor(`g.id IN ${ids}`)}` : direct,
    );
  }
  if (filter.memberOf) {
    const { from, to } = memberDays(filter.memberOf.at, 's', params);
    const inBody = `o.id = ${params.add(filter.memberOf.organization)} AND m.fromDay <= ${to} AND m.toDay >= ${from}`;
    const direct = some('(p)-[m:MEMBER_OF]->(o:Actor)', inBody);
    edge(
      '-[b:ON_BEHALF_OF]->(p:Actor)',
      filter.expandJoint ? `${direct} OR ${jointFor(some('(g)-[m:MEMBER_OF]->(o:Actor)', inBody))}` : direct,
    );
  }
  if (filter.addressees) edge('-[:ADDRESSED_TO]->(a:Actor)', `a.id IN ${params.add(filter.addressees)}`);
  if (filter.about) edge('-[:ABOUT]->(t:Topic)', `t.id IN ${params.add(withParts(filter.about, parts))}`);
  if (filter.stance) {
    const { topics } = filter.stance;
    const where = stanceConditions(filter.stance, 'x', params);
    if (topics) where.push(`t.id IN ${params.add(withParts(topics, parts))}`);
    edge('-[x:TAKES_STANCE]->(t:Topic)', where.join(' AND '));
  }
  if (filter.sources) edge('-[:REPORTED_IN]->(o:Source)', `o.id IN ${params.add(filter.sources)}`);
  if (filter.publishers) {
    edge(
      '-[:REPORTED_IN]->(:Source)-[:PUBLISHED_BY]->(p:Publisher)',
      `p.id IN ${params.add(filter.publishers)}`,
    );
  }
  if (filter.publisherControl) {
    const control = params.add(filter.publisherControl);
    edge(
      '-[:REPORTED_IN]->(:Source)-[:PUBLISHED_BY]->(p:Publisher)',
      `coalesce(p.control, 'UNKNOWN') IN ${control}`,
    );
  }
  if (filter.attributions)
    edge('-[c:REPORTED_IN]->(:Source)', `c.attribution IN ${params.add(filter.attributions)}`);
  if (filter.languages) edge('-[c:REPORTED_IN]->(:Source)', `c.language IN ${params.add(filter.languages)}`);
  if (filter.hasQuote != null) {
    const quoted = some('(s)-[c:REPORTED_IN]->(:Source)', 'c.quote IS NOT NULL');
    conditions.push(filter.hasQuote ? quoted : `NOT ${quoted}`);
  }
  if (filter.events) edge('-[:MADE_AT]->(e:Event)', `e.id IN ${params.add(filter.events)}`);
  if (filter.respondsTo) edge('-[:RESPONDS_TO]->(r)', `r.id IN ${params.add(filter.respondsTo)}`);

  const inner = (one: StatementFilter) => statementConditions(one, parts, params);
  if (filter.and) conditions.push(...filter.and.flatMap(inner));
  if (filter.or) conditions.push(...anyOf(filter.or.map(inner)));
  if (filter.not) conditions.push(...noneOf(inner(filter.not)));
  return conditions.includes(NOTHING) ? [NOTHING] : conditions;
}

/** That `s` has every word, the last one as a prefix: `searchText` holds each word between spaces. */
function wordConditions(text: string, params: Parameters): string[] {
  const words = wordsOf(text);
  return words.map((word, i) => {
    const part = i === words.length - 1 ? ` ${word}` : ` ${word} `;
    return `s.searchText CONTAINS ${params.add(part)}`;
  });
}

/** That `s` is a joint statement of the group `p`, and that a member `g` it had at that date meets a condition. */
function jointFor(condition: string): string {
  const member = `j.fromDay <= s.dateTo AND j.toDay >= s.dateFrom AND ${condition}`;
  return `(b.basis = 'JOINT' AND ${some('(p)<-[j:MEMBER_OF]-(g:Actor)', member)})`;
}

/**
 * The condition that nothing meets. No conditions are met by everything. Both are folded here: Neo4j's planner fails on
 * some statements with a constant beside a pattern.
 */
const NOTHING = 'false';

function anyOf(alternatives: readonly (readonly string[])[]): string[] {
  if (alternatives.some((conditions) => conditions.length === 0)) return [];
  const possible = alternatives.filter((conditions) => !conditions.includes(NOTHING));
  if (possible.length === 0) return [NOTHING];
  return [`(${possible.map((conditions) => `(${conditions.join(' AND ')})`).join(' OR ')})`];
}

function noneOf(conditions: readonly string[]): string[] {
  if (conditions.length === 0) return [NOTHING];
  return conditions.includes(NOTHING) ? [] : [`NOT (${conditions.join(' AND ')})`];
}

/** Conditions on one stance edge, but for its topics. */
export function stanceConditions(
  stance: Omit<StanceFilter, 'topics'>,
  edge: string,
  params: Parameters,
): string[] {
  const conditions = [
    `${edge}.coding IN ${params.add(stance.codings)}`,
    stance.positions
      ? `${edge}.position IN ${params.add(stance.positions)}`
      : `${edge}.position <> ${params.add('NO_STANCE')}`,
  ];
  if (stance.untilMet) {
    conditions.push(`coalesce(${edge}.untilMet, '') IN ${params.add(stance.untilMet)}`);
  }
  if (stance.minConfidence != null) {
    conditions.push(`coalesce(${edge}.confidence, -1) >= ${params.add(stance.minConfidence)}`);
  }
  return conditions;
}

/** The days a membership must overlap: those of `at`, or those of the statement. */
export function memberDays(
  at: string | null | undefined,
  node: string | undefined,
  params: Parameters,
): { from: string; to: string } {
  const days = at ? parseEdtf(at) : undefined;
  if (days) return { from: params.add(days.from), to: params.add(days.to) };
  if (node === undefined) return { from: params.add(FIRST_DAY), to: params.add(LAST_DAY) };
  return { from: `${node}.dateFrom`, to: `${node}.dateTo` };
}
