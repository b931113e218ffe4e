import { RECORD_SCHEMAS, type RecordType } from '../model/index.js';
import type { Attributes, GraphEdge, GraphNode } from './elements.js';
import type { EdgeType, StoredKind } from './schema.js';

/**
 * The records that a graph was loaded from, out of its nodes and edges: the same content, fields in the order of the
 * record format, lists without an order of their own sorted by id.
 */

/** A record as JSON has it; what the loader reads. */
export interface JsonRecord {
  readonly type: RecordType;
  readonly [field: string]: unknown;
}

/** A node with the edges it owns, of any type and in their order. */
export interface Owner {
  readonly node: GraphNode;
  edges(type: EdgeType): readonly GraphEdge[];
}

export function actorRecord({ id, attributes }: GraphNode<StoredKind>): JsonRecord {
  return inOrder({ type: 'actor', id, ...attributes });
}

export function topicRecord({ node, edges }: Owner): JsonRecord {
  const partOf = unlessEmpty(targets(edges('PART_OF')));
  return inOrder({ type: 'topic', id: node.id, ...node.attributes, partOf });
}

export function publisherRecord({ id, attributes }: GraphNode<StoredKind>): JsonRecord {
  return inOrder({ type: 'publisher', id, ...attributes });
}

export function sourceRecord({ node, edges }: Owner): JsonRecord {
  const [publisher] = targets(edges('PUBLISHED_BY'));
  return inOrder({ type: 'source', id: node.id, ...node.attributes, publisher });
}

export function eventRecord({ node, edges }: Owner): JsonRecord {
  return inOrder({
    type: 'event',
    id: node.id,
    ...node.attributes,
    decides: unlessEmpty(edges('DECIDES').map((edge) => ({ topic: edge.target, ...edge.attributes }))),
    involves: unlessEmpty(edges('INVOLVES').map((edge) => ({ actor: edge.target, ...edge.attributes }))),
    citations: unlessEmpty(citations(edges('REPORTED_IN'))),
  });
}

export function voteRecord({ source, target, attributes }: GraphEdge): JsonRecord {
  return inOrder({ type: 'vote', event: target, actor: source, ...withCitations(attributes) });
}

export function membershipRecord({ source, target, attributes }: GraphEdge): JsonRecord {
  return inOrder({ type: 'membership', actor: source, organization: target, ...withCitations(attributes) });
}

export function officeRecord({ source, target, attributes }: GraphEdge): JsonRecord {
  return inOrder({ type: 'office', person: source, of: target, ...withCitations(attributes) });
}

/** `condition` gives the node of a condition that the statement sets. */
export function statementRecord({ node, edges }: Owner, condition: (id: string) => Owner): JsonRecord {
  const speakers = byOrdinal(edges('MADE_BY')).map(({ target, rest }) => ({ actor: target, ...rest }));
  const principals = edges('ON_BEHALF_OF').filter((edge) => edge.attributes.implied !== true);
  const [event] = targets(edges('MADE_AT'));
  return inOrder({
    type: 'statement',
    id: node.id,
    ...node.attributes,
    speakers,
    onBehalfOf: unlessEmpty(
      byOrdinal(principals).map(({ target, rest }) => ({ actor: target, basis: rest.basis })),
    ),
    addressees: unlessEmpty(targets(edges('ADDRESSED_TO'))),
    about: unlessEmpty(targets(edges('ABOUT'))),
    stances: unlessEmpty(edges('TAKES_STANCE').map((edge) => stance(edge, edges('SETS'), condition))),
    citations: citations(edges('REPORTED_IN')),
    event,
    respondsTo: unlessEmpty(
      edges('RESPONDS_TO').map((edge) => ({ id: edge.target, kind: edge.attributes.kind })),
    ),
  });
}

function stance(
  { target, attributes }: GraphEdge,
  sets: readonly GraphEdge[],
  condition: (id: string) => Owner,
): object {
  const { stance: id, position, untilMet, ...rest } = attributes;
  const conditions = byOrdinal(sets.filter((edge) => edge.attributes.stance === id)).map((edge) => {
    const { node, edges } = condition(edge.target);
    return { text: node.attributes.text, askedOf: unlessEmpty(targets(edges('ASKED_OF'))) };
  });
  return { topic: target, position, untilMet, conditions: unlessEmpty(conditions), ...rest };
}

export function disputeRecord({ node, edges }: Owner): JsonRecord {
  const claims = new Map<unknown, { claim: unknown; sources: string[] }>();
  for (const { target, attributes } of edges('CLAIMED_BY')) {
    const { ordinal, claim } = attributes;
    const known = claims.get(ordinal);
    if (known) known.sources.push(target);
    else claims.set(ordinal, { claim, sources: [target] });
  }
  const ordered = [...claims].sort(([a], [b]) => Number(a) - Number(b)).map(([, claim]) => claim);
  return inOrder({
    type: 'dispute',
    id: node.id,
    ...node.attributes,
    concerns: unlessEmpty(targets(edges('CONCERNS'))),
    claims: unlessEmpty(ordered),
  });
}

export function mergeRecord({ id, attributes }: GraphNode<StoredKind>): JsonRecord {
  return inOrder({ type: 'merge', id, ...attributes });
}

export function splitRecord({ id, attributes: { mergeId, ...rest } }: GraphNode<StoredKind>): JsonRecord {
  return inOrder({ type: 'split', id, merge: mergeId, ...rest });
}

function citations(edges: readonly GraphEdge[]): object[] {
  return byOrdinal(edges).map(({ target, rest }) => ({ source: target, ...rest }));
}

/** The edges as their record listed them, with their other attributes. */
function byOrdinal(edges: readonly GraphEdge[]): { target: string; rest: Attributes }[] {
  return edges
    .map(({ target, attributes: { ordinal, ...rest } }) => ({ target, ordinal: Number(ordinal), rest }))
    .sort((a, b) => a.ordinal - b.ordinal);
}

/** A record that is an edge keeps its citations as JSON; whose they are is in them. */
function withCitations({ citations, sources: _, ...rest }: Attributes): object {
  return Array.isArray(citations)
    ? { ...rest, citations: citations.map((citation): unknown => JSON.parse(citation)) }
    : rest;
}

function targets(edges: readonly GraphEdge[]): string[] {
  return edges.map((edge) => edge.target);
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** JSON leaves out what is undefined. */
function inOrder(record: JsonRecord): JsonRecord {
  const fields = Object.keys(RECORD_SCHEMAS[record.type].shape);
  return Object.fromEntries(fields.map((field) => [field, record[field]])) as JsonRecord;
}
