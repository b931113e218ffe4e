import { DemarcheError } from '../../model/index.js';
import type { CalendarUnit } from './calendar.js';
import type {
  Aggregation,
  Kernel,
  NetworkMode,
  NetworkOptions,
  NetworkType,
  Normalization,
  WindowOptions,
} from './network-options.js';
import type { Levels } from './network-rows.js';

/** Options without gaps, each of which goes with the others. */
export interface CheckedOptions extends NetworkOptions {
  readonly aggregation: Aggregation;
  readonly normalization: Normalization;
  readonly duplicates: NonNullable<NetworkOptions['duplicates']>;
  readonly isolates: boolean;
  readonly mode: NetworkMode;
  readonly minWeight: number;
}

const TWO_MODE = {
  aggregations: ['IGNORE', 'SUBTRACT', 'COMBINE'],
  normalizations: ['NONE', 'ACTIVITY', 'PROMINENCE'],
} as const;
const ONE_MODE = {
  aggregations: ['IGNORE', 'CONGRUENCE', 'CONFLICT', 'SUBTRACT'],
  normalizations: ['NONE', 'AVERAGE', 'JACCARD', 'COSINE', 'TRUE_COSINE'],
} as const;

/** The aggregations that are an inner product of two nodes' counts: those of which there is a cosine. */
const PRODUCTS: readonly Aggregation[] = ['IGNORE', 'CONGRUENCE', 'SUBTRACT'];
const CATEGORY_PRODUCTS: readonly Aggregation[] = ['IGNORE', 'CONGRUENCE'];

/**
 * Fills in what is left out, and refuses what does not go together. In mode `DNA` a pair that DNA knows and takes for
 * another becomes that other one, as there; the network says which it was computed with.
 *
 * @throws DemarcheError BAD_USER_INPUT that names what does go together
 */
export function checkOptions(options: NetworkOptions, levels: Levels): CheckedOptions {
  const { type, mode = 'STRICT', duplicates = 'INCLUDE' } = options;
  const allowed = type === 'ACTOR_TOPIC' ? TWO_MODE : ONE_MODE;
  const aggregation = fitting(options.aggregation ?? 'IGNORE', allowed.aggregations, mode, {
    key: 'aggregation',
    type,
    otherwise: 'IGNORE',
  });
  const normalization = fitting(options.normalization ?? 'NONE', allowed.normalizations, mode, {
    key: 'normalization',
    type,
    otherwise: 'NONE',
  });
  if (mode === 'DNA' && normalization === 'TRUE_COSINE') throw notInDna('normalization', normalization);
  if (mode === 'DNA' && duplicates === 'DAY') throw notInDna('duplicates', duplicates);
  const products = levels.type === 'CATEGORY' ? CATEGORY_PRODUCTS : PRODUCTS;
  if (normalization === 'TRUE_COSINE' && !products.includes(aggregation)) {
    throw refusal(
      `normalization TRUE_COSINE with aggregation ${aggregation}`,
      `one of ${products.join(', ')}: others are no product of two vectors`,
    );
  }
  if (
    mode === 'STRICT' &&
    levels.type === 'CATEGORY' &&
    type === 'ACTOR_TOPIC' &&
    aggregation === 'SUBTRACT'
  ) {
    throw refusal(
      'aggregation SUBTRACT with categories',
      'one of IGNORE, COMBINE: none of the categories is the opposite of another',
    );
  }
  const { range, minWeight = 0 } = options;
  if (range && !(range.start <= range.stop)) throw refusal('range', 'a start that is not after the stop');
  if (!(minWeight >= 0)) throw refusal('minWeight', 'a number of at least 0');
  return {
    ...options,
    aggregation,
    normalization,
    duplicates,
    isolates: options.isolates ?? false,
    mode,
    minWeight,
  };
}

function fitting<T extends string>(
  value: T,
  allowed: readonly T[],
  mode: NetworkMode,
  { key, type, otherwise }: { readonly key: string; readonly type: NetworkType; readonly otherwise: T },
): T {
  if (allowed.includes(value)) return value;
  if (mode === 'DNA' && value !== 'TRUE_COSINE') return otherwise;
  throw refusal(`${key} ${value} in a network of type ${type}`, `one of ${allowed.join(', ')}`);
}

/** A window whose kernel, if it has one, goes with its unit. */
export type CheckedWindow =
  | { readonly unit: 'EVENT'; readonly size: number; readonly kernel: 'NONE' }
  | { readonly unit: CalendarUnit; readonly size: number; readonly kernel: Kernel };

/**
 * The same for a window: what a kernel does not go with is refused, and in mode `DNA` replaced.
 *
 * @throws DemarcheError BAD_USER_INPUT that names what does go together
 */
export function checkWindow(
  options: CheckedOptions,
  { unit, size, kernel = 'NONE' }: WindowOptions,
): { readonly options: CheckedOptions; readonly window: CheckedWindow } {
  if (!Number.isInteger(size) || size < 1) throw refusal('window.size', 'a whole number of at least 1');
  if (unit === 'EVENT') {
    if (kernel === 'NONE') return { options, window: { unit, size, kernel } };
    throw refusal(
      `window.kernel ${kernel} with windows of events`,
      'NONE, or a unit of time: a kernel weighs by time',
    );
  }
  const window = { unit, size, kernel };
  if (kernel === 'NONE') return { options, window };
  const { mode, type, aggregation, normalization } = options;
  if (mode === 'DNA') {
    return {
      options: {
        ...options,
        aggregation: aggregation === 'COMBINE' ? 'SUBTRACT' : aggregation,
        // DNA takes any other for the average, and does not apply that to two-mode networks
        normalization: normalization === 'NONE' || type === 'ACTOR_TOPIC' ? 'NONE' : 'AVERAGE',
      },
      window,
    };
  }
  if (aggregation === 'COMBINE') {
    throw refusal(
      `window.kernel ${kernel} with aggregation COMBINE`,
      'one of IGNORE, SUBTRACT: a combination has no weight',
    );
  }
  return { options, window };
}

function notInDna(key: string, value: string): DemarcheError {
  return refusal(`${key} ${value} in mode DNA`, 'one that DNA has, or mode STRICT');
}

function refusal(what: string, expected: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${what}: expected ${expected}`);
}
