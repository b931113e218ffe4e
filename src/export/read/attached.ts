import { type EdgeType, type NodeKind, STATEMENT_EDGES } from '../../records/index.js';
import { elementQueries, type ReadOptions, type Store } from '../../store/index.js';
import { idsByKind, nodeKindOf, slices } from './selection.js';

/** That a node which is selected brings what stands at the other end of some of its edges. */
interface Rule {
  readonly kind: NodeKind;
  /** the end of the edge at which the node is */
  readonly at: 'source' | 'target';
  readonly types: readonly EdgeType[];
  /** what it brings; left out: whatever is there */
  readonly brings?: readonly NodeKind[];
}

/**
 * What belongs to a statement: who speaks, for whom, to whom, on what and on which issues that lies, what is asked of
 * whom, at which event, reported where, and what is disputed of it. Other statements do not.
 */
export const ATTACHED: readonly Rule[] = [
  {
    kind: 'Statement',
    at: 'source',
    types: STATEMENT_EDGES.filter((type) => type !== 'RESPONDS_TO'),
  },
  { kind: 'Statement', at: 'source', types: ['RESPONDS_TO'], brings: ['Event'] },
  { kind: 'Statement', at: 'target', types: ['CONCERNS'] },
  { kind: 'Condition', at: 'source', types: ['ASKED_OF', 'FOR'] },
  { kind: 'Event', at: 'source', types: ['REPORTED_IN'] },
  { kind: 'Event', at: 'target', types: ['CONCERNS'] },
  { kind: 'Dispute', at: 'source', types: ['CLAIMED_BY'] },
  { kind: 'Source', at: 'source', types: ['PUBLISHED_BY'] },
  { kind: 'Topic', at: 'source', types: ['PART_OF'] },
];

/** All that the records of these nodes refer to, so that they can be loaded by themselves. */
export const REFERRED_TO: readonly Rule[] = [
  ...ATTACHED,
  { kind: 'Statement', at: 'source', types: ['RESPONDS_TO'], brings: ['Statement'] },
  { kind: 'Dispute', at: 'source', types: ['CONCERNS'] },
  { kind: 'Event', at: 'source', types: ['DECIDES', 'INVOLVES'] },
];

/** Adds what the rules bring, and what that brings in turn. */
export async function addAttached(
  store: Store,
  ids: Set<string>,
  rules: readonly Rule[],
  options: ReadOptions,
): Promise<void> {
  let added: Iterable<string> = ids;
  for (let groups = idsByKind(added); groups.size > 0; groups = idsByKind(added)) {
    const brought = new Set<string>();
    for (const { kind, at, types, brings } of rules) {
      const query = elementQueries.otherEnds(types, kind, at);
      for (const batch of slices(groups.get(kind) ?? [])) {
        for (const { id } of await store.read(query, { ids: batch }, options)) {
          const other = nodeKindOf(id);
          if (other && !ids.has(id) && (!brings || brings.includes(other))) brought.add(id);
        }
      }
    }
    for (const id of brought) ids.add(id);
    added = brought;
  }
}
