import { DemarcheError, type RecordOf, wordsOf } from '../../model/index.js';
import { findRecords } from '../../records/index.js';
import { mergeQueries, type Store } from '../../store/index.js';
import type { JudgementRecord } from './check-merges.js';
import { listMerges } from './list-merges.js';

/** Why, by whom and when actors are judged to be one, or not. */
export interface Judgement {
  readonly reason: string;
  readonly by: string;
  /** an ISO instant */
  readonly at: string;
}

/** Of an id, the longest part that is read. */
const LONGEST_PART = 52;

/**
 * The record that merges an actor into another.
 *
 * @throws DemarcheError NOT_FOUND for an actor that the graph does not have, with those that are called alike
 */
export async function mergeRecord(
  store: Store,
  from: string,
  into: string,
  judgement: Judgement,
): Promise<RecordOf<'merge'>> {
  const known = await findRecords(store.read, [{ id: from }, { id: into }]);
  for (const id of [from, into]) if (!known.has(id)) throw await unknownActor(store, id);
  const taken = new Set((await store.read(mergeQueries.allMerges, {})).map(({ id }) => id));
  const name = `${localPart(from)}-into-${localPart(into)}`;
  return { type: 'merge', id: freeId('merge', name, taken), from, into, ...judgement };
}

/**
 * The record that takes a merge back, given its id or that of the actor that it merged.
 *
 * @throws DemarcheError NOT_FOUND, BAD_USER_INPUT for a merge that is split already
 */
export async function splitRecord(
  store: Store,
  id: string,
  judgement: Judgement,
): Promise<RecordOf<'split'>> {
  const merges = await listMerges(store);
  const active = merges.find((merge) => merge.state === 'ACTIVE' && (merge.id === id || merge.from === id));
  if (!active) {
    const split = merges.find((merge) => merge.id === id)?.split;
    if (split) throw new DemarcheError('BAD_USER_INPUT', `${id} is split already, by ${split.id}`);
    throw new DemarcheError(
      'NOT_FOUND',
      `expected the id of a merge, or of an actor that is merged; ${id} is none: demarche actors merges lists them`,
    );
  }
  const taken = new Set((await store.read(mergeQueries.allSplits, {})).map((split) => split.id));
  const name = active.id.slice(active.id.indexOf(':') + 1);
  return { type: 'split', id: freeId('split', name, taken), merge: active.id, ...judgement };
}

function localPart(actor: string): string {
  return actor.slice(actor.indexOf(':') + 1).slice(0, LONGEST_PART);
}

function freeId(kind: JudgementRecord['type'], name: string, taken: ReadonlySet<string>): string {
  let id = `${kind}:${name}`;
  for (let n = 2; taken.has(id); n++) id = `${kind}:${name}-${n}`;
  return id;
}

const MOST_ALIKE = 3;

async function unknownActor(store: Store, id: string): Promise<DemarcheError> {
  const words = wordsOf(id.slice(id.indexOf(':') + 1));
  const find = (some: readonly string[]) =>
    store.searchText({ labels: ['Actor'], words: some, limit: MOST_ALIKE });
  const hits = [...(await find(words)), ...(await find(words.slice(0, 1)))];
  const alike = [...new Set(hits.map((hit) => hit.id))].slice(0, MOST_ALIKE);
  const advice = alike.length > 0 ? `; did you mean ${alike.join(' or ')}?` : ': demarche actors list';
  return new DemarcheError('NOT_FOUND', `there is no actor ${id}${advice}`);
}
