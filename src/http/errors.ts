import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { errorBody } from './error-body.js';

/** What Express and its body parser know of a request that cannot be read. */
interface HttpError {
  readonly status: number;
  readonly type?: string;
  readonly message: string;
}

export const notFound: RequestHandler = (request, response) => {
  response
    .status(404)
    .json(errorBody('NOT_FOUND', `there is nothing at ${request.path}; the API is at /graphql`));
};

/** The last in the chain: what went wrong before a route could answer. Never a page, never a stack trace. */
export function errorHandler(logger: Logger, maxBodyBytes: number): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (!isClientError(error)) {
      logger.error(
        { err: error, requestId: response.locals.requestId },
        'a request failed inside the service',
      );
      response.status(500).json(errorBody('INTERNAL_SERVER_ERROR', 'the service failed on this request'));
      return;
    }
    response.status(error.status).json(bodyOf(error, maxBodyBytes));
  };
}

function bodyOf({ type, message }: HttpError, maxBodyBytes: number) {
  switch (type) {
    case 'entity.too.large':
      return errorBody(
        'BODY_TOO_LARGE',
        `the request's body is larger than the ${maxBodyBytes} bytes allowed`,
      );
    case 'entity.parse.failed':
      return errorBody('BAD_REQUEST', `the request's body is not JSON: ${message}`);
    default:
      return errorBody('BAD_REQUEST', `the request cannot be read: ${message}`);
  }
}

function isClientError(error: unknown): error is HttpError {
  if (!(error instanceof Error) || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
