import { type AnyRecord, contentHash, type RecordIssue, referencesOf } from '../model/index.js';
import type { Store } from '../store/index.js';
import type { Catalogue, Place } from './catalogue.js';
import { type DuplicateFinder, duplicateFinder } from './duplicates.js';
import type { InputFile } from './input-file.js';
import type { InputIssue } from './issue.js';
import { findRecords, type KnownRecord, type ReferenceCache, referenceCache } from './known-records.js';
import { type LineStates, lineStates } from './line-states.js';
import { type RecordLine, readRecords } from './ndjson.js';
import type { Progress } from './progress.js';
import { keyInWords, keyOf, keyText } from './record-key.js';
import { checkReferences, missingIssue, type Target } from './references.js';
import type { Rejects } from './rejects.js';
import { newTally, type Tally } from './report.js';
import { topicCycles } from './topic-cycles.js';

/** Records that are looked up together. */
const BATCH_RECORDS = 500;

export interface CheckOptions {
  /** what depends on a refused record is then refused too; otherwise nothing will be written, and the causes suffice */
  readonly skipInvalid: boolean;
  readonly rejects: Rejects;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The input after the first pass: what each line is, and what is to be written. */
export interface CheckedInput {
  readonly files: readonly InputFile[];
  /** of the lines of each file */
  readonly states: readonly LineStates[];
  readonly catalogue: Catalogue;
  readonly tally: Tally;
}

interface Checking extends CheckedInput {
  readonly store: Store | undefined;
  readonly options: CheckOptions;
  /** records that the input refers to and does not hold */
  readonly cache: ReferenceCache;
  readonly duplicates: DuplicateFinder;
  /** the ids of records that cannot be read */
  readonly broken: Map<string, Place>;
  /** the topics to be written */
  readonly partOf: Map<string, readonly string[]>;
  cycles: ReadonlyMap<string, string>;
  /** how many lines have references that are not found yet */
  open: number;
  /** how many records were refused after they had been catalogued */
  uncatalogued: number;
}

/** A line with a record, and where it is. */
interface Item extends Place {
  readonly text: string;
  readonly record: AnyRecord;
  readonly key: string;
}

/**
 * Checks every line of every file: each record by itself, against the others and against the graph. Keeps ids and
 * hashes, never records. Without a store the input must hold all that it refers to.
 */
export async function checkInput(
  files: readonly InputFile[],
  store: Store | undefined,
  options: CheckOptions,
): Promise<CheckedInput> {
  const checking: Checking = {
    files,
    states: files.map(() => lineStates()),
    catalogue: new Map(),
    tally: newTally(),
    store,
    options,
    cache: referenceCache(store?.read),
    duplicates: duplicateFinder(store?.read),
    broken: new Map(),
    partOf: new Map(),
    cycles: new Map(),
    open: 0,
    uncatalogued: 0,
  };
  await checkLines(checking);
  if (!checking.tally.stopped) {
    checking.cycles = topicCycles(checking.partOf);
    await closeReferences(checking);
  }
  return checking;
}

/** Catalogues all records; finds what is wrong with each, as far as what came before it tells. */
async function checkLines(checking: Checking): Promise<void> {
  const { files, options } = checking;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const [file, input] of files.entries()) {
    let batch: RecordLine[] = [];
    const flush = async () => {
      await checkBatch(checking, file, batch);
      const last = batch.at(-1);
      options.onProgress?.({
        phase: 'check',
        done: before + (last ? last.offset + last.length : input.size),
        total,
      });
      batch = [];
    };
    for await (const lines of readRecords(input)) {
      for (const line of lines) {
        batch.push(line);
        if (batch.length === BATCH_RECORDS) await flush();
      }
      if (options.signal?.aborted) {
        checking.tally.stopped = true;
        return;
      }
    }
    await flush();
    before += input.size;
  }
}

async function checkBatch(checking: Checking, file: number, lines: readonly RecordLine[]): Promise<void> {
  const { store, catalogue, cache, duplicates, tally, files } = checking;
  const records = lines.flatMap((line) => ('record' in line ? [line.record] : []));
  const known = store ? await findRecords(store.read, records.map(keyOf)) : new Map<string, KnownRecord>();
  const fresh: Item[] = [];
  for (const line of lines) {
    tally.read += 1;
    if ('issues' in line) {
      if (line.id !== undefined) checking.broken.set(line.id, { file, line: line.number });
      await refuse(checking, { file, line: line.number, text: line.text }, line.issues);
      continue;
    }
    const key = keyText(keyOf(line.record));
    const item = { file, line: line.number, text: line.text, record: line.record, key };
    if (await catalogueRecord(checking, item, known.get(key))) fresh.push(item);
  }
  await cache.find(
    fresh.flatMap(({ record }) => referencesOf(record).map(({ id }) => id)).filter(isElsewhere(catalogue)),
  );
  for (const item of fresh) await settle(checking, item, false);
  for (const warning of await duplicates.among(fresh.map(({ record }) => record))) {
    const place = catalogue.get(warning.id);
    if (place) tally.addWarning({ file: files[place.file]?.name ?? '', line: place.line, ...warning });
  }
}

function isElsewhere(catalogue: Catalogue): (id: string) => boolean {
  return (id) => (catalogue.get(id)?.state ?? 'REFUSED') === 'REFUSED';
}

/** Whether the record is new, to the input and to the graph. */
async function catalogueRecord(
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

/** Looks again at the records with open references, now that all ids are known; and at what refers to those refused. */
async function closeReferences(checking: Checking): Promise<void> {
  const { files, states, options, tally } = checking;
  // a refused record may already have satisfied a reference of one that came before it
  let all = checking.cycles.size > 0 || (options.skipInvalid && checking.uncatalogued > 0);
  while (all || checking.open > 0) {
    const before = checking.uncatalogued;
    for (const [file, input] of files.entries()) {
      const state = states[file];
      const wanted = (line: number) => (all ? state?.isNew(line) : state?.isOpen(line)) ?? false;
      for await (const lines of readRecords(input, wanted)) {
        for (const line of lines) await closeLine(checking, file, line);
        if (options.signal?.aborted) {
          tally.stopped = true;
          return;
        }
      }
    }
    checking.open = 0;
    all = options.skipInvalid && checking.uncatalogued > before;
  }
}

async function closeLine(checking: Checking, file: number, line: RecordLine): Promise<void> {
  if (!('record' in line)) return;
  const { record, text, number } = line;
  await checking.cache.find(
    referencesOf(record)
      .map(({ id }) => id)
      .filter(isElsewhere(checking.catalogue)),
  );
  await settle(checking, { file, line: number, text, record, key: keyText(keyOf(record)) }, true);
}

/** Decides on a record by its references; as long as it is not the last word, one that is not found may still come. */
async function settle(checking: Checking, item: Item, last: boolean): Promise<void> {
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

async function refuse(
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
