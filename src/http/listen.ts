import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { DemarcheError } from '../model/index.js';
import { BODY_BYTES_PER_MS } from './read-json.js';
import { unreadableRequest } from './unreadable-request.js';

/** How often connections are looked at whose requests do not come. */
const CHECK_MS = 250;
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

export interface ConnectionLimits {
  readonly maxConnections: number;
  /** until a client must have sent its headers */
  readonly receiveTimeoutMs: number;
  readonly maxBodyBytes: number;
}

interface ListenConfig {
  readonly host: string;
  readonly port: number;
  readonly limits: ConnectionLimits;
  readonly import?: { readonly maxBytes: number };
}

/** Throws BAD_CONFIGURATION, naming PORT or HOST, where nothing can listen there. */
export async function listen(
  app: RequestListener,
  { host, port, limits, import: imports }: ListenConfig,
): Promise<Listening> {
  const { receiveTimeoutMs, maxBodyBytes } = limits;
  const largestBody = Math.max(maxBodyBytes, imports?.maxBytes ?? 0);
  const server = createServer(
    {
      connectionsCheckingInterval: CHECK_MS,
      headersTimeout: receiveTimeoutMs,
      // the route that takes bodies has a closer eye on them
      requestTimeout: 2 * receiveTimeoutMs + largestBody / BODY_BYTES_PER_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    app,
  );
  server.maxConnections = limits.maxConnections;
  const stopForgiving = forgiveLag(server, receiveTimeoutMs);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    // told nothing, the client does not send a body that is too large anyway
    if (!(Number(request.headers['content-length']) > largestBody)) response.writeContinue();
    app(request, response);
  });
  const { close, isAnswering } = drainable(server);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // in the middle of an answer, another would make nonsense of both
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) socket.destroy();
    else socket.end(unreadableRequest(error.code, receiveTimeoutMs));
  });
  await new Promise<void>((resolve, reject) => {
    const refused = (error: Error) => reject(listenError(error, host, port));
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      resolve();
    });
  });
  server.once('close', stopForgiving);
  return { url: urlOf(server, host), close };
}

/**
 * Time in which this process was too busy to read what clients had sent is not theirs: Node, which looks at its clock
 * before it looks at its connections, would take all of them for slow.
 */
function forgiveLag(server: Server, headersTimeout: number): () => void {
  let looked = performance.now();
  const timer = setInterval(() => {
    looked = performance.now();
  }, CHECK_MS / 5).unref();
  Object.defineProperty(server, 'headersTimeout', {
    get: () => headersTimeout + Math.round(performance.now() - looked),
  });
  return () => clearInterval(timer);
}

/**
 * Node's own `closeIdleConnections` leaves those that were opened and never used, as browsers open them in advance,
 * and those whose request ends after the call.
 */
function drainable(server: Server): {
  close: () => Promise<void>;
  isAnswering: (socket: Socket) => boolean;
} {
  const running = new Map<Socket, Set<ServerResponse>>();
  server.on('connection', (socket: Socket) => {
    running.set(socket, new Set());
    socket.once('close', () => running.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    running.get(socket)?.add(response);
    response.once('close', () => running.get(socket)?.delete(response));
  });
  const isAnswering = (socket: Socket) =>
    [...(running.get(socket) ?? [])].some((response) => response.headersSent);
  const close = () =>
    new Promise<void>((resolve) => {
      const idle = setInterval(() => {
        for (const [socket, responses] of running) if (responses.size === 0) socket.destroy();
      }, IDLE_CHECK_MS);
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(late);
        resolve();
      });
    });
  return { close, isAnswering };
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
