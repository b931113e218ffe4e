/**
 * What discourse networks are computed from (networks.md, "Input"): columns of numbers. A row says that a statement
 * puts an actor at a level (a position) on a topic; a statement with two principals or two topics has a row for each
 * pair. Rows may come in any order. They are not changed after they are made: `rowOrder` remembers their order.
 */
export interface NetworkRows {
  /** how many rows there are; the columns may have room beyond */
  readonly length: number;
  /** in `statements` */
  readonly statement: Uint32Array;
  /** in `actors` */
  readonly actor: Uint32Array;
  /** in `topics` */
  readonly topic: Uint32Array;
  /** in `levels` */
  readonly level: Uint8Array;
  readonly statements: StatementColumns;
  readonly actors: readonly Label[];
  readonly topics: readonly Label[];
  readonly levels: Levels;
  readonly documents: readonly NetworkDocument[];
}

/** What all rows of a statement share, by the statement's number. */
export interface StatementColumns {
  readonly length: number;
  idOf(statement: number): string;
  /** the first day that the date can mean; 0 is 1970-01-01 */
  readonly day: Int32Array;
  /** how many days more it can mean: 0 for a day */
  readonly span: Uint16Array;
  /** seconds since midnight by the local clock; −1 where no time is known */
  readonly time: Int32Array;
  /** in `documents` */
  readonly document: Uint32Array;
  /** where in the document the words begin and end, where that is known: statements of one moment are in this order */
  readonly start?: Int32Array;
  readonly stop?: Int32Array;
  /** the actors that the rows do not name: the speakers, where rows are by principal, and the other way round */
  readonly others: { readonly starts: Uint32Array; readonly actor: Uint32Array };
}

/** A node's id, and what it is called. Nodes are in the order of their names by UTF-16 code unit, then of their ids. */
export interface Label {
  readonly id: string;
  readonly name: string;
}

export interface Levels {
  /**
   * `BOOLEAN`: two levels, opposition (−1) and support (1), both of which count as there. `SCALE`: numbers.
   * `CATEGORY`: names, of which any two are merely different.
   */
  readonly type: 'BOOLEAN' | 'SCALE' | 'CATEGORY';
  readonly names: readonly string[];
  /** by level; of no meaning for categories */
  readonly values: readonly number[];
}

/** A source, as far as networks select by it; empty where something is not known. */
export interface NetworkDocument {
  readonly id: string;
  readonly author: string;
  readonly publisher: string;
  readonly section: string;
  readonly kind: string;
}
