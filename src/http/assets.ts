import express, { Router } from 'express';
import { webFile } from './web-files.js';

/** `GET /assets/…`: scripts, styles and fonts of the pages. Their names hold a hash of their content. */
export function assetsRoute(): Router {
  return Router().use(
    '/assets',
    express.static(webFile('assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
}
