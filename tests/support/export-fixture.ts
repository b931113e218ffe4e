import { contentOf } from '../../src/export/read/content.js';
import { everything } from '../../src/export/read/selection.js';
import { stancesOf } from '../../src/export/read/statement-rows.js';
import { loadSeed } from '../../src/ingest/index.js';
import { type Attributes, elementReader, type GraphEdge, type GraphNode } from '../../src/records/index.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { corpus } from './corpus.js';
import { hardRecords } from './hard-records.js';
import { loadRecords } from './load-records.js';
import { variantOf, withVariants } from './variants.js';

export interface ExportFixture {
  readonly store: Store;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

const MERGED = ['actor:a1', 'actor:a3', 'actor:p1', 'actor:council'];

/** A graph to export: the dataset, a corpus with every value of every enumeration and merged actors, and texts that break files. */
export async function exportFixture(): Promise<ExportFixture> {
  const store = await openGrafeo({});
  await store.applySchema();
  await loadSeed(store);
  await loadRecords(store, [
    ...withVariants(corpus(), MERGED),
    ...MERGED.map((into, n) => ({
      type: 'merge' as const,
      id: `merge:${n}`,
      from: variantOf(into),
      into,
      reason: 'A variant.',
    })),
    ...hardRecords(),
  ]);
  const content = contentOf(elementReader(store, {}), everything(store, {}), { conditions: [], params: {} });
  return { store, nodes: await all(content.nodes()), edges: await all(content.edges()) };
}

/** The rows of the table of statements. */
export async function statementRowsOf(store: Store): Promise<Attributes[]> {
  const content = contentOf(elementReader(store, {}), everything(store, {}), stancesOf(undefined, new Map()));
  return all(content.rows());
}

async function all<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}
