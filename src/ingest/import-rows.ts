import type { Store } from '../store/index.js';
import { type ActorResolver, openActorResolver } from './actors/actor-resolver.js';
import { type ImportOptions, type ImportReport, importRecords } from './import.js';
import { readStanceRules } from './readers/events/stance-rules.js';
import { openGdelt } from './readers/gdelt.js';
import { openIcews } from './readers/icews.js';
import { openPolecat } from './readers/polecat.js';
import type { ReadInput } from './readers/reader.js';
import { openTable } from './readers/table.js';
import { readTableMapping } from './readers/table-mapping.js';
import { openUnscVotes } from './readers/unsc-votes.js';

export type ImportFormat = 'icews' | 'gdelt' | 'polecat' | 'unsc-votes' | 'table';

/** Names of files; which go with which format, its reader says. */
export interface RowOptions {
  /** of event data: which codes mean which position on which proposition */
  readonly stances?: string | undefined;
  /** of GDELT: the mentions table */
  readonly mentions?: string | undefined;
  /** of a table: which column is what */
  readonly mapping?: string | undefined;
}

/** A part of the ids of what a format names. */
const DATASETS = { icews: 'icews', gdelt: 'gdelt', polecat: 'polecat', 'unsc-votes': 'unsc' } as const;

/**
 * Imports a file of a format of rows.
 *
 * @throws DemarcheError BAD_USER_INPUT where the file, or one of the options, is none of the format
 */
export async function importFile(
  store: Store,
  format: ImportFormat,
  path: string,
  options: RowOptions = {},
  importing: ImportOptions = {},
): Promise<ImportReport> {
  const { input, resolver } = await openFormat(format, path, options, store, importing.signal);
  return importRecords(store, path, input, resolver, importing);
}

interface OpenedRows {
  readonly input: ReadInput;
  readonly resolver: ActorResolver;
}

/** Opens a file of a format of rows; without a store no name is of an actor that is known. */
export async function openFormat(
  format: ImportFormat,
  path: string,
  options: RowOptions = {},
  store?: Store,
  signal?: AbortSignal,
): Promise<OpenedRows> {
  if (format === 'table') {
    const mapping = await readTableMapping(options.mapping ?? '');
    const resolver = await openActorResolver(store, mapping.name, signal);
    return { resolver, input: await openTable(path, { resolver, mapping }) };
  }
  const resolver = await openActorResolver(store, DATASETS[format], signal);
  const stances = options.stances === undefined ? undefined : await readStanceRules(options.stances);
  switch (format) {
    case 'icews':
      return { resolver, input: await openIcews(path, { resolver, stances }) };
    case 'gdelt':
      return { resolver, input: await openGdelt(path, { resolver, stances, mentions: options.mentions }) };
    case 'polecat':
      return { resolver, input: await openPolecat(path, { resolver, stances }) };
    case 'unsc-votes':
      return { resolver, input: await openUnscVotes(path, { resolver }) };
  }
}
