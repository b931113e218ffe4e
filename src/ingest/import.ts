import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RecordIssue } from '../model/index.js';
import type { Store } from '../store/index.js';
import type { ActorResolver, UnresolvedName } from './actors/actor-resolver.js';
import { type LoadOptions, loadFiles, validateFiles } from './load.js';
import { type DnaOptions, openDna } from './readers/dna.js';
import type { ReadInput, ReadReport, ReadRow } from './readers/reader.js';
import { NO_REJECTS, type Rejects, rejectsFiles } from './rejects.js';
import { type LoadReport, MAX_KEPT, newTally } from './report.js';

/** What became of a file of another format. */
export interface ImportReport extends ReadReport {
  /** accepted and rejected are all that was read; one that was accepted can be several records */
  readonly rows: { readonly read: number; readonly accepted: number; readonly rejected: number };
  /** what is wrong with those rejected: the first 10,000 */
  readonly refused: readonly RefusedField[];
  readonly refusedCount: number;
  /** the names that are of no actor of the graph, or of several, the most frequent first */
  readonly unresolved: readonly UnresolvedName[];
  /** of the records made of it */
  readonly load: LoadReport;
  /** where the rejected rows were put */
  readonly rejectsFile: string | undefined;
}

/** What is wrong with a row: in which of its columns, or in which field of a record made of it. */
export interface RefusedField extends RecordIssue {
  /** as the format's users call the row: `line 12` */
  readonly from: string;
  /** the same as a number, where it is a line */
  readonly line: number;
}

export type ImportOptions = Pick<LoadOptions, 'skipInvalid' | 'signal' | 'onProgress'>;

/**
 * Imports a database of the Discourse Network Analyzer 3 (`openDna`). As with a load, nothing is written where a record
 * is refused, and what is there already is left as it is.
 *
 * @throws DemarcheError as `openDna`
 */
export async function importDna(
  store: Store,
  path: string,
  options: DnaOptions = {},
  importing: ImportOptions = {},
): Promise<ImportReport> {
  return importRecords(store, path, await openDna(path, options), undefined, importing);
}

/**
 * Imports what a reader makes of a file, and closes it. Nothing is written where a row is refused, unless `skipInvalid`;
 * these rows are then in `<file>.rejects.ndjson`. The loader reads its input twice, and so the records go through a
 * temporary file.
 */
export async function importRecords(
  store: Store,
  path: string,
  input: ReadInput,
  resolver: ActorResolver | undefined,
  options: ImportOptions,
): Promise<ImportReport> {
  const name = path === '-' ? 'stdin' : path;
  const rejects = options.skipInvalid ? rejectsFiles() : NO_REJECTS;
  const directory = await mkdtemp(join(tmpdir(), 'demarche-import-'));
  try {
    const reading: Reading = { name, input, resolver, rejects, options, ...newReading() };
    const file = join(directory, 'records.ndjson');
    await pipeline(Readable.from(recordLines(reading)), createWriteStream(file));
    const load = await loadRecords(store, file, reading);
    await refuseRecords(reading, file, load);
    const { read, rejected, refused, refusedCount } = reading;
    const [rejectsFile] = await rejects.close();
    return {
      ...input.report,
      rows: { read, accepted: read - rejected.size, rejected: rejected.size },
      refused,
      refusedCount,
      unresolved: resolver?.unresolved() ?? [],
      load,
      rejectsFile,
    };
  } finally {
    await rejects.close();
    await input.close();
    await rm(directory, { recursive: true });
  }
}

interface Reading extends ReturnType<typeof newReading> {
  readonly name: string;
  readonly input: ReadInput;
  readonly resolver: ActorResolver | undefined;
  readonly rejects: Rejects;
  readonly options: ImportOptions;
}

function newReading() {
  return {
    read: 0,
    /** of each record, by its line: the row it was made from */
    origins: rowNumbers(),
    /** rows */
    rejected: new Set<number>(),
    refused: [] as RefusedField[],
    refusedCount: 0,
    stopped: false,
  };
}

const CHUNK_CHARACTERS = 64 * 1024;

async function* recordLines(reading: Reading): AsyncGenerator<string> {
  const { input, resolver, origins, options } = reading;
  const began = performance.now();
  let chunk = '';
  for await (const row of input.rows()) {
    if (options.signal?.aborted) {
      reading.stopped = true;
      return;
    }
    reading.read += 1;
    const made = resolver?.newActors() ?? [];
    const records = 'records' in row ? row.records : [];
    for (const record of [...made, ...records]) {
      origins.push(row.origin);
      chunk += `${JSON.stringify(record)}\n`;
    }
    if ('issues' in row) await refuse(reading, row.origin, row.text, row.issues);
    if (chunk.length >= CHUNK_CHARACTERS) {
      options.onProgress?.({ phase: 'read', ...input.progress(), ms: performance.now() - began });
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

async function refuse(
  reading: Reading,
  origin: number,
  text: string,
  issues: Extract<ReadRow, { issues: unknown }>['issues'],
): Promise<void> {
  reading.rejected.add(origin);
  for (const { field, expected } of issues) {
    reading.refusedCount += 1;
    if (reading.refused.length < MAX_KEPT) {
      reading.refused.push({ from: reading.input.placeOf(origin), line: origin, field, expected });
    }
  }
  await reading.rejects.add(reading.name, origin, text, issues);
}

async function loadRecords(store: Store, file: string, reading: Reading): Promise<LoadReport> {
  const { skipInvalid, signal, onProgress } = reading.options;
  if (reading.stopped) {
    const tally = newTally();
    tally.stopped = true;
    return tally.report([]);
  }
  return skipInvalid || reading.rejected.size === 0
    ? loadFiles(store, [file], { skipInvalid, signal, onProgress })
    : validateFiles([file], store, { signal, onProgress });
}

/** Counts what the loader refused against the rows that it was made from. */
async function refuseRecords(reading: Reading, file: string, load: LoadReport): Promise<void> {
  const { origins, input } = reading;
  const inWords = (issue: RecordIssue): RecordIssue => ({
    field: issue.field,
    expected: issue.expected.replaceAll(/\S*records\.ndjson:(\d+)/g, (_, line) =>
      input.placeOf(origins.at(Number(line) - 1)),
    ),
  });
  const [rejectsFile] = load.rejectsFiles;
  if (rejectsFile === undefined) {
    for (const issue of load.issues) {
      if (issue.file === file) await refuse(reading, origins.at(issue.line - 1), '', [inWords(issue)]);
    }
    return;
  }
  for await (const line of createInterface({ input: createReadStream(rejectsFile) })) {
    const refused: { line: number; text: string; issues: RecordIssue[] } = JSON.parse(line);
    await refuse(reading, origins.at(refused.line - 1), refused.text, refused.issues.map(inWords));
  }
}

/** Numbers of rows, four bytes each. */
function rowNumbers() {
  let numbers = new Uint32Array(1_024);
  let length = 0;
  return {
    push(number: number): void {
      if (length === numbers.length) {
        const longer = new Uint32Array(length * 2);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[length] = number;
      length += 1;
    },
    at: (index: number): number => numbers[index] ?? 0,
  };
}
