import { expressMiddleware } from '@as-integrations/express5';
import express, { Router } from 'express';
import type { Api } from '../api/index.js';
import { requestSignal } from './request-signal.js';

/** `POST /graphql`, and `GET` for queries. `api.server` has been started. */
export function graphqlRoute(api: Api, maxBodyBytes: number, timeoutMs: number): Router {
  return Router().all(
    '/graphql',
    express.json({ limit: maxBodyBytes }),
    expressMiddleware(api.server, {
      context: async ({ res }) => api.createContext(requestSignal(res, timeoutMs)),
    }),
  );
}
