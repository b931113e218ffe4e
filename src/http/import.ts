import { createHash, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { loadFiles, ON_CONFLICT } from '../ingest/index.js';
import { DemarcheError, parseInput } from '../model/index.js';
import type { Store } from '../store/index.js';
import type { Gate } from './gate.js';
import { requestSignal } from './request-signal.js';

export interface ImportConfig {
  /** who has it may load */
  readonly key: string;
  /** of a body, as it is sent */
  readonly maxBytes: number;
}

/** Between two batches other requests are answered: fewer records than the command takes at a time. */
const BATCH_RECORDS = 100;

const flag = z.enum(['0', '1']).default('0');
const paramsSchema = z.strictObject({
  onConflict: z.enum(ON_CONFLICT).default('refuse'),
  skipInvalid: flag,
  dryRun: flag,
  /** what the history calls the body, and who sent it */
  name: z.string().min(1).max(1_000).default('import'),
  by: z.string().min(1).max(200).default('import'),
});

/**
 * `POST /import`: loads the records of the body, NDJSON or the same packed with gzip, and answers with the report of the
 * load as JSON. Who loads shows the key as a bearer token; how, is in the query string, as for `demarche load`. The body
 * is read no faster than it can be put on disk. A client that goes away ends the load after the current transaction.
 */
export function importRoute(store: Store, { key, maxBytes }: ImportConfig, gate: Gate): Router {
  const load: RequestHandler = async (request, response) => {
    const signal = requestSignal(response);
    const { onConflict, skipInvalid, dryRun, name, by } = paramsOf(request);
    const leave = await gate.enter(signal);
    const directory = await mkdtemp(join(tmpdir(), 'demarche-import-'));
    try {
      const path = join(directory, 'records');
      await spool(request, path, maxBytes);
      const report = await loadFiles(store, [{ name, path }], {
        onConflict,
        skipInvalid: skipInvalid === '1',
        keepRejects: false,
        dryRun: dryRun === '1',
        by,
        batchRecords: BATCH_RECORDS,
        signal,
      });
      if (!response.destroyed) response.set('Cache-Control', 'no-store').json(report);
    } finally {
      leave();
      await rm(directory, { recursive: true, force: true });
    }
  };
  return Router().post('/import', keyRequired(key), load);
}

/** The same time for every wrong key, however much of it is right. */
function keyRequired(key: string): RequestHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = digest(key);
  return (request, response, next) => {
    const [, given = ''] = /^Bearer (.*)$/i.exec(request.get('authorization') ?? '') ?? [];
    if (!timingSafeEqual(digest(given), wanted)) {
      response.set('WWW-Authenticate', 'Bearer');
      throw new DemarcheError(
        'UNAUTHENTICATED',
        'to load records, send the key that the service has in IMPORT_KEY: Authorization: Bearer KEY',
      );
    }
    next();
  };
}

function paramsOf(request: Request): z.output<typeof paramsSchema> {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  return parseInput(paramsSchema, Object.fromEntries(searchParams), 'query string');
}

async function spool(request: Request, path: string, maxBytes: number): Promise<void> {
  const tooLarge = () =>
    new DemarcheError(
      'BODY_TOO_LARGE',
      `the request's body is larger than the ${maxBytes} bytes allowed (MAX_IMPORT_BYTES)`,
    );
  if (Number(request.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  let bytes = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(tooLarge());
      else done(null, chunk);
    },
  });
  try {
    // the answer goes over the connection of a request that is too large: it must not be torn down with the rest
    const body = request.pipe(guard);
    request.once('close', () => {
      if (!request.complete) guard.destroy(new DemarcheError('REQUEST_ABORTED', 'the client is gone'));
    });
    await pipeline(body, createWriteStream(path));
  } catch (error) {
    request.unpipe(guard);
    request.pause();
    throw error;
  }
}
