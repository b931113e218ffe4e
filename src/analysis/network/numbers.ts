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
