import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Connection, connect } from '../database/index.js';
import type { SentStatement } from './recording.js';
import { serveParent } from './worker.js';

/** A bare Express handler that runs, for each case, the statements that the service sends for it. */
export interface ExpressMessage {
  readonly connect: Connection;
  /** by name of the case: the statements that are sent at the same time, one round after the other */
  readonly rounds: Readonly<Record<string, readonly (readonly SentStatement[])[]>>;
}

serveParent(async ({ connect: connection, rounds }: ExpressMessage) => {
  const engine = connect(connection);
  const app = express();
  app.post('/:name', express.json(), async (request, response) => {
    const answers: unknown[] = [];
    for (const round of rounds[request.params.name] ?? []) {
      answers.push(...(await Promise.all(round.map(({ text, params }) => engine.run(text, params)))));
    }
    response.json({ data: answers });
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
