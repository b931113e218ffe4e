import type { ReadOptions, Store } from '../../store/index.js';
import type { AttributeValue } from '../elements.js';
import type { EdgeType, NodeKind } from '../schema.js';
import { addAttached, REFERRED_TO } from './attached.js';
import type { ElementReader } from './elements.js';
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
    for await (const id of namedInAttributes(reader, ids)) ids.add(id);
  }
}

/** The ids that attributes hold: the countries of publishers, and the sources of records that are edges. */
async function* namedInAttributes(reader: ElementReader, ids: ReadonlySet<string>): AsyncGenerator<string> {
  const selection = chosen(ids);
  for await (const batch of selection.batches('Publisher')) {
    for (const { attributes } of await reader.nodes('Publisher', batch)) yield* texts(attributes.country);
  }
  for (const { type, owner } of EDGE_RECORDS) {
    for await (const batch of selection.batches(owner)) {
      for (const { source, target, attributes } of await reader.edges(type, owner, batch)) {
        if (selection.has(source) && selection.has(target)) yield* texts(attributes.sources);
      }
    }
  }
}

function texts(value: AttributeValue | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
}
