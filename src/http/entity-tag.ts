import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { RequestContext } from '../api/index.js';
import { VERSION } from '../model/index.js';
import { answerType } from './media-type.js';

/**
 * What an answer depends on, hashed: the data, by its revision and when that was written (a graph that was emptied and
 * filled again counts from the start), the query with its variables, the form of the answer, and this software. It takes
 * one small statement. Read before the query is run: were the data changed meanwhile, the tag is that of the older.
 * `undefined` where the client takes no answer of ours.
 */
export async function entityTag(request: Request, context: RequestContext): Promise<string | undefined> {
  const type = answerType(request);
  if (type === undefined) return undefined;
  const dataset = await context.readDataset();
  const asked = request.url.slice(request.path.length);
  const parts = [VERSION, context.store.engine, dataset, type, asked];
  // weak: compressed or not, it is the same answer
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

/**
 * Whether the client has the answer with this tag already. Not Express's `fresh`, which says no to `Cache-Control:
 * no-cache`: that is for caches on the way, and `fetch` sends it with every `If-None-Match`.
 */
export function isKept(request: Request, tag: string): boolean {
  const kept = request.get('if-none-match') ?? '';
  return kept.split(',').some((other) => strong(other.trim()) === strong(tag));
}

function strong(tag: string): string {
  return tag.replace(/^W\//, '');
}
