import { type LiveTable, liveTable } from '../analysis/index.js';
import {
  type DatasetState,
  DemarcheError,
  isModified,
  licenceOf,
  termsOf,
  versionOf,
} from '../model/index.js';
import { elementReader } from '../records/index.js';
import { datasetQueries, type ReadOptions, type Store } from '../store/index.js';
import { openNetwork } from './network/open-network.js';
import { contentOf } from './read/content.js';
import { readKnownNodes } from './read/known-nodes.js';
import { remainingRequest } from './read/remaining.js';
import { type Carried, select } from './read/select.js';
import { stancesOf } from './read/statement-rows.js';
import type { ExportRequest } from './request.js';
import type { Tally } from './tally.js';
import type { About, Writer, WrittenFile } from './writer.js';
import { refuseUnable } from './writers/index.js';

export interface Export {
  readonly writer: Writer;
  readonly request: ExportRequest;
  readonly dataset: DatasetState;
  /** one, unless the writer makes a package */
  readonly files: readonly ExportFile[];
}

export interface ExportFile extends Pick<WrittenFile, 'name' | 'mediaType' | 'description'> {
  /**
   * The file, piece by piece. The last piece comes only when it is certain that all was read of one revision.
   * @throws DemarcheError CONFLICT where the data changed meanwhile, and what the store throws
   */
  bytes(): AsyncIterable<Uint8Array>;
}

interface ExportOptions extends ReadOptions {
  /** counts what is written */
  readonly tally?: Tally | undefined;
  /** on which networks are computed; left out, one that is read for the occasion */
  readonly table?: Pick<LiveTable, 'ask'>;
}

/**
 * Finds out what an export holds, and makes it ready to be written. An actor that is merged stands for the one that
 * remains: the request that is told of is of that one.
 * @throws DemarcheError BAD_USER_INPUT where the format cannot hold it, QUERY_TOO_COSTLY where it is too large, and what
 *   the store throws
 */
export async function openExport(
  store: Store,
  writer: Writer,
  given: ExportRequest,
  { tally, table = liveTable(store), ...options }: ExportOptions = {},
): Promise<Export> {
  refuseUnable(writer, given);
  const dataset = await readDataset(store, options);
  const request = dataset.mergedActors === 0 ? given : await remainingRequest(store, given, options);
  const unchanged = async () => refuseChanged(dataset, await readDataset(store, options));
  const files = await filesOf(store, dataset, writer, request, { tally, table, ...options });
  return {
    writer,
    request,
    dataset,
    files: files.map(({ write, ...file }) => ({ ...file, bytes: () => heldBack(write(), unchanged) })),
  };
}

async function filesOf(
  store: Store,
  dataset: DatasetState,
  writer: Writer,
  request: ExportRequest,
  { tally, table, ...options }: ExportOptions & Required<Pick<ExportOptions, 'table'>>,
): Promise<readonly WrittenFile[]> {
  if (request.what === 'network') {
    const { network, revision } = await openNetwork(table, request.network, options.signal);
    refuseChanged(dataset, { revision });
    tally?.ofNetwork(network);
    return writer.network?.(network, aboutOf(dataset)) ?? [];
  }
  const carried = writer.carries.find((one) => (one === 'rows') === (request.what === 'statements'));
  const reader = elementReader(store, options, carried === 'stored' ? 'stored' : 'attributes');
  const filter = request.what === 'neighbourhood' ? undefined : request.filter;
  const stances = stancesOf(
    filter,
    filter ? (await readKnownNodes(store, filter, options)).parts : new Map(),
  );
  const selection = await select(store, reader, request, carried, options);
  const content = contentOf(reader, selection, stances);
  return writer.files(tally?.of(content) ?? content, aboutOf(dataset, carried, selection.isEverything));
}

async function readDataset(
  store: Store,
  options: ReadOptions,
): Promise<DatasetState & Pick<datasetQueries.DatasetRow, 'mergedActors'>> {
  const [row] = await store.read(datasetQueries.datasetRevision, {}, options);
  return row ?? { revision: 0, seedVersion: null, seedRevision: null, mergedActors: 0 };
}

type Revision = Pick<DatasetState, 'revision'>;

function refuseChanged(before: Revision, now: Revision): void {
  if (now.revision === before.revision) return;
  throw new DemarcheError(
    'CONFLICT',
    `the data was changed while it was exported (revision ${before.revision}, now ${now.revision}): ask for it again`,
  );
}

function aboutOf(dataset: DatasetState, carried?: Carried, isEverything = false): About {
  const { seedVersion } = dataset;
  const isChanged = isModified(dataset);
  return {
    carried,
    title: 'Demarche',
    version: versionOf(dataset) ?? undefined,
    licence: licenceOf(dataset) ?? undefined,
    terms: termsOf(dataset),
    ...(isEverything && seedVersion !== null && { seed: { version: seedVersion, isChanged } }),
  };
}

/** Pieces as bytes; before the last one, `check`. */
async function* heldBack(
  pieces: AsyncIterable<string | Uint8Array>,
  check: () => Promise<void>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let last: string | Uint8Array | undefined;
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    if (last !== undefined) yield bytesOf(last);
    last = piece;
  }
  await check();
  if (last !== undefined) yield bytesOf(last);
}

function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}
