import { DemarcheError } from '../model/index.js';
import { type ExportRequest, parseExportRequest } from './request.js';

/** How a filter's key is written in a query string; those of an inner object after a dot. */
type Kind = 'list' | 'text' | 'number' | 'boolean';

/** All keys of a filter but `and`, `or`, `not` and `ids` (here those of a neighbourhood), which only JSON can hold. */
export const FILTER_KEYS: Readonly<Record<string, Kind>> = {
  words: 'text',
  speakers: 'list',
  principals: 'list',
  expandJoint: 'boolean',
  'memberOf.organization': 'text',
  'memberOf.at': 'text',
  capacities: 'list',
  addressees: 'list',
  about: 'list',
  'stance.topics': 'list',
  'stance.positions': 'list',
  'stance.untilMet': 'list',
  'stance.codings': 'list',
  'stance.minConfidence': 'number',
  acts: 'list',
  'date.from': 'text',
  'date.to': 'text',
  sources: 'list',
  publishers: 'list',
  publisherControl: 'list',
  attributions: 'list',
  languages: 'list',
  hasQuote: 'boolean',
  respondsTo: 'list',
  changedSince: 'number',
};

/**
 * The export that a query string asks for: `filter` as JSON, or its keys one by one
 * (`principals=actor:iran&stance.positions=SUPPORT,OPPOSE`); lists with commas between their values, or the key again.
 * @throws DemarcheError BAD_USER_INPUT naming the key, and what `parseExportRequest` throws
 */
export function readExportQuery(search: URLSearchParams): ExportRequest {
  const request: Record<string, unknown> = {};
  const filter: Record<string, unknown> = {};
  for (const key of new Set(search.keys())) {
    if (key === 'what') request.what = one(search, key);
    else if (key === 'depth') request.depth = numberOf(key, one(search, key));
    else if (key === 'ids') request.ids = list(search, key);
    else if (key === 'filter') request.filter = jsonOf(one(search, key));
    else set(filter, key, search);
  }
  if (Object.keys(filter).length > 0) {
    if (request.filter !== undefined) {
      throw badInput(`filter: expected JSON or single keys (${Object.keys(filter).join(', ')}), not both`);
    }
    request.filter = filter;
  }
  return parseExportRequest(request);
}

/** The query string that asks for an export; empty for the whole graph. */
export function exportQuery(request: ExportRequest): string {
  const search = new URLSearchParams();
  if (request.what === 'neighbourhood') {
    search.set('ids', request.ids.join(','));
    search.set('depth', String(request.depth));
  } else {
    if (request.what === 'statements') search.set('what', 'statements');
    if (request.filter) search.set('filter', JSON.stringify(request.filter));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function set(filter: Record<string, unknown>, key: string, search: URLSearchParams): void {
  const kind = Object.hasOwn(FILTER_KEYS, key) ? FILTER_KEYS[key] : undefined;
  if (kind === undefined) {
    const known = ['what', 'filter', 'ids', 'depth', ...Object.keys(FILTER_KEYS)];
    throw badInput(`${key}: expected no such key; known are ${known.join(', ')}`);
  }
  const value = kind === 'list' ? list(search, key) : single(kind, key, one(search, key));
  const [outer = key, inner] = key.split('.');
  if (inner === undefined) filter[outer] = value;
  else filter[outer] = { ...(filter[outer] as object | undefined), [inner]: value };
}

function single(kind: Exclude<Kind, 'list'>, key: string, text: string): unknown {
  if (kind === 'number') return numberOf(key, text);
  if (kind === 'text') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  throw badInput(`${key}: expected true or false, not "${text}"`);
}

function list(search: URLSearchParams, key: string): string[] {
  return search
    .getAll(key)
    .flatMap((text) => text.split(','))
    .map((item) => item.trim());
}

function one(search: URLSearchParams, key: string): string {
  const [text = '', ...more] = search.getAll(key);
  if (more.length > 0) throw badInput(`${key}: expected it once, not ${more.length + 1} times`);
  return text;
}

function numberOf(key: string, text: string): number {
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) throw badInput(`${key}: expected a number, not "${text}"`);
  return number;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw badInput(`filter: expected a JSON object (${reason})`);
  }
}

function badInput(message: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', message);
}
