import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { DemarcheError } from '../model/index.js';

/**
 * The browser runs and loads what this service serves and nothing else. Styles alone may be inline, for the
 * explorer's editor (Monaco) writes its own.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // whether there is TLS is known to the proxy in front, not here
    strictTransportSecurity: false,
  });
}

/** Lets pages of these origins read answers; without any, a browser keeps them from all other sites. */
export function crossOrigin(origin: '*' | readonly string[]): RequestHandler {
  if (origin !== '*' && origin.length === 0) return (_request, _response, next) => next();
  return cors({
    origin: origin === '*' ? '*' : [...origin],
    methods: ['GET', 'POST'],
    exposedHeaders: ['X-Request-Id'],
    maxAge: 600,
  });
}

/**
 * Refuses what a browser sends for a page of another site that may not read the answer: it could only be meant to keep
 * this service busy. Browsers say so themselves (Fetch Metadata), and other clients say nothing.
 */
export function sameSite(allowed: '*' | readonly string[]): RequestHandler {
  return (request, _response, next) => {
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const mayRead = origin !== undefined && (allowed === '*' || allowed.includes(origin));
    if ((site === 'cross-site' || site === 'same-site') && !mayRead) {
      throw new DemarcheError(
        'CROSS_SITE_REQUEST',
        'pages of other sites may ask this service only if CORS_ORIGIN names them',
      );
    }
    next();
  };
}
