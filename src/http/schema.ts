import { Router } from 'express';

/** `GET /schema.graphql`: the API's schema, as text that a browser shows. */
export function schemaRoute(sdl: string): Router {
  return Router().get('/schema.graphql', (_request, response) => {
    response.type('text/plain').send(`${sdl.trimEnd()}\n`);
  });
}
