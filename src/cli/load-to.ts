import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { LoadReport, OnConflict } from '../ingest/index.js';
import { DemarcheError } from '../model/index.js';

export interface LoadToOptions {
  readonly key: string;
  readonly onConflict: OnConflict;
  readonly skipInvalid?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly by: string;
  readonly signal: AbortSignal;
}

/** Where a file begins in what is sent. */
interface Part {
  readonly name: string;
  readonly firstLine: number;
}

/**
 * Sends files to the `POST /import` of a service, one after the other in one body and no faster than they are taken, and
 * returns its report, with the files and lines as they are here.
 *
 * @throws DemarcheError BAD_USER_INPUT, DATABASE_UNAVAILABLE, REQUEST_ABORTED, and what the service refuses
 */
export async function loadTo(
  url: string,
  files: readonly string[],
  options: LoadToOptions,
): Promise<LoadReport> {
  const { key, onConflict, skipInvalid, dryRun, by, signal } = options;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new DemarcheError('BAD_USER_INPUT', `--to: expected the URL of a service, not "${url}"`);
  }
  const target = new URL(`${url.replace(/\/+$/, '')}/import`);
  target.search = new URLSearchParams({
    onConflict,
    ...(skipInvalid && { skipInvalid: '1' }),
    ...(dryRun && { dryRun: '1' }),
    name: files.join(', ').slice(0, 1_000),
    by: by.slice(0, 200),
  }).toString();
  const sent: Part[] = [];
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(target, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    signal,
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  // a service that refuses answers before it has taken all of it
  const sending = pipeline(Readable.from(bytesOf(files, sent), { objectMode: false }), request);
  try {
    const [response] = await Promise.race([answered, sending.then(() => answered)]);
    return located(await reportOf(response, url), sent);
  } catch (error) {
    if (error instanceof DemarcheError) throw error;
    if (signal.aborted)
      throw new DemarcheError('REQUEST_ABORTED', 'the load was ended; run it again to go on');
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError('DATABASE_UNAVAILABLE', `${url}: the service does not answer: ${reason}`, {
      cause: error,
    });
  } finally {
    await sending.catch(() => undefined);
  }
}

async function* bytesOf(names: readonly string[], sent: Part[]): AsyncGenerator<Buffer> {
  let line = 1;
  let isEnded = true;
  for (const name of names) {
    if (!isEnded) {
      yield Buffer.from('\n');
      line += 1;
    }
    sent.push({ name, firstLine: line });
    for await (const chunk of await opened(name)) {
      const bytes = Buffer.from(chunk);
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) line += 1;
      isEnded = bytes.length > 0 ? bytes.at(-1) === 10 : isEnded;
      yield bytes;
    }
  }
}

/** What is packed is unpacked here, so that lines can be counted. */
async function opened(name: string): Promise<AsyncIterable<Uint8Array>> {
  if (name === '-') return process.stdin;
  try {
    const handle = await open(name);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    await handle.close();
    const stream = createReadStream(name);
    if (bytesRead < 2 || buffer.readUInt16BE() !== 0x1f8b) return stream;
    const unpacked = createGunzip();
    stream.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
    return unpacked;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError('BAD_USER_INPUT', `${name}: cannot be read: ${reason}`, { cause: error });
  }
}

async function reportOf(response: IncomingMessage, url: string): Promise<LoadReport> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
  // the service's own report: this is the same version, or one that adds to it
  if (response.statusCode === 200 && body) return body as LoadReport;
  const refusal = body as { errors?: readonly { message: string }[] } | undefined;
  const status = response.statusCode ?? 0;
  const message =
    status === 404 ? 'it takes no records: start it with IMPORT_KEY' : refusal?.errors?.[0]?.message;
  throw new DemarcheError(
    status === 503 ? 'SERVICE_BUSY' : 'BAD_REQUEST',
    `the service at ${url} refuses: ${message ?? `status ${status}`}`,
  );
}

/** The report with the lines of the files that were sent as one. */
function located(report: LoadReport, sent: readonly Part[]): LoadReport {
  const place = <T extends { readonly file: string; readonly line: number }>(item: T): T => {
    const part = sent.findLast(({ firstLine }) => firstLine <= item.line);
    return part ? { ...item, file: part.name, line: item.line - part.firstLine + 1 } : item;
  };
  return { ...report, issues: report.issues.map(place), warnings: report.warnings.map(place) };
}
