import { z } from 'zod';
import {
  DEFAULT_CODING,
  filterIds,
  filterValues,
  POSITIONS,
  parseInput,
  parseStatementFilter,
  type StatementFilter,
} from '../model/index.js';
import {
  AGGREGATIONS,
  DUPLICATES,
  KERNELS,
  NETWORK_MODES,
  NETWORK_TYPES,
  NORMALIZATIONS,
  WINDOW_UNITS,
} from './network/index.js';
import type { NetworkToTell } from './stance-table/networks.js';

/**
 * Which network: the input that the API, the exports and the command line share. `null` and a key left out mean the
 * same. See `input NetworkInput` in schema/ for what each key means.
 */
export const ACTOR_LEVELS = ['PRINCIPAL', 'SPEAKER'] as const;

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

const LEAST_WEIGHT = 'a number of at least 0';

const networkInputSchema = z.strictObject({
  nodes: z.enum(NETWORK_TYPES),
  actorsAs: z.enum(ACTOR_LEVELS).nullish(),
  filter: z.unknown().optional(),
  coding: z.string().nullish(),
  coder: z.string().nullish(),
  aggregation: z.enum(AGGREGATIONS).nullish(),
  normalization: z.enum(NORMALIZATIONS).nullish(),
  duplicates: z.enum(DUPLICATES).nullish(),
  exclude: selectionSchema,
  include: selectionSchema,
  includeNeutral: z.boolean().nullish(),
  includeValence: z.boolean().nullish(),
  includeVotes: z.boolean().nullish(),
  isolates: z.boolean().nullish(),
  minWeight: z.number(LEAST_WEIGHT).min(0, LEAST_WEIGHT).nullish(),
  window: z
    .strictObject({
      unit: z.enum(WINDOW_UNITS),
      size: z.int('a whole number'),
      kernel: z.enum(KERNELS).nullish(),
    })
    .nullish(),
  mode: z.enum(NETWORK_MODES).nullish(),
  seed: z.int('a whole number').nullish(),
});

/** What was asked for, without what is as when it is left out: the same network has one input. */
export type NetworkInput = Omit<Partial<Present<z.infer<typeof networkInputSchema>>>, 'filter' | 'nodes'> & {
  readonly nodes: (typeof NETWORK_TYPES)[number];
  readonly filter?: StatementFilter;
};
type Present<T> = { readonly [Key in keyof T]: NonNullable<T[Key]> };

const DEFAULTS = {
  actorsAs: 'PRINCIPAL',
  coding: DEFAULT_CODING,
  aggregation: 'IGNORE',
  normalization: 'NONE',
  duplicates: 'INCLUDE',
  includeNeutral: false,
  includeValence: false,
  includeVotes: false,
  isolates: false,
  minWeight: 0,
  mode: 'STRICT',
  seed: 1,
} as const satisfies Partial<NetworkInput>;

/**
 * Checks an input, by itself: whether its options go together is seen when the network is computed.
 * @throws DemarcheError BAD_USER_INPUT or QUERY_TOO_COSTLY, naming the key and what was expected there
 */
export function parseNetworkInput(value: unknown, argument: string): NetworkInput {
  const { filter, ...input } = parseInput(networkInputSchema, value, argument);
  const defaults: Readonly<Record<string, unknown>> = DEFAULTS;
  const asked = Object.entries(withoutNulls({ ...input, filter: parseStatementFilter(filter) })).filter(
    ([key, own]) => own !== defaults[key] && !isEmpty(own),
  );
  return Object.fromEntries(asked) as unknown as NetworkInput;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** A checked input without the keys that are `null`, at any depth. */
function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, own]) => own != null);
  return Object.fromEntries(present.map(([key, own]) => [key, withoutNulls(own)])) as T;
}

/** What is asked of the stance table for an input, whatever part of the network is wanted. */
export interface NetworkQuestion {
  readonly filter: StatementFilter;
  readonly wanted: Omit<NetworkToTell, 'measures' | 'whole'>;
}

export function networkQuestion(input: NetworkInput): NetworkQuestion {
  const { exclude = {}, include = {}, window, ...given } = input;
  const filled = { ...DEFAULTS, ...given };
  return {
    filter: parseStatementFilter(input.filter),
    wanted: {
      actorsAs: filled.actorsAs,
      coding: filled.coding,
      coder: input.coder,
      includeNeutral: filled.includeNeutral,
      includeValence: filled.includeValence,
      includeVotes: filled.includeVotes,
      seed: filled.seed,
      window: window && { ...window, kernel: window.kernel ?? 'NONE' },
      options: {
        type: input.nodes,
        aggregation: filled.aggregation,
        normalization: filled.normalization,
        duplicates: filled.duplicates,
        isolates: filled.isolates,
        mode: filled.mode,
        minWeight: filled.minWeight,
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
