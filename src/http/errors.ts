import type { Socket } from 'node:net';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { DemarcheError, type ErrorCode } from '../model/index.js';
import { errorBody } from './error-body.js';
import { answerType } from './media-type.js';
import { sendText } from './send-text.js';

/** How long a connection whose request was not read to its end stays open for the client to read the answer. */
const LINGER_MS = 1_000;

/** The HTTP status of what a request is refused for; 400 where it is not here. */
const STATUS: ReadonlyMap<ErrorCode, number> = new Map([
  ['UNAUTHENTICATED', 401],
  ['PERSISTED_QUERY_ONLY', 403],
  ['CROSS_SITE_REQUEST', 403],
  ['NOT_FOUND', 404],
  ['BODY_TOO_SLOW', 408],
  ['CONFLICT', 409],
  ['BODY_TOO_LARGE', 413],
  ['UNSUPPORTED_MEDIA_TYPE', 415],
  ['RATE_LIMITED', 429],
  ['SERVICE_BUSY', 503],
  ['DATABASE_UNAVAILABLE', 503],
  ['REQUEST_TIMEOUT', 503],
]);
/** Seconds until a client may try again, where nothing better is known. */
const RETRY_AFTER: ReadonlyMap<string, number> = new Map([
  ['SERVICE_BUSY', 1],
  ['DATABASE_UNAVAILABLE', 5],
]);

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

interface ErrorLimits {
  readonly maxBodyBytes: number;
  readonly requestTimeoutMs: number;
}

export function notFound({ maxBodyBytes }: ErrorLimits): RequestHandler {
  return (request, response) => {
    const message = `there is nothing at ${request.path}; the API is at /graphql`;
    refuse(request, response, { status: 404, code: 'NOT_FOUND', message }, maxBodyBytes);
  };
}

/** The last in the chain: what went wrong before a route could answer. Never a page, never a stack trace. */
export function errorHandler(
  logger: Logger,
  { maxBodyBytes, requestTimeoutMs }: ErrorLimits,
): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      request.socket.destroy();
      return;
    }
    const refusal = refusalOf(error, requestTimeoutMs);
    if (refusal.status === 500 || refusal.code === 'DATABASE_UNAVAILABLE') {
      logger.error(
        { err: error, requestId: response.locals.requestId },
        'a request failed inside the service',
      );
    }
    refuse(request, response, refusal, maxBodyBytes);
  };
}

function refuse(request: Request, response: Response, refusal: Refusal, maxBodyBytes: number): void {
  const { status, code, message } = refusal;
  response.locals.code = code;
  const retryAfter = RETRY_AFTER.get(code);
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  response.removeHeader('ETag');
  // a body of an allowed size is read to its end, so that the connection can be used again
  const isLong =
    request.get('transfer-encoding') !== undefined ||
    Number(request.get('content-length') ?? 0) > maxBodyBytes;
  if (!request.complete && (isLong || code === 'BODY_TOO_SLOW')) {
    response.set('Connection', 'close');
    closeUnread(request.socket);
  }
  response.status(status).set('Cache-Control', 'no-store');
  const type = request.path === '/graphql' ? answerType(request) : undefined;
  response.type(type ?? 'application/json');
  sendText(response, JSON.stringify(errorBody(code, message)));
}

/**
 * Makes a connection end after the answer that is now sent, without what the client still sends being read. Were it
 * closed at once, the client would be told of a broken connection and might never see the answer.
 */
function closeUnread(socket: Socket): void {
  socket.destroySoon = () => {
    socket.pause();
    socket.end();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
}

function refusalOf(error: unknown, requestTimeoutMs: number): Refusal {
  if (error instanceof DemarcheError && error.code !== 'ENGINE_REFUSES') {
    const { code } = error;
    return { status: STATUS.get(code) ?? 400, code, message: told(error, requestTimeoutMs) };
  }
  if (isClientError(error)) {
    return {
      status: error.status,
      code: 'BAD_REQUEST',
      message: `the request cannot be read: ${error.message}`,
    };
  }
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'the service failed on this request' };
}

/** A store's own words name hosts and statements. */
function told({ code, message }: DemarcheError, requestTimeoutMs: number): string {
  if (code === 'DATABASE_UNAVAILABLE') return 'The database does not answer. Try again in a moment.';
  if (code === 'REQUEST_TIMEOUT')
    return `The request took longer than the ${requestTimeoutMs} ms this service allows.`;
  return message;
}

/** What Express knows of a request that cannot be read, such as an address with a stray `%`. */
function isClientError(error: unknown): error is Error & { readonly status: number } {
  if (!(error instanceof Error) || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
