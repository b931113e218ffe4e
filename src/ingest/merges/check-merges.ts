import {
  type AnyRecord,
  activeMerges,
  type Merge,
  mergeProblems,
  type RecordIssue,
  type RecordOf,
  type Resolution,
  referencesOf,
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
import { findTarget } from '../judge.js';
import { readRecords } from '../ndjson.js';
import { collisionsOf } from './collisions.js';
import { judgementsFirst } from './write-order.js';

export type JudgementRecord = RecordOf<'merge'> | RecordOf<'split'>;

/** What is known of merges once all of the input is read. */
interface Judged {
  readonly active: readonly Merge[];
  readonly resolution: Resolution;
  /** what holds while the load writes all but merges; only where the input changes merges or splits */
  readonly meanwhile: Resolution | undefined;
}

/** So many of the records that a merge would break are named; the rest is counted. */
const NAMED = 3;

/**
 * Finds what is wrong with the merges and splits of the input, and with records that, under all that then holds, would
 * name one actor twice; into `checking.problems`, by the keys of the records that are to blame.
 */
export async function checkMerges(checking: Checking): Promise<void> {
  const judged = await judge(checking);
  if (judged.resolution.merged.length > 0) {
    if (checking.judgements.size > 0) await checkGraph(checking, judged);
    await checkRecords(checking, withoutWrong(checking, judged).resolution, '');
    // what was to be replaced and is not stays as it is
    if (checking.options.skipInvalid && checking.judgements.size > 0) {
      await checkGraph(checking, withoutWrong(checking, judged));
    }
  }
  if (judged.meanwhile) {
    const note =
      ', until this load changes that at its end: load the merges and splits first, without the rest';
    await checkRecords(checking, judged.meanwhile, note);
  }
  refuseBesideOld(checking);
}

/** Where a merge that replaces one is refused, the old one stays: the others were judged without it. */
function refuseBesideOld(checking: Checking): void {
  const { judgements, problems } = checking;
  const refused = changedIn(checking).find((id) => judgements.get(id)?.type === 'merge' && problems.has(id));
  if (refused === undefined) return;
  const expected = `a record that comes without ${refused}, which replaces one and is refused`;
  for (const { id, type } of judgements.values()) {
    if (type === 'merge' && !problems.has(id)) problems.set(id, [{ field: 'id', expected }]);
  }
}

/** What remains without the merges that turned out to be refused: what is right beside these may be written. */
function withoutWrong({ problems }: Checking, judged: Judged): Judged {
  const active = judged.active.filter(({ id }) => !problems.has(id));
  return active.length === judged.active.length
    ? judged
    : { ...judged, active, resolution: resolutionOf(active) };
}

/** Whether all that a merge or split of the input names is there; if not, it will be refused. */
function isWhole(checking: Checking, record: JudgementRecord): boolean {
  return referencesOf(record).every(({ id }) => {
    const target = findTarget(checking, id);
    return target !== undefined && !('refused' in target);
  });
}

/** What the graph and the input come to together; those that contradict others are left out. */
async function judge(checking: Checking): Promise<Judged> {
  const { store, judgements, problems, cache } = checking;
  const merges = new Map<string, Merge>();
  const splits = new Map<string, { readonly id: string; readonly mergeId: string }>();
  if (store) {
    for (const merge of await store.read(mergeQueries.allMerges, {})) merges.set(merge.id, merge);
    for (const split of await store.read(mergeQueries.allSplits, {})) splits.set(split.id, split);
  }
  await cache.find([...judgements.values()].flatMap((record) => referencesOf(record).map(({ id }) => id)));
  const meanwhile = changedIn(checking).length === 0 ? undefined : whileWriting(checking, merges, splits);
  for (const record of judgements.values()) {
    if (!isWhole(checking, record)) continue;
    if (record.type === 'merge') merges.set(record.id, record);
    else {
      const there = splits.get(record.id)?.mergeId ?? record.merge;
      splits.set(record.id, { id: record.id, mergeId: there });
      // else its old merge would count again before, and its new one after the records that need it
      if (there === record.merge) continue;
      const expected = `${there}, which ${record.id} has split already; another merge takes a split of its own`;
      problems.set(record.id, [{ field: 'merge', expected }]);
    }
  }
  const splitOf = new Map<string, string>();
  for (const { id, mergeId } of splits.values()) if (!judgements.has(id)) splitOf.set(mergeId, id);
  for (const record of judgements.values()) {
    if (record.type !== 'split' || problems.has(record.id)) continue;
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
  return { active: right, resolution: resolutionOf(right), meanwhile };
}

/** What the merges of the graph come to when those splits are written that go before all other records. */
function whileWriting(
  { judgements }: Checking,
  merges: ReadonlyMap<string, Merge>,
  splits: ReadonlyMap<string, { readonly mergeId: string }>,
): Resolution {
  const then = new Map(splits);
  for (const record of [...judgementsFirst(judgements)].flat()) {
    if (record.type === 'split') then.set(record.id, { mergeId: record.merge });
  }
  return resolutionOf(activeMerges(merges.values(), then.values()));
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
    // a vote, a membership or an office that is replaced stays where it is
    const { owner, records } = collision;
    if (records.includes(owner) && catalogue.get(owner)?.state === 'CHANGED' && !problems.has(owner))
      continue;
    const [ofOne, ofOther] = [chainOf(collision.one, byFrom), chainOf(collision.other, byFrom)];
    // through what both go they are one as before
    const blamed = [
      ...ofOne.filter((merge) => !ofOther.includes(merge)),
      ...ofOther.filter((merge) => !ofOne.includes(merge)),
    ];
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

/** Records of the input that would name one actor twice, alone or beside another one. `note` follows what is said of it. */
async function checkRecords(checking: Checking, resolution: Resolution, note: string): Promise<void> {
  const { files, states, problems, options, tally } = checking;
  for (const [file, input] of files.entries()) {
    const state = states[file];
    for await (const lines of readRecords(input, (line) => state?.isNew(line) ?? false)) {
      const records = lines
        .flatMap((line) => ('record' in line ? [line.record] : []))
        .filter((record) => !problems.has(keyText(keyOf(record))));
      for (const record of records) {
        const issues = collisionsOf(record, resolution.resolve);
        addProblems(problems, record, issues, note);
      }
      await checkPlaces(checking, records, resolution, note);
      if (options.signal?.aborted) {
        tally.stopped = true;
        return;
      }
    }
  }
}

/** Votes, memberships and offices that would stand where another one does, in the input or in the graph. */
async function checkPlaces(
  { store, catalogue, problems }: Checking,
  records: readonly AnyRecord[],
  resolution: Resolution,
  note: string,
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
    addProblems(problems, record, [{ field, expected }], note);
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
  note: string,
): void {
  if (issues.length === 0) return;
  const key = keyText(keyOf(record));
  const noted = issues.map(({ field, expected }) => ({ field, expected: `${expected}${note}` }));
  problems.set(key, [...(problems.get(key) ?? []), ...noted]);
}
