import { maxHeaderSize } from 'node:http';
import { errorBody } from './error-body.js';

/** The whole answer to a request that Node's HTTP parser gave up, before Express could see it; `problem` is its code. */
export function unreadableRequest(problem: string | undefined, receiveTimeoutMs: number): string {
  const { status, code, message } = reasonOf(problem, receiveTimeoutMs);
  const body = JSON.stringify(errorBody(code, message));
  return [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

function reasonOf(problem: string | undefined, receiveTimeoutMs: number) {
  switch (problem) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return {
        status: '408 Request Timeout',
        code: 'REQUEST_TOO_SLOW',
        message: `the request did not come within ${receiveTimeoutMs} ms`,
      };
    case 'HPE_HEADER_OVERFLOW':
      return {
        status: '431 Request Header Fields Too Large',
        code: 'HEADERS_TOO_LARGE',
        message: `the request's address and headers are larger than the ${maxHeaderSize} bytes allowed; send the query as POST`,
      };
    default:
      return { status: '400 Bad Request', code: 'BAD_REQUEST', message: 'the request is not HTTP' };
  }
}
