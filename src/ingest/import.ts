import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Store } from '../store/index.js';
import { type LoadOptions, loadFiles } from './load.js';
import { type DnaOptions, openDna } from './readers/dna.js';
import type { ReadInput, ReadNote, ReadReport } from './readers/reader.js';
import type { LoadReport } from './report.js';

/** What became of a file of another format. */
export interface ImportReport extends ReadReport {
  /** of the records made of it */
  readonly load: LoadReport;
  /** records that were refused, by what in the file they were made from */
  readonly refused: readonly ReadNote[];
}

type ImportOptions = Pick<LoadOptions, 'signal' | 'onProgress'>;

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
  const input = await openDna(path, options);
  try {
    return await importRecords(store, input, importing);
  } finally {
    input.close();
  }
}

/** The loader reads its input twice, and so the records go through a temporary file. */
async function importRecords(store: Store, input: ReadInput, options: ImportOptions): Promise<ImportReport> {
  const directory = await mkdtemp(join(tmpdir(), 'demarche-import-'));
  try {
    const file = join(directory, 'records.ndjson');
    const origins: string[] = [];
    await pipeline(Readable.from(linesOf(input, origins)), createWriteStream(file));
    const load = await loadFiles(store, [file], options);
    const refused = load.issues.map(({ line, field, expected }) => ({
      from: origins[line - 1] ?? '',
      reason: `${field === '' ? '' : `${field}: `}expected ${expected}`,
    }));
    return { ...input.report, load, refused };
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Records as lines; `origins` gets what each was made from. */
function* linesOf(input: ReadInput, origins: string[]): Generator<string> {
  for (const { record, from } of input.records()) {
    origins.push(from);
    yield `${JSON.stringify(record)}\n`;
  }
}
