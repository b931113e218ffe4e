import { type Column, column, makeRoom, push } from './column.js';

/**
 * The ids of statements by row, as bytes: a million strings would take three times the memory. Ids are ASCII, and all
 * begin alike.
 */
export interface StatementIds {
  /** adds a row; the id is found there from now on, also if an earlier row has it */
  push(id: string): void;
  /** the last row with an id */
  rowOf(id: string): number | undefined;
  idOf(row: number): string;
  /** the columns it is made of */
  readonly columns: readonly Column[];
}

const PREFIX = 'statement:';

export function statementIds(): StatementIds {
  const bytes = column(Uint8Array);
  const ends = column(Uint32Array);
  /** for each hash the row + 1, or 0; at most half of it is taken, and one after the other is tried */
  const slots: Column<Uint32Array> = column(Uint32Array);
  slots.length = slots.values.length;

  const start = (row: number) => (row === 0 ? 0 : (ends.values[row - 1] ?? 0));

  function isAt(row: number, id: string): boolean {
    const from = start(row);
    if ((ends.values[row] ?? 0) - from !== id.length - PREFIX.length) return false;
    for (let i = PREFIX.length; i < id.length; i++) {
      if (bytes.values[from + i - PREFIX.length] !== id.charCodeAt(i)) return false;
    }
    return true;
  }

  /** the slot that holds an id, or the free one where it belongs */
  function slotOf(id: string): number {
    const last = slots.length - 1;
    let slot = hashOf(id) & last;
    for (;;) {
      const taken = slots.values[slot] ?? 0;
      if (taken === 0 || isAt(taken - 1, id)) return slot;
      slot = (slot + 1) & last;
    }
  }

  function idOf(row: number): string {
    return PREFIX + String.fromCharCode(...bytes.values.subarray(start(row), ends.values[row]));
  }

  function doubleSlots(): void {
    slots.values = new Uint32Array(slots.length * 2);
    slots.length *= 2;
    for (let row = 0; row < ends.length; row++) slots.values[slotOf(idOf(row))] = row + 1;
  }

  return {
    columns: [bytes, ends, slots],
    idOf,
    rowOf(id) {
      const taken = slots.values[slotOf(id)] ?? 0;
      return taken === 0 ? undefined : taken - 1;
    },
    push(id) {
      const length = id.length - PREFIX.length;
      makeRoom(bytes, length);
      const { values } = bytes;
      for (let i = 0; i < length; i++) values[bytes.length + i] = id.charCodeAt(PREFIX.length + i);
      bytes.length += length;
      push(ends, bytes.length);
      if (ends.length * 2 > slots.length) doubleSlots();
      else slots.values[slotOf(id)] = ends.length;
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = PREFIX.length; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
