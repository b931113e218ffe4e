/** 0, 1, 2 … up to `length`. Loops, here and below: the array's own functions take ten times as long for a million. */
export function numbersUpTo(length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = i;
  return numbers;
}

/** Those numbers that are wanted, in their order. */
export function numbersWhere(
  numbers: Uint32Array,
  wanted: (number: number, place: number) => boolean,
): Uint32Array {
  const found = new Uint32Array(numbers.length);
  let count = 0;
  for (let place = 0; place < numbers.length; place++) {
    const number = numbers[place] ?? 0;
    if (wanted(number, place)) {
      found[count] = number;
      count++;
    }
  }
  return found.slice(0, count);
}

/**
 * Numbers in the order of a key, a whole number; those of one key stay in their order (a counting sort: Knuth, The Art of
 * Computer Programming 3, 5.2, algorithm D, for keys that lie near each other). To sort by several keys, sort by the last
 * one first.
 */
export function sortedBy(numbers: Uint32Array, keyOf: (number: number) => number): Uint32Array {
  const keys = new Int32Array(numbers.length);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < numbers.length; i++) {
    const key = keyOf(numbers[i] ?? 0);
    keys[i] = key;
    least = Math.min(least, key);
    most = Math.max(most, key);
  }
  if (numbers.length === 0) return numbers;
  const places = new Uint32Array(most - least + 2);
  for (const key of keys) places[key - least + 1] = (places[key - least + 1] ?? 0) + 1;
  for (let key = 1; key < places.length; key++) places[key] = (places[key] ?? 0) + (places[key - 1] ?? 0);
  const sorted = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const key = (keys[i] ?? 0) - least;
    const place = places[key] ?? 0;
    sorted[place] = numbers[i] ?? 0;
    places[key] = place + 1;
  }
  return sorted;
}
