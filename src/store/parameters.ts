import { DemarcheError } from '../model/index.js';
import type { QueryParams } from './query.js';

/**
 * The parameters that both engines take alike. One of them refuses what the other silently stores (a null key makes a
 * node, a map becomes a property), so the port refuses it first, in the same words on both.
 *
 * - everywhere: no `undefined`, no NaN or infinity, no integer that a JavaScript number cannot hold, no list of lists;
 * - in a write: a key (`id`, `from`, `to`, `key`) is a string or a number; lists hold values of one type and no null;
 *   `props` is one level of scalars (null removes the property) and lists of strings.
 */
export function checkParameters(queryName: string, params: QueryParams, access: 'read' | 'write'): void {
  checkMap(params, access === 'write', queryName, '$');
}

const KEYS: ReadonlySet<string> = new Set(['id', 'from', 'to', 'key']);

function checkMap(map: object, writes: boolean, query: string, path: string): void {
  for (const [name, value] of Object.entries(map) as [string, unknown][]) {
    const at = path === '$' ? `$${name}` : `${path}.${name}`;
    if (writes && name === 'props') checkProperties(value, query, at);
    else if (writes && KEYS.has(name)) checkKey(value, query, at);
    else checkValue(value, writes, query, at);
  }
}

function checkValue(value: unknown, writes: boolean, query: string, at: string): void {
  if (Array.isArray(value)) checkList(value, writes, query, at);
  else if (isMap(value)) checkMap(value, writes, query, at);
  else checkScalar(value, query, at);
}

function checkList(list: readonly unknown[], writes: boolean, query: string, at: string): void {
  const type = kindOfValue(list[0]);
  list.forEach((item, i) => {
    const here = `${at}[${i}]`;
    const kind = kindOfValue(item);
    if (kind === 'list') throw refusal(query, here, 'a scalar or a map', item);
    if (writes && kind === 'null') throw refusal(query, here, 'a list without null', item);
    if (writes && kind !== type) throw refusal(query, here, `a ${type} as in the rest of the list`, item);
    if (isMap(item)) checkMap(item, writes, query, here);
    else checkScalar(item, query, here);
  });
}

function checkProperties(props: unknown, query: string, at: string): void {
  if (!isMap(props)) throw refusal(query, at, 'a map of properties', props);
  for (const [name, value] of Object.entries(props) as [string, unknown][]) {
    const here = `${at}.${name}`;
    if (!Array.isArray(value)) {
      if (isMap(value)) throw refusal(query, here, 'a scalar or a list of strings', value);
      checkScalar(value, query, here);
    } else if (!value.every((item) => typeof item === 'string')) {
      const i = value.findIndex((item) => typeof item !== 'string');
      throw refusal(query, `${here}[${i}]`, 'a string', value[i]);
    }
  }
}

function checkKey(value: unknown, query: string, at: string): void {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw refusal(query, at, 'a string or a number', value);
  checkScalar(value, query, at);
}

function checkScalar(value: unknown, query: string, at: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value !== 'number') throw refusal(query, at, 'a scalar', value);
  else if (!Number.isFinite(value)) throw refusal(query, at, 'a finite number', value);
  else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw refusal(query, at, 'an integer within ±(2^53 − 1)', value);
  }
}

/** A plain object; a Date, a Map or a driver's own type is none. */
function isMap(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function kindOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return isMap(value) ? 'map' : typeof value;
}

function refusal(query: string, at: string, expected: string, value: unknown): DemarcheError {
  const found = typeof value === 'number' ? String(value) : kindOfValue(value);
  return new DemarcheError(
    'ENGINE_REFUSES',
    `statement ${query}: ${at}: expected ${expected}, found ${found}`,
  );
}
