import type { EdgeType, ElementReader, NodeKind } from '../../records/index.js';
import type { ReadOptions, Store } from '../../store/index.js';
import { addAttached, REFERRED_TO } from './attached.js';
import { chosen } from './selection.js';

/** The records that are edges, and the end that owns them. */
const EDGE_RECORDS: readonly { readonly type: EdgeType; readonly owner: NodeKind }[] = [
  { type: 'VOTED', owner: 'Event' },
  { type: 'MEMBER_OF', owner: 'Actor' },
  { type: 'HOLDS_OFFICE', owner: 'Actor' },
];

/** Adds all that the records of these nodes, and of the votes, memberships and offices among them, refer to. */
export async function addReferences(
  store: Store,
  reader: ElementReader,
  ids: Set<string>,
  options: ReadOptions,
): Promise<void> {
  for (let before = -1; ids.size > before; ) {
    await addAttached(store, ids, REFERRED_TO, options);
    before = ids.size;
    await addCountries(reader, ids);
    await addSourcesOfEdges(reader, ids);
  }
}

/** Adds the sources that report the votes, memberships and offices among these nodes. */
export async function addSourcesOfEdges(reader: ElementReader, ids: Set<string>): Promise<void> {
  const selection = chosen(ids);
  for (const { type, owner } of EDGE_RECORDS) {
    for await (const batch of selection.batches(owner)) {
      for (const { source, target, attributes } of await reader.edges(type, owner, batch)) {
        const { sources } = attributes;
        if (!Array.isArray(sources) || !selection.has(source) || !selection.has(target)) continue;
        for (const id of sources) ids.add(id);
      }
    }
  }
}

/** Adds the countries of the publishers among these nodes. */
export async function addCountries(reader: ElementReader, ids: Set<string>): Promise<void> {
  for await (const batch of chosen(ids).batches('Publisher')) {
    for (const { attributes } of await reader.nodes('Publisher', batch)) {
      if (typeof attributes.country === 'string') ids.add(attributes.country);
    }
  }
}
