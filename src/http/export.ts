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
  MANIFEST,
  type MadeFile,
  manifestOf,
  newTally,
  noted,
  openExport,
  readExportQuery,
  type Tally,
  type Writer,
  writerOf,
  zipOf,
} from '../export/index.js';
import { DemarcheError } from '../model/index.js';
import type { Store } from '../store/index.js';
import { cutOffSlow } from './cut-off-slow.js';
import type { Gate } from './gate.js';
import { requestSignal } from './request-signal.js';

export interface ExportRoutes {
  readonly store: Store;
  readonly table: LiveTable;
  readonly gates: ExportGates;
  /** after which a client that takes too little is cut off */
  readonly patienceMs: number;
  readonly logger: Logger;
}

/** An export whose client is slow keeps a place among those that are under way, and none where bytes are made. */
interface ExportGates {
  readonly underWay: Gate;
  readonly making: Gate;
}

/**
 * `GET /export`: the formats. `GET /export/{format}`: a file, or a zip of several; `GET /export/{format}/{file}`: one of
 * these, or the manifest. What is exported is in the query string; no more of it is read than the client takes.
 */
export function exportRoutes({ store, table, gates, patienceMs, logger }: ExportRoutes): Router {
  const answer = async (request: Request, response: Response) => {
    const signal = requestSignal(response);
    try {
      await within(gates.underWay.enter(signal), async () => {
        const open: Open = (writer, asked, tally) =>
          openExport(store, writer, asked, { signal, table, tally });
        const making = (work: () => Promise<Next>) => within(gates.making.enterAgain(signal), work);
        const pieces = await within(gates.making.enter(signal), () => begin(open, making, request, response));
        if (!pieces) return;
        const unwatched = cutOffSlow(response, patienceMs, () =>
          logger.warn({ requestId: response.locals.requestId }, 'a client that was too slow was cut off'),
        );
        await pipeline(Readable.from(pieces, { objectMode: false }), response).finally(unwatched);
      });
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

type Next = IteratorResult<Uint8Array, unknown>;
type Making = (work: () => Promise<Next>) => Promise<Next>;

async function within<T>(entered: Promise<() => void>, work: () => Promise<T>): Promise<T> {
  const leave = await entered;
  return work().finally(leave);
}

/** Begins an answer; what is left to send, if anything is. */
async function begin(
  open: Open,
  making: Making,
  request: Request,
  response: Response,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const { format, file } = request.params as { format: string; file?: string };
  const writer = writerOf(format);
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const asked = readExportQuery(searchParams);
  if (file === MANIFEST) {
    const tally = newTally();
    await sendManifest(await open(writer, asked, tally), tally, response);
    return undefined;
  }
  const exported = await open(writer, asked);
  const [body, type, name] = bodyOf(exported, file);
  const pieces = await begun(body, making);
  response.set({
    'Content-Type': /^text|json|xml/.test(type) ? `${type}; charset=utf-8` : type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-cache',
    Link: `<${manifestPath(exported)}>; rel="describedby"; type="application/ld+json"`,
  });
  if (request.method === 'HEAD') {
    response.end();
    return undefined;
  }
  return pieces;
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

/** The manifest of a download, which names the file as the download does, and of a zip also what is in it. */
async function sendManifest(exported: Export, tally: Tally, response: Response): Promise<void> {
  const { writer, request, dataset, files } = exported;
  const download = downloadName(writer, request, dataset);
  const parts: MadeFile[] = [];
  const zipped = files.map((file) => ({
    ...file,
    bytes: () => noted(file, (made) => parts.push({ ...made, partOf: download })),
  }));
  const [single] = files;
  const whole =
    single && !writer.isPackage
      ? { ...single, name: download }
      : {
          name: download,
          mediaType: writer.mediaType,
          description: `${writer.title}, as a zip.`,
          bytes: () => zipOf(zipped),
        };
  const made: MadeFile[] = [];
  for await (const _ of noted(whole, (file) => made.push(file)));
  const name = `${download}-${MANIFEST}`;
  response
    .set({ 'Cache-Control': 'no-cache', 'Content-Disposition': `attachment; filename="${name}"` })
    .type('application/ld+json')
    .send(manifestOf(exported, tally, [...made, ...parts], new Date(), name));
}

function manifestPath({ writer, request }: Export): string {
  const [path, query] = exportPath(writer.format, request).split('?');
  return `${path}/${MANIFEST}${query === undefined ? '' : `?${query}`}`;
}

/** The same pieces, the first of them made: what goes wrong before it can still be answered as an error. */
async function begun(pieces: AsyncIterable<Uint8Array>, making: Making): Promise<AsyncIterable<Uint8Array>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let next = first; !next.done; next = await making(() => iterator.next())) yield next.value;
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
