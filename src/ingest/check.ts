import { referencesOf } from '../model/index.js';
import { findRecords, type KnownRecord, keyOf, keyText, referenceCache } from '../records/index.js';
import { existingQueries, type Store } from '../store/index.js';
import { type Catalogue, newCatalogue } from './catalogue.js';
import type { CheckedInput, Checking, CheckOptions, Item } from './checking.js';
import { duplicateFinder } from './duplicates.js';
import type { InputFile } from './input-file.js';
import { catalogueRecord, refuse, settle } from './judge.js';
import { lineStates } from './line-states.js';
import { checkMerges } from './merges/check-merges.js';
import { type RecordLine, readRecords } from './ndjson.js';
import { newTally } from './report.js';
import { topicCycles } from './topic-cycles.js';

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
    catalogue: newCatalogue(),
    tally: newTally(),
    store,
    options,
    cache: referenceCache(store?.read),
    duplicates: duplicateFinder(store?.read),
    broken: new Map(),
    partOf: new Map(),
    cycles: new Map(),
    judgements: new Map(),
    problems: new Map(),
    open: 0,
    uncatalogued: 0,
  };
  await checkLines(checking);
  if (!checking.tally.stopped) {
    checking.cycles = topicCycles(await allTopicParts(checking));
    await checkMerges(checking);
    await closeReferences(checking);
  }
  return checking;
}

/** Of the topics to be written, and where one of these may be there already, of those in the graph. */
async function allTopicParts({ store, options, partOf, catalogue }: Checking): Promise<TopicParts> {
  if (!store || options.onConflict === 'refuse' || partOf.size === 0) return partOf;
  const all = new Map(partOf);
  const inGraph = new Map<string, string[]>();
  for (const { part, whole } of await store.read(existingQueries.existingTopicParts, {})) {
    const wholes = inGraph.get(part);
    if (wholes) wholes.push(whole);
    else inGraph.set(part, [whole]);
  }
  for (const [part, wholes] of inGraph) {
    const state = catalogue.get(part)?.state;
    if (state === undefined || state === 'SAME' || state === 'REFUSED') all.set(part, wholes);
  }
  return all;
}
type TopicParts = ReadonlyMap<string, readonly string[]>;

/** Catalogues all records; finds what is wrong with each, as far as what came before it tells. */
async function checkLines(checking: Checking): Promise<void> {
  const { files, options } = checking;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  const begin = performance.now();
  for (const [file, input] of files.entries()) {
    let batch: RecordLine[] = [];
    const flush = async () => {
      await checkBatch(checking, file, batch);
      const last = batch.at(-1);
      options.onProgress?.({
        phase: 'check',
        done: before + (last ? last.offset + last.length : input.size),
        total,
        ms: performance.now() - begin,
      });
      batch = [];
    };
    for await (const lines of readRecords(input)) {
      for (const line of lines) {
        batch.push(line);
        if (batch.length === options.batchRecords) await flush();
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

/** Looks again at the records with open references, now that all ids are known; and at what refers to those refused. */
async function closeReferences(checking: Checking): Promise<void> {
  const { files, states, options, tally } = checking;
  // a refused record may already have satisfied a reference of one that came before it
  let all =
    checking.cycles.size > 0 ||
    checking.problems.size > 0 ||
    (options.skipInvalid && checking.uncatalogued > 0);
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
