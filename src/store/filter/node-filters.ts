import { z } from 'zod';
import {
  ACTOR_KINDS,
  CONTROLS,
  DISPUTE_STATUSES,
  dateRangeSchema,
  EVENT_KINDS,
  filterIds,
  filterValues,
  memberOfSchema,
  TOPIC_KINDS,
} from '../../model/index.js';
import type { Parameters } from './parameters.js';
import { some } from './pattern.js';
import { dateConditions, periodOf } from './period.js';
import { memberDays } from './statement-filter.js';
import { type TopicParts, withParts } from './topics.js';

/**
 * The filters of the nodes beside statements: for each a schema, and its conditions on the node `n`. Values of a key
 * are alternatives, keys add up.
 */
export const actorFilterSchema = z.strictObject({
  ids: filterIds('actor'),
  kinds: filterValues(z.enum(ACTOR_KINDS)),
  isoCodes: filterValues(z.string().regex(/^[A-Z]{3}$/, 'an ISO 3166 alpha-3 code such as "IRN"')),
  memberOf: memberOfSchema.nullish(),
});

export function actorConditions(filter: z.infer<typeof actorFilterSchema>, params: Parameters): string[] {
  const conditions = propertyConditions(
    { id: filter.ids, kind: filter.kinds, isoCode: filter.isoCodes },
    params,
  );
  if (filter.memberOf) {
    const { from, to } = memberDays(filter.memberOf.at, undefined, params);
    conditions.push(
      some(
        '(n)-[m:MEMBER_OF]->(o:Actor)',
        `o.id = ${params.add(filter.memberOf.organization)} AND m.fromDay <= ${to} AND m.toDay >= ${from}`,
      ),
    );
  }
  return conditions;
}

export const topicFilterSchema = z.strictObject({
  ids: filterIds('topic'),
  kinds: filterValues(z.enum(TOPIC_KINDS)),
  within: filterIds('topic'),
});

export function topicConditions(
  filter: z.infer<typeof topicFilterSchema>,
  parts: TopicParts,
  params: Parameters,
): string[] {
  const conditions = propertyConditions({ id: filter.ids, kind: filter.kinds }, params);
  if (filter.within) conditions.push(`n.id IN ${params.add(withParts(filter.within, parts))}`);
  return conditions;
}

export const sourceFilterSchema = z.strictObject({
  ids: filterIds('source'),
  publishers: filterIds('publisher'),
  publisherControl: filterValues(z.enum(CONTROLS)),
  languages: filterValues(z.string().min(1)),
});

export function sourceConditions(filter: z.infer<typeof sourceFilterSchema>, params: Parameters): string[] {
  const conditions = propertyConditions({ id: filter.ids, language: filter.languages }, params);
  if (filter.publishers) {
    conditions.push(some('(n)-[:PUBLISHED_BY]->(p:Publisher)', `p.id IN ${params.add(filter.publishers)}`));
  }
  if (filter.publisherControl) {
    conditions.push(
      some(
        '(n)-[:PUBLISHED_BY]->(p:Publisher)',
        `coalesce(p.control, 'UNKNOWN') IN ${params.add(filter.publisherControl)}`,
      ),
    );
  }
  return conditions;
}

export const publisherFilterSchema = z.strictObject({
  ids: filterIds('publisher'),
  control: filterValues(z.enum(CONTROLS)),
  countries: filterIds('actor'),
});

export function publisherConditions(
  filter: z.infer<typeof publisherFilterSchema>,
  params: Parameters,
): string[] {
  const conditions = propertyConditions({ id: filter.ids, country: filter.countries }, params);
  if (filter.control) conditions.push(`coalesce(n.control, 'UNKNOWN') IN ${params.add(filter.control)}`);
  return conditions;
}

export const eventFilterSchema = z.strictObject({
  ids: filterIds('event'),
  kinds: filterValues(z.enum(EVENT_KINDS)),
  date: dateRangeSchema.nullish(),
  actors: filterIds('actor'),
  decides: filterIds('topic'),
  codes: filterValues(z.string().min(1)),
  outcomes: filterValues(z.string().min(1)),
});

export function eventConditions(
  filter: z.infer<typeof eventFilterSchema>,
  parts: TopicParts,
  params: Parameters,
): string[] {
  const conditions = propertyConditions(
    { id: filter.ids, kind: filter.kinds, outcome: filter.outcomes },
    params,
  );
  if (filter.date) conditions.push(...dateConditions('n', periodOf(filter.date), params));
  if (filter.actors) {
    const wanted = `a.id IN ${params.add(filter.actors)}`;
    conditions.push(
      `(${some('(n)-[:INVOLVES]->(a:Actor)', wanted)} OR ${some('(n)<-[:VOTED]-(a:Actor)', wanted)})`,
    );
  }
  if (filter.decides) {
    conditions.push(
      some('(n)-[:DECIDES]->(t:Topic)', `t.id IN ${params.add(withParts(filter.decides, parts))}`),
    );
  }
  if (filter.codes)
    conditions.push(`any(code IN coalesce(n.codes, []) WHERE code IN ${params.add(filter.codes)})`);
  return conditions;
}

export const disputeFilterSchema = z.strictObject({
  ids: filterIds('dispute'),
  statuses: filterValues(z.enum(DISPUTE_STATUSES)),
  concerns: filterIds('statement', 'event'),
});

export function disputeConditions(filter: z.infer<typeof disputeFilterSchema>, params: Parameters): string[] {
  const conditions = propertyConditions({ id: filter.ids, status: filter.statuses }, params);
  if (filter.concerns) {
    conditions.push(some('(n)-[:CONCERNS]->(x)', `x.id IN ${params.add(filter.concerns)}`));
  }
  return conditions;
}

export const conditionFilterSchema = z.strictObject({
  askedOf: filterIds('actor'),
  topics: filterIds('topic'),
  principals: filterIds('actor'),
});

export function conditionConditions(
  filter: z.infer<typeof conditionFilterSchema>,
  parts: TopicParts,
  params: Parameters,
): string[] {
  const conditions: string[] = [];
  if (filter.askedOf) {
    conditions.push(some('(n)-[:ASKED_OF]->(a:Actor)', `a.id IN ${params.add(filter.askedOf)}`));
  }
  if (filter.topics) {
    conditions.push(some('(n)-[:FOR]->(t:Topic)', `t.id IN ${params.add(withParts(filter.topics, parts))}`));
  }
  if (filter.principals) {
    conditions.push(
      some(
        '(n)<-[:SETS]-(:Statement)-[:ON_BEHALF_OF]->(a:Actor)',
        `a.id IN ${params.add(filter.principals)}`,
      ),
    );
  }
  return conditions;
}

/** For each property that has values: that the node's is one of them. */
function propertyConditions(
  wanted: Readonly<Record<string, readonly string[] | null | undefined>>,
  params: Parameters,
): string[] {
  return Object.entries(wanted).flatMap(([property, values]) =>
    values ? [`n.${property} IN ${params.add(values)}`] : [],
  );
}
