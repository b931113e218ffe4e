import { createHash } from 'node:crypto';
import type { Content } from './read/content.js';

/** What went through a writer, counted as it went. */
export interface Tally {
  /** nodes by kind, edges by type, records by type, rows of the table of statements */
  readonly counts: ReadonlyMap<string, number>;
  /**
   * SHA-256 of the nodes and edges, records or rows in their order, each as a line of JSON: the same for the same data,
   * whatever the format and the database; hexadecimal.
   */
  contentHash(): string;
}

/** The same content, counted. It must be gone through once, in the order of a writer. */
export function tallied(content: Content): { readonly content: Content; readonly tally: Tally } {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  const counted = async function* <Item>(
    batches: AsyncIterable<readonly Item[]>,
    nameOf: (item: Item) => string,
    isHashed: boolean,
  ) {
    for await (const batch of batches) {
      for (const item of batch) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
      if (isHashed) hash.update(batch.map((item) => `${JSON.stringify(item)}\n`).join(''));
      yield batch;
    }
  };
  return {
    content: {
      nodes: (kinds) => counted(content.nodes(kinds), ({ kind }) => kind, true),
      edges: (types) => counted(content.edges(types), ({ type }) => type, true),
      records: () => counted(content.records(), ({ type }) => type, true),
      rows: () => counted(content.rows(), () => 'rows', true),
    },
    tally: { counts, contentHash: () => hash.copy().digest('hex') },
  };
}
