import { z } from 'zod';
import type { Measure, Questions } from '../analysis/index.js';
import {
  DemarcheError,
  filterIds,
  filterValues,
  POSITIONS,
  parseInput,
  parseStatementFilter,
  type StatementFilter,
} from '../model/index.js';
import type { NetworkInput, RequireFields } from './schema.generated.js';
import type { Selected } from './selection.js';

const selectionSchema = z
  .strictObject({
    actors: filterIds('actor'),
    topics: filterIds('topic'),
    positions: filterValues(z.enum(POSITIONS)),
    sources: filterIds('source'),
    authors: filterValues(z.string()),
    publishers: filterIds('publisher'),
    sections: filterValues(z.string()),
    types: filterValues(z.string()),
  })
  .nullish();
type NetworkSelection = NonNullable<z.infer<typeof selectionSchema>>;

/** An input as GraphQL passes it: what has a default is there. */
export type FilledNetworkInput = RequireFields<
  NetworkInput,
  'actorsAs' | 'coding' | 'includeNeutral' | 'includeValence' | 'includeVotes' | 'minWeight' | 'seed'
>;

/** What is asked of the stance table for an input, whatever part of the network is wanted. */
export interface NetworkQuestion {
  readonly filter: StatementFilter;
  readonly wanted: Omit<Questions['networkEvidence']['wanted'], 'edges'>;
}

/** @throws DemarcheError BAD_USER_INPUT that names the key */
export function networkQuestion(input: FilledNetworkInput): NetworkQuestion {
  const exclude = parseInput(selectionSchema, input.exclude, 'input.exclude') ?? {};
  const include = parseInput(selectionSchema, input.include, 'input.include') ?? {};
  if (!(input.minWeight >= 0)) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `input.minWeight: expected a number of at least 0, not ${input.minWeight}`,
    );
  }
  const { window } = input;
  return {
    filter: parseStatementFilter(input.filter),
    wanted: {
      actorsAs: input.actorsAs,
      coding: input.coding,
      coder: input.coder ?? undefined,
      includeNeutral: input.includeNeutral,
      includeValence: input.includeValence,
      includeVotes: input.includeVotes,
      window: window ? { unit: window.unit, size: window.size, kernel: window.kernel } : undefined,
      options: {
        type: input.nodes,
        aggregation: input.aggregation,
        normalization: input.normalization,
        duplicates: input.duplicates,
        isolates: input.isolates,
        mode: input.mode,
        minWeight: input.minWeight,
        exclude: { ...rowsBy(exclude), others: exclude.actors ?? undefined },
        include: rowsBy(include),
        excludeDocuments: documentsBy(exclude),
        includeDocuments: documentsBy(include),
      },
    },
  };
}

function rowsBy({ actors, topics, positions }: NetworkSelection) {
  return {
    actors: actors ?? undefined,
    topics: topics ?? undefined,
    levels: positions?.flatMap((position) =>
      position === 'CONDITIONAL' ? ['CONDITIONAL_SUPPORT', 'CONDITIONAL_OPPOSE'] : [position],
    ),
  };
}

function documentsBy({ sources, authors, publishers, sections, types }: NetworkSelection) {
  return {
    ids: sources ?? undefined,
    authors: authors ?? undefined,
    publishers: publishers ?? undefined,
    sections: sections ?? undefined,
    kinds: types ?? undefined,
  };
}

const MEASURE_OF_FIELD: Readonly<Record<string, Measure>> = {
  betweenness: 'betweenness',
  closeness: 'closeness',
  eigenvector: 'eigenvector',
  component: 'components',
  components: 'components',
  community: 'communities',
  communities: 'communities',
  modularity: 'communities',
  camp: 'camps',
  polarisation: 'camps',
};

/** What of a network a query selects: only that is computed. */
export function networkParts(
  network: Selected,
): Pick<Questions['network']['wanted'], 'whole' | 'measures' | 'windowEdges'> {
  const own = network.below('Network');
  const ofWindows = own
    .filter(({ name }) => name === 'windows')
    .flatMap((window) => window.below('NetworkWindow'));
  const fields = [...own, ...ofWindows];
  const nodes = fields.flatMap((field) => {
    if (field.name === 'nodes') return field.below('NetworkNode');
    if (field.name === 'edges') {
      return field
        .below('NetworkEdge')
        .filter(({ name }) => name === 'source' || name === 'target')
        .flatMap((end) => end.below('NetworkNode'));
    }
    if (field.name !== 'polarisation') return [];
    return field
      .below('NetworkPolarisation')
      .filter(({ name }) => name === 'camps')
      .flatMap((camp) => camp.below('NetworkNode'));
  });
  const measures = [...fields, ...nodes].flatMap(({ name }) => MEASURE_OF_FIELD[name] ?? []);
  return {
    whole: own.some(({ name }) => name !== 'windows' && name !== 'revision'),
    measures: [...new Set(measures)],
    windowEdges: edgesAsked(ofWindows),
  };
}

/** How many of the strongest edges suffice for the fields; `undefined` where all are needed. */
function edgesAsked(fields: readonly Selected[]): number | undefined {
  let most = 0;
  for (const { name, args } of fields) {
    if (name === 'matrix') return undefined;
    if (name !== 'edges') continue;
    if (args.between != null || typeof args.limit !== 'number') return undefined;
    most = Math.max(most, args.limit);
  }
  return most;
}
