import type { Facet } from '../../analysis/index.js';
import type { Facets } from '../facets.js';
import type {
  ActorFacetResolvers,
  PublisherFacetResolvers,
  StatementFacetsResolvers,
  TopicFacetResolvers,
} from '../schema.generated.js';
import { existingNode } from './node.js';

const DEFAULT_VALUES = 20;

/** A field whose name is that of a facet. */
function field(facet: Facet) {
  return async (facets: Facets, { first }: { readonly first?: number | null }) => [
    ...(await facets.of(facet, first ?? DEFAULT_VALUES)),
  ];
}

export const StatementFacets: StatementFacetsResolvers = {
  byActor: field('byActor'),
  bySpeaker: field('bySpeaker'),
  byTopic: field('byTopic'),
  byPosition: field('byPosition'),
  byYear: field('byYear'),
  byPublisher: field('byPublisher'),
  byControl: field('byControl'),
  byAct: field('byAct'),
};

export const ActorFacet: ActorFacetResolvers = {
  node: ({ value }, _, context) => existingNode('actor', value, context),
};
export const TopicFacet: TopicFacetResolvers = {
  node: ({ value }, _, context) => existingNode('topic', value, context),
};
export const PublisherFacet: PublisherFacetResolvers = {
  node: ({ value }, _, context) => existingNode('publisher', value, context),
};
