import { RECORD_TYPES, type RecordType } from '../model/index.js';

/** What the loader found a line to be; one byte each, so that a file of millions of lines fits. */
const UNSEEN = 0;
const SAME = 1;
const REFUSED = 2;
const FIRST_TYPE = 16;
/** set beside a type while a reference of the record is not found yet */
const OPEN = 128;

export interface LineStates {
  /** the record is there already */
  setSame(line: number): void;
  setRefused(line: number): void;
  /** the record is to be written; `open` while a reference of it is not found yet */
  setNew(line: number, type: RecordType, open: boolean): void;
  isNew(line: number): boolean;
  isOpen(line: number): boolean;
  /** the type of a record that is to be written */
  typeOf(line: number): RecordType | undefined;
}

export function lineStates(): LineStates {
  let states = new Uint8Array(1024);
  const set = (line: number, state: number) => {
    if (line >= states.length) {
      const longer = new Uint8Array(Math.max(line + 1, states.length * 2));
      longer.set(states);
      states = longer;
    }
    states[line] = state;
  };
  const get = (line: number) => states[line] ?? UNSEEN;
  return {
    setSame: (line) => set(line, SAME),
    setRefused: (line) => set(line, REFUSED),
    setNew: (line, type, open) => set(line, (FIRST_TYPE + RECORD_TYPES.indexOf(type)) | (open ? OPEN : 0)),
    isNew: (line) => get(line) >= FIRST_TYPE,
    isOpen: (line) => get(line) >= OPEN,
    typeOf: (line) => RECORD_TYPES[(get(line) & ~OPEN) - FIRST_TYPE],
  };
}
