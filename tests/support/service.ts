import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { loadConfig } from '../../src/config.js';
import { type RunningService, serve, serveStore } from '../../src/main.js';
import type { Store } from '../../src/store/index.js';

export interface ServiceOptions {
  /** an open store, which the caller closes; left out, the service opens the one that `env` configures */
  readonly store?: Store;
  readonly env?: Readonly<Record<string, string>>;
  /** of a service over `store` */
  readonly logger?: Logger;
}

/** The real service on a free port of this machine; silent, and with a DATA_DIR of its own unless `env` has one. */
export async function startService({
  store,
  env = {},
  logger,
}: ServiceOptions = {}): Promise<RunningService> {
  const silent = { PORT: '0', LOG_LEVEL: 'silent' };
  if (store) {
    return serveStore(store, loadConfig({ ...silent, ...env }), logger ?? pino({ level: 'silent' }));
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'demarche-service-'));
  const removed = () => rm(dataDir, { recursive: true, force: true });
  try {
    const service = await serve(loadConfig({ ...silent, DATA_DIR: dataDir, ...env }), { print: () => {} });
    return {
      url: service.url,
      close: async () => {
        await service.close();
        await removed();
      },
    };
  } catch (error) {
    await removed();
    throw error;
  }
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions?: { readonly code?: string };
    }[];
  };
}

/** Sends a GraphQL request as a client would. */
export async function post(url: string, query: string, init: RequestInit = {}): Promise<HttpAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    ...init,
  });
  // what the tests look at is in every answer of the API, whether of data or of errors
  const body = (await response.json()) as HttpAnswer['body'];
  return { status: response.status, headers: response.headers, body };
}
