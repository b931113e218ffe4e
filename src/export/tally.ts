import { createHash } from 'node:crypto';
import type { NetworkContent } from './network/content.js';
import type { Content } from './read/content.js';

/** Counts what goes through a writer. */
export interface Tally {
  /** nodes by kind, edges by type, records by type, rows of the table of statements; of networks nodes and edges */
  readonly counts: ReadonlyMap<string, number>;
  /**
   * SHA-256 of the nodes and edges, records or rows in their order, each as a line of JSON, or of a network: the same for
   * the same data, whatever the format and the database; hexadecimal. The table beside nodes and edges says nothing new.
   */
  contentHash(): string;
  /** the same content, counted as it is gone through */
  of(content: Content): Content;
  /** counts a network */
  ofNetwork(network: NetworkContent): void;
}

export function newTally(): Tally {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  const counted = async function* <Item extends object>(
    batches: AsyncIterable<readonly Item[]>,
    nameOf: (item: Item) => string,
    isHashed = true,
  ) {
    for await (const batch of batches) {
      for (const item of batch) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
      if (isHashed) hash.update(batch.map((item) => `${JSON.stringify(withoutStored(item))}\n`).join(''));
      yield batch;
    }
  };
  return {
    counts,
    ofNetwork: ({ nodes, slices }) => {
      counts.set('nodes', nodes.length);
      counts.set(
        'edges',
        slices.reduce((sum, { edges }) => sum + edges.length, 0),
      );
      hash.update(`${JSON.stringify(nodes)}\n`);
      for (const { told, places, edges } of slices) {
        hash.update(`${JSON.stringify([told.start, told.middle, told.stop, places])}\n`);
        for (const edge of edges) hash.update(`${JSON.stringify(edge)}\n`);
      }
    },
    contentHash: () => hash.copy().digest('hex'),
    of: (content) => {
      let hasElements = false;
      return {
        nodes: () => {
          hasElements = true;
          return counted(content.nodes(), ({ kind }) => kind);
        },
        nodesOf: (kind) => {
          hasElements = true;
          return counted(content.nodesOf(kind), (node) => node.kind);
        },
        edges: (types) => counted(content.edges(types), ({ type }) => type),
        records: () => counted(content.records(), ({ type }) => type),
        rows: () => counted(content.rows(), () => 'rows', !hasElements),
      };
    },
  };
}

/** What the graph keeps beside its content is none of that. */
function withoutStored<Item extends object>(item: Item): object {
  return 'stored' in item ? { ...item, stored: undefined } : item;
}
