/**
 * A map from keys of 16 random bytes (hashes) to values of so many bytes, all in few large buffers: a million entries
 * of a `Map` with strings take 300 MB, and stop the process for the collection of its garbage.
 */
export interface BytesTable {
  /** the value, to be read and changed in place */
  get(key: Uint8Array): Buffer | undefined;
  /** the same, added where it is not there */
  make(key: Uint8Array): Buffer;
}

const KEY_BYTES = 16;
/** Values never move: they lie in chunks of so many. */
const CHUNK_ENTRIES = 1 << 14;
const FIRST_SLOTS = 1 << 12;

export function bytesTable(valueBytes: number): BytesTable {
  const entryBytes = KEY_BYTES + valueBytes;
  const chunks: Buffer[] = [];
  let size = 0;
  /** open addressing: of each slot the number of its entry and 1, or 0 */
  let slots = new Uint32Array(FIRST_SLOTS);

  const entry = (index: number): Buffer => {
    const start = (index % CHUNK_ENTRIES) * entryBytes;
    return (chunks[Math.floor(index / CHUNK_ENTRIES)] ?? Buffer.alloc(0)).subarray(start, start + entryBytes);
  };
  const hasKey = (index: number, key: Buffer): boolean => {
    const start = (index % CHUNK_ENTRIES) * entryBytes;
    const chunk = chunks[Math.floor(index / CHUNK_ENTRIES)];
    return chunk?.compare(key, 0, KEY_BYTES, start, start + KEY_BYTES) === 0;
  };
  const slotOf = (key: Buffer): number => {
    const mask = slots.length - 1;
    for (let slot = key.readUInt32LE(0) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0;
      if (number === 0 || hasKey(number - 1, key)) return slot;
    }
  };
  const grow = () => {
    slots = new Uint32Array(slots.length * 2);
    for (let index = 0; index < size; index++) {
      slots[slotOf(entry(index).subarray(0, KEY_BYTES))] = index + 1;
    }
  };
  const valueAt = (slot: number) => entry((slots[slot] ?? 0) - 1).subarray(KEY_BYTES);

  return {
    get(key) {
      const slot = slotOf(buffer(key));
      return slots[slot] === 0 ? undefined : valueAt(slot);
    },
    make(key) {
      let slot = slotOf(buffer(key));
      if (slots[slot] !== 0) return valueAt(slot);
      if (size >= slots.length * 0.7) {
        grow();
        slot = slotOf(buffer(key));
      }
      if (size % CHUNK_ENTRIES === 0) chunks.push(Buffer.alloc(CHUNK_ENTRIES * entryBytes));
      entry(size).set(key, 0);
      size += 1;
      slots[slot] = size;
      return valueAt(slot);
    },
  };
}

function buffer(key: Uint8Array): Buffer {
  return Buffer.from(key.buffer, key.byteOffset, KEY_BYTES);
}
