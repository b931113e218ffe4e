import neo4j from 'neo4j-driver';
import type { QueryParam, QueryParams } from '../query.js';

/**
 * The driver sends every JavaScript number as a float, and `LIMIT 20.0` is an error: whole numbers go as integers.
 * They come back as the same numbers, from either type.
 */
export function toDriver(params: QueryParams): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, toDriverValue(value)]));
}

function toDriverValue(value: QueryParam): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(toDriverValue);
  return toDriver(value);
}

function isList(value: object): value is readonly QueryParam[] {
  return Array.isArray(value);
}
