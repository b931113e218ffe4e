import { actorQueries, type SourceRow, sourceQueries, sourcesOfPublisherPaged } from '../../store/index.js';
import { listOf } from '../node-lists.js';
import type { CitationResolvers, PublisherResolvers, SourceResolvers } from '../schema.generated.js';
import { statementsOfNode } from '../statements-of-node.js';

export const Source: SourceResolvers = {
  publisher: async (source, _, context) =>
    source.foundPublisher === undefined
      ? ((await context.many(sourceQueries.publishersOfSources, source.id))[0] ?? null)
      : source.foundPublisher,
  statements: statementsOfNode('Source'),
};

export const Publisher: PublisherResolvers = {
  control: (publisher) => (publisher.control ?? 'UNKNOWN') as never,
  country: (publisher, _, context) =>
    publisher.country === null ? null : context.one(actorQueries.actorsById, publisher.country),
  sources: (publisher, args, context) =>
    listOf<SourceRow>(sourcesOfPublisherPaged(), publisher.id, (row) => [row.id], args, context),
};

export const Citation: CitationResolvers = {
  primary: (citation) => citation.primary ?? false,
  source: async (citation, _, context) => {
    if (typeof citation.source !== 'string') return citation.source;
    const source = await context.one(sourceQueries.sourcesById, citation.source);
    if (!source)
      throw new Error(`${citation.source} is cited but missing: the graph was changed by other means`);
    return source;
  },
};
