import type { AttributeValue } from '../../records/index.js';

/** A value as text, for formats that have nothing but text: a list as a JSON array. */
export function textOfValue(value: AttributeValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
