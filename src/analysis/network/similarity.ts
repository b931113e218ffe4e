import { DemarcheError } from '../../model/index.js';
import type { Aggregation, NetworkMode } from './network-options.js';
import type { Levels } from './network-rows.js';

/**
 * How much a row at one level and one at another, by two actors on one topic, add to the weight between them (networks.md,
 * "One-mode"): for booleans and scales 1 − d (congruence), d (conflict) or their difference, with
 * d = |k − k′| / (max − min); for categories 1 where they are the same.
 *
 * @param scale all levels there can be: in mode `STRICT` they give the greatest distance
 * @param observed those that occur; in mode `DNA` they give it
 * @throws DemarcheError BAD_USER_INPUT in mode `DNA` where only one level occurs: DNA divides by zero there
 */
export function similarities(
  aggregation: Aggregation,
  observed: Levels,
  scale: Levels,
  mode: NetworkMode,
): readonly Float64Array[] {
  const { type, values, names } = observed;
  if (aggregation === 'IGNORE') return matrix(names.length, () => 1);
  if (type === 'CATEGORY')
    return matrix(names.length, (k, l) => (aggregation !== 'CONFLICT' && k === l ? 1 : 0));
  const extent = extentOf(mode === 'DNA' ? values : scale.values);
  if (extent === 0 && mode === 'DNA' && names.length === 1) throw oneLevelOnly(names);
  return matrix(names.length, (k, l) =>
    weighed(aggregation, k === l ? 0 : Math.abs((values[k] ?? 0) - (values[l] ?? 0)) / extent),
  );
}

/** What a distance from 0 to 1 adds. */
export function weighed(aggregation: Aggregation, d: number): number {
  switch (aggregation) {
    case 'CONGRUENCE':
      return 1 - d;
    case 'CONFLICT':
      return d;
    case 'SUBTRACT':
      return 1 - 2 * d;
    default:
      return 1;
  }
}

export function matrix(size: number, value: (k: number, l: number) => number): readonly Float64Array[] {
  return Array.from({ length: size }, (_, k) => Float64Array.from({ length: size }, (_, l) => value(k, l)));
}

export function oneLevelOnly(names: readonly string[]): DemarcheError {
  return new DemarcheError(
    'BAD_USER_INPUT',
    `mode DNA with the one level that occurs, ${names.join()}: expected at least two, because DNA divides by the distance between the first and the last; mode STRICT does not`,
  );
}

function extentOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}
