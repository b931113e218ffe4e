import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { Neo4jGraphQL } from '@neo4j/graphql';
import express from 'express';
import neo4j from 'neo4j-driver';
import type { Connection } from '../database/index.js';
import { GENERATED_SDL } from './generated-sdl.js';
import { serveParent } from './worker.js';

/** The API that `@neo4j/graphql` generates from types that describe the same graph, over the same HTTP server. */
export interface GeneratedMessage {
  readonly connect: Extract<Connection, { engine: 'neo4j' }>;
}

serveParent(async ({ connect: { uri, username, password } }: GeneratedMessage) => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const generated = new Neo4jGraphQL({
    typeDefs: GENERATED_SDL,
    driver,
    // what it can compare must be asked for
    features: { filters: { String: { GT: true, GTE: true, LT: true, LTE: true } } },
  });
  const server = new ApolloServer({ schema: await generated.getSchema() });
  await server.start();
  const app = express();
  app.use('/graphql', express.json(), expressMiddleware(server));
  const http = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`;
});
