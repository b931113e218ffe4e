import {
  type AnyRecord,
  activeMerges,
  type Merge,
  mergeProblems,
  type RecordIssue,
  type RecordOf,
  type Resolution,
  resolutionOf,
} from '../../model/index.js';
import {
  collisionText,
  findRecords,
  graphCollisions,
  keyInWords,
  keyOf,
  keyText,
  mergedBefore,
  movesTo,
  type RecordKey,
} from '../../records/index.js';
import { mergeQueries } from '../../store/index.js';
import type { Checking } from '../checking.js';
import { readRecords } from '../ndjson.js';
import { collisionsOf } from './collisions.js';

export type JudgementRecord = RecordOf<'merge'> | RecordOf<'split'>;

/** What is known of merges once all of the input is read. */
interface Judged {
  readonly active: readonly Merge[];
  readonly resolution: Resolution;
}

/** So many of the records that a merge would break are named; the rest is counted. */
const NAMED = 3;

/**
 * Finds what is wrong with the merges and splits of the input, and with records that, under all that then holds, would
 * name one actor twice; into `checking.problems`, by the keys of the records that are to blame.
 */
export async function checkMerges(checking: Checking): Promise<void> {
  const judged = await judge(checking);
  if (judged.resolution.merged.length === 0) return;
  if (checking.judgements.size > 0) await checkGraph(checking, judged);
  await checkRecords(checking, judged.resolution);
}

/** What the graph and the input come to together; those that contradict others are left out. */
async function judge(checking: Checking): Promise<Judged> {
  const { store, judgements, problems } = checking;
  const merges = new Map<string, Merge>();
  const splits = new Map<string, { readonly id: string; readonly mergeId: string }>();
  if (store) {
    for (const merge of await store.read(mergeQueries.allMerges, {})) merges.set(merge.id, merge);
    for (const split of await store.read(mergeQueries.allSplits, {})) splits.set(split.id, split);
  }
  for (const record of judgements.values()) {
    if (record.type === 'merge') merges.set(record.id, record);
    else splits.set(record.id, { id: record.id, mergeId: record.merge });
  }
  const splitOf = new Map<string, string>();
  for (const { id, mergeId } of splits.values()) if (!judgements.has(id)) splitOf.set(mergeId, id);
  for (const record of judgements.values()) {
    if (record.type !== 'split') continue;
    const other = splitOf.get(record.merge);
    if (other === undefined) splitOf.set(record.merge, record.id);
    else {
      splits.delete(record.id);
      const expected = `a merge that is not split; ${other} has split ${record.merge}`;
      problems.set(record.id, [{ field: 'merge', expected }]);
    }
  }
  const active = activeMerges(merges.values(), splits.values());
  const wrong = mergeProblems(active);
  for (const [id, issue] of wrong) {
    // one of the graph contradicts another again because a record of the input takes a split's or a merge's place
    const toBlame = judgements.has(id) ? [id] : changedIn(checking);
    for (const key of toBlame) if (!problems.has(key)) problems.set(key, [issue]);
  }
  const right = active.filter(({ id }) => !wrong.has(id) || !judgements.has(id));
  return { active: right, resolution: resolutionOf(right) };
}

function changedIn({ judgements, catalogue }: Checking): string[] {
  return [...judgements.keys()].filter((id) => catalogue.get(id)?.state === 'CHANGED');
}

/** Records of the graph that the merges of the input would break, unless the input replaces them. */
async function checkGraph(checking: Checking, { active, resolution }: Judged): Promise<void> {
  const { store, catalogue, judgements, problems } = checking;
  if (!store) return;
  const { before, merged } = await mergedBefore(store.read);
  const moves = movesTo(before, resolution, [...merged, ...resolution.merged]);
  const byFrom = new Map(active.map((merge) => [merge.from, merge]));
  const broken = new Map<string, string[]>();
  for (const collision of await graphCollisions(store.read, moves, before, resolution)) {
    if (catalogue.get(collision.owner)?.state === 'CHANGED') continue;
    const blamed = [collision.one, collision.other].flatMap((actor) => chainOf(actor, byFrom));
    const key = blamed.find(({ id }) => judgements.has(id))?.id ?? judgements.keys().next().value ?? '';
    broken.set(key, [...(broken.get(key) ?? []), collisionText(collision)]);
  }
  for (const [key, texts] of broken) {
    const more = texts.length > NAMED ? ` and ${texts.length - NAMED} more` : '';
    const expected = `actors that no record names side by side; ${texts.slice(0, NAMED).join('; ')}${more}`;
    problems.set(key, [...(problems.get(key) ?? []), { field: 'into', expected }]);
  }
}

/** The merges through which an actor goes, from its own on. */
function chainOf(actor: string, byFrom: ReadonlyMap<string, Merge>): Merge[] {
  const merge = byFrom.get(actor);
  return merge ? [merge, ...chainOf(merge.into, byFrom)] : [];
}

/** Records of the input that would name one actor twice, alone or beside another one. */
async function checkRecords(checking: Checking, resolution: Resolution): Promise<void> {
  const { files, states, problems, options } = checking;
  for (const [file, input] of files.entries()) {
    const state = states[file];
    for await (const lines of readRecords(input, (line) => state?.isNew(line) ?? false)) {
      const records = lines.flatMap((line) => ('record' in line ? [line.record] : []));
      for (const record of records) {
        const issues = collisionsOf(record, resolution.resolve);
        if (issues.length > 0) addProblems(problems, record, issues);
      }
      await checkPlaces(checking, records, resolution);
      if (options.signal?.aborted) return;
    }
  }
}

/** Votes, memberships and offices that would stand where another one does, in the input or in the graph. */
async function checkPlaces(
  { store, catalogue, problems }: Checking,
  records: readonly AnyRecord[],
  resolution: Resolution,
): Promise<void> {
  const rivals = records.flatMap((record) =>
    rivalsOf(keyOf(record), resolution).map((key) => ({ record, key, text: keyText(key) })),
  );
  if (rivals.length === 0) return;
  const there = store
    ? await findRecords(
        store.read,
        rivals.map(({ key }) => key),
      )
    : new Map<string, unknown>();
  for (const { record, text } of rivals) {
    const state = catalogue.get(text)?.state;
    if (!there.has(text) && (state === undefined || state === 'REFUSED')) continue;
    const [type, from, to] = text.split(' ');
    const { field } = keyInWords(record);
    const expected = `another actor: with those merged, the ${type} of ${from} (${to}) would be the same`;
    addProblems(problems, record, [{ field, expected }]);
  }
}

/** The keys of other records that would be the same with actors merged. */
function rivalsOf(key: RecordKey, { membersOf }: Resolution): Extract<RecordKey, { edge: unknown }>[] {
  if (!('edge' in key)) return [];
  const { type, edge } = key;
  return membersOf(edge.from).flatMap((from) =>
    membersOf(edge.to)
      .filter((to) => from !== edge.from || to !== edge.to)
      .map((to) => ({ type, edge: { ...edge, from, to } })),
  );
}

function addProblems(
  problems: Map<string, readonly RecordIssue[]>,
  record: AnyRecord,
  issues: readonly RecordIssue[],
): void {
  const key = keyText(keyOf(record));
  problems.set(key, [...(problems.get(key) ?? []), ...issues]);
}
