import type { ServerResponse } from 'node:http';

/** What a client has to take in a millisecond, in bytes: 16 kB a second. */
const TAKEN_BYTES_PER_MS = 16;
const LOOKS = 10;

/**
 * Ends an answer whose client leaves what is sent to it waiting for `patienceMs`, and takes less in that time than it
 * would at 16 kB a second. Time in which nothing waits, because it is not made yet, is not the client's.
 * @returns what ends the watch
 */
export function cutOffSlow(response: ServerResponse, patienceMs: number, onCut: () => void): () => void {
  const { socket } = response;
  if (!socket) return () => {};
  const taken = () => socket.bytesWritten - socket.writableLength;
  let since = { at: performance.now(), taken: taken() };
  const look = () => {
    const now = { at: performance.now(), taken: taken() };
    const enough = patienceMs * TAKEN_BYTES_PER_MS;
    if (socket.writableLength === 0 || now.taken - since.taken >= enough) since = now;
    else if (now.at - since.at >= patienceMs) {
      onCut();
      response.destroy();
    }
  };
  const timer = setInterval(look, patienceMs / LOOKS).unref();
  return () => clearInterval(timer);
}
