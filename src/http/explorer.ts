import { type NextFunction, type Request, type Response, Router } from 'express';
import { webFile } from './web-files.js';

/** `GET /graphql` in a browser: the explorer. Everything that asks for JSON, or for anything, gets GraphQL instead. */
export function explorerRoute(): Router {
  return Router().get('/graphql', sendExplorer);
}

function sendExplorer(request: Request, response: Response, next: NextFunction): void {
  response.vary('Accept');
  if (
    request.accepts(['application/graphql-response+json', 'application/json', 'text/html']) !== 'text/html'
  ) {
    next();
    return;
  }
  response.sendFile(webFile('explorer/index.html'), { headers: { 'Cache-Control': 'no-cache' } }, (error) => {
    if (!error || response.headersSent) return;
    response
      .status(404)
      .type('text/plain')
      .send('The explorer has not been built here: `npx vite build` does it, and `npm start` by itself.\n');
  });
}
