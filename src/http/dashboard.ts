import { type NextFunction, type Request, type Response, Router } from 'express';
import { webFile } from './web-files.js';

/**
 * `GET` of anything that no other route has, in a browser: the dashboard, which has its pages' addresses and says itself
 * where there is nothing. What asks for JSON, or for anything, gets an error it can read.
 */
export function dashboardRoute(): Router {
  return Router().use(sendDashboard);
}

function sendDashboard(request: Request, response: Response, next: NextFunction): void {
  response.vary('Accept');
  const isPage = request.method === 'GET' && !request.path.startsWith('/assets/');
  if (!isPage || request.accepts(['application/json', 'text/html']) !== 'text/html') {
    next();
    return;
  }
  response.sendFile(
    webFile('dashboard/index.html'),
    { headers: { 'Cache-Control': 'no-cache' } },
    (error) => {
      if (!error || response.headersSent) return;
      response
        .status(404)
        .type('text/plain')
        .send(
          'The dashboard has not been built here: `npx vite build` does it, and `npm start` by itself.\n',
        );
    },
  );
}
