/** Numbers that look random and are the same at every run (mulberry32). */
export interface Random {
  /** from 0 to less than 1 */
  next(): number;
  /** a whole number from 0 to less than `limit` */
  below(limit: number): number;
  chance(probability: number): boolean;
}

export function random(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
  };
}

/** Draws the indices of `weights`, each as often as its weight says. */
export function weighted(weights: readonly number[]): (random: Random) => number {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (const [index, weight] of weights.entries()) {
    total += weight;
    sums[index] = total;
  }
  return (random) => {
    const wanted = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Draws ranks from 0 as Zipf's law has them: the second half as often as the first, the third a third as often. */
export function zipf(count: number): (random: Random) => number {
  return weighted(Array.from({ length: count }, (_, rank) => 1 / (rank + 1)));
}

/** The item at an index that is known to be one. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`at: expected an index below ${items.length}, not ${index}`);
  return item;
}

export function oneOf<T>(items: readonly T[], random: Random): T {
  return at(items, random.below(items.length));
}
