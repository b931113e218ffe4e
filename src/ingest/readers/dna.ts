import { basename } from 'node:path';
import { DEFAULT_CODING, DemarcheError } from '../../model/index.js';
import { type DnaMapping, dnaCodebook } from './dna/codebook.js';
import { type DnaRecord, dnaRecords } from './dna/records.js';
import { checkDnaSchema } from './dna/schema.js';
import { type ReadInput, type ReadRow, readNotes } from './reader.js';
import { slug } from './slug.js';
import { openSqlite } from './sqlite-file.js';

export interface DnaOptions extends DnaMapping {
  /** part of all ids, so that several databases can be in one graph; default the file's name without its ending */
  readonly name?: string | undefined;
  /** the organizations that are states, as they are called in the file */
  readonly states?: readonly string[] | undefined;
  /** the coding set of the stances; default `adjudicated` */
  readonly coding?: string | undefined;
}

/**
 * Opens a database of the Discourse Network Analyzer 3: an SQLite file, read into memory as a whole, at most 512 MiB. Its
 * documents become sources, its persons and organizations actors, its concepts propositions, and its statements
 * statements of a person (of an organization, where there is none) on behalf of an organization, with the passage as a
 * quote; two codings of one passage stay two. Ids are made of the file's own numbers: `statement:dna-<name>-12`.
 *
 * DNA knows no time zone: dates and times are as its users see them. Midnight stands for no time.
 *
 * @throws DemarcheError BAD_USER_INPUT where the file is none, is damaged, encrypted, of DNA 2 or of another program, or
 * lacks what the options name
 */
export async function openDna(path: string, options: DnaOptions = {}): Promise<ReadInput> {
  const name = options.name ?? slug(basename(path).replace(/\.[^.]*$/, '')).slice(0, LONGEST_NAME);
  if (!NAME.test(name)) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `name ${JSON.stringify(name)}: expected a part of ids of at most ${LONGEST_NAME} characters (a-z, 0-9, ".", "_", "-")`,
    );
  }
  const file = await openSqlite(path);
  try {
    checkDnaSchema(path, file);
    const source = {
      file,
      codebook: dnaCodebook(path, file, options),
      name,
      states: new Set(options.states),
      coding: options.coding ?? DEFAULT_CODING,
    };
    const notes = readNotes();
    const places: string[] = [];
    return {
      rows: () => rowsOf(dnaRecords(source, notes), places),
      placeOf: (origin) => places[origin] ?? '',
      report: notes.report,
      // it is in memory already
      progress: () => ({ done: 1, total: 1 }),
      close: async () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function* rowsOf(records: Iterable<DnaRecord>, places: string[]): AsyncGenerator<ReadRow> {
  for (const { from, record } of records) yield { origin: places.push(from) - 1, records: [record] };
}

const LONGEST_NAME = 60;
const NAME = new RegExp(`^[a-z0-9][a-z0-9._-]{0,${LONGEST_NAME - 1}}$`);
