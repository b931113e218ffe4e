import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { LiveTable } from '../analysis/index.js';
import {
  downloadName,
  type Export,
  type ExportRequest,
  exportFormats,
  exportPath,
  hashed,
  MANIFEST,
  manifestOf,
  newTally,
  openExport,
  readExportQuery,
  type Tally,
  type Writer,
  writerOf,
  zipOf,
} from '../export/index.js';
import { DemarcheError } from '../model/index.js';
import type { Store } from '../store/index.js';
import type { Gate } from './gate.js';
import { requestSignal } from './request-signal.js';

/** A client that takes nothing for so long has gone without a word. */
const STALLED_MS = 120_000;

export interface ExportRoutes {
  readonly store: Store;
  readonly table: LiveTable;
  readonly gate: Gate;
  readonly logger: Logger;
}

/**
 * `GET /export`: the formats. `GET /export/{format}`: a file, or a zip of several; `GET /export/{format}/{file}`: one of
 * these, or the manifest. What is exported is in the query string; no more of it is read than the client takes.
 */
export function exportRoutes({ store, table, gate, logger }: ExportRoutes): Router {
  const answer = async (request: Request, response: Response) => {
    const signal = requestSignal(response);
    try {
      const leave = await gate.enter(signal);
      const open: Open = (writer, asked, tally) => openExport(store, writer, asked, { signal, table, tally });
      await send(open, request, response).finally(leave);
    } catch (error) {
      breakOff(error, response, logger);
    }
  };
  return Router()
    .get('/export', (_request, response) => {
      response.json({ formats: exportFormats() });
    })
    .get('/export/:format', answer)
    .get('/export/:format/:file', answer);
}

type Open = (writer: Writer, asked: ExportRequest, tally?: Tally) => Promise<Export>;

async function send(open: Open, request: Request, response: Response): Promise<void> {
  const { format, file } = request.params as { format: string; file?: string };
  const writer = writerOf(format);
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const asked = readExportQuery(searchParams);
  if (file === MANIFEST) {
    const tally = newTally();
    await sendManifest(await open(writer, asked, tally), tally, response);
    return;
  }
  const exported = await open(writer, asked);
  const [body, type, name] = bodyOf(exported, file);
  const pieces = await begun(body);
  response.set({
    'Content-Type': /^text|json|xml/.test(type) ? `${type}; charset=utf-8` : type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-cache',
    Link: `<${manifestPath(exported)}>; rel="describedby"; type="application/ld+json"`,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.setTimeout(STALLED_MS, () => response.destroy());
  await pipeline(Readable.from(pieces, { objectMode: false }), response);
}

/** The pieces of a body, its media type and its name. */
function bodyOf(
  { writer, request, dataset, files }: Export,
  wanted: string | undefined,
): readonly [AsyncIterable<Uint8Array>, string, string] {
  if (wanted === undefined) {
    const name = downloadName(writer, request, dataset);
    const [single] = files;
    return single && !writer.isPackage
      ? [single.bytes(), single.mediaType, name]
      : [zipOf(files), writer.mediaType, name];
  }
  const file = files.find(({ name }) => name === wanted);
  if (file) return [file.bytes(), file.mediaType, file.name];
  throw new DemarcheError(
    'NOT_FOUND',
    `file: expected one of ${[...files.map(({ name }) => name), MANIFEST].join(', ')}, not "${wanted}"`,
  );
}

async function sendManifest(exported: Export, tally: Tally, response: Response): Promise<void> {
  const made = [];
  for (const file of exported.files) {
    made.push(
      await hashed(file, async (pieces) => {
        for await (const _ of pieces);
      }),
    );
  }
  response
    .set('Cache-Control', 'no-cache')
    .type('application/ld+json')
    .send(manifestOf(exported, tally, made, new Date()));
}

function manifestPath({ writer, request }: Export): string {
  const [path, query] = exportPath(writer.format, request).split('?');
  return `${path}/${MANIFEST}${query === undefined ? '' : `?${query}`}`;
}

/** The same pieces, the first of them made: what goes wrong before it can still be answered as an error. */
async function begun(pieces: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let next = first; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
}

/** Before the first byte an error is an answer; after it, a body that breaks off. */
function breakOff(error: unknown, response: Response, logger: Logger): void {
  if (!response.headersSent && !response.destroyed) throw error;
  const isGone = error instanceof DemarcheError && error.code === 'REQUEST_ABORTED';
  if (!isGone && !isPremature(error)) {
    logger.error({ err: error, requestId: response.locals.requestId }, 'an export broke off');
  }
  response.destroy();
}

function isPremature(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
