import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { LiveTable } from '../analysis/index.js';
import type { Api, PersistedQueries } from '../api/index.js';
import type { Store } from '../store/index.js';
import { assetsRoute } from './assets.js';
import { compressed } from './compressed.js';
import { dashboardRoute } from './dashboard.js';
import { errorHandler, notFound } from './errors.js';
import { explorerRoute } from './explorer.js';
import { exportRoutes } from './export.js';
import { createGate } from './gate.js';
import { graphqlRoute } from './graphql.js';
import { healthRoutes } from './health.js';
import { type ImportConfig, importRoute } from './import.js';
import { createMetrics } from './metrics.js';
import { rateLimit } from './rate-limit.js';
import { requestId } from './request-id.js';
import { requestLog } from './request-log.js';
import { schemaRoute } from './schema.js';
import { crossOrigin, sameSite, securityHeaders } from './security.js';

export interface AppOptions {
  /** its server has been started */
  readonly api: Api;
  readonly store: Store;
  readonly table: LiveTable;
  readonly config: HttpConfig;
  /** where given, no other queries are run */
  readonly persistedQueries?: PersistedQueries | undefined;
  readonly logger: Logger;
}

export interface HttpConfig {
  readonly corsOrigin: '*' | readonly string[];
  /** addresses and networks whose `X-Forwarded-For` is believed */
  readonly trustedProxies: readonly string[];
  readonly metrics: boolean;
  /** where left out, nothing can be loaded through the service */
  readonly import?: ImportConfig;
  readonly limits: {
    readonly requestTimeoutMs: number;
    readonly receiveTimeoutMs: number;
    readonly maxBodyBytes: number;
    readonly maxQueryCost: number;
    readonly maxConcurrentRequests: number;
    readonly maxConcurrentCostly: number;
    readonly maxConcurrentExports: number;
    /** after which a client that takes too little of an export is cut off */
    readonly downloadPatienceMs: number;
    readonly maxQueuedRequests: number;
    /** of one client; 0 is no limit */
    readonly requestsPerMinute: number;
  };
}

/** All routes in the order they are tried. What answers need is in the store; what is here counts and limits. */
export function createApp({ api, store, table, config, persistedQueries, logger }: AppOptions): Express {
  const { corsOrigin, limits } = config;
  const gate = createGate(limits.maxConcurrentRequests, limits.maxQueuedRequests, 'requests');
  const costlyGate = createGate(limits.maxConcurrentCostly, limits.maxQueuedRequests, 'costly requests');
  const exportGates = {
    underWay: createGate(limits.maxConcurrentExports, limits.maxQueuedRequests, 'exports'),
    making: createGate(limits.maxConcurrentCostly, limits.maxQueuedRequests, 'exports'),
  };
  const importGate = createGate(1, 0, 'imports');
  const { underWay, making } = exportGates;
  const metrics = config.metrics
    ? createMetrics([gate, costlyGate, underWay, making, importGate])
    : undefined;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', [...config.trustedProxies]);
  app.use(
    requestId,
    requestLog(logger, (request) => metrics?.record(request)),
  );
  app.use(securityHeaders(), crossOrigin(corsOrigin));
  app.use(healthRoutes(store, logger));
  if (metrics) app.use(metrics.route);
  app.use(compressed(), assetsRoute(), rateLimit(limits.requestsPerMinute));
  app.use(schemaRoute(api.sdl), explorerRoute());
  app.use(exportRoutes({ store, table, gates: exportGates, patienceMs: limits.downloadPatienceMs, logger }));
  if (config.import) app.use(importRoute(store, config.import, importGate));
  app.use(sameSite(corsOrigin), graphqlRoute({ api, gate, costlyGate, persistedQueries, limits }));
  app.use(dashboardRoute(), notFound(limits), errorHandler(logger, limits));
  return app;
}
