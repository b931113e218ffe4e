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
  events: 'list',
  respondsTo: 'list',
  changedSince: 'number',
};

/** All keys of a network's input but its `filter`, whose keys are those above. */
export const NETWORK_KEYS: Readonly<Record<string, Kind>> = {
  nodes: 'text',
  actorsAs: 'text',
  coding: 'text',
  coder: 'text',
  aggregation: 'text',
  normalization: 'text',
  duplicates: 'text',
  ...selectionKeys('exclude'),
  ...selectionKeys('include'),
  includeNeutral: 'boolean',
  includeValence: 'boolean',
  includeVotes: 'boolean',
  isolates: 'boolean',
  minWeight: 'number',
  'window.unit': 'text',
  'window.size': 'number',
  'window.kernel': 'text',
  mode: 'text',
  seed: 'number',
};

function selectionKeys(outer: string): Record<string, Kind> {
  const keys = ['actors', 'topics', 'positions', 'sources', 'authors', 'publishers', 'sections', 'types'];
  return Object.fromEntries(keys.map((key) => [`${outer}.${key}`, 'list']));
}

type Keys = Record<string, unknown>;

/**
 * The export that a query string asks for: `filter` and `network` as JSON, or their keys one by one
 * (`principals=actor:iran&stance.positions=SUPPORT,OPPOSE`); lists with commas between their values, or the key again.
 * @throws DemarcheError BAD_USER_INPUT naming the key, and what `parseExportRequest` throws
 */
export function readExportQuery(search: URLSearchParams): ExportRequest {
  const request: Keys = {};
  const filter: Keys = {};
  const network: Keys = {};
  for (const key of new Set(search.keys())) {
    if (key === 'what') request.what = one(search, key);
    else if (key === 'depth') request.depth = numberOf(key, one(search, key));
    else if (key === 'ids') request.ids = list(search, key);
    else if (key === 'filter' || key === 'network') request[key] = jsonOf(key, one(search, key));
    else if (Object.hasOwn(NETWORK_KEYS, key)) set(network, NETWORK_KEYS, key, search);
    else set(filter, FILTER_KEYS, key, search);
  }
  takeOver(request, 'network', network);
  takeOver(request, 'filter', filter);
  if (request.what !== 'network' && request.network === undefined) return parseExportRequest(request);
  // what else is asked of the statements is asked of those of the network
  const { filter: statements, network: input = {}, ...rest } = request;
  if (statements === undefined || typeof input !== 'object' || input === null) {
    return parseExportRequest({ ...rest, network: input });
  }
  if ('filter' in input) throw badInput('filter: expected it within "network" or beside it, not both');
  return parseExportRequest({ ...rest, network: { ...input, filter: statements } });
}

/** Puts single keys in the place of the JSON that can hold them. */
function takeOver(request: Keys, name: string, keys: Keys): void {
  if (Object.keys(keys).length === 0) return;
  if (request[name] !== undefined) {
    throw badInput(`${name}: expected JSON or single keys (${Object.keys(keys).join(', ')}), not both`);
  }
  request[name] = keys;
}

/** The query string that asks for an export; empty for the whole graph. */
export function exportQuery(request: ExportRequest): string {
  const search = new URLSearchParams();
  if (request.what === 'network') {
    search.set('what', 'network');
    search.set('network', JSON.stringify(request.network));
  } else if (request.what === 'neighbourhood') {
    search.set('ids', request.ids.join(','));
    search.set('depth', String(request.depth));
  } else {
    if (request.what === 'statements') search.set('what', 'statements');
    if (request.filter) search.set('filter', JSON.stringify(request.filter));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function set(into: Keys, kinds: Readonly<Record<string, Kind>>, key: string, search: URLSearchParams): void {
  const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  if (kind === undefined) {
    const own = ['what', 'filter', 'network', 'ids', 'depth'];
    const known = [...own, ...Object.keys(FILTER_KEYS), ...Object.keys(NETWORK_KEYS)];
    throw badInput(`${key}: expected no such key; known are ${known.join(', ')}`);
  }
  const value = kind === 'list' ? list(search, key) : single(kind, key, one(search, key));
  const [outer = key, inner] = key.split('.');
  if (inner === undefined) into[outer] = value;
  else into[outer] = { ...(into[outer] as object | undefined), [inner]: value };
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

function jsonOf(key: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw badInput(`${key}: expected a JSON object (${reason})`);
  }
}

function badInput(message: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', message);
}
