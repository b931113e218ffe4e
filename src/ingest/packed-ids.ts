/** Ids by number, one after the other in large buffers. An id is ASCII, and shorter than 256 characters. */
export interface PackedIds {
  /** the number under which it is found again */
  add(id: string): number;
  get(number: number): string;
}

const CHUNK_BYTES = 1 << 20;

export function packedIds(): PackedIds {
  const chunks: Buffer[] = [];
  let used = CHUNK_BYTES;
  return {
    add(id) {
      if (used + 1 + id.length > CHUNK_BYTES) {
        chunks.push(Buffer.alloc(CHUNK_BYTES));
        used = 0;
      }
      const at = used;
      const chunk = chunks.at(-1);
      chunk?.writeUInt8(id.length, at);
      chunk?.write(id, at + 1, 'latin1');
      used += 1 + id.length;
      return (chunks.length - 1) * CHUNK_BYTES + at;
    },
    get(number) {
      const chunk = chunks[Math.floor(number / CHUNK_BYTES)];
      const at = number % CHUNK_BYTES;
      return chunk?.toString('latin1', at + 1, at + 1 + chunk.readUInt8(at)) ?? '';
    },
  };
}
