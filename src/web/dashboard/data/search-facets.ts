import { graphql } from '../../client/graphql';

/** How the statements of a search spread, and how many there are. */
export const searchFacets = graphql(`
  query Facets($filter: StatementFilter) {
    statements(filter: $filter, first: 1) {
      totalCount
      facets {
        byActor(first: 12) { node { id name } count }
        bySpeaker(first: 8) { node { id name } count }
        byTopic(first: 12) { node { id name } count }
        byPosition { value count }
        byYear(first: 30) { value count }
        byPublisher(first: 8) { node { id name } count }
        byControl { value count }
        byAct { value count }
      }
    }
  }
`);
