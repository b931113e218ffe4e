import type { Request } from 'express';
import { DemarcheError } from '../model/index.js';

/** The slowest that a body may come once its time is up: 16 kB a second, a fraction of a poor mobile connection. */
export const BODY_BYTES_PER_MS = 16;

export interface BodyLimits {
  readonly maxBodyBytes: number;
  /** until the body must be here, or come at 16 kB a second */
  readonly receiveTimeoutMs: number;
}

/**
 * The object or list in a request's body. What is too large is not read on: a parser that reads a body to its end before
 * it refuses it (Express's does) lets the client decide for how long.
 * @throws DemarcheError UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE, BODY_TOO_SLOW, BAD_REQUEST, REQUEST_ABORTED
 */
export async function readJson(request: Request, limits: BodyLimits): Promise<unknown> {
  checkType(request);
  const bytes = await readBytes(request, limits);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw badRequest(
      `the request's body is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (typeof value !== 'object' || value === null) {
    throw badRequest("the request's body is not JSON of a GraphQL request, which is an object");
  }
  return value;
}

/** Other types are what a form of any site can send. */
function checkType(request: Request): void {
  const [type = '', ...parameters] = (request.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='));
  const isUtf8 = charset === undefined || /^\s*charset="?utf-?8"?\s*$/.test(charset);
  if (type.trim() !== 'application/json' || !isUtf8) {
    throw unsupported(`content-type: expected application/json in UTF-8, not "${type.slice(0, 100)}"`);
  }
  const encoding = request.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw unsupported(`content-encoding: expected none, not "${encoding.slice(0, 100)}"`);
  }
}

function readBytes(request: Request, limits: BodyLimits): Promise<Buffer> {
  const { maxBodyBytes, receiveTimeoutMs } = limits;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let timer: NodeJS.Timeout | undefined;
    const from = performance.now();
    const timeLeft = () => from + receiveTimeoutMs + size / BODY_BYTES_PER_MS - performance.now();

    const settle = (settled: () => void) => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('close', gone);
      settled();
    };
    const refuse = (error: DemarcheError) =>
      settle(() => {
        request.pause();
        reject(error);
      });
    const check = () => {
      const left = timeLeft();
      if (left > 0) timer = setTimeout(check, left);
      // what came while this process was busy is read before it is judged
      else setImmediate(() => (timeLeft() > 0 || request.complete ? check() : refuse(tooSlow(limits))));
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBodyBytes) refuse(tooLarge(limits));
      else chunks.push(chunk);
    };
    const end = () => settle(() => resolve(Buffer.concat(chunks)));
    const gone = () => settle(() => reject(new DemarcheError('REQUEST_ABORTED', 'the client is gone')));

    if (Number(request.get('content-length') ?? 0) > maxBodyBytes) {
      reject(tooLarge(limits));
      return;
    }
    request.on('data', take).once('end', end).once('close', gone);
    check();
  });
}

function tooLarge({ maxBodyBytes }: BodyLimits): DemarcheError {
  return new DemarcheError(
    'BODY_TOO_LARGE',
    `the request's body is larger than the ${maxBodyBytes} bytes allowed`,
  );
}

function tooSlow({ receiveTimeoutMs }: BodyLimits): DemarcheError {
  return new DemarcheError(
    'BODY_TOO_SLOW',
    `the request's body did not come within ${receiveTimeoutMs} ms, nor at ${BODY_BYTES_PER_MS} kB a second`,
  );
}

function unsupported(message: string): DemarcheError {
  return new DemarcheError('UNSUPPORTED_MEDIA_TYPE', message);
}

function badRequest(message: string): DemarcheError {
  return new DemarcheError('BAD_REQUEST', message);
}
