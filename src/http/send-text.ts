import type { Response } from 'express';

/** Ends a response with a text. Express's own `send` would add a tag of it, which says nothing of the data. */
export function sendText(response: Response, text: string): void {
  response.set('Content-Length', String(Buffer.byteLength(text))).end(text);
}
