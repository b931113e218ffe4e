import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Api } from '../api/index.js';
import type { Store } from '../store/index.js';
import { assetsRoute } from './assets.js';
import { errorHandler, notFound } from './errors.js';
import { explorerRoute } from './explorer.js';
import { exportRoutes } from './export.js';
import { graphqlRoute } from './graphql.js';
import { healthRoutes } from './health.js';
import { homeRoute } from './home.js';
import { requestId } from './request-id.js';
import { requestLog } from './request-log.js';
import { schemaRoute } from './schema.js';
import { crossOrigin, securityHeaders } from './security.js';

export interface AppOptions {
  /** its server has been started */
  readonly api: Api;
  readonly store: Store;
  readonly config: HttpConfig;
  readonly logger: Logger;
}

export interface HttpConfig {
  readonly corsOrigin: '*' | readonly string[];
  readonly limits: { readonly requestTimeoutMs: number; readonly maxBodyBytes: number };
}

/** All routes in the order they are tried. It holds no state: whatever a request needs is in the store. */
export function createApp({ api, store, config: { corsOrigin, limits }, logger }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(requestId, requestLog(logger), securityHeaders(), crossOrigin(corsOrigin));
  app.use(healthRoutes(store, logger), homeRoute(), schemaRoute(api.sdl), assetsRoute(), explorerRoute());
  app.use(exportRoutes(store, logger));
  app.use(graphqlRoute(api, limits.maxBodyBytes, limits.requestTimeoutMs));
  app.use(notFound);
  app.use(errorHandler(logger, limits.maxBodyBytes));
  return app;
}
