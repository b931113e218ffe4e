import { type Column, column, makeRoom, push } from './column.js';

/**
 * The ids of statements by row, as bytes: a million strings would take three times the memory. Ids are ASCII, and all
 * begin alike.
 */
export interface StatementIds {
  /** adds a row; the id is found there from now on. The row that had it until now, if one did */
  push(id: string): number | undefined;
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

  /** Puts an id behind those that are there already, where they can be compared. */
  function write(id: string): number {
    const length = id.length - PREFIX.length;
    makeRoom(bytes, length);
    const { values } = bytes;
    for (let i = 0; i < length; i++) values[bytes.length + i] = id.charCodeAt(PREFIX.length + i);
    return bytes.length + length;
  }

  function areEqual(row: number, from: number, end: number): boolean {
    const { values } = bytes;
    const first = start(row);
    if ((ends.values[row] ?? 0) - first !== end - from) return false;
    for (let i = 0; i < end - from; i++) if (values[first + i] !== values[from + i]) return false;
    return true;
  }

  /** the slot of an id that stands somewhere in the bytes: the one that has it, or the free one where it belongs */
  function slotOf(from: number, end: number): number {
    const last = slots.length - 1;
    let slot = hashOf(bytes.values, from, end) & last;
    for (;;) {
      const taken = slots.values[slot] ?? 0;
      if (taken === 0 || areEqual(taken - 1, from, end)) return slot;
      slot = (slot + 1) & last;
    }
  }

  function doubleSlots(): void {
    slots.values = new Uint32Array(slots.length * 2);
    slots.length *= 2;
    for (let row = 0; row < ends.length; row++) {
      slots.values[slotOf(start(row), ends.values[row] ?? 0)] = row + 1;
    }
  }

  return {
    columns: [bytes, ends, slots],
    idOf: (row) => PREFIX + String.fromCharCode(...bytes.values.subarray(start(row), ends.values[row])),
    rowOf(id) {
      const taken = slots.values[slotOf(bytes.length, write(id))] ?? 0;
      return taken === 0 ? undefined : taken - 1;
    },
    push(id) {
      if ((ends.length + 1) * 2 > slots.length) doubleSlots();
      const end = write(id);
      const slot = slotOf(bytes.length, end);
      const before = slots.values[slot] ?? 0;
      bytes.length = end;
      push(ends, end);
      slots.values[slot] = ends.length;
      return before === 0 ? undefined : before - 1;
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, from: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash >>> 0;
}
