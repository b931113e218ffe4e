import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { DemarcheError } from '../model/index.js';

/** The longest a client may take to send its headers, and all of a request. */
const HEADERS_WITHIN_MS = 15_000;
const REQUEST_WITHIN_MS = 30_000;
/** Longer than the minute that load balancers keep a connection: or they would send on one being closed here. */
const KEEP_ALIVE_MS = 65_000;
/** Requests that run at shutdown get this long to finish. */
const DRAIN_MS = 10_000;
const IDLE_CHECK_MS = 50;

export interface Listening {
  /** where it is reached from this machine, without a slash at the end */
  readonly url: string;
  /** Takes no more connections, lets running requests finish for ten seconds, then ends them. */
  close(): Promise<void>;
}

/** Throws BAD_CONFIGURATION, naming PORT or HOST, where nothing can listen there. */
export async function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS }, app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const close = drainable(server);
  await new Promise<void>((resolve, reject) => {
    const refused = (error: Error) => reject(listenError(error, host, port));
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      resolve();
    });
  });
  return { url: urlOf(server, host), close };
}

/**
 * Node's own `closeIdleConnections` leaves those that were opened and never used, as browsers open them in advance,
 * and those whose request ends after the call.
 */
function drainable(server: Server): () => Promise<void> {
  const running = new Map<Socket, number>();
  server.on('connection', (socket: Socket) => {
    running.set(socket, 0);
    socket.once('close', () => running.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    running.set(socket, (running.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = running.get(socket);
      if (left !== undefined) running.set(socket, left - 1);
    });
  });
  return () =>
    new Promise((resolve) => {
      const idle = setInterval(() => {
        for (const [socket, requests] of running) if (requests === 0) socket.destroy();
      }, IDLE_CHECK_MS);
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(late);
        resolve();
      });
    });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return badConfiguration(
        `PORT ${port} is in use on ${host}; set PORT to another, or to 0 for any free one`,
      );
    case 'EACCES':
      return badConfiguration(`PORT ${port} may not be used by this user; set PORT to 1024 or more`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return badConfiguration(
        `HOST ${host} is no address of this machine; 127.0.0.1 is this machine alone, 0.0.0.0 all its addresses`,
      );
    default:
      return error;
  }
}

function badConfiguration(message: string): DemarcheError {
  return new DemarcheError('BAD_CONFIGURATION', message);
}
