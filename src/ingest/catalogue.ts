/** Where a record stands in the input. */
export interface Place {
  /** the number of the file among the input's */
  readonly file: number;
  readonly line: number;
}

/** What the loader remembers of each record of the input: never the record. */
export interface Entry extends Place {
  readonly hash: string;
  /** of an actor or a topic */
  readonly kind: string | null;
  /** `SAME`: the graph holds it; `NEW`: to be written; `CHANGED`: to be written in the place of another; `REFUSED`: something is wrong with it */
  state: 'SAME' | 'NEW' | 'CHANGED' | 'WRITTEN' | 'REFUSED';
}

/** The records of the input by the text of their keys. */
export type Catalogue = Map<string, Entry>;
