import { hash } from 'node:crypto';
import { bytesTable } from './bytes-table.js';

/** Where a record stands in the input. */
export interface Place {
  /** the number of the file among the input's */
  readonly file: number;
  readonly line: number;
}

/** `SAME`: the graph holds it; `NEW`: to be written; `CHANGED`: to be written in the place of another; `REFUSED`: something is wrong with it. */
const STATES = ['SAME', 'NEW', 'CHANGED', 'WRITTEN', 'REFUSED'] as const;
export type EntryState = (typeof STATES)[number];

/** What the loader remembers of each record of the input: never the record. */
export interface Entry extends Place {
  /** the content hash, or the beginning of it */
  readonly hash: string;
  /** of an actor or a topic */
  readonly kind: string | null;
  readonly state: EntryState;
}

/** The records of the input by the text of their keys, in some 70 bytes each. */
export interface Catalogue {
  get(key: string): Entry | undefined;
  set(key: string, entry: Entry): void;
  setState(key: string, state: EntryState): void;
}

const HASH_BYTES = 16;
/** hash of the content, line, file, kind and state, in this order */
const LINE_AT = HASH_BYTES;
const FILE_AT = LINE_AT + 4;
const KIND_AT = FILE_AT + 2;
const STATE_AT = KIND_AT + 1;
const ENTRY_BYTES = STATE_AT + 1;

export function newCatalogue(): Catalogue {
  const table = bytesTable(ENTRY_BYTES);
  const kinds: (string | null)[] = [null];
  const kindNumber = (kind: string | null) => {
    const known = kinds.indexOf(kind);
    return known === -1 ? kinds.push(kind) - 1 : known;
  };
  return {
    get(key) {
      const bytes = table.get(shortHash(key));
      if (!bytes) return undefined;
      return {
        hash: bytes.toString('hex', 0, HASH_BYTES),
        line: bytes.readUInt32LE(LINE_AT),
        file: bytes.readUInt16LE(FILE_AT),
        kind: kinds[bytes.readUInt8(KIND_AT)] ?? null,
        state: STATES[bytes.readUInt8(STATE_AT)] ?? 'REFUSED',
      };
    },
    set(key, { hash, line, file, kind, state }) {
      const bytes = table.make(shortHash(key));
      bytes.write(hash, 0, HASH_BYTES, 'hex');
      bytes.writeUInt32LE(line, LINE_AT);
      bytes.writeUInt16LE(file, FILE_AT);
      bytes.writeUInt8(kindNumber(kind), KIND_AT);
      bytes.writeUInt8(STATES.indexOf(state), STATE_AT);
    },
    setState(key, state) {
      table.get(shortHash(key))?.writeUInt8(STATES.indexOf(state), STATE_AT);
    },
  };
}

/** Whether an entry is of this content hash. */
export function hasHash(entry: Entry | undefined, hash: string): boolean {
  return entry !== undefined && hash.startsWith(entry.hash);
}

/** 128 bits: no two of any input that can be read have the same, and none can be made to. */
function shortHash(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, HASH_BYTES);
}
