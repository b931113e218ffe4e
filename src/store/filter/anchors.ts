import { DEFAULT_CODING, type StanceFilter, type StatementFilter } from '../../model/index.js';
import type { DegreeType, KnownNodes } from './known-nodes.js';
import type { Parameters } from './parameters.js';
import { stanceConditions } from './statement-filter.js';
import { type TopicParts, withParts } from './topics.js';

/** Nodes that a statement must hang on one of, so that it can be found from them. */
export interface Anchor {
  readonly label: 'Actor' | 'Topic' | 'Source' | 'Event';
  /** the relationship from the statement */
  readonly type: string;
  /** that `node` is one of the nodes */
  readonly isNode: (node: string) => string;
  /** conditions on the relationship */
  readonly onEdge: (edge: string) => readonly string[];
  /** whether these leave out many of the statements */
  readonly selective: boolean;
  /** whether one statement can hang on the nodes more than once */
  readonly repeats: boolean;
}

/** An anchor of which it is known how many statements hang on it. */
export interface KnownAnchor extends Anchor {
  readonly degree: number;
}

const NO_CONDITIONS = () => [];

/**
 * The keys of a filter that name nodes directly, as anchors, the one with the fewest statements first; and what they
 * leave to be asked of each statement.
 */
export function anchorsOf(
  filter: StatementFilter,
  known: KnownNodes,
  params: Parameters,
): { readonly anchors: readonly KnownAnchor[]; readonly rest: StatementFilter } {
  const anchors: KnownAnchor[] = [];
  const rest: { -readonly [K in keyof StatementFilter]: StatementFilter[K] } = { ...filter };
  const add = (
    key: keyof StatementFilter,
    ids: readonly string[] | null | undefined,
    anchor: Pick<Anchor, 'label'> & { readonly type: DegreeType } & Partial<Anchor>,
  ) => {
    if (!ids) return;
    const name = params.add(ids);
    anchors.push({
      isNode: (node) => `${node}.id IN ${name}`,
      onEdge: NO_CONDITIONS,
      selective: false,
      repeats: ids.length > 1,
      degree: ids.reduce((sum, id) => sum + (known.nodes.get(id)?.[anchor.type] ?? 0), 0),
      ...anchor,
    });
    rest[key] = undefined;
  };
  const { stance } = filter;
  add('sources', filter.sources, { label: 'Source', type: 'REPORTED_IN', repeats: true });
  add('speakers', filter.speakers, { label: 'Actor', type: 'MADE_BY' });
  // a group that counts for its members is more than its own statements
  if (!filter.expandJoint) add('principals', filter.principals, { label: 'Actor', type: 'ON_BEHALF_OF' });
  add('addressees', filter.addressees, { label: 'Actor', type: 'ADDRESSED_TO' });
  if (stance?.topics) {
    add('stance', withParts(stance.topics, known.parts), { ...ofStance(stance, params), repeats: true });
  }
  add('about', filter.about && withParts(filter.about, known.parts), { label: 'Topic', type: 'ABOUT' });
  return { anchors: anchors.sort((a, b) => a.degree - b.degree), rest };
}

type StanceConditions = Omit<StanceFilter, 'topics'>;

function ofStance(stance: StanceConditions, params: Parameters) {
  return {
    label: 'Topic',
    type: 'TAKES_STANCE',
    onEdge: (edge: string) => stanceConditions(stance, edge, params),
    selective: stance.positions != null || stance.untilMet != null || stance.minConfidence != null,
  } as const;
}

/** A node that has statements, as the anchor of a list that hangs on it. */
export interface ParentAnchor extends Omit<Anchor, 'isNode'> {
  /** clauses that bind `node` to the nodes once each, from the id `parent`: a topic has its parts with it */
  readonly nodes: string;
}

const TOPICS = 'MATCH (:Topic {id: parent})<-[:PART_OF*0..]-(node:Topic)';

function parentAnchor(label: Anchor['label'], type: string, repeats: boolean): ParentAnchor {
  const nodes = label === 'Topic' ? `${TOPICS}\nWITH DISTINCT node` : `MATCH (node:${label} {id: parent})`;
  return { nodes, label, type, onEdge: NO_CONDITIONS, selective: false, repeats };
}

/** How the statements of a parent node hang on it. */
const PARENTS = {
  actorPrincipal: parentAnchor('Actor', 'ON_BEHALF_OF', false),
  actorSpeaker: parentAnchor('Actor', 'MADE_BY', false),
  actorAddressee: parentAnchor('Actor', 'ADDRESSED_TO', false),
  topicStance: parentAnchor('Topic', 'TAKES_STANCE', true),
  topicSubject: parentAnchor('Topic', 'ABOUT', true),
  event: parentAnchor('Event', 'MADE_AT', false),
  source: parentAnchor('Source', 'REPORTED_IN', true),
};
export type StatementParent = keyof typeof PARENTS;

/** A parent node as the anchor of its statements, and what it leaves of their filter. */
export function anchorOfParent(
  parent: StatementParent,
  filter: StatementFilter,
  parts: TopicParts,
  params: Parameters,
): { readonly anchor: ParentAnchor; readonly rest: StatementFilter } {
  const anchor = PARENTS[parent];
  if (parent !== 'topicStance') return { anchor, rest: filter };
  // A stance clause is of the very stance on the topic, or a supporter would be listed among its opponents.
  const { stance, ...rest } = filter;
  const topics = stance?.topics && withParts(stance.topics, parts);
  const nodes = topics
    ? `${TOPICS}\nWHERE node.id IN ${params.add(topics)}\nWITH DISTINCT node`
    : anchor.nodes;
  return { anchor: { ...anchor, ...ofStance(stance ?? { codings: [DEFAULT_CODING] }, params), nodes }, rest };
}
