import type { StatementFilter } from '../../model/index.js';
import type { Ids, OfParent } from '../list-query.js';
import { degreesOfActors } from '../queries/actors.js';
import { degreesOfSources } from '../queries/sources.js';
import { partsOfTopics } from '../queries/topics.js';
import type { Query } from '../query.js';
import { type TopicParts, topicsNamedBy } from './topics.js';

/** The relationships that statements have to the nodes that a filter names. */
export type DegreeType =
  | 'MADE_BY'
  | 'ON_BEHALF_OF'
  | 'ADDRESSED_TO'
  | 'TAKES_STANCE'
  | 'ABOUT'
  | 'REPORTED_IN';

/**
 * What is read of a node that a filter names, before its statement is made: the node, or each of a topic's parts, with
 * how many statements hang on it by the type of the relationship, and how many months have statements; with actors, how
 * many there are that are merged into others.
 */
export type KnownNodeRow = {
  readonly node: string;
  readonly months: number;
  readonly mergedActors?: number;
} & {
  readonly [type in DegreeType]?: number;
};

export interface KnownNodes {
  readonly parts: TopicParts;
  /** the rows by node; a node that is not in the graph has none */
  readonly nodes: ReadonlyMap<string, KnownNodeRow>;
  readonly months: number;
  /** whether it was read that no actor is merged */
  readonly noneIsMerged: boolean;
}

type KnownNodesQuery = Query<Ids, OfParent<KnownNodeRow>>;

/** What is to be read of the nodes that a filter names: one statement for each of topics, actors and sources. */
export function knownNodesAsked(filter: StatementFilter): (readonly [id: string, query: KnownNodesQuery])[] {
  const { speakers, principals, addressees, sources } = filter;
  const actors = [...(speakers ?? []), ...(principals ?? []), ...(addressees ?? [])];
  return [
    ...topicsNamedBy(filter).map((id) => [id, partsOfTopics] as const),
    ...actors.map((id) => [id, degreesOfActors] as const),
    ...(sources ?? []).map((id) => [id, degreesOfSources] as const),
  ];
}

/** `rows`: those of each node named */
export function knownNodes(
  rows: readonly (readonly [id: string, rows: readonly KnownNodeRow[]])[],
): KnownNodes {
  const nodes = rows.flatMap(([, found]) => found);
  return {
    parts: new Map(
      rows.map(([id, found]) => [id, found.length === 0 ? [id] : found.map(({ node }) => node)]),
    ),
    nodes: new Map(nodes.map((row) => [row.node, row])),
    months: nodes[0]?.months ?? 0,
    noneIsMerged: nodes.some(({ mergedActors }) => mergedActors === 0),
  };
}
