/** Four types: with a fifth, V8 would no longer compile `push` for each. */
type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** Numbers of one type that can be added to. `values` has room beyond `length`, and is another array after a push. */
export interface Column<Values extends Numbers = Numbers> {
  readonly type: new (length: number) => Values;
  values: Values;
  length: number;
}

const FIRST_ROOM = 256;
const GROWTH = 1.5;

export function column<Values extends Numbers>(type: new (length: number) => Values): Column<Values> {
  return { type, values: new type(FIRST_ROOM), length: 0 };
}

export function push(to: Column, value: number): void {
  if (to.length === to.values.length) makeRoom(to, 1);
  to.values[to.length] = value;
  to.length++;
}

/** Makes room for so many more. */
export function makeRoom(to: Column, more: number): void {
  if (to.length + more <= to.values.length) return;
  const grown = new to.type(Math.max(to.length + more, Math.ceil(to.length * GROWTH)));
  grown.set(to.values);
  to.values = grown;
}
