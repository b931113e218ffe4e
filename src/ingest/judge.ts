import { type AnyRecord, contentHash, type RecordIssue } from '../model/index.js';
import { type KnownRecord, keyInWords } from '../records/index.js';
import { type Entry, hasHash, type Place } from './catalogue.js';
import type { Checking, Item } from './checking.js';
import type { InputIssue } from './issue.js';
import { checkReferences, missingIssue, type Target } from './references.js';

/** Whether the record is to be written: new to the input, and to the graph or of other content there. */
export async function catalogueRecord(
  checking: Checking,
  item: Item,
  known: KnownRecord | undefined,
): Promise<boolean> {
  const { catalogue, states, tally, partOf } = checking;
  const { file, line, record, key } = item;
  const hash = contentHash(record);
  const twin = catalogue.get(key);
  const issue = conflictIssue(checking, record, hash, twin, known);
  if (issue) {
    if (!twin) catalogue.set(key, { file, line, hash, kind: kindIn(record), state: 'NEW' });
    await refuse(checking, item, [issue], hasHash(twin, hash) ? 'BAD_RECORD' : 'CONFLICT');
    return false;
  }
  const replaced = twin && !hasHash(twin, hash) ? twin : undefined;
  if (replaced) await supersede(checking, record, replaced, item);
  const same = (twin !== undefined && !replaced) || known?.hash === hash;
  if (!twin || replaced) {
    const state = same ? 'SAME' : known ? 'CHANGED' : 'NEW';
    catalogue.set(key, { file, line, hash, kind: kindIn(record), state });
  }
  if (record.type === 'topic') {
    if (record.partOf && !same) partOf.set(record.id, record.partOf);
    else if (replaced) partOf.delete(record.id);
  }
  if (record.type === 'merge' || record.type === 'split') {
    if (!same) checking.judgements.set(record.id, record);
    else if (replaced) checking.judgements.delete(record.id);
  }
  if (same) {
    states[file]?.setSame(line);
    tally.byType[record.type].same += 1;
  }
  return !same;
}

function kindIn(record: AnyRecord): string | null {
  return 'kind' in record && typeof record.kind === 'string' ? record.kind : null;
}

/** What is wrong with a record that is there already, in the input or in the graph. */
function conflictIssue(
  checking: Checking,
  record: AnyRecord,
  hash: string,
  twin: Entry | undefined,
  known: KnownRecord | undefined,
): RecordIssue | undefined {
  const { field, name } = keyInWords(record);
  const updates = checking.options.onConflict === 'update';
  if (twin && hasHash(twin, hash)) {
    if (twin.state !== 'REFUSED') return undefined;
    return { field, expected: `a record that is not refused; it is, at ${placeText(checking, twin)}` };
  }
  if (twin && !updates) {
    return {
      field,
      expected: `the content that ${name} has at ${placeText(checking, twin)}, or another key`,
    };
  }
  if (known && known.hash !== hash && !updates) {
    return { field, expected: `the content that ${name} has in the graph already, or another key` };
  }
  const kind = known?.kind ?? twin?.kind;
  // what refers to it was checked against its kind
  if ((record.type === 'actor' || record.type === 'topic') && kind && kind !== record.kind) {
    return { field: 'kind', expected: `${kind}, which ${name} is already` };
  }
  return undefined;
}

/** The line that held a record until another one took its place. */
async function supersede(checking: Checking, record: AnyRecord, twin: Entry, by: Place): Promise<void> {
  if (twin.state === 'REFUSED') return;
  const { states, tally } = checking;
  const state = states[twin.file];
  const counts = tally.byType[record.type];
  // a line of the same batch is not counted yet
  if (twin.state === 'SAME') counts.same -= 1;
  else if (state?.isNew(twin.line)) counts[twin.state === 'CHANGED' ? 'changed' : 'new'] -= 1;
  const { field, name } = keyInWords(record);
  const expected = `no other content for ${name} later; that at ${placeText(checking, by)} counts`;
  counts.rejected += 1;
  tally.superseded += 1;
  const place = { file: twin.file, line: twin.line, text: '' };
  await refuse(checking, place, [{ field, expected }], 'SUPERSEDED');
}

/** Decides on a record by its references; as long as it is not the last word, one that is not found may still come. */
export async function settle(checking: Checking, item: Item, last: boolean): Promise<void> {
  const { states, tally, options, cycles } = checking;
  const { record, file, line, key } = item;
  const entry = checking.catalogue.get(key);
  // superseded by a line of the same batch
  if (!entry || entry.file !== file || entry.line !== line) return;
  const count = entry.state === 'CHANGED' ? 'changed' : 'new';
  const { issues, open, refused } = checkReferences(record, (id) => findTarget(checking, id));
  const isOpen = !last && open.length + refused.length > 0;
  const problems = [
    ...issues,
    ...open.map((reference) => missingIssue(reference, checking.store !== undefined)),
    ...(options.skipInvalid ? refused : []),
    ...cycleIssues(cycles.get(key)),
    ...(checking.problems.get(key) ?? []),
  ];
  if (isOpen) checking.open += 1;
  if (!last && (isOpen || problems.length === 0)) tally.byType[record.type][count] += 1;
  if (isOpen || problems.length === 0) {
    states[file]?.setNew(line, record.type, isOpen);
    return;
  }
  if (last) tally.byType[record.type][count] -= 1;
  checking.uncatalogued += 1;
  await refuse(checking, item, problems);
}

function cycleIssues(way: string | undefined): RecordIssue[] {
  return way === undefined
    ? []
    : [{ field: 'partOf', expected: `topics that do not contain this one; found ${way}` }];
}

/** What an id of the input or of the graph stands for, as far as all that was read tells. */
export function findTarget(checking: Checking, id: string): Target {
  const entry = checking.catalogue.get(id);
  if (entry && entry.state !== 'REFUSED') return { kind: entry.kind };
  const known = checking.cache.get(id);
  if (known) return { kind: known.kind };
  const place = entry ?? checking.broken.get(id);
  return place && { refused: placeText(checking, place) };
}

export async function refuse(
  { files, states, catalogue, tally, options, judgements }: Checking,
  item: Place & { readonly text: string; readonly record?: AnyRecord; readonly key?: string },
  issues: readonly RecordIssue[],
  code: InputIssue['code'] = 'BAD_RECORD',
): Promise<void> {
  const { file, line, text, record, key } = item;
  const name = files[file]?.name ?? '';
  states[file]?.setRefused(line);
  tally.rejected += 1;
  if (record) tally.byType[record.type].rejected += 1;
  const entry = key === undefined ? undefined : catalogue.get(key);
  if (key !== undefined && entry?.file === file && entry.line === line) {
    catalogue.setState(key, 'REFUSED');
    judgements.delete(key);
  }
  for (const issue of issues) tally.addIssue({ code, file: name, line, ...issue });
  await options.rejects.add(name, line, text, issues);
}

function placeText({ files }: Checking, { file, line }: Place): string {
  return `${files[file]?.name}:${line}`;
}
