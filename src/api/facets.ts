import DataLoader from 'dataloader';
import type { Facet, FacetCount } from '../analysis/index.js';
import { DemarcheError, type StatementFilter } from '../model/index.js';
import type { ApiContext } from './context.js';

const MOST_VALUES = 100;

/** The facets of the statements that a filter selects. Those selected in one place are computed together. */
export interface Facets {
  of(facet: Facet, first: number): Promise<readonly FacetCount[]>;
  revision(): Promise<number>;
}

interface Wanted {
  readonly facet?: Facet;
  readonly first: number;
}

export function facetsOf(filter: StatementFilter, context: ApiContext): Facets {
  const loader = new DataLoader(
    async (all: readonly Wanted[]) => {
      const wanted: { [F in Facet]?: number } = {};
      for (const { facet, first } of all) {
        if (facet) wanted[facet] = Math.max(first, wanted[facet] ?? 0);
      }
      const { result, revision } = await context.askTable('facets', filter, wanted);
      return all.map(({ facet, first }) => ({
        counts: (facet && result[facet])?.slice(0, first) ?? [],
        revision,
      }));
    },
    { cache: false },
  );
  return {
    async of(facet, first) {
      if (first < 0 || first > MOST_VALUES) {
        throw new DemarcheError(
          'BAD_USER_INPUT',
          `first: expected a number from 0 to ${MOST_VALUES}, not ${first}`,
        );
      }
      return (await loader.load({ facet, first })).counts;
    },
    revision: async () => (await loader.load({ first: 0 })).revision,
  };
}

/** The facets of a list that hangs on a node: one pass over the table for each node would be too many. */
export function noFacets(): never {
  throw new DemarcheError(
    'BAD_USER_INPUT',
    'facets: expected on Query.statements only, where a filter names the actor, topic or source: statements(filter: {principals: [...]}) { facets { ... } }',
  );
}
