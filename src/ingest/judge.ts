import { type AnyRecord, contentHash, type RecordIssue } from '../model/index.js';
import { type KnownRecord, keyInWords } from '../records/index.js';
import type { Place } from './catalogue.js';
import type { Checking, Item } from './checking.js';
import type { InputIssue } from './issue.js';
import { checkReferences, missingIssue, type Target } from './references.js';

/** Whether the record is new, to the input and to the graph. */
export async function catalogueRecord(
  checking: Checking,
  item: Item,
  known: KnownRecord | undefined,
): Promise<boolean> {
  const { catalogue, states, tally, partOf } = checking;
  const { file, line, record, key } = item;
  const hash = contentHash(record);
  const twin = catalogue.get(key);
  if (twin && (twin.hash !== hash || twin.state === 'REFUSED')) {
    const { field, name } = keyInWords(record);
    const expected =
      twin.hash === hash
        ? `a record that is not refused; it is, at ${placeText(checking, twin)}`
        : `the content that ${name} has at ${placeText(checking, twin)}, or another key`;
    await refuse(checking, item, [{ field, expected }], twin.hash === hash ? 'BAD_RECORD' : 'CONFLICT');
    return false;
  }
  const same = twin !== undefined || known?.hash === hash;
  if (!twin) {
    const kind = 'kind' in record && typeof record.kind === 'string' ? record.kind : null;
    catalogue.set(key, { file, line, hash, kind, state: same ? 'SAME' : 'NEW' });
  }
  if (same) {
    states[file]?.setSame(line);
    tally.byType[record.type].same += 1;
    return false;
  }
  if (known) {
    const { field, name } = keyInWords(record);
    const expected = `the content that ${name} has in the graph already, or another key`;
    await refuse(checking, item, [{ field, expected }], 'CONFLICT');
    return false;
  }
  if (record.type === 'topic' && record.partOf) partOf.set(record.id, record.partOf);
  return true;
}

/** Decides on a record by its references; as long as it is not the last word, one that is not found may still come. */
export async function settle(checking: Checking, item: Item, last: boolean): Promise<void> {
  const { states, tally, options, cycles } = checking;
  const { record, file, line, key } = item;
  const { issues, open, refused } = checkReferences(record, (id) => findTarget(checking, id));
  const isOpen = !last && open.length + refused.length > 0;
  const problems = [
    ...issues,
    ...open.map((reference) => missingIssue(reference, checking.store !== undefined)),
    ...(options.skipInvalid ? refused : []),
    ...cycleIssues(cycles.get(key)),
  ];
  if (isOpen) checking.open += 1;
  if (!last && (isOpen || problems.length === 0)) tally.byType[record.type].new += 1;
  if (isOpen || problems.length === 0) {
    states[file]?.setNew(line, record.type, isOpen);
    return;
  }
  if (last) tally.byType[record.type].new -= 1;
  checking.uncatalogued += 1;
  await refuse(checking, item, problems);
}

function cycleIssues(way: string | undefined): RecordIssue[] {
  return way === undefined
    ? []
    : [{ field: 'partOf', expected: `topics that do not contain this one; found ${way}` }];
}

function findTarget(checking: Checking, id: string): Target {
  const entry = checking.catalogue.get(id);
  if (entry && entry.state !== 'REFUSED') return { kind: entry.kind };
  const known = checking.cache.get(id);
  if (known) return { kind: known.kind };
  const place = entry ?? checking.broken.get(id);
  return place && { refused: placeText(checking, place) };
}

export async function refuse(
  { files, states, catalogue, tally, options }: Checking,
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
  if (entry && entry.file === file && entry.line === line) entry.state = 'REFUSED';
  for (const issue of issues) tally.addIssue({ code, file: name, line, ...issue });
  await options.rejects.add(name, line, text, issues);
}

function placeText({ files }: Checking, { file, line }: Place): string {
  return `${files[file]?.name}:${line}`;
}
