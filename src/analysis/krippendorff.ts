/**
 * Krippendorff's alpha: the agreement of coders beyond what chance would give; 1 is perfect, 0 is chance.
 * Computed from the matrix of coincidences, as in K. Krippendorff, "Computing Krippendorff's Alpha-Reliability"
 * (2011); the ordinal difference is that paper's, by the numbers of values between two ranks.
 */
export type Metric = 'nominal' | 'ordinal' | 'interval';

export interface Alpha {
  /** `null` where it is not defined: nothing to compare, or only one value ever given */
  readonly alpha: number | null;
  /** how many units have at least two values */
  readonly units: number;
}

/**
 * @param units for each unit the values its coders gave, in any order; those who gave none are left out. Numbers are
 * ranks or measurements; for the nominal metric any number stands for a category.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], metric: Metric): Alpha {
  const pairable = units.filter((values) => values.length > 1);
  const categories = [...new Set(pairable.flat())].sort((a, b) => a - b);
  const coincidences = coincidenceMatrix(pairable, categories);
  const totals = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0));
  const n = totals.reduce((sum, count) => sum + count, 0);
  const difference = differences(metric, categories, totals);

  let observed = 0;
  let expected = 0;
  for (const [c, row] of coincidences.entries()) {
    for (const [k, count] of row.entries()) {
      const d = difference(c, k);
      observed += count * d;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * d;
    }
  }
  return { alpha: expected === 0 ? null : 1 - ((n - 1) * observed) / expected, units: pairable.length };
}

/** How often each two values were given to the same unit; a unit counts for as many as its values. */
function coincidenceMatrix(units: readonly (readonly number[])[], categories: readonly number[]): number[][] {
  const index = new Map(categories.map((category, i) => [category, i]));
  const matrix = categories.map(() => categories.map(() => 0));
  for (const values of units) {
    const weight = 1 / (values.length - 1);
    for (const [i, a] of values.entries()) {
      for (const [j, b] of values.entries()) {
        const row = matrix[index.get(a) ?? 0];
        const column = index.get(b) ?? 0;
        if (i !== j && row) row[column] = (row[column] ?? 0) + weight;
      }
    }
  }
  return matrix;
}

/** The squared difference between two categories, given by their places. */
function differences(
  metric: Metric,
  categories: readonly number[],
  totals: readonly number[],
): (c: number, k: number) => number {
  if (metric === 'nominal') return (c, k) => (c === k ? 0 : 1);
  if (metric === 'interval') return (c, k) => ((categories[c] ?? 0) - (categories[k] ?? 0)) ** 2;
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c];
    const between = totals.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
    return (between - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
  };
}
