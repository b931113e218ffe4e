import type { ServerResponse } from 'node:http';

/**
 * Aborts when the answer is wanted no more: the client is gone, or `timeoutMs`, where given, have passed (then
 * with a TimeoutError, which the store tells apart). Nothing is left behind once the response is closed.
 */
export function requestSignal(response: ServerResponse, timeoutMs?: number): AbortSignal {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError'));
  const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(new DOMException('the client is gone', 'AbortError'));
  });
  return controller.signal;
}
